import Schema

/// Agencies, associations and enterprises that lead, pay for or twin with what helps households.
enum AgencyEntity {
  static let entity = Entity(
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

  private static let agencyKind = EnumType(
    "agency_kind",
    [
      value("front", "Mặt trận Tổ quốc", "Fatherland Front"), value("department", "Sở, phòng", "Department"),
      value("association", "Hội, đoàn thể", "Association"), value("committee", "Ủy ban", "Committee"),
      value("enterprise", "Doanh nghiệp", "Enterprise"),
      value("twin_unit", "Đơn vị kết nghĩa", "Twinned unit"),
    ])
}
