import Domain

/// The administrative units that ship with nep, written as the table that a file of them would be.
enum BuiltinPlaceTable {
  /// The name under which findings and diagnostics speak of them.
  static let name = "builtin"

  static var contents: FileContents {
    var text = "code,name,level,parent,kind,area,poor_district,mountain\n"
    for unit in BuiltinPlaces.quangNam {
      let cells = [
        unit.code, unit.name, unit.level, unit.parent ?? "", unit.kind, unit.area ?? "",
        flag(unit.poorDistrict),
        flag(unit.mountain),
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return FileContents(text: text)
  }

  private static func flag(_ value: Bool?) -> String { value.map(String.init) ?? "" }
}
