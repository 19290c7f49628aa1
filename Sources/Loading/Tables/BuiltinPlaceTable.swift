import Domain
import Source

/// The administrative units that ship with nep, written as the table that a file of them would be.
enum BuiltinPlaceTable {
  /// The name under which findings and diagnostics speak of them.
  static let name = "builtin"

  /// The units in force on the date of the snapshot; those of 2024 where it has none.
  static func contents(on date: CivilDate?) -> FileContents {
    var text = "code,name,level,parent,kind,area,poor_district,mountain,valid_from,valid_to\n"
    for unit in date.map({ BuiltinPlaces.units(on: $0.iso) }) ?? BuiltinPlaces.quangNam {
      let cells = [
        unit.code, unit.name, unit.level, unit.parent ?? "", unit.kind, unit.area ?? "",
        flag(unit.poorDistrict), flag(unit.mountain), unit.validFrom ?? "", unit.validTo ?? "",
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return FileContents(text: text)
  }

  private static func flag(_ value: Bool?) -> String { value.map(String.init) ?? "" }
}
