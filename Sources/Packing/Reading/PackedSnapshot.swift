import Columns
import Schema
import Source
import Store

/// Opens a packed snapshot: the header, the directory and the model are read; tables are read as queries touch them.
///
/// - Parameters:
///   - label: what `@LABEL` calls it in this run; nil keeps its own.
///   - code: the code of a finding by its id.
/// - Throws: where the file is refused. What is found wrong later is noted in the snapshot's `damage`.
package func openPacked(
  at path: String, label: String?, code: @escaping @Sendable (String) -> (any DiagnosticCode)?
) throws(Diagnostics) -> Snapshot {
  try PackedSnapshot(PackedFile(path: path), code).snapshot(label: label)
}

/// Whether a file begins as packed snapshots do.
package func isPackedSnapshot(at path: String) -> Bool {
  guard let mapping = try? Mapping(path: path), mapping.size >= Header.magic.count else { return false }
  return mapping.bytes(0..<Header.magic.count).elementsEqual(Header.magic)
}

/// How much of a packed snapshot was looked at.
package struct PackedSoundness: Sendable {
  package var bytes: Int
  package var blocks: Int
}

/// Compares every checksum of a packed snapshot, and reads every value.
///
/// - Throws: every damaged block, or the first contradiction.
package func verifyPacked(at path: String, code: @escaping @Sendable (String) -> (any DiagnosticCode)?)
  throws(Diagnostics) -> PackedSoundness
{
  let packed = try PackedSnapshot(PackedFile(path: path), code)
  let file = packed.file
  var damage: [Diagnostic] = []
  for number in file.directory.sections.indices {
    do throws(Diagnostic) {
      try file.check(number, of: packed.part(holding: number))
    } catch { damage.append(error) }
  }
  guard damage.isEmpty else { throw Diagnostics(damage) }
  do throws(Diagnostic) { try packed.readAll() } catch { throw Diagnostics(error) }
  let blocks = file.directory.sections.reduce(0) { $0 + $1.checksums.count }
  return PackedSoundness(bytes: file.size, blocks: blocks)
}

/// An open packed file with its model: the source of a snapshot's tables.
struct PackedSnapshot: Sendable {
  let file: PackedFile
  let schema: Schema
  let reading: ColumnReading
  let code: @Sendable (String) -> (any DiagnosticCode)?
  /// A value of nothing takes no bytes, so what a file says of its rows is held against its size.
  private static let rowsPerByte = 1_024

  init(_ file: PackedFile, _ code: @escaping @Sendable (String) -> (any DiagnosticCode)?) throws(Diagnostics)
  {
    self.file = file
    self.code = code
    reading = ColumnReading(
      file: file,
      counts: Dictionary(file.directory.tables.map { ($0.entity, $0.count) }) { first, _ in first })
    do throws(Diagnostic) {
      let bytes = try file.whole(file.directory.schema, of: "model")
      guard bytes.withUnsafeBytes({ Checksum.of($0) }) == file.fingerprint else {
        throw file.malformed("model", "it is not the one that the header names")
      }
      do throws(ByteReader.Malformed) {
        schema = try SchemaReading.schema(bytes)
      } catch { throw file.malformed("model", error.what) }
      try checkTables()
      try checkKeys()
    } catch { throw Diagnostics(error) }
  }

  /// Every table, column and link is one of the model's.
  private func checkTables() throws(Diagnostic) {
    for table in file.directory.tables {
      guard let entity = schema.entity(table.entity) else {
        throw file.malformed("directory", "the model has no \(table.entity)")
      }
      guard table.count <= file.size * PackedSnapshot.rowsPerByte else {
        throw file.malformed(table.entity, "it has more rows than the file can hold")
      }
      let fields = Set(entity.fields.map(\.name))
      let links = Set(entity.manyLinks.map(\.name))
      let isKnown =
        table.columns.allSatisfy { fields.contains($0.name) }
        && Set(table.columns.map(\.name)).count == table.columns.count
        && table.children.allSatisfy { links.contains($0.name) } && fields.isSuperset(of: table.derived)
      guard isKnown else {
        throw file.malformed(table.entity, "the model has not all of its fields and links")
      }
    }
    let places = reading.counts[schema.roles.places] ?? 0
    let isPlaced =
      file.directory.places.map {
        $0.codes.count == places && file.directory.levelCount == schema.roles.levels.count
      }
      ?? (places == 0)
    guard isPlaced else { throw file.malformed("places", "they are not those of their table") }
  }

  /// Keys made of the keys of others do not come back to themselves.
  private func checkKeys() throws(Diagnostic) {
    var links: [String: [String]] = [:]
    for table in file.directory.tables {
      guard case .joined(let names) = table.keys, let entity = schema.entity(table.entity) else { continue }
      links[table.entity] = names.compactMap { entity.field($0)?.target }
    }
    var open = Set(links.keys)
    while true {
      let settled = open.filter { name in (links[name] ?? []).allSatisfy { !open.contains($0) } }
      if settled.isEmpty { break }
      open.subtract(settled)
    }
    guard open.isEmpty else { throw file.malformed("keys", "keys are made of themselves") }
  }

  /// What of the snapshot a section holds, as far as it is said without reading it.
  func part(holding number: SectionNumber) -> String {
    if number == file.directory.schema { return "model" }
    if number == file.directory.findings { return "findings" }
    return "section \(number)"
  }
}

