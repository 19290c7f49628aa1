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
  package var snapshots: [Snapshot]
  /// Whether to stop: asked once a block.
  ///
  /// The command sets it from Ctrl-C.
  package var isInterrupted: @Sendable () -> Bool = { false }
  /// Writes the rows that `save` passes on: the table, the file, the sheet.
  package var save: (ResultTable, String, String?) throws(Diagnostic) -> Void = { _, _, _ in }

  var ledger = LedgerBuilder()
  private var kept: [Int: Relation] = [:]
  private var subqueries: [Int: Column] = [:]
  private var memberships: [MembershipKey: Column] = [:]
  private var alignments: [String: ContiguousArray<Int32>] = [:]
  private var keyRows: [String: [String: Int32]] = [:]
  private var textRanks: [String: ContiguousArray<Int32>] = [:]
  private(set) lazy var evaluator = Evaluator(self)

  package init(snapshots: [Snapshot]) { self.snapshots = snapshots }

  var schema: Schema { snapshots[snapshots.count - 1].schema }

  func table(_ entity: String, _ snapshot: SnapshotID) -> EntityTable? {
    snapshots.indices.contains(snapshot.index) ? snapshots[snapshot.index].tables[entity] : nil
  }

  /// Runs a plan and gives what it shows; its rows are kept under a number unless that is 0.
  package func run(_ plan: Plan, keep number: Int = 0) throws(Diagnostic) -> Result {
    ledger = LedgerBuilder()
    let relation = try rows(plan)
    let table = try output(relation, plan.output)
    ledger.flush()
    if number != 0 { kept = [number: relation] }
    if plan.isSingleValue, table.count == 1, let column = table.columns.first {
      return Result(.value(column), ledger: ledger.entries)
    }
    return Result(.table(table), ledger: ledger.entries)
  }

  /// The truth of a condition that stands alone; nil where it is undetermined.
  package func decide(_ condition: TypedExpression) throws(Diagnostic) -> Bool? {
    ledger = LedgerBuilder()
    let frame = Frame(
      count: 1, entity: nil, snapshot: SnapshotID(snapshots.count - 1), table: nil, rows: .list([-1]))
    let truth = try evaluator.truth(condition, frame)
    return truth.validity.isKnown(0) ? truth.bits[0] : nil
  }

  /// The relation that a plan ends in: one function, one stage after another.
  func rows(_ plan: Plan) throws(Diagnostic) -> Relation {
    var relation = source(plan.source)
    for stage in plan.stages {
      if isInterrupted() { throw Diagnostic(RuntimeCode.interrupted, at: nil) }
      try apply(stage, to: &relation)
      ledger.flush()
    }
    return relation
  }

  private func source(_ source: PlanSource) -> Relation {
    switch source {
    case .scan(let entity, let snapshot):
      return Relation(count: table(entity, snapshot)?.count ?? 0, entity: entity, snapshot: snapshot)
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
    case .derive, .project, .sort, .save: break
    }
  }

  /// Computes the value of a definition where it stands.
  package func compute(_ subquery: Subquery) throws(Diagnostic) {
    ledger = LedgerBuilder()
    _ = try scalar(subquery)
  }

  /// The value of a definition that was computed.
  func defined(_ number: Int) -> Column? { subqueries[number] }

  /// The one value of a subquery, as a column of one row; computed once.
  func scalar(_ subquery: Subquery) throws(Diagnostic) -> Column {
    if let value = subqueries[subquery.number] { return value }
    let relation = try rows(subquery.plan)
    let type = subquery.plan.output.first?.expression.type ?? ValueType(.missing)
    var value = evaluator.missing(type, 1)
    if relation.count == 1, let column = subquery.plan.output.first {
      value = try evaluate([column.expression], relation)[0]
    }
    subqueries[subquery.number] = value
    return value
  }

  /// How many rows the condition of a count over rows of their own leaves open.
  func openRows(of subquery: Subquery) throws(Diagnostic) -> Int {
    var plan = subquery.plan
    guard case .summarize(let summarize)? = plan.stages.popLast()?.kind,
      let condition = summarize.calls.first?.condition
    else { return 0 }
    let relation = try rows(plan).withoutTotals()
    return try truth(condition, relation).validity.known.map { $0.count - $0.population } ?? 0
  }

  /// The values or rows that a subquery gives `in` to look among, rows of an entity as rows of the snapshot that asks;
  /// computed once for each snapshot.
  func membership(_ subquery: Subquery, in snapshot: SnapshotID) throws(Diagnostic) -> Column {
    let key = MembershipKey(subquery: subquery.number, snapshot: snapshot)
    if let value = memberships[key] { return value }
    let relation = try rows(subquery.plan).withoutTotals()
    guard let column = subquery.plan.output.first else { return .code(CodeColumn([])) }
    var value = try evaluate([column.expression], relation)[0]
    if case .entity(let entity, _) = column.expression.type.kind, relation.snapshot != snapshot,
      case .code(let codes) = value
    {
      let there = alignment(entity, from: relation.snapshot, to: snapshot)
      value = Kernels.gather(.code(CodeColumn(there)), through: codes)
    }
    memberships[key] = value
    return value
  }

  private struct MembershipKey: Hashable {
    var subquery: Int
    var snapshot: SnapshotID
  }

  /// The row of an entity with a key in a snapshot.
  func row(_ entity: String, key: String, _ snapshot: SnapshotID) -> Int32? {
    let loaded = snapshots[snapshot.index]
    if entity == loaded.schema.roles.places { return loaded.places.row(code: key) }
    let name = "\(snapshot.index) \(entity)"
    if keyRows[name] == nil {
      var rows: [String: Int32] = [:]
      if let keys = table(entity, snapshot)?.keys {
        for row in 0..<keys.count { rows[keys[row]] = Int32(row) }
      }
      keyRows[name] = rows
    }
    return keyRows[name]?[key]
  }

  /// For each row of an entity in one snapshot its row in another, by key; "not present" where it has none.
  func alignment(_ entity: String, from: SnapshotID, to: SnapshotID) -> ContiguousArray<Int32> {
    let name = "\(from.index) \(to.index) \(entity)"
    if let known = alignments[name] { return known }
    guard let source = table(entity, from)?.keys, let target = table(entity, to)?.keys else {
      let count = table(entity, from)?.count ?? 0
      return ContiguousArray(repeating: CodeColumn.missing(.notPresent), count: count)
    }
    var index: [String: Int32] = [:]
    index.reserveCapacity(target.count)
    for row in 0..<target.count { index[target[row]] = Int32(row) }
    let result = ContiguousArray(
      (0..<source.count).map { index[source[$0]] ?? CodeColumn.missing(.notPresent) })
    alignments[name] = result
    return result
  }

  /// The collation ranks of a text column's dictionary; those of stored fields are kept.
  func ranks(_ expression: TypedExpression, _ column: Column, _ frame: Frame) -> ContiguousArray<Int32>? {
    guard expression.type.kind == .text, case .code(let codes) = column, let dictionary = codes.dictionary
    else { return nil }
    guard case .field(let name) = expression.kind, let entity = frame.entity else {
      return dictionary.collationRanks()
    }
    let key = "\(frame.snapshot.index) \(entity) \(name)"
    if let known = textRanks[key], known.count == dictionary.count { return known }
    let ranks = dictionary.collationRanks()
    textRanks[key] = ranks
    return ranks
  }
}
