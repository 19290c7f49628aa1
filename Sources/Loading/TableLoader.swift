import Schema
import Source
import Store

/// A single file read as an entity of its own, and what is wrong with its cells.
package struct LoadedTable: Sendable {
  package var table: EntityTable
  package var findings: [Finding]
}

/// Loads one CSV file as a table that any snapshot may hold (`use "codes.csv" as my_list`).
///
/// Its fields are the columns of its header, typed by their content; numbers like `007` are codes and stay text. Its rows
/// have no key, keep the order of the file, and all count.
///
/// - Parameters:
///   - path: the file.
///   - shown: the path as diagnostics show it.
///   - name: what queries call its rows.
/// - Throws: where the file cannot be read, is empty, or is not text.
package func loadTable(at path: String, shown: String, name: String) throws(Diagnostics) -> LoadedTable {
  var names: [String] = []
  for column in try headerOfTable(at: path, shown: shown) where !column.isEmpty && !names.contains(column) {
    names.append(column)
  }
  let fields = names.map { Field($0, .text, Localized($0)) }
  let entity = Entity(name, singular: name, Localized(name), key: [], fields: fields)
  let roles = Roles(population: "", size: "", people: "", peopleLink: "", places: "", levels: [])
  let manifest = EntityManifest(
    name: name, origin: .file(path: path, shown: shown),
    fields: names.map { FieldManifest(name: $0, infersType: true, line: 1) }, key: .anonymous)
  let source = TableSource(
    entity: entity, manifest: manifest, schema: Schema(entities: [entity], enums: [], roles: roles),
    present: [name], expressionColumns: [:], inferred: Set(names), shown: shown, keepsCodes: true)
  let decoded = try decode(source, NoExpressions(), LoadingEffort())
  let table = EntityTable(entity: decoded.entity, count: decoded.count, columns: decoded.columns)
  return LoadedTable(table: table, findings: decoded.findings.sorted)
}

/// The names of a file's columns.
private func headerOfTable(at path: String, shown: String) throws(Diagnostics) -> [String] {
  let text = try TextSource.open(path: path, shown: shown, encoding: nil)
  let dialect = try text.dialect(declared: nil)
  var pieces = TextPieces(text, dialect, size: 1 << 16)
  while var piece = try pieces.next() {
    var tokenizer = CsvTokenizer(dialect, from: 0, to: piece.count, line: 1)
    let names = tokenizer.readHeader(&piece.bytes)
    if !names.isEmpty { return names }
  }
  return []
}

/// A file without a manifest has no expressions.
private struct NoExpressions: ColumnExpressionEvaluator {
  func columns(of expression: String) throws(Diagnostics) -> [String] { [] }

  func evaluate(_ expression: String, columns: [String: TypedColumn], rowCount: Int) throws(Diagnostics)
    -> TypedColumn
  {
    throw Diagnostics([])
  }
}
