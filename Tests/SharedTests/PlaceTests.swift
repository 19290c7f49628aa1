import Domain
import Foundation
import TestSupport
import Testing

/// The built-in places against the catalogue in `../shared/data/places`.
@Suite("Built-in places against the catalogue")
struct PlaceTests {
  static let folder = Repository.shared.appendingPathComponent("data/places")

  /// Rows of a CSV file without quoted cells.
  static func rows(_ file: String) throws -> [[String: String]] {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// A commune with its kind, as the catalogue writes it, without spaces too many.
  static func fullName(_ unit: PlaceUnit) -> String {
    let kinds = ["phuong": "Phường", "thi_tran": "Thị trấn", "xa": "Xã"]
    return "\(kinds[unit.kind] ?? unit.kind) \(unit.name)"
  }

  static func plain(_ name: String) -> String {
    name.split(separator: " ").joined(separator: " ").precomposedStringWithCanonicalMapping
  }

  @Test("communes on two dates", arguments: ["2024-11-01", "2025-03-01"]) func communes(day: String) throws {
    let found = Set(
      BuiltinPlaces.units(on: day).filter { $0.level == "commune" }
        .map { "\($0.code) \(Self.plain(Self.fullName($0))) \($0.parent ?? "")" })
    let listed = Set(
      try Self.rows("quang_nam_communes_\(day).csv").map {
        "\($0["code"] ?? "") \(Self.plain($0["full_name"] ?? "")) \($0["district_code"] ?? "")"
      })
    #expect(found == listed, "\(found.symmetricDifference(listed).sorted())")
  }

  @Test("every commune went to the unit that the conversion names") func conversion() throws {
    let rows = try Self.rows("quang_nam_conversion_to_2025.csv")
    #expect(rows.count == 233)
    let units = BuiltinPlaces.units(on: "2025-07-01")
    for row in rows {
      let old = row["old_ward_code"] ?? ""
      let codes = BuiltinPlaces.codes(of: old, on: "2025-06-30", at: "2025-07-01")
      #expect(codes == [row["new_ward_code"] ?? ""], "\(old)")
      let unit = units.first { $0.code == codes.first }
      #expect(unit.map { Self.plain(Self.fullName($0)) } == Self.plain(row["new_ward"] ?? ""), "\(old)")
    }
  }

  /// The catalogue's row of 20674 is stale (domain facts 6.1), and a second space is no change of a name.
  @Test("validity of each commune") func history() throws {
    let listed = Set(
      try Self.rows("quang_nam_communes_history.csv").filter { $0["code"] != "20674" }.map {
        "\($0["code"] ?? "") \(Self.plain($0["full_name"] ?? "")) \($0["parent_code"] ?? "")"
      })
    let found = Set(
      BuiltinPlaces.history.filter { $0.level == "commune" && $0.parent != "48" }.map {
        "\($0.code) \(Self.plain(Self.fullName($0))) \($0.parent ?? "")"
      })
    #expect(found == listed, "\(found.symmetricDifference(listed).sorted())")
  }
}
