import Domain

/// An agency of the demonstration.
///
/// Public bodies are called by their kind and place; enterprises and twinned units are invented.
struct Agency {
  let code: String
  let name: String
  let kind: Kind
  let level: String
  let place: String

  enum Kind: String {
    case front, department, association, committee, enterprise
    case twinUnit = "twin_unit"
  }

  private init(
    _ code: String, _ name: String, _ kind: Kind, level: String = "tỉnh", place: String = "49"
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.level = level
    self.place = place
  }

  static let ofProvince: [Agency] =
    [
      Agency("UBNDT", "UBND tỉnh", .committee),
      Agency("MTTQT", "Ủy ban MTTQ Việt Nam tỉnh", .front),
      Agency("SLDTBXH", "Sở Lao động - Thương binh và Xã hội", .department),
      Agency("SNNPTNT", "Sở Nông nghiệp và Phát triển nông thôn", .department),
      Agency("SYT", "Sở Y tế", .department), Agency("SXD", "Sở Xây dựng", .department),
      Agency("STTTT", "Sở Thông tin và Truyền thông", .department),
      Agency("STC", "Sở Tài chính", .department), Agency("BDT", "Ban Dân tộc", .department),
      Agency("HNDT", "Hội Nông dân tỉnh", .association),
      Agency("HPNT", "Hội Liên hiệp Phụ nữ tỉnh", .association),
      Agency("TDT", "Tỉnh đoàn", .association),
      Agency("NHCSXH", "Ngân hàng Chính sách xã hội chi nhánh tỉnh", .enterprise),
    ]
    + (1...6).map { Agency("DN0\($0)", "Doanh nghiệp minh họa \($0)", .enterprise) }
    + (1...8).map { Agency("KN0\($0)", "Đơn vị kết nghĩa minh họa \($0)", .twinUnit) }

  /// Codes of those that stand by communes and households.
  static let twins = ofProvince.filter {
    $0.kind == .twinUnit || $0.kind == .enterprise && $0.code != "NHCSXH"
  }
  .map(\.code)
  static let enterprises = ofProvince.filter { $0.code.hasPrefix("DN") }.map(\.code)

  static func ofDistrict(_ unit: PlaceUnit) -> [Agency] {
    [
      Agency(
        "UBND\(unit.code)", "UBND \(unit.fullName)", .committee, level: "huyện", place: unit.code),
      Agency(
        "PLDTBXH\(unit.code)", "Phòng Lao động - Thương binh và Xã hội \(unit.fullName)",
        .department,
        level: "huyện", place: unit.code),
      Agency(
        "HND\(unit.code)", "Hội Nông dân \(unit.fullName)", .association, level: "huyện",
        place: unit.code),
      Agency(
        "HPN\(unit.code)", "Hội Liên hiệp Phụ nữ \(unit.fullName)", .association, level: "huyện",
        place: unit.code),
    ]
  }

  static func ofCommune(_ unit: PlaceUnit) -> [Agency] {
    [
      Agency(
        "UBND\(unit.code)", "UBND \(unit.fullName)", .committee, level: "xã", place: unit.code),
      Agency(
        "MTTQ\(unit.code)", "Ủy ban MTTQ \(unit.fullName)", .front, level: "xã", place: unit.code),
    ]
  }
}

extension PlaceUnit {
  /// With its kind: `xã Trà Linh`.
  var fullName: String {
    let kinds = [
      "tinh": "tỉnh", "thanh_pho": "thành phố", "thi_xa": "thị xã", "huyen": "huyện",
      "phuong": "phường",
      "thi_tran": "thị trấn", "xa": "xã",
    ]
    return kinds[kind].map { "\($0) \(name)" } ?? name
  }
}
