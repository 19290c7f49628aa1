import Columns
import Plan
import Source
import Store

extension Executor {
  /// The values of an expression on every row of an entity of the newest snapshot.
  package func column(_ expression: TypedExpression, of entity: String) throws(Diagnostic) -> Column {
    let snapshot = SnapshotID(snapshots.count - 1)
    let relation = Relation(
      count: table(entity, snapshot)?.count ?? 0, entity: entity, snapshot: snapshot)
    return try evaluate([expression], relation)[0]
  }
}
