import Columns
import Foundation
import Loading
import Packing
import Schema
import Source
import Store

/// A folder of its own for one test, in which a snapshot is written, packed and opened.
final class PackedFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/nep-packing-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  func load(_ folder: String) throws(Diagnostics) -> Snapshot {
    try loadSnapshot(at: folder, label: nil, evaluator: NoExpressions())
  }

  func open(_ path: String) throws(Diagnostics) -> Snapshot {
    try openPacked(at: path, label: nil) { DataCode(rawValue: $0) }
  }

  func verify(_ path: String) throws(Diagnostics) {
    _ = try verifyPacked(at: path) { DataCode(rawValue: $0) }
  }

  /// A small snapshot with a column of every form.
  func everyForm() throws -> Snapshot {
    let folder = file("forms")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let files = [
      "snapshot.yaml": """
      name: Mọi dạng
      label: "2023"
      date: 2023-12-15
      covers: reviewed
      entities:
        places: builtin
        households:
          file: h.csv
          fields:
            big: { type: integer }
            rate: { type: number, unit: "%", label: { vi: Tỷ lệ, en: Rate } }
            odd: { type: number }
            crops: { type: { set: { rice: { vi: Lúa, en: Rice }, maize: { vi: Ngô, en: Maize } } }, privacy: personal }
            grade: { type: { enum: [low, high], ordered: true } }
            words: { type: text }
        members: { file: m.csv }
        wells: { file: w.csv, key: code, fields: { code: { type: code }, owner: { type: households } } }
      """,
      "h.csv": """
      code,place,size,income,class,reviewed_on,big,rate,odd,crops,grade,words,water_source,merit
      K1,20335,3,1500000,poor,2023-11-02,-9223372036854775807,12.5,0.1234567,rice;maize,high,"một, ""hai""\nba",,true
      K2,20335,5,,near_poor,,9223372036854775806,7.25,1e-05,,low,,x,false
      K3,20341,x,2000000,other,2023-13-02,,,3.5,durian,,bốn,,
      K4,,4,900000,,2023-10-01,7,100,,maize,high,năm,,1
      """,
      "m.csv":
        "household,number,name,age,sex\nK1,1,Lan,30,female\nK1,2,Nam,5,male\nK2,1,Hoa,,female\nK9,1,Tí,3,male\n",
      "w.csv": "code,owner\n007,K2\n008,\n009,K7\n",
    ]
    for (name, text) in files { _ = try write("forms/\(name)", Array(text.utf8)) }
    return try load(folder)
  }
}

/// Snapshots here have no expressions.
struct NoExpressions: ColumnExpressionEvaluator {
  func columns(of expression: String) throws(Diagnostics) -> [String] { [] }

  func evaluate(_ expression: String, columns: [String: TypedColumn], rowCount: Int) throws(Diagnostics)
    -> TypedColumn
  {
    throw Diagnostics([])
  }
}

/// The first line in which two accounts differ, as one text; nil where they are alike.
func difference(_ found: [String], _ wanted: [String]) -> String? {
  for (a, b) in zip(found, wanted) where a != b {
    let start = zip(a, b).prefix { $0 == $1 }.count
    return
      "…\(a.dropFirst(max(0, start - 60)).prefix(240)) for …\(b.dropFirst(max(0, start - 60)).prefix(240))"
  }
  return found.count == wanted.count ? nil : "\(found.count) lines for \(wanted.count)"
}

extension Snapshot {
  /// Everything that a snapshot holds, as text.
  ///
  /// - Parameter findings: whether what was found wrong belongs to it.
  func account(findings isListed: Bool = true) -> [String] {
    var lines = [
      "\(label) \(name) \(date?.iso ?? "") \(standard ?? "") \(coversAll)",
      "\(places.codes) \(places.names) \(places.levels) \(places.parents)",
    ]
    for entity in schema.entities {
      lines.append("\(entity)")
      guard let table = tables[entity.name] else { continue }
      lines.append("\(table.count) \(table.derived.sorted()) \(table.keys.texts)")
      for name in table.columns.keys {
        guard let column = table.columns[name] else { continue }
        lines.append("\(name) \((0..<table.count).map { Snapshot.text(column, $0) })")
      }
      for name in table.children.keys {
        guard let index = table.children[name] else { continue }
        lines.append("\(name) \(index.starts) \(index.ends) \(index.permutation.map { "\($0)" } ?? "")")
      }
    }
    lines += schema.enums.map { "\($0)" } + ["\(schema.roles)"]
    if isListed {
      lines += findings.map { finding in
        let arguments = finding.arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return
          "\(finding.code.id) \(finding.severity) \(finding.entity) \(finding.field ?? "") \(finding.key ?? "") "
          + "\(finding.file ?? "") \(finding.line ?? 0):\(finding.column ?? 0) \(finding.count) \(arguments)"
      }
    }
    return lines
  }

  private static func text(_ column: Column, _ row: Int) -> String {
    if let reason = column.reason(row) { return "– \(reason)" }
    switch column {
    case .boolean(let booleans): return "\(booleans.bits[row])"
    case .integer(let integers): return "\(integers.values[row])"
    case .number(let numbers): return "\(numbers.values[row].bitPattern)"
    case .code(let codes): return codes.dictionary.map { $0[Int(codes.codes[row])] } ?? "\(codes.codes[row])"
    case .set(let sets): return "\(sets.masks[row])"
    case .list(let lists):
      return (lists.offsets[row]..<lists.offsets[row + 1]).map { text(lists.elements, $0) }.joined(
        separator: ";")
    }
  }
}
