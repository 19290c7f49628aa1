/// The administrative units that ship with the program, read once from the text tables beside this file.
package enum BuiltinPlaces {
  /// Quảng Nam in 2024: the province, then each district followed by its communes, in the official order.
  package static let quangNam: [PlaceUnit] = {
    let province = PlaceUnit(
      code: QuangNamUnits.provinceCode, name: QuangNamUnits.provinceName, level: "province", parent: nil,
      kind: "tinh")
    return [province]
      + QuangNamUnits.districts.split(separator: "\n").flatMap { line in districtAndCommunes(line) }
  }()

  /// A unit of the line `20335 P.Bàn Thạch`, of the level of communes.
  static func commune(_ text: Substring, in parent: String, mountain: Bool) -> PlaceUnit? {
    guard let (code, marked) = codeAndName(text) else { return nil }
    let (kind, name) = kindAndName(marked, marks: ["P.": "phuong", "TT.": "thi_tran"], unmarked: "xa")
    return PlaceUnit(
      code: code, name: name, level: "commune", parent: parent, kind: kind,
      area: kind == "xa" ? "rural" : "urban", mountain: mountain)
  }

  /// A district and its communes, from a line `502 TP.Tam Kỳ: 20335 P.Tân Thạnh; 20359 Tam Thanh`.
  private static func districtAndCommunes(_ line: Substring) -> [PlaceUnit] {
    let halves = line.split(separator: ":", maxSplits: 1)
    guard halves.count == 2, let (code, marked) = codeAndName(halves[0]) else { return [] }
    let (kind, name) = kindAndName(marked, marks: ["TP.": "thanh_pho", "TX.": "thi_xa"], unmarked: "huyen")
    let isMountain = QuangNamUnits.mountainDistricts.contains(code)
    let district = PlaceUnit(
      code: code, name: name, level: "district", parent: QuangNamUnits.provinceCode, kind: kind,
      poorDistrict: QuangNamUnits.poorDistricts.contains(code), mountain: isMountain)
    return [district]
      + halves[1].split(separator: ";").compactMap { text in
        commune(text, in: code, mountain: isMountain)
      }
  }

  private static func codeAndName(_ text: Substring) -> (code: String, name: Substring)? {
    let parts = text.split(separator: " ", maxSplits: 1)
    return parts.count == 2 ? (String(parts[0]), parts[1]) : nil
  }

  private static func kindAndName(
    _ text: Substring, marks: [String: String], unmarked: String
  ) -> (kind: String, name: String) {
    for (mark, kind) in marks where text.hasPrefix(mark) {
      return (kind, String(text.dropFirst(mark.count)))
    }
    return (unmarked, String(text))
  }
}
