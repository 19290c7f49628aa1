import Schema

/// Households as the yearly review (Quyết định 24/2021/QĐ-TTg) records them.
enum HouseholdEntity {
  static let entity = Entity(
    "households", singular: "household", bilingual("Hộ", "Households"), key: ["code"],
    fields: identity + review + circumstances + housing,
    manyLinks: [
      ManyLink("members", to: "members", inverse: "household"),
      ManyLink("supports", to: "supports", inverse: "household"),
      ManyLink("enrolments", to: "enrolments", inverse: "household"),
      ManyLink("plans", to: "plans", inverse: "household"),
      ManyLink("twinnings", to: "twinnings", inverse: "household"),
      ManyLink("commendations", to: "commendations", inverse: "household"),
      ManyLink("requests", to: "requests", inverse: "household"),
    ])

  private static let identity: [Field] =
    [
      .code("Mã hộ", "Household code"),
      .text("head_name", "Họ tên chủ hộ", "Name of the head", privacy: .personal),
      .link("place", to: "places", "Địa bàn", "Place"),
    ] + Field.placeLevels(above: "place") + [
      .one(of: PlaceEntity.area, "area", "Khu vực", "Area"),
      .one(of: Ethnicity.type, "ethnicity", "Dân tộc", "Ethnicity", privacy: .sensitive),
      .boolean("ethnic_minority", "Hộ dân tộc thiểu số", "Ethnic minority household"),
      .integer("size", "Số nhân khẩu", "Household size", unit: Units.persons),
    ]

  private static let review: [Field] = [
    .money("income", "Thu nhập bình quân", "Income", unit: Units.dongPerPersonMonth),
    .money(
      "income_12m", "Thu nhập bình quân 12 tháng, không gồm trợ cấp của Nhà nước",
      "Income of 12 months without State allowances", unit: Units.dongPerPersonMonth),
    .integer("score_a", "Điểm A (phiếu B1)", "Score A (form B1)", unit: Units.scorePoints),
    .integer("score_b", "Điểm B (phiếu B2)", "Score B (form B2)", unit: Units.scorePoints),
    .set(of: Indicators.type, "recorded_lacks", "Thiếu hụt ghi nhận", "Deprivations recorded"),
    .one(of: HouseholdEnums.standing, "class", "Kết quả phân loại", "Class recorded"),
    .one(of: HouseholdEnums.change, "change", "Diễn biến", "Change recorded"),
  ]

  private static let circumstances: [Field] = [
    .one(of: HouseholdEnums.livelihood, "livelihood", "Sinh kế chính", "Main livelihood"),
    .boolean("merit", "Hộ có người có công với cách mạng", "Household of merit"),
    .boolean("labour_capacity", "Có khả năng lao động", "Labour capacity"),
    .boolean("social_assistance", "Hưởng trợ giúp xã hội", "Receives social assistance"),
    .set(
      of: HouseholdEnums.reason, "reasons", "Nguyên nhân nghèo", "Reasons of poverty", privacy: .sensitive),
    .set(of: HouseholdEnums.need, "needs", "Nhu cầu hỗ trợ", "Needs"),
  ]

  private static let housing: [Field] = [
    .number("floor_area", "Diện tích nhà ở", "Floor area", unit: Units.squareMetres),
    .boolean("roof_durable", "Mái nhà bền chắc", "Durable roof"),
    .boolean("walls_durable", "Tường bền chắc", "Durable walls"),
    .boolean("frame_durable", "Cột, khung bền chắc", "Durable frame"),
    .one(of: HouseholdEnums.waterSource, "water_source", "Nguồn nước sinh hoạt", "Water source"),
    .one(of: HouseholdEnums.toiletType, "toilet_type", "Loại nhà tiêu", "Toilet"),
    .boolean("internet", "Sử dụng internet", "Internet"),
    .boolean("waste_treated", "Rác thải được xử lý", "Waste treated"),
    .boolean("health_access", "Tiếp cận dịch vụ y tế", "Access to health care"),
    .set(of: HouseholdEnums.device, "devices", "Phương tiện tiếp cận thông tin", "Information devices"),
    .date("reviewed_on", "Ngày rà soát", "Reviewed on"),
    .one(of: HouseholdEnums.review, "review", "Hình thức rà soát", "Kind of review"),
    .link("head", to: "members", "Chủ hộ", "Head"),
  ]
}
