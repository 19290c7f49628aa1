/// One administrative unit as the law names it, apart from any snapshot.
///
/// Flags are nil where no source gives them: which communes lie on the border, and which coastal communes were
/// especially difficult in 2021–2025, was not found, so neither is a property here.
package struct PlaceUnit: Sendable, Equatable {
  /// The official code: two digits a province, three a district, five a commune.
  package let code: String
  /// The name without its kind: `Trà Linh`, not `Xã Trà Linh`.
  package let name: String
  /// `province`, `district`, `commune` or `village`.
  package let level: String
  /// The code of the unit above, nil for a province.
  package let parent: String?
  /// `tinh`, `thanh_pho`, `thi_xa`, `huyen`, `phuong`, `thi_tran`, `xa`, `thon` or `to_dan_pho`.
  package let kind: String
  /// `urban` for wards and townships, `rural` for rural communes; nil for what holds both.
  package let area: String?
  /// Whether the unit is one of the poor districts of Decision 353/QĐ-TTg; nil for what is not a district.
  package let poorDistrict: Bool?
  /// Whether the unit is, or lies in, a mountain district; nil for the province.
  package let mountain: Bool?
  /// The first day in force, `2025-07-01`; nil where it is older than what is known here.
  package var validFrom: String?
  /// The last day in force, nil while it is.
  package var validTo: String?
  /// The codes, on the day after its last, of the units that its territory went to; empty while it is in force, and
  /// where no source says.
  package var successors: [String] = []

  package init(
    code: String, name: String, level: String, parent: String?, kind: String, area: String? = nil,
    poorDistrict: Bool? = nil, mountain: Bool? = nil
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.parent = parent
    self.kind = kind
    self.area = area
    self.poorDistrict = poorDistrict
    self.mountain = mountain
  }
}

extension PlaceUnit {
  /// Whether it is in force on a day written `2025-07-01`.
  package func isInForce(on day: String) -> Bool {
    (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
  }
}
