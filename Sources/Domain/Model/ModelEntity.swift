import Schema

/// Models of poverty reduction: what was tried where, with what money and result, and what it was copied from.
enum ModelEntity {
  static let entity = Entity(
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

  private static let result = EnumType(
    "model_result",
    [
      value("running", "Đang thực hiện", "Running"), value("success", "Thành công", "Success"),
      value("failed", "Không thành công", "Failed"),
    ])
}
