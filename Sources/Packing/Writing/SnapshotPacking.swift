import Columns
import Schema
import Source
import Store

/// How a snapshot was packed.
package struct PackedSize: Sendable {
  /// The bytes of the file.
  package var bytes: Int
  /// The rows of all tables.
  package var rows: Int
}

/// Writes a snapshot as one file (docs/packed-format.md); the same snapshot gives the same bytes.
///
/// The file takes its name when it is complete and on the disk.
///
/// - Throws: where the file cannot be written, or the snapshot's own storage is damaged.
package func pack(_ snapshot: Snapshot, to path: String) throws(Diagnostics) -> PackedSize {
  do throws(Diagnostic) {
    let sections = try SectionWriting(path: path)
    let writing = SnapshotWriting(snapshot: snapshot, columns: ColumnWriting(sections: sections))
    let schema = SchemaWriting.bytes(snapshot.schema)
    let directory = try writing.directory(schema)
    if let damage = snapshot.damage.diagnostic { throw damage }
    let size = try sections.finish(directory, fingerprint: schema.withUnsafeBytes { Checksum.of($0) })
    return PackedSize(bytes: size, rows: snapshot.tables.values.reduce(0) { $0 + $1.count })
  } catch { throw Diagnostics(error) }
}

/// The tables of a snapshot, put down one after another.
struct SnapshotWriting {
  let snapshot: Snapshot
  let columns: ColumnWriting

  /// Writes all sections, and says where they are.
  func directory(_ schema: ContiguousArray<UInt8>) throws(Diagnostic) -> Directory {
    let schemaSection = try columns.sections.add(schema)
    let findings = try columns.sections.add(FindingCoding.bytes(snapshot.findings))
    let places = try writePlaces()
    var tables: [TableLayout] = []
    for entity in snapshot.schema.entities {
      if let table = snapshot.tables[entity.name] { tables.append(try write(table)) }
    }
    return Directory(
      label: snapshot.label, name: snapshot.name, date: snapshot.date.map { Int64($0.days) },
      standard: snapshot.standard, coversAll: snapshot.coversAll, schema: schemaSection, findings: findings,
      places: places, levelCount: snapshot.places.ancestors.count, tables: tables,
      sections: columns.sections.sections)
  }

  private func writePlaces() throws(Diagnostic) -> PlaceLayout? {
    let places = snapshot.places
    guard places.count > 0 else { return nil }
    return PlaceLayout(
      codes: try columns.write(TextDictionary(places.codes)),
      names: try columns.write(TextDictionary(places.names)),
      levels: try columns.narrow(NarrowWriting(ContiguousArray(places.levels))),
      parents: try columns.narrow(NarrowWriting(ContiguousArray(places.parents))))
  }

  private func write(_ table: EntityTable) throws(Diagnostic) -> TableLayout {
    // In the order of the model, so that what is asked for together lies together.
    let names = table.entity.fields.map(\.name).filter { table.columns.has($0) }
    var layouts: [(name: String, layout: ColumnLayout)] = []
    for name in names {
      if let column = table.columns[name] { layouts.append((name, try columns.write(column))) }
    }
    var children: [(name: String, layout: ChildLayout)] = []
    for name in table.children.keys {
      if let index = table.children[name] { children.append((name, try write(index))) }
    }
    return TableLayout(
      entity: table.entity.name, count: table.count, columns: layouts, children: children,
      derived: table.derived.sorted(), keys: try writeKeys(table))
  }

  private func write(_ index: ChildIndex) throws(Diagnostic) -> ChildLayout {
    let isAdjacent =
      index.permutation == nil
      && index.starts.indices.allSatisfy { $0 == 0 || index.starts[$0] == index.ends[$0 - 1] }
    if isAdjacent, let last = index.ends.last {
      return .adjacent(offsets: try columns.narrow(NarrowWriting(index.starts + [last])))
    }
    let permutation = try index.permutation.map { (rows) throws(Diagnostic) in
      try columns.narrow(NarrowWriting(rows))
    }
    return .ranges(
      starts: try columns.narrow(NarrowWriting(index.starts)),
      ends: try columns.narrow(NarrowWriting(index.ends)), permutation: permutation)
  }

  /// Keys that follow from the columns are not written twice.
  private func writeKeys(_ table: EntityTable) throws(Diagnostic) -> KeyLayout {
    let keys = table.keys
    guard keys.count > 0 else { return .none }
    let fields = table.entity.key
    if fields.count == 1, let field = fields.first, case .code(let column)? = table.columns[field],
      let dictionary = column.dictionary
    {
      let (texts, codes) = ColumnWriting.inOrderOfRows(column.codes, dictionary)
      if codes.indices.allSatisfy({ codes[$0] == Int32(truncatingIfNeeded: $0) }), texts.isEqual(to: keys) {
        return .field(field)
      }
    }
    if !fields.isEmpty, let joined = JoinedKeys(fields, of: table, in: snapshot.tables)?.texts(),
      joined.isEqual(to: keys)
    {
      return .joined(fields)
    }
    return .texts(try columns.write(keys))
  }
}

extension TextDictionary {
  func isEqual(to other: TextDictionary) -> Bool { offsets == other.offsets && bytes == other.bytes }
}
