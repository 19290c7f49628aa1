import Schema

/// The plan of a household to leave poverty, a year each.
enum PlanEntity {
  static let entity = Entity(
    "plans", singular: "plan", bilingual("Phương án, kế hoạch thoát nghèo", "Plans"), key: [],
    fields: [
      .link("household", to: "households", "Hộ", "Household"),
      .year("year", "Năm", "Year"),
      .one(of: HouseholdEnums.standing, "target_class", "Mục tiêu phân loại", "Target class"),
      .money("income_goal", "Mục tiêu thu nhập", "Income goal", unit: Units.dongPerPersonMonth),
      .set(of: Indicators.type, "remedies", "Thiếu hụt cần khắc phục", "Remedies"),
      .link("agency", to: "agencies", "Cơ quan giúp đỡ", "Agency"),
      .one(of: planStatus, "status", "Tình trạng", "Status"),
    ])

  private static let planStatus = EnumType(
    "plan_status",
    [
      value("drafted", "Dự thảo", "Drafted"), value("registered", "Đã đăng ký", "Registered"),
      value("running", "Đang thực hiện", "Running"), value("achieved", "Đạt", "Achieved"),
      value("missed", "Không đạt", "Missed"),
    ])
}
