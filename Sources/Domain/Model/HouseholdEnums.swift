import Schema

/// The closed lists of a household's fields.
enum HouseholdEnums {
  /// `class`: what the review recorded, poorest first.
  static let standing = EnumType(
    "class", ordered: true,
    [
      value("poor", "Hộ nghèo", "Poor"), value("near_poor", "Hộ cận nghèo", "Near-poor"),
      value("average", "Hộ có mức sống trung bình", "Average living standard"),
      value("other", "Không nghèo", "Not poor"),
    ])

  static let change = EnumType(
    "change",
    [
      value("escaped", "Thoát nghèo", "Escaped"), value("returned", "Tái nghèo", "Returned"),
      value("new", "Phát sinh mới", "New"), value("moved_in", "Chuyển đến", "Moved in"),
      value("moved_out", "Chuyển đi", "Moved out"), value("split", "Tách hộ", "Split"),
      value("merged", "Nhập hộ", "Merged"), value("died", "Chết", "Died"),
      value("members_changed", "Thay đổi nhân khẩu", "Members changed"),
    ])

  static let livelihood = EnumType(
    "livelihood",
    [
      value("agriculture", "Nông nghiệp", "Agriculture"), value("forestry", "Lâm nghiệp", "Forestry"),
      value("fishery", "Ngư nghiệp", "Fishery"), value("salt", "Diêm nghiệp", "Salt making"),
      value("wage", "Làm công ăn lương", "Wage work"), value("trade", "Buôn bán", "Trade"),
      value("services", "Dịch vụ", "Services"), value("other", "Khác", "Other"),
      value("none", "Không có", "None"),
    ])

  static let reason = EnumType(
    "reason",
    [
      value("no_land", "Không có đất sản xuất", "No land"),
      value("no_capital", "Không có vốn sản xuất, kinh doanh", "No capital"),
      value("no_labour", "Không có lao động", "No labour"),
      value("no_tools", "Không có công cụ, phương tiện sản xuất", "No tools"),
      value("no_knowledge", "Không có kiến thức về sản xuất", "No knowledge of production"),
      value("no_skills", "Không có kỹ năng lao động, sản xuất", "No skills"),
      value("illness", "Có người ốm đau, bệnh nặng, tai nạn", "Illness or accident"),
      value("other", "Nguyên nhân khác", "Other reason"),
    ])

  static let need = EnumType(
    "need",
    [
      value("health", "Hỗ trợ y tế", "Health"), value("education", "Hỗ trợ giáo dục", "Education"),
      value("production", "Hỗ trợ sản xuất", "Production"),
      value("credit", "Vay vốn tín dụng", "Credit"), value("housing", "Hỗ trợ nhà ở", "Housing"),
      value("other", "Hỗ trợ khác", "Other"),
    ])

  static let waterSource = EnumType(
    "water_source",
    [
      value("piped", "Nước máy", "Piped water"), value("drilled_well", "Giếng khoan", "Drilled well"),
      value("protected_well", "Giếng đào được bảo vệ", "Protected dug well"),
      value("protected_spring", "Nước khe, mó được bảo vệ", "Protected spring"),
      value("rain", "Nước mưa", "Rain water"), value("bottled", "Nước đóng chai, bình", "Bottled water"),
      value("unprotected", "Giếng, khe mó không được bảo vệ", "Unprotected well or spring"),
      value("surface", "Nước mặt (sông, suối, ao, hồ)", "Surface water"),
    ])

  static let toiletType = EnumType(
    "toilet_type",
    [
      value("septic", "Tự hoại, bán tự hoại", "Septic tank"),
      value("pour_flush", "Thấm dội nước", "Pour-flush"),
      value("vip", "Chìm có ống thông hơi", "Ventilated improved pit"),
      value("slab_pit", "Hố xí có tấm lát", "Pit with slab"),
      value("compost", "Hai ngăn ủ phân", "Double-vault compost"),
      value("open_pit", "Hố đào không che đậy", "Open pit"), value("none", "Không có", "None"),
    ])

  static let device = EnumType(
    "device",
    [
      value("tv", "Ti vi", "Television"), value("radio", "Radio", "Radio"),
      value("desktop", "Máy tính để bàn", "Desktop computer"),
      value("telephone", "Điện thoại cố định", "Telephone"),
      value("laptop", "Máy tính xách tay", "Laptop"), value("tablet", "Máy tính bảng", "Tablet"),
      value("smartphone", "Điện thoại thông minh", "Smartphone"),
    ])

  static let review = EnumType(
    "review", [value("periodic", "Định kỳ", "Periodic"), value("ongoing", "Thường xuyên", "Ongoing")])
}
