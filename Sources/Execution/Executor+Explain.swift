import Columns
import Plan
import Results
import Schema
import Source
import Store

extension Executor {
  /// Runs what `explain` asks.
  package func explain(_ plan: ExplainPlan) throws(Diagnostic) -> Explanation {
    let columns = try table(plan.row).columns
    let verdicts = { (conditions: [ExplainedCondition]) throws(Diagnostic) -> [ExplainedVerdict] in
      var result: [ExplainedVerdict] = []
      for condition in conditions { result.append(try self.verdict(condition, columns)) }
      return result
    }
    let snapshot = snapshots[plan.snapshot.index]
    let bounds = [plan.leastLacks, plan.mostLacks].map { Executor.whole(columns[$0]) ?? 0 }
    var result = Explanation(
      entity: schema.entity(plan.entity)?.singular ?? plan.entity, key: plan.key, snapshot: snapshot.label,
      date: snapshot.date,
      standard: plan.standard, title: plan.title, citations: plan.citations, provisional: plan.provisional,
      definitions: try verdicts(plan.definitions), indicators: try verdicts(plan.indicators),
      classes: try verdicts(plan.classes), possible: Executor.elements(columns[plan.possible]),
      recorded: plan.recorded.flatMap { Executor.value(columns[$0]) },
      lacks: min(bounds[0], bounds[1])...max(bounds[0], bounds[1]), ways: try table(plan.ways),
      isFull: plan.isFull)
    // What holds otherwise holds where no class before it may.
    if let last = result.classes.indices.last, plan.classes[last].text == "otherwise" {
      let isPossible = result.possible.contains { $0.name == result.classes[last].name }
      result.classes[last].holds = isPossible ? (result.possible.count == 1 ? true : nil) : false
    }
    for rule in plan.rules {
      result.projects.append((try verdict(rule.condition, columns), rule.remedies))
    }
    return result
  }

  private func table(_ plan: Plan) throws(Diagnostic) -> ResultTable {
    let relation = try rows(plan)
    return try output(relation, plan.output)
  }

  private func verdict(_ condition: ExplainedCondition, _ columns: [ResultColumn]) throws(Diagnostic)
    -> ExplainedVerdict
  {
    var witnesses: [ResultTable] = []
    for plan in condition.witnesses { witnesses.append(try table(plan)) }
    return ExplainedVerdict(
      name: condition.name, label: condition.label, text: condition.text, service: condition.service,
      citation: condition.citation, provisional: condition.provisional, isComputed: condition.isComputed,
      holds: Executor.truth(columns[condition.truth]), facts: condition.facts.map { columns[$0] },
      witnesses: witnesses)
  }

  /// Runs what `explain … in (…)` asks: the stages up to the one that dropped the row.
  package func trace(_ plan: TracePlan) throws(Diagnostic) -> Trace {
    var steps: [Trace.Step] = []
    let row = foundRow(plan.entity, plan.key, plan.snapshot)
    for step in plan.steps {
      let after = try rows(step.after)
      let kept = position(of: row, in: after) != nil
      var found = Trace.Step(text: step.text, isKept: kept, truth: nil, facts: [])
      if let condition = step.condition {
        var before = try rows(condition)
        if let position = position(of: row, in: before) {
          before = before.taking([position])
          let columns = try output(before, condition.output).columns
          found.truth = Executor.truth(columns[1])
          found.facts = Array(columns.dropFirst(2))
        }
      }
      steps.append(found)
      guard kept else { break }
    }
    return Trace(
      entity: schema.entity(plan.entity)?.singular ?? plan.entity, key: plan.key,
      snapshot: snapshots[plan.snapshot.index].label, steps: steps,
      end: steps.last?.isKept == true ? plan.end : nil)
  }

  /// The row with a key, looked for once: an explanation asks for it many times, and no other.
  func foundRow(_ entity: String, _ key: String, _ snapshot: SnapshotID) -> Int32? {
    let wanted = SoughtRow(entity: entity, key: key, snapshot: snapshot)
    if let last = lastFound, last.sought == wanted { return last.row }
    let row = context.row(entity, key: key, snapshot)
    lastFound = (wanted, row)
    return row
  }

  struct SoughtRow: Equatable {
    var entity: String
    var key: String
    var snapshot: SnapshotID
  }

  private func position(of row: Int32?, in relation: Relation) -> Int32? {
    guard let row else { return nil }
    guard let rows = relation.rows else { return Int(row) < relation.count ? row : nil }
    return rows.firstIndex(of: row).map { Int32($0) }
  }

  // MARK: The one row

  private static func truth(_ column: ResultColumn) -> Bool? {
    guard case .boolean(let values) = column.column, values.bits.count > 0, values.validity.isKnown(0) else {
      return nil
    }
    return values.bits[0]
  }

  private static func whole(_ column: ResultColumn) -> Int? {
    guard case .integer(let values) = column.column, !values.values.isEmpty, values.validity.isKnown(0) else {
      return nil
    }
    return Int(values.values[0])
  }

  private static func value(_ column: ResultColumn) -> EnumValue? {
    guard case .enumeration(let type) = column.type.kind, case .code(let codes) = column.column,
      let code = codes.codes.first, code >= 0
    else { return nil }
    return type.values[Int(code)]
  }

  private static func elements(_ column: ResultColumn) -> [EnumValue] {
    guard case .set(let type) = column.type.kind, case .set(let sets) = column.column,
      let mask = sets.masks.first
    else { return [] }
    return type.values.indices.filter { mask >> UInt64($0) & 1 == 1 }.map { type.values[$0] }
  }
}
