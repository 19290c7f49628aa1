import Domain
import Schema
import Source
import Store

/// The `snapshot.yaml` of an exported snapshot: what the snapshot says of itself, and its own entities and fields.
struct ManifestText {
  private let snapshot: Snapshot
  private let model = HouseholdModel.schema
  private(set) var text = ""

  init(_ snapshot: Snapshot, _ tables: [ExportedTable]) {
    self.snapshot = snapshot
    line("name: \(quoted(snapshot.name))")
    line("label: \(quoted(snapshot.label))")
    if let date = snapshot.date { line("date: \(date.iso)") }
    if let standard = snapshot.standard { line("standard: \(quoted(standard))") }
    line("covers: \(snapshot.coversAll ? "all" : "reviewed")")
    line("entities:")
    for table in tables { write(table) }
  }

  private mutating func line(_ content: String) { text += content + "\n" }

  private mutating func write(_ exported: ExportedTable) {
    let entity = exported.table.entity
    let known = model.entity(entity.name)
    line("  \(quoted(entity.name)):")
    line("    file: \(quoted(entity.name + ".csv"))")
    if known == nil {
      line("    singular: \(quoted(entity.singular))")
      line("    label: \(label(entity.label))")
    }
    if exported.numbersRows {
      line("    key: row")
    } else if entity.key != known?.key ?? [] {
      line("    key: [\(entity.key.map(quoted).joined(separator: ", "))]")
    }
    let own = exported.columns.map(\.field).filter { known?.field($0.name) == nil }
    // Without a key an entity of the snapshot's own must declare fields all the same.
    guard !own.isEmpty || known == nil else { return }
    line("    fields:\(own.isEmpty ? " {}" : "")")
    for field in own { write(field) }
  }

  private mutating func write(_ field: Field) {
    var parts = ["type: \(type(field.type))"]
    if let unit = field.type.unit { parts.append("unit: \(quoted(unit.symbol))") }
    parts.append("label: \(label(field.label))")
    if field.privacy != .open { parts.append("privacy: \(field.privacy.rawValue)") }
    line("      \(quoted(field.name)): { \(parts.joined(separator: ", ")) }")
  }

  private func type(_ type: ValueType) -> String {
    switch type.kind {
    case .boolean: "boolean"
    case .integer: type.display == .ungrouped ? "year" : "integer"
    case .number, .share, .points: "number"
    case .date: "date"
    case .text, .missing, .list: type.display == .ungrouped ? "code" : "text"
    case .entity(let name, _): quoted(name)
    case .enumeration(let values):
      known(values) ?? "{ enum: \(list(values))\(values.isOrdered ? ", ordered: true" : "") }"
    case .set(let values): "{ set: \(known(values) ?? list(values)) }"
    }
  }

  /// The name of an enum that the model has itself.
  private func known(_ values: EnumType) -> String? {
    guard let own = model.enumeration(values.name), own == values, own.isOrdered == values.isOrdered else {
      return nil
    }
    return quoted(values.name)
  }

  private func list(_ values: EnumType) -> String {
    "{ \(values.values.map { "\(quoted($0.name)): \(label($0.label))" }.joined(separator: ", ")) }"
  }

  private func label(_ label: Localized) -> String {
    label.vi == label.en ? quoted(label.en) : "{ vi: \(quoted(label.vi)), en: \(quoted(label.en)) }"
  }

  /// A text in double quotes, as YAML reads it back.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += "\\x" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
