import Columns
import Plan
import Results
import Schema
import Source
import Store

/// The rows of one entity that a pipeline keeps in two snapshots, with each row's counterpart.
struct PairedRows {
  let before: Relation
  let after: Relation
  /// For each row before, its row after, or negative where it is not there.
  let there: ContiguousArray<Int32>
  /// For each row after, its row before.
  let back: ContiguousArray<Int32>

  init(_ executor: Executor, _ pair: SnapshotPair, _ entity: String) throws(Diagnostic) {
    before = try executor.rows(pair.before).withoutTotals()
    after = try executor.rows(pair.after).withoutTotals()
    there = PairedRows.counterparts(executor, entity, from: (before, pair.from), to: (after, pair.to))
    back = PairedRows.counterparts(executor, entity, from: (after, pair.to), to: (before, pair.from))
  }

  private static func counterparts(
    _ executor: Executor, _ entity: String, from: (Relation, SnapshotID), to: (Relation, SnapshotID)
  ) -> ContiguousArray<Int32> {
    let alignment = executor.alignment(entity, from: from.1, to: to.1)
    var place = ContiguousArray<Int32>(
      repeating: -1, count: executor.table(entity, to.1)?.count ?? 0)
    for (position, row) in tableRows(to.0).enumerated() { place[Int(row)] = Int32(position) }
    return ContiguousArray(
      tableRows(from.0).map { row in
        let counterpart = alignment[Int(row)]
        return counterpart >= 0 ? place[Int(counterpart)] : -1
      })
  }

  private static func tableRows(_ relation: Relation) -> ContiguousArray<Int32> {
    relation.rows ?? ContiguousArray((0..<relation.count).map { Int32($0) })
  }
}
