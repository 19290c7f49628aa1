import Schema

/// Places: the administrative units from the province down to the village, in force between two dates.
enum PlaceEntity {
  static let level = EnumType(
    "level", ordered: true,
    [
      value("province", "Tỉnh", "Province"), value("district", "Huyện", "District"),
      value("commune", "Xã", "Commune"), value("village", "Thôn", "Village"),
    ])

  static let kind = EnumType(
    "place_kind",
    [
      value("tinh", "Tỉnh", "Province"), value("thanh_pho", "Thành phố", "City"),
      value("quan", "Quận", "Urban district"), value("huyen", "Huyện", "Rural district"),
      value("thi_xa", "Thị xã", "Town"), value("thi_tran", "Thị trấn", "Township"),
      value("phuong", "Phường", "Ward"), value("xa", "Xã", "Rural commune"),
      value("dac_khu", "Đặc khu", "Special zone"), value("thon", "Thôn", "Hamlet"),
      value("to_dan_pho", "Tổ dân phố", "Residential group"),
    ])

  static let area = EnumType(
    "area", [value("rural", "Nông thôn", "Rural"), value("urban", "Thành thị", "Urban")])

  static let entity = Entity(
    "places", singular: "place", bilingual("Địa bàn", "Places"), key: ["code"], nameField: "name",
    fields: [
      .code("Mã địa bàn", "Place code"),
      .text("name", "Tên", "Name"),
      .one(of: level, "level", "Cấp", "Level"),
      .link("parent", to: "places", "Trực thuộc", "Part of"),
      .one(of: kind, "kind", "Loại đơn vị", "Kind"),
      .one(of: area, "area", "Khu vực", "Area"),
      .boolean("poor_district", "Huyện nghèo", "Poor district"),
      .boolean("especially_difficult", "Đặc biệt khó khăn", "Especially difficult"),
      .boolean("coastal_difficult", "Bãi ngang, ven biển khó khăn", "Difficult coastal commune"),
      .boolean("mountain", "Miền núi", "Mountain"),
      .boolean("border", "Biên giới", "Border"),
      .integer("households_total", "Tổng số hộ dân cư", "Resident households"),
      .integer("people_total", "Tổng số nhân khẩu", "Residents", unit: Units.persons),
      .integer("minority_households_total", "Số hộ dân tộc thiểu số", "Ethnic minority households"),
      .integer(
        "minority_people_total", "Nhân khẩu dân tộc thiểu số", "Ethnic minority residents",
        unit: Units.persons),
      .date("valid_from", "Hiệu lực từ", "In force from"),
      .date("valid_to", "Hiệu lực đến", "In force to"),
      Field(
        "successors", ValueType(.list(.entity("places", level: nil))),
        bilingual("Đơn vị kế tục", "Successors")),
    ] + Field.placeLevels(above: ""),
    manyLinks: [
      ManyLink("children", to: "places", inverse: "parent"),
      .within("households"), .within("agencies"), .within("allocations"), .within("models"),
      .within("targets"), .within("twinnings"), .within("commendations"),
    ])
}

extension ManyLink {
  /// The rows of an entity anywhere in the place.
  fileprivate static func within(_ target: String) -> ManyLink {
    ManyLink(target, to: target, inverse: "place", holdsSubtree: true)
  }
}
