import Schema

/// What a household was given, when, by which project, and which deprivations it was to remedy.
enum SupportEntity {
  static let entity = Entity(
    "supports", singular: "support", bilingual("Hỗ trợ", "Supports"), key: [],
    fields: [
      .link("household", to: "households", "Hộ", "Household"),
      .link("project", to: "projects", "Dự án", "Project"),
      .link("agency", to: "agencies", "Cơ quan", "Agency"),
      .date("date", "Ngày hỗ trợ", "Date"),
      .year("year", "Năm", "Year"),
      .one(of: supportKind, "kind", "Loại hỗ trợ", "Kind"),
      .set(of: Indicators.type, "remedies", "Thiếu hụt được khắc phục", "Remedies"),
      .money("amount", "Số tiền", "Amount"),
      .text("source", "Nguồn", "Source"),
    ])

  private static let supportKind = EnumType(
    "support_kind",
    [
      value("livelihood", "Sinh kế", "Livelihood"), value("production", "Sản xuất", "Production"),
      value("housing", "Nhà ở", "Housing"), value("water", "Nước sinh hoạt", "Water"),
      value("toilet", "Nhà tiêu", "Toilet"), value("job", "Việc làm", "Job"),
      value("training", "Đào tạo nghề", "Training"), value("nutrition", "Dinh dưỡng", "Nutrition"),
      value("insurance", "Bảo hiểm y tế", "Insurance"), value("information", "Thông tin", "Information"),
      value("credit", "Tín dụng", "Credit"), value("cash", "Tiền mặt", "Cash"),
      value("other", "Hỗ trợ khác", "Other"),
    ])
}
