import Columns
import Foundation
import GRDB
import Schema
import Source
import Store

/// Writes a snapshot as a SQLite database: a table for each entity, its key first, an index on each link, and the labels.
///
/// The database takes its name when all is written.
///
/// - Parameter path: a file that is not there yet.
package func exportDatabase(_ snapshot: Snapshot, to path: String) throws(Diagnostics) {
  guard !FileManager.default.fileExists(atPath: path) else {
    throw Diagnostics(Diagnostic(ExportCode.targetExists, at: nil, ["path": path]))
  }
  let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
  do {
    let queue = try DatabaseQueue(path: temporary)
    // The file is nobody's yet: what breaks off is thrown away whole.
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      try database.inTransaction {
        try DatabaseExport(database: database, snapshot: snapshot).run()
        return .commit
      }
    }
    try queue.close()
    if let damage = snapshot.damage.diagnostic { throw Diagnostics(damage) }
    guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  } catch let error as Diagnostics {
    try? FileManager.default.removeItem(atPath: temporary)
    throw error
  } catch {
    try? FileManager.default.removeItem(atPath: temporary)
    throw Diagnostics(
      Diagnostic(ExportCode.cannotExport, at: nil, ["path": path, "reason": "\(error)"]))
  }
}

/// The tables of a snapshot in a database.
private struct DatabaseExport {
  let database: Database
  let snapshot: Snapshot

  func run() throws {
    try writeSnapshot()
    try writeLabels()
    for entity in snapshot.schema.entities {
      if let table = snapshot.tables[entity.name] { try write(table) }
    }
  }

  private func writeSnapshot() throws {
    try database.execute(
      sql: "CREATE TABLE _snapshot (label TEXT, name TEXT, date TEXT, standard TEXT, covers TEXT)")
    try database.execute(
      sql: "INSERT INTO _snapshot VALUES (?, ?, ?, ?, ?)",
      arguments: [
        snapshot.label, snapshot.name, snapshot.date?.iso, snapshot.standard,
        snapshot.coversAll ? "all" : "reviewed",
      ])
  }

  /// What entities, fields and values are called, in both languages.
  private func writeLabels() throws {
    try database.execute(
      sql: """
        CREATE TABLE _labels (entity TEXT, field TEXT, value TEXT, vi TEXT, en TEXT, unit TEXT, privacy TEXT)
        """)
    let insert = try database.makeStatement(sql: "INSERT INTO _labels VALUES (?, ?, ?, ?, ?, ?, ?)")
    for entity in snapshot.schema.entities {
      guard let table = snapshot.tables[entity.name] else { continue }
      try insert.execute(arguments: [entity.name, nil, nil, entity.label.vi, entity.label.en, nil, nil])
      for field in entity.fields where table.columns.has(field.name) {
        try insert.execute(arguments: [
          entity.name, field.name, nil, field.label.vi, field.label.en, field.type.unit?.symbol,
          field.privacy.rawValue,
        ])
        for value in field.type.values {
          try insert.execute(arguments: [
            entity.name, field.name, value.name, value.label.vi, value.label.en, nil, nil,
          ])
        }
      }
    }
  }

  private func write(_ table: EntityTable) throws {
    let entity = table.entity
    let fields = entity.fields.filter { $0.origin == .stored && table.columns.has($0.name) }
    let definitions = ["_key TEXT PRIMARY KEY"] + fields.map { "\(quoted($0.name)) \(type(of: $0))" }
    try database.execute(
      sql: "CREATE TABLE \(quoted(entity.name)) (\(definitions.joined(separator: ", "))) WITHOUT ROWID")
    let marks = Array(repeating: "?", count: fields.count + 1).joined(separator: ", ")
    let insert = try database.makeStatement(sql: "INSERT INTO \(quoted(entity.name)) VALUES (\(marks))")
    let columns = fields.compactMap { field in
      table.columns[field.name].map { DatabaseColumn($0, field.type.kind, keys) }
    }
    let key = keys(entity.name)
    for row in 0..<table.count {
      var values: [DatabaseValue] = [key(row).databaseValue]
      for column in columns { values.append(column.value(row)) }
      try insert.execute(arguments: StatementArguments(values))
    }
    for field in fields where field.target != nil {
      let name = quoted("\(entity.name)_\(field.name)")
      try database.execute(
        sql: "CREATE INDEX \(name) ON \(quoted(entity.name)) (\(quoted(field.name)))")
    }
  }

  /// The text by which a row of an entity is known: its key, or its number where it has none.
  private func keys(_ entity: String) -> (Int) -> String {
    let texts = snapshot.tables[entity]?.keys ?? TextDictionary()
    guard texts.count > 0 else { return { String($0 + 1) } }
    // Rows without a key are told apart by their number.
    return { texts.length($0) > 0 ? texts[$0] : "#\($0 + 1)" }
  }

  private func type(of field: Field) -> String {
    switch field.type.kind {
    case .boolean, .integer: return "INTEGER"
    case .number, .share, .points: return "REAL"
    case .entity(let target, _) where snapshot.tables[target] != nil:
      return "TEXT REFERENCES \(quoted(target)) (_key)"
    default: return "TEXT"
    }
  }

  private func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}

/// One column's values as a database keeps them: dates in ISO form, values of enums by name, sets `a;b`, links by key.
private struct DatabaseColumn {
  private let column: Columns.Column
  private let kind: ValueKind
  private let key: (Int) -> String

  init(_ column: Columns.Column, _ kind: ValueKind, _ keys: (String) -> (Int) -> String) {
    self.column = column
    self.kind = kind
    switch kind {
    case .entity(let target, _), .list(.entity(let target, _)): key = keys(target)
    case .enumeration(let type): key = { type.values[$0].name }
    default:
      if case .code(let codes) = column, let texts = codes.dictionary {
        key = { texts[$0] }
      } else {
        key = { String($0) }
      }
    }
  }

  func value(_ row: Int) -> DatabaseValue {
    guard column.isKnown(row) else { return .null }
    switch column {
    case .boolean(let booleans): return booleans.bits[row].databaseValue
    case .integer(let integers):
      let value = integers.values[row]
      return kind == .date ? CivilDate(days: Int(value)).iso.databaseValue : value.databaseValue
    case .number(let numbers): return numbers.values[row].databaseValue
    case .code(let codes): return key(Int(codes.codes[row])).databaseValue
    case .set(let sets):
      guard case .set(let type) = kind else { return .null }
      let names = type.values.indices.filter { sets.masks[row] >> UInt64($0) & 1 == 1 }
      return names.map { type.values[$0].name }.joined(separator: ";").databaseValue
    case .list(let lists):
      guard case .code(let codes) = lists.elements else { return .null }
      let range = lists.offsets[row]..<lists.offsets[row + 1]
      return range.filter { codes.codes[$0] >= 0 }.map { key(Int(codes.codes[$0])) }.joined(separator: ";")
        .databaseValue
    }
  }
}

extension ValueType {
  /// The values of an enum or of a set's elements.
  fileprivate var values: [EnumValue] {
    switch kind {
    case .enumeration(let type), .set(let type): type.values
    default: []
    }
  }
}
