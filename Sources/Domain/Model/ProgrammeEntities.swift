import Schema

/// The programme and its money: agencies, projects, allocations, and the supports that reach households.
enum ProgrammeEntities {
  static let agencies = Entity(
    "agencies", singular: "agency", bilingual("Cơ quan", "Agencies"), key: ["code"], nameField: "name",
    fields: [
      .code("Mã cơ quan", "Agency code"),
      .text("name", "Tên", "Name"),
      .one(of: agencyKind, "kind", "Loại cơ quan", "Kind"),
      .text("level", "Cấp", "Level"),
      .link("place", to: "places", "Địa bàn", "Place"),
    ],
    manyLinks: [
      ManyLink("projects", to: "projects", inverse: "lead"),
      ManyLink("allocations", to: "allocations", inverse: "agency"),
      ManyLink("supports", to: "supports", inverse: "agency"),
      ManyLink("models", to: "models", inverse: "agency"),
      ManyLink("plans", to: "plans", inverse: "agency"),
      ManyLink("twinnings", to: "twinnings", inverse: "agency"),
      ManyLink("commendations", to: "commendations", inverse: "agency"),
      ManyLink("documents", to: "documents", inverse: "agency"),
    ])

  static let projects = Entity(
    "projects", singular: "project", bilingual("Dự án, tiểu dự án", "Projects"), key: ["code"],
    nameField: "name",
    fields: [
      .code("Mã dự án", "Project code"),
      .text("name", "Tên", "Name"),
      .link("parent", to: "projects", "Thuộc dự án", "Part of"),
      .link("component", to: "projects", "Dự án thành phần", "Component"),
      .link("lead", to: "agencies", "Cơ quan chủ trì", "Lead agency"),
      .date("starts", "Bắt đầu", "Starts"),
      .date("ends", "Kết thúc", "Ends"),
    ],
    manyLinks: [
      ManyLink("children", to: "projects", inverse: "parent"),
      ManyLink("allocations", to: "allocations", inverse: "project"),
      ManyLink("supports", to: "supports", inverse: "project"),
      ManyLink("models", to: "models", inverse: "project"),
      ManyLink("documents", to: "documents", inverse: "project"),
    ])

  static let allocations = Entity(
    "allocations", singular: "allocation", bilingual("Phân bổ vốn", "Allocations"), key: [],
    fields: [
      .link("project", to: "projects", "Dự án", "Project"),
      .link("place", to: "places", "Địa bàn", "Place"),
      .link("agency", to: "agencies", "Cơ quan", "Agency"),
      .year("year", "Năm", "Year"),
      .one(of: source, "source", "Nguồn vốn", "Source"),
      .one(of: capital, "capital", "Loại vốn", "Capital"),
      .boolean("carried_over", "Vốn kéo dài", "Carried over"),
      .money("planned", "Kế hoạch", "Planned"),
      .money("disbursed", "Giải ngân", "Disbursed"),
      .date("as_of", "Tính đến ngày", "As of"),
    ])

  static let supports = Entity(
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

  private static let agencyKind = EnumType(
    "agency_kind",
    [
      value("front", "Mặt trận Tổ quốc", "Fatherland Front"), value("department", "Sở, phòng", "Department"),
      value("association", "Hội, đoàn thể", "Association"), value("committee", "Ủy ban", "Committee"),
      value("enterprise", "Doanh nghiệp", "Enterprise"),
      value("twin_unit", "Đơn vị kết nghĩa", "Twinned unit"),
    ])

  private static let source = EnumType(
    "capital_source",
    [
      value("central", "Ngân sách trung ương", "Central budget"),
      value("province", "Ngân sách tỉnh", "Provincial budget"),
      value("district", "Ngân sách huyện", "District budget"),
      value("commune", "Ngân sách xã", "Commune budget"),
      value("mobilised", "Vốn huy động", "Mobilised funds"),
      value("credit", "Tín dụng chính sách", "Policy credit"),
    ])

  private static let capital = EnumType(
    "capital",
    [
      value("investment", "Vốn đầu tư phát triển", "Investment"),
      value("recurrent", "Vốn sự nghiệp", "Recurrent"),
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