extension PackedSnapshot {
  /// The snapshot, whose tables are read when they are touched.
  func snapshot(label: String?) -> Snapshot {
    let damage = Damage()
    let directory = file.directory
    let packed = self
    return Snapshot(
      label: label ?? directory.label, name: directory.name,
      date: directory.date.map { CivilDate(days: Int($0)) }, standard: directory.standard,
      coversAll: directory.coversAll, schema: schema, tables: tables(damage),
      places: Lazy {
        packed.orNoted(damage, packed.namelessPlaces) { (self) throws(Diagnostic) in try self.places() }
      },
      findings: Lazy { packed.orNoted(damage, []) { (self) throws(Diagnostic) in try self.findings() } },
      damage: damage)
  }

  /// A value that is read, or, where it cannot be read, one that takes its place while the damage is noted.
  private func orNoted<Value>(
    _ damage: Damage, _ fallback: @autoclosure () -> Value,
    _ read: (PackedSnapshot) throws(Diagnostic) -> Value
  ) -> Value {
    do throws(Diagnostic) {
      return try read(self)
    } catch {
      damage.note(error)
      return fallback()
    }
  }

  /// As many places as there are, of which nothing is known, since rows of other tables may point at them.
  private var namelessPlaces: PlaceIndex {
    let count = file.directory.places?.codes.count ?? 0
    let none = Array(repeating: "", count: count)
    return PlaceIndex(
      codes: none, names: none, levels: Array(repeating: -1, count: count),
      parents: Array(repeating: -1, count: count),
      levelCount: max(file.directory.levelCount, schema.roles.levels.count))
  }

  private func tables(_ damage: Damage) -> [String: EntityTable] {
    var tables: [String: EntityTable] = [:]
    for layout in file.directory.tables where !isJoined(layout) {
      tables[layout.entity] = table(layout, damage, among: [:])
    }
    // Keys made of the keys of other tables come after those; that this comes to an end was checked.
    var open = file.directory.tables.filter(isJoined)
    while !open.isEmpty {
      let ready = open.filter { layout in
        let targets = schema.entity(layout.entity)?.fields.compactMap(\.target) ?? []
        return !open.contains { $0.entity != layout.entity && targets.contains($0.entity) }
      }
      for layout in ready.isEmpty ? open : ready {
        tables[layout.entity] = table(layout, damage, among: tables)
      }
      open.removeAll { tables[$0.entity] != nil }
    }
    return tables
  }

  private func isJoined(_ layout: TableLayout) -> Bool {
    if case .joined = layout.keys { true } else { false }
  }

  private func table(_ layout: TableLayout, _ damage: Damage, among others: [String: EntityTable])
    -> EntityTable
  {
    let packed = self
    let entity =
      schema.entity(layout.entity) ?? Entity(layout.entity, singular: "", Localized(""), key: [], fields: [])
    var columns: [String: Lazy<Column>] = [:]
    for (name, column) in layout.columns {
      let kind = entity.field(name)?.type.kind ?? .missing
      columns[name] = Lazy {
        packed.orNoted(damage, MissingColumn.of(kind, layout.count)) { (self) throws(Diagnostic) in
          try self.reading.column(column, kind, count: layout.count, "\(layout.entity).\(name)")
        }
      }
    }
    var children: [String: Lazy<ChildIndex>] = [:]
    for (name, child) in layout.children {
      let none = ContiguousArray<Int32>(repeating: 0, count: layout.count)
      children[name] = Lazy {
        packed.orNoted(damage, ChildIndex(starts: none, ends: none)) { (self) throws(Diagnostic) in
          try self.child(child, name, layout)
        }
      }
    }
    let plain = EntityTable(
      entity: entity, count: layout.count, columns: NamedValues(promised: columns),
      children: NamedValues(promised: children), derived: Set(layout.derived),
      keys: Lazy(made: TextDictionary()))
    let none = TextDictionary(bytes: [], offsets: ContiguousArray(repeating: 0, count: layout.count + 1))
    return EntityTable(
      entity: entity, count: layout.count, columns: plain.columns, children: plain.children,
      derived: plain.derived,
      keys: Lazy {
        packed.orNoted(damage, none) { (self) throws(Diagnostic) in try self.keys(layout, plain, others) }
      })
  }
}

/// A column without a known value, which stands where one could not be read.
enum MissingColumn {
  static func of(_ kind: ValueKind, _ count: Int) -> Column {
    let none = Validity.none(count, .notRecorded)
    switch kind {
    case .boolean: return .boolean(BooleanColumn(Bitmap(count: count), none))
    case .integer, .date: return .integer(IntegerColumn(ContiguousArray(repeating: 0, count: count), none))
    case .number, .share, .points:
      return .number(NumberColumn(ContiguousArray(repeating: 0, count: count), none))
    case .set: return .set(SetColumn(ContiguousArray(repeating: 0, count: count), none))
    case .list(let kind):
      return .list(
        ListColumn(offsets: ContiguousArray(repeating: 0, count: count + 1), elements: of(kind, 0)))
    case .text, .enumeration, .entity, .missing:
      let codes = ContiguousArray(repeating: CodeColumn.missing(.notRecorded), count: count)
      return .code(CodeColumn(codes, dictionary: kind == .text ? TextDictionary() : nil))
    }
  }
}
