import Schema

/// Targets given to a place for a year.
///
/// Rates and shares are fractions: 0.055 is 5.5 per cent.
enum TargetEntity {
  static let entity = Entity(
    "targets", singular: "target", bilingual("Chỉ tiêu", "Targets"), key: [],
    fields: [
      .link("place", to: "places", "Địa bàn", "Place"),
      .year("year", "Năm", "Year"),
      .one(of: measure, "measure", "Chỉ tiêu", "Measure"),
      .number("value", "Giá trị", "Value"),
      .text("decision", "Quyết định giao", "Decision"),
    ])

  private static let measure = EnumType(
    "measure",
    [
      value("poor_households", "Số hộ nghèo", "Poor households"),
      value("near_poor_households", "Số hộ cận nghèo", "Near-poor households"),
      value("poor_rate", "Tỷ lệ hộ nghèo", "Poor rate"), value("escapes", "Số hộ thoát nghèo", "Escapes"),
      value("disbursed_share", "Tỷ lệ giải ngân", "Share disbursed"),
    ])
}
