import Columns
import Plan
import Schema
import Store

/// The snapshots of a run, opened cell by cell: what the interpreter asks of the data.
///
/// Children are found by asking every row of the other entity which row it points at, and not from the indexes of the
/// loader.
final class World {
  let snapshots: [Snapshot]
  private var fields: [String: [Value]] = [:]
  private var childRows: [String: [Int: [Int]]] = [:]
  private var rowsByKey: [String: [String: Int]] = [:]

  init(_ snapshots: [Snapshot]) { self.snapshots = snapshots }

  func table(_ entity: String, _ snapshot: Int) -> EntityTable? { snapshots[snapshot].tables[entity] }

  func count(_ entity: String, _ snapshot: Int) -> Int { table(entity, snapshot)?.count ?? 0 }

  private var roles: Roles { snapshots[snapshots.count - 1].schema.roles }

  func isPlaces(_ entity: String) -> Bool { entity == roles.places }

  /// A stored field of a row; missing where the snapshot does not carry it.
  func field(_ name: String, _ entity: String, _ row: Int, _ snapshot: Int) -> Value {
    let key = "\(snapshot) \(entity) \(name)"
    if let known = fields[key] { return known[row] }
    guard let table = table(entity, snapshot), let column = table.columns[name],
      let type = table.entity.field(name)?.type
    else { return .unknown }
    let values = (0..<table.count).map { Value(column, $0, type) }
    fields[key] = values
    return values[row]
  }

  // MARK: Places

  func parent(ofPlace row: Int, _ snapshot: Int) -> Int? {
    let parent = Int(snapshots[snapshot].places.parents[row])
    return parent >= 0 ? parent : nil
  }

  /// A place and those above it, from below.
  func line(ofPlace row: Int, _ snapshot: Int) -> [Int] {
    var line = [row]
    while let above = line.last.flatMap({ parent(ofPlace: $0, snapshot) }) { line.append(above) }
    return line
  }

  /// The place at a level at or above a place.
  func ancestor(ofPlace row: Int, level: Int, _ snapshot: Int) -> Int? {
    line(ofPlace: row, snapshot).first { Int(snapshots[snapshot].places.levels[$0]) == level }
  }

  /// The places of a level, in official order.
  func places(ofLevel name: String, _ snapshot: Int) -> [Int] {
    guard let level = roles.levels.firstIndex(of: name) else { return [] }
    let index = snapshots[snapshot].places
    return (0..<index.count).filter { Int(index.levels[$0]) == level }
  }

  /// A row of an entity and those above it by `parent`, from below.
  func line(_ row: Int, _ entity: String, _ snapshot: Int) -> [Int] {
    if isPlaces(entity) { return line(ofPlace: row, snapshot) }
    var line = [row]
    while let above = line.last.flatMap({ field("parent", entity, $0, snapshot).row }), !line.contains(above)
    {
      line.append(above)
    }
    return line
  }

  // MARK: Links

  /// The rows behind a to-many link, in their order.
  func children(_ row: Int, _ link: String, _ entity: String, _ snapshot: Int) -> [Int] {
    let key = "\(snapshot) \(entity) \(link)"
    if let known = childRows[key] { return known[row] ?? [] }
    guard let many = table(entity, snapshot)?.entity.manyLink(link) else { return [] }
    var found: [Int: [Int]] = [:]
    for child in 0..<count(many.target, snapshot) {
      guard let parent = field(many.inverse, many.target, child, snapshot).row else { continue }
      for owner in many.holdsSubtree ? line(ofPlace: parent, snapshot) : [parent] {
        found[owner, default: []].append(child)
      }
    }
    childRows[key] = found
    return found[row] ?? []
  }

  func key(_ entity: String, _ row: Int, _ snapshot: Int) -> String? {
    guard let keys = table(entity, snapshot)?.keys, row < keys.count else { return nil }
    return keys[row]
  }

  /// The row with a key.
  func row(_ entity: String, key wanted: String, _ snapshot: Int) -> Int? {
    let name = "\(snapshot) \(entity)"
    if rowsByKey[name] == nil {
      var rows: [String: Int] = [:]
      for row in 0..<count(entity, snapshot) { key(entity, row, snapshot).map { rows[$0] = row } }
      rowsByKey[name] = rows
    }
    return rowsByKey[name]?[wanted]
  }

  /// The counterpart of a row in another snapshot.
  func counterpart(_ entity: String, _ row: Int, from: Int, to: Int) -> Int? {
    key(entity, row, from).flatMap { self.row(entity, key: $0, to) }
  }

  /// The name by which a result shows a row.
  func name(_ entity: String, _ row: Int, _ snapshot: Int) -> String {
    if isPlaces(entity) { return snapshots[snapshot].places.names[row] }
    let own = table(entity, snapshot)?.entity
    if let name = own?.nameField, own?.field(name)?.privacy == .open,
      let text = field(name, entity, row, snapshot).text
    {
      return text
    }
    return key(entity, row, snapshot) ?? String(row + 1)
  }
}
