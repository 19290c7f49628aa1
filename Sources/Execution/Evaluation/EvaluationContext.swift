import Columns
import Plan
import Schema
import Source
import Store

/// What expressions read beside the rows of their frame: the snapshots, and what `Executor.prepare` computed of them.
///
/// A value that nothing changes while blocks are evaluated, so that they may be evaluated side by side.
struct EvaluationContext: Sendable {
  /// Rows that a subquery gives `in` to look among, as rows of a snapshot.
  struct MembershipKey: Hashable {
    var subquery: Int
    var snapshot: SnapshotID
  }

  /// The rows of an entity in one snapshot as rows of another.
  struct AlignmentKey: Hashable {
    var entity: String
    var from: SnapshotID
    var to: SnapshotID
  }

  /// An entity in a snapshot, or a field of it.
  struct TableKey: Hashable {
    var entity: String
    var field = ""
    var snapshot: SnapshotID
  }

  var snapshots: [Snapshot]
  /// The values of subqueries and definitions, by number: columns of one row.
  var scalars: [Int: Column] = [:]
  /// How many rows the condition of a count over rows of their own leaves open, by number of the subquery.
  var openRows: [Int: Int] = [:]
  var memberships: [MembershipKey: Column] = [:]
  var alignments: [AlignmentKey: ContiguousArray<Int32>] = [:]
  var keyRows: [TableKey: [String: Int32]] = [:]
  /// Values of standards for whole tables, and what `suppose` put in the place of facts.
  var computed: [ComputedKey: Column] = [:]
  var supposed: [Int: Column] = [:]
  /// The collation ranks of stored texts.
  var textRanks: [TableKey: ContiguousArray<Int32>] = [:]

  /// Where stored codes change, for columns in which rows of one value lie together; nil where they do not.
  var runStarts: [TableKey: ContiguousArray<Int32>?] = [:]

  init(snapshots: [Snapshot]) { self.snapshots = snapshots }

  var schema: Schema { snapshots[snapshots.count - 1].schema }

  func table(_ entity: String, _ snapshot: SnapshotID) -> EntityTable? {
    snapshots.indices.contains(snapshot.index) ? snapshots[snapshot.index].tables[entity] : nil
  }

  /// The row of an entity with a key in a snapshot.
  func row(_ entity: String, key: String, _ snapshot: SnapshotID) -> Int32? {
    let loaded = snapshots[snapshot.index]
    if entity == loaded.schema.roles.places { return loaded.places.row(code: key) }
    if let rows = keyRows[TableKey(entity: entity, snapshot: snapshot)] { return rows[key] }
    guard let keys = table(entity, snapshot)?.keys else { return nil }
    let bytes = Array(key.utf8)
    return (0..<keys.count).last { keys.matches($0, bytes) }.map { Int32($0) }
  }

  /// For each row of an entity in one snapshot its row in another, by key; "not present" where it has none.
  func alignment(_ entity: String, from: SnapshotID, to: SnapshotID) -> ContiguousArray<Int32> {
    if let known = alignments[AlignmentKey(entity: entity, from: from, to: to)] { return known }
    guard let source = table(entity, from)?.keys, let target = table(entity, to)?.keys else {
      let count = table(entity, from)?.count ?? 0
      return ContiguousArray(repeating: CodeColumn.missing(.notPresent), count: count)
    }
    var index: [String: Int32] = [:]
    index.reserveCapacity(target.count)
    for row in 0..<target.count { index[target[row]] = Int32(row) }
    return ContiguousArray(
      (0..<source.count).map { index[source[$0]] ?? CodeColumn.missing(.notPresent) })
  }

  /// The collation ranks of a text column's dictionary; nil for other columns.
  func ranks(_ expression: TypedExpression, _ column: Column, _ entity: String?, _ snapshot: SnapshotID)
    -> ContiguousArray<Int32>?
  {
    guard expression.type.kind == .text, case .code(let codes) = column, let dictionary = codes.dictionary
    else { return nil }
    if case .field(let name) = expression.kind, let entity,
      let known = textRanks[TableKey(entity: entity, field: name, snapshot: snapshot)],
      known.count == dictionary.count
    {
      return known
    }
    return dictionary.collationRanks()
  }
}
