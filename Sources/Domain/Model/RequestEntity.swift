import Schema

/// Requests of households to be put on the lists (Form 01) or taken off them (Form 04).
enum RequestEntity {
  static let entity = Entity(
    "requests", singular: "request", bilingual("Đơn đề nghị", "Requests"), key: [],
    fields: [
      .link("household", to: "households", "Hộ", "Household"),
      .one(of: form, "form", "Mẫu đơn", "Form"),
      .date("filed", "Ngày nộp", "Filed"),
      .date("decided", "Ngày quyết định", "Decided"),
      .one(of: outcome, "outcome", "Kết quả giải quyết", "Outcome"),
    ])

  private static let form = EnumType(
    "request_form", [value("entry", "Mẫu 01", "Form 01"), value("exit", "Mẫu 04", "Form 04")])

  private static let outcome = EnumType(
    "outcome", [value("accepted", "Chấp nhận", "Accepted"), value("refused", "Từ chối", "Refused")])
}
