import Columns
import Foundation
import Loading
import Schema
import Source
import Store

/// A snapshot folder that a test writes and takes away again.
final class SnapshotFolder {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.path + "/nep-loading-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)")) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ data: Data) throws {
    try data.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func load(_ evaluator: any ColumnExpressionEvaluator = FixedEvaluator()) throws(Diagnostics) -> Snapshot {
    try loadSnapshot(at: path, label: nil, evaluator: evaluator)
  }

  /// The first diagnostic of a load that must fail; nil where it does not.
  func failure() -> Diagnostic? {
    do {
      _ = try load()
      return nil
    } catch {
      return error.list.first
    }
  }
}

/// Knows `double NAME`, and `fails NAME`, so that expressions can be tested without the language.
struct FixedEvaluator: ColumnExpressionEvaluator {
  func columns(of expression: String) throws(Diagnostics) -> [String] {
    [expression.split(separator: " ").last.map(String.init) ?? ""]
  }

  func evaluate(_ expression: String, columns: [String: TypedColumn], rowCount: Int) throws(Diagnostics)
    -> TypedColumn
  {
    if expression.contains("fails") { throw Diagnostics(Diagnostic(DataCode.badManifest, at: nil)) }
    guard let value = columns.values.first else { return TypedColumn(.code(CodeColumn([])), .text) }
    switch value.column {
    case .integer(let column):
      return TypedColumn(
        .integer(IntegerColumn(ContiguousArray(column.values.map { $0 * 2 }), column.validity)), .integer)
    case .number(let column):
      return TypedColumn(
        .number(NumberColumn(ContiguousArray(column.values.map { $0 * 2 }), column.validity)), .number)
    default: return value
    }
  }
}

extension Snapshot {
  /// The values of a field as short texts: `–` missing (not recorded), `!` a bad value, links as keys.
  func texts(_ entity: String, _ field: String) -> [String] {
    guard let table = tables[entity], let column = table.columns[field],
      let type = table.entity.field(field)?.type
    else { return [] }
    return (0..<table.count).map { text(column, type, $0) }
  }

  private func text(_ column: Column, _ type: ValueType, _ row: Int) -> String {
    if let reason = column.reason(row) { return reason == .badValue ? "!" : "–" }
    switch column {
    case .boolean(let booleans): return String(booleans.bits[row])
    case .integer(let integers):
      let value = integers.values[row]
      return type.kind == .date ? CivilDate(days: Int(value)).iso : String(value)
    case .number(let numbers): return String(numbers.values[row])
    case .code(let codes): return text(codes, type, Int(codes.codes[row]))
    case .set(let sets):
      guard case .set(let values) = type.kind else { return "?" }
      let elements = values.values.indices.filter { sets.masks[row] >> UInt64($0) & 1 == 1 }
      return "{" + elements.map { values.values[$0].name }.joined(separator: ";") + "}"
    case .list(let lists):
      guard case .list(let kind) = type.kind else { return "?" }
      let range = lists.offsets[row]..<lists.offsets[row + 1]
      return range.map { text(lists.elements, ValueType(kind), $0) }.joined(separator: ";")
    }
  }

  private func text(_ codes: CodeColumn, _ type: ValueType, _ code: Int) -> String {
    if let dictionary = codes.dictionary { return dictionary[code] }
    switch type.kind {
    case .enumeration(let values): return values.values[code].name
    case .entity(let target, _):
      return tables[target].map { $0.keys.count > code ? $0.keys[code] : "#\(code)" } ?? "?"
    default: return "?"
    }
  }

  /// The keys of an entity's rows.
  func keys(_ entity: String) -> [String] { tables[entity]?.keys.texts ?? [] }

  /// The findings of one code, as `line:column`.
  func places(of code: DataCode) -> [String] {
    findings.filter { $0.code.id == code.id }.map { "\($0.line ?? 0):\($0.column ?? 0)" }
  }

  /// The rows behind a to-many link of one row, by key.
  func children(_ entity: String, _ link: String, _ row: Int) -> [String] {
    guard let table = tables[entity], let index = table.children[link],
      let target = table.entity.manyLink(link).flatMap({ tables[$0.target] })
    else { return [] }
    return (index.starts[row]..<index.ends[row]).map { position in
      let child = index.permutation.map { $0[Int(position)] } ?? position
      return target.keys.count > Int(child) ? target.keys[Int(child)] : "#\(child)"
    }
  }
}
