import Schema

/// Money planned and disbursed, by project, place, year, source and capital; carried-over money stands in rows of its own.
enum AllocationEntity {
  static let entity = Entity(
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
}
