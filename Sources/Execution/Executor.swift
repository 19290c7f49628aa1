import Columns
import Plan
import Results
import Schema
import Source
import Store

/// Runs plans over snapshots: a relation in, a relation out of each stage, columns all the way.
///
/// An executor lives as long as a session; it keeps the rows of results (`it`), the values of subqueries, and the indexes
/// that align one snapshot with another.
package final class Executor {
  package var snapshots: [Snapshot] {
    get { context.snapshots }
    set { context.snapshots = newValue }
  }
  /// Whether to stop: asked once a block.
  ///
  /// The command sets it from Ctrl-C.
  package var isInterrupted: @Sendable () -> Bool = { false }
  /// Writes the rows that `save` passes on: the table, the file, the sheet.
  package var save: (ResultTable, String, String?) throws(Diagnostic) -> Void = { _, _, _ in }

  /// What the plan at work supposes, for those who save its rows.
  package private(set) var assumed: [String] = []

  var lastFound: (sought: SoughtRow, row: Int32?)?
  var ledger = LedgerBuilder()
  private var kept: [Int: Relation] = [:]
  /// What expressions read beside their rows; grows by `prepare` alone.
  var context: EvaluationContext

  package init(snapshots: [Snapshot]) { context = EvaluationContext(snapshots: snapshots) }

  /// Reads expressions that are prepared, and notes what the ledger says of them.
  var evaluator: Evaluator { Evaluator(context, ledger) }

  var schema: Schema { context.schema }

  func table(_ entity: String, _ snapshot: SnapshotID) -> EntityTable? { context.table(entity, snapshot) }

  /// Runs a plan and gives what it shows; its rows are kept under a number unless that is 0.
  package func run(_ plan: Plan, keep number: Int = 0) throws(Diagnostic) -> Result {
    ledger = LedgerBuilder()
    assumed = plan.assumed
    let relation = try rows(plan)
    let table = try output(relation, plan.output)
    ledger.flush()
    if number != 0 { kept = [number: relation] }
    if plan.isSingleValue, table.count == 1, let column = table.columns.first {
      return Result(.value(column), ledger: ledger.entries, assumed: plan.assumed)
    }
    return Result(.table(table), ledger: ledger.entries, assumed: plan.assumed)
  }

  /// The truth of a condition that stands alone; nil where it is undetermined.
  package func decide(_ condition: TypedExpression) throws(Diagnostic) -> Bool? {
    ledger = LedgerBuilder()
    let frame = Frame(
      count: 1, entity: nil, snapshot: SnapshotID(snapshots.count - 1), table: nil, rows: .list([-1]))
    try prepare(condition, nil, frame.snapshot, rows: 1)
    let truth = try evaluator.truth(condition, frame)
    return truth.validity.isKnown(0) ? truth.bits[0] : nil
  }

  /// The relation that a plan ends in: one function, one stage after another.
  func rows(_ plan: Plan) throws(Diagnostic) -> Relation {
    var relation = source(plan.source)
    for stage in plan.stages {
      try checkInterruption()
      try apply(stage, to: &relation)
      ledger.flush()
    }
    return relation
  }

  /// Stops the statement where that was asked for.
  func checkInterruption() throws(Diagnostic) {
    if isInterrupted() { throw Diagnostic(RuntimeCode.interrupted, at: nil) }
  }

  private func source(_ source: PlanSource) -> Relation {
    switch source {
    case .scan(let entity, let snapshot):
      return Relation(count: table(entity, snapshot)?.count ?? 0, entity: entity, snapshot: snapshot)
    case .row(let entity, let key, let snapshot):
      let row = foundRow(entity, key, snapshot).map { ContiguousArray([$0]) } ?? []
      return Relation(count: row.count, entity: entity, snapshot: snapshot, rows: row)
    case .unit:
      return Relation(count: 1, entity: nil, snapshot: SnapshotID(snapshots.count - 1))
    case .kept(let number):
      return kept[number] ?? Relation(count: 0, entity: nil, snapshot: SnapshotID(0))
    }
  }

  private func apply(_ stage: PlanStage, to relation: inout Relation) throws(Diagnostic) {
    switch stage.kind {
    case .derive(let values): relation.columns += try evaluate(values, relation)
    case .project(let values): try project(values, &relation)
    case .sort(let keys): try sort(keys, &relation)
    case .save(let file, let sheet, let columns):
      try save(try output(relation, columns), file, sheet)
    default:
      relation = relation.withoutTotals()
      try applyToData(stage, to: &relation)
    }
  }

  private func applyToData(_ stage: PlanStage, to relation: inout Relation) throws(Diagnostic) {
    switch stage.kind {
    case .filter(let condition): try filter(condition, &relation)
    case .summarize(let summarize): relation = try Summarizer(self, summarize, relation).run()
    case .measure(let plan): relation = try MeasureRun(self, plan, relation).run()
    case .take(let from, let through, let per): try take(from, through, per, &relation)
    case .top(let count, let keys, let word, let per): try top(count, keys, word, per, &relation)
    case .distinct(let keys, let keepsRows): try distinct(keys, keepsRows, &relation)
    case .sample(let count, let seed): sample(count, seed, &relation)
    case .expand(let link, let entity, let target): try expand(link, entity, target, &relation)
    case .expandSet(let value, let type): try expandSet(value, type, &relation)
    case .rebase: relation.columns = []
    case .append(let plan, let columns): try append(plan, columns, &relation)
    case .appendRows(let plan): try appendRows(plan, &relation)
    case .describe(let columns): relation = try describe(columns, relation)
    case .compare(let plan): relation = try compare(plan)
    case .movement(let plan): relation = try MovementRun(self, plan).run()
    case .transition(let plan): relation = try transition(plan)
    case .suppose(let assumptions): try suppose(assumptions, relation)
    case .waysOut(let ways): try waysOut(ways, &relation)
    case .derive, .project, .sort, .save: break
    }
  }

  /// Computes the value of a definition where it stands.
  package func compute(_ subquery: Subquery) throws(Diagnostic) {
    ledger = LedgerBuilder()
    _ = try scalar(subquery)
  }
}
