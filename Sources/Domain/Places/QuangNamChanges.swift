/// What changed among the units of Quảng Nam before they became part of Đà Nẵng.
///
/// The last known extent of a unit counts: one that only took in a neighbour goes on under its code.
enum QuangNamChanges {
  /// On 10 April 2023 five rural communes of Điện Bàn became wards, and Quế Trung the township Trung Phước.
  ///
  /// Source: the validity rows of the General Statistics Office's catalogue; Nghị quyết 727/NQ-UBTVQH15 is from memory.
  static let firstDayOfWards = "2023-04-10"
  static let lastDayBeforeWards = "2023-04-09"
  /// By code, the name before.
  static let communesBeforeWards = [
    "20560": "Điện Thắng Bắc", "20561": "Điện Thắng Trung", "20562": "Điện Thắng Nam", "20593": "Điện Minh",
    "20596": "Điện Phương", "20656": "Quế Trung",
  ]

  /// On 1 January 2025 Nông Sơn became part of Quế Sơn, and eight communes part of others.
  ///
  /// Source: domain facts 6.1, from two states of the catalogue (Nghị quyết 1241/NQ-UBTVQH15 is from memory).
  static let firstDayOf2025 = "2025-01-01"
  static let lastDayOf2024 = "2024-12-31"
  static let mergedDistrict = "519"
  static let mergedInto = "509"
  /// Communes that ended, each with the one that it became part of; nil where no source was found.
  ///
  /// Hiệp Thuận and Bình Định Nam are inferred: they ended on the day on which Hiệp Hòa and Bình Định Bắc took the
  /// names Quế Tân and Bình Định.
  static let ended: [String: String?] = [
    "20338": nil, "20383": nil, "20602": nil, "20672": nil, "20830": nil, "20863": nil, "20761": "20758",
    "20822": "20821",
  ]
  /// By code, the name since.
  static let renamed = ["20758": "Quế Tân", "20821": "Bình Định"]
}
