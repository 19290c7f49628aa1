import Schema

/// What agencies and people do about poverty: models and who joins them, household plans, targets, twinnings,
/// commendations, documents, and requests for review.
enum MovementEntities {
  static let models = Entity(
    "models", singular: "model", bilingual("Mô hình giảm nghèo", "Models"), key: ["code"], nameField: "name",
    fields: [
      .code("Mã mô hình", "Model code"),
      .text("name", "Tên", "Name"),
      .link("project", to: "projects", "Dự án", "Project"),
      .link("place", to: "places", "Địa bàn", "Place"),
      .link("agency", to: "agencies", "Cơ quan", "Agency"),
      .text("kind", "Loại mô hình", "Kind"),
      .date("started", "Bắt đầu", "Started"),
      .date("ended", "Kết thúc", "Ended"),
      .money("budget", "Kinh phí", "Budget"),
      .one(of: result, "result", "Kết quả", "Result"),
      .link("replicated_from", to: "models", "Nhân rộng từ", "Replicated from"),
    ],
    manyLinks: [
      ManyLink("replicas", to: "models", inverse: "replicated_from"),
      ManyLink("enrolments", to: "enrolments", inverse: "model"),
      ManyLink("commendations", to: "commendations", inverse: "model"),
    ])

  static let enrolments = Entity(
    "enrolments", singular: "enrolment", bilingual("Hộ tham gia mô hình", "Enrolments"), key: [],
    fields: [
      .link("model", to: "models", "Mô hình", "Model"),
      .link("household", to: "households", "Hộ", "Household"),
      .date("joined", "Ngày tham gia", "Joined"),
    ])

  static let plans = Entity(
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

  static let targets = Entity(
    "targets", singular: "target", bilingual("Chỉ tiêu", "Targets"), key: [],
    fields: [
      .link("place", to: "places", "Địa bàn", "Place"),
      .year("year", "Năm", "Year"),
      .one(of: measure, "measure", "Chỉ tiêu", "Measure"),
      .number("value", "Giá trị", "Value"),
      .text("decision", "Quyết định giao", "Decision"),
    ])

  static let twinnings = Entity(
    "twinnings", singular: "twinning", bilingual("Kết nghĩa", "Twinnings"), key: [],
    fields: [
      .link("agency", to: "agencies", "Cơ quan", "Agency"),
      .link("place", to: "places", "Địa bàn", "Place"),
      .link("household", to: "households", "Hộ", "Household"),
      .date("from", "Từ ngày", "From"),
      .date("to", "Đến ngày", "To"),
      .text("field", "Lĩnh vực", "Field"),
      .money("pledged", "Cam kết", "Pledged"),
      .money("delivered", "Thực hiện", "Delivered"),
    ])

  static let commendations = Entity(
    "commendations", singular: "commendation", bilingual("Khen thưởng", "Commendations"), key: [],
    fields: [
      .year("year", "Năm", "Year"),
      .text("movement", "Phong trào", "Movement"),
      .text("level", "Cấp khen", "Level"),
      .text("title", "Danh hiệu", "Title"),
      .link("household", to: "households", "Hộ", "Household"),
      .link("model", to: "models", "Mô hình", "Model"),
      .link("agency", to: "agencies", "Cơ quan", "Agency"),
      .link("place", to: "places", "Địa bàn", "Place"),
    ])

  static let documents = Entity(
    "documents", singular: "document", bilingual("Chương trình, kế hoạch, văn bản", "Documents"),
    key: ["code"],
    nameField: "title",
    fields: [
      .code("Số, ký hiệu", "Document code"),
      .text("title", "Trích yếu", "Title"),
      .link("agency", to: "agencies", "Cơ quan ban hành", "Agency"),
      .date("issued", "Ngày ban hành", "Issued"),
      .year("year", "Năm", "Year"),
      .one(of: documentKind, "kind", "Loại văn bản", "Kind"),
      .link("project", to: "projects", "Dự án", "Project"),
    ])

  static let requests = Entity(
    "requests", singular: "request", bilingual("Đơn đề nghị", "Requests"), key: [],
    fields: [
      .link("household", to: "households", "Hộ", "Household"),
      .one(of: form, "form", "Mẫu đơn", "Form"),
      .date("filed", "Ngày nộp", "Filed"),
      .date("decided", "Ngày quyết định", "Decided"),
      .one(of: outcome, "outcome", "Kết quả giải quyết", "Outcome"),
    ])

  private static let result = EnumType(
    "model_result",
    [
      value("running", "Đang thực hiện", "Running"), value("success", "Thành công", "Success"),
      value("failed", "Không thành công", "Failed"),
    ])

  private static let planStatus = EnumType(
    "plan_status",
    [
      value("drafted", "Dự thảo", "Drafted"), value("registered", "Đã đăng ký", "Registered"),
      value("running", "Đang thực hiện", "Running"), value("achieved", "Đạt", "Achieved"),
      value("missed", "Không đạt", "Missed"),
    ])

  private static let measure = EnumType(
    "measure",
    [
      value("poor_households", "Số hộ nghèo", "Poor households"),
      value("near_poor_households", "Số hộ cận nghèo", "Near-poor households"),
      value("poor_rate", "Tỷ lệ hộ nghèo", "Poor rate"), value("escapes", "Số hộ thoát nghèo", "Escapes"),
      value("disbursed_share", "Tỷ lệ giải ngân", "Share disbursed"),
    ])

  private static let documentKind = EnumType(
    "document_kind",
    [
      value("programme", "Chương trình", "Programme"), value("plan", "Kế hoạch", "Plan"),
      value("decision", "Quyết định", "Decision"), value("dispatch", "Công văn", "Dispatch"),
      value("report", "Báo cáo", "Report"),
    ])

  private static let form = EnumType(
    "request_form", [value("entry", "Mẫu 01", "Form 01"), value("exit", "Mẫu 04", "Form 04")])

  private static let outcome = EnumType(
    "outcome", [value("accepted", "Chấp nhận", "Accepted"), value("refused", "Từ chối", "Refused")])
}
