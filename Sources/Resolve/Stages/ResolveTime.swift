import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// A stage that runs those above it in two snapshots.
  func resolveTime(_ stage: Stage, above prefix: Pipeline, _ context: Context) throws(Diagnostic)
    -> ResolvedPipeline
  {
    standardsRead = [:]
    let result: ResolvedPipeline
    switch stage.kind {
    case .compare(let from, let to):
      result = try compare(prefix, from, to, stage, context)
      try noteStandards(from, to, stage)
    case .movement(let movement):
      result = try resolveMovement(movement, prefix, stage, context)
      try noteStandards(movement.from, movement.to, stage)
    case .transition(let field, let from, let to, let clauses):
      result = try transition(field, from, to, clauses, prefix, stage, context)
      try noteStandards(from, to, stage)
    default: result = try pipeline(prefix, context)
    }
    return result
  }

  /// Says it where two snapshots were judged by unlike standards: what changed may be the law and not the households.
  private func noteStandards(_ from: SnapshotReference, _ to: SnapshotReference, _ stage: Stage)
    throws(Diagnostic)
  {
    let ids = (try snapshot(from, stage.range), try snapshot(to, stage.range))
    guard let before = standardsRead[ids.0], let after = standardsRead[ids.1], before != after else { return }
    note(
      Diagnostic(
        StandardCode.unlikeStandards, at: stage.keyword,
        [
          "from": catalog[ids.0].label, "to": catalog[ids.1].label, "before": before.joined(separator: ", "),
          "after": after.joined(separator: ", "),
        ], severity: .note))
  }

  /// The stages above, resolved in both snapshots.
  private func pair(
    _ prefix: Pipeline, _ from: SnapshotReference, _ to: SnapshotReference, _ stage: Stage, _ context: Context
  ) throws(Diagnostic) -> (pair: SnapshotPair, before: ResolvedPipeline, after: ResolvedPipeline) {
    let ids = (try snapshot(from, stage.range), try snapshot(to, stage.range))
    var contexts = (context, context)
    contexts.0.snapshot = ids.0
    contexts.1.snapshot = ids.1
    let before = try pipeline(prefix, contexts.0)
    let after = try pipeline(prefix, contexts.1)
    let pair = SnapshotPair(
      from: ids.0, to: ids.1, before: try finish(before), after: try finish(after))
    return (pair, before, after)
  }

  private func compare(
    _ prefix: Pipeline, _ from: SnapshotReference, _ to: SnapshotReference, _ stage: Stage, _ context: Context
  ) throws(Diagnostic) -> ResolvedPipeline {
    var (pair, _, after) = try self.pair(prefix, from, to, stage, context)
    let keys = pair.after.output.filter(\.isKey)
    guard !keys.isEmpty else { throw Diagnostic(TypeCode.compareShapes, at: stage.range) }
    let values = pair.after.output.filter { column in
      !column.isKey && pair.before.output.contains { $0.name == column.name && !$0.isKey }
    }
    let ordered = keys + values
    pair.after.output = ordered
    pair.before.output = ordered.compactMap { column in pair.before.output.first { $0.name == column.name } }
    guard pair.before.output.count == ordered.count else {
      throw Diagnostic(TypeCode.compareShapes, at: stage.range)
    }
    var columns: [ScopeColumn] = []
    func add(_ name: String, _ type: ValueType, isKey: Bool = false) {
      columns.append(
        ScopeColumn(
          name: name, label: nil, type: type, slot: columns.count, isKey: isKey, namesMissing: isKey))
    }
    for key in keys { add(key.name, key.expression.type, isKey: true) }
    add("presence", ValueType(.enumeration(Resolver.presence)))
    var changes: [ValueType?] = []
    for value in values {
      let type = value.expression.type
      add("\(value.name)_before", type)
      add("\(value.name)_after", type)
      let change = type.isNumeric ? (type.kind == .share ? ValueType(.points) : type) : nil
      changes.append(change)
      if let change { add("\(value.name)_change", change) }
    }
    let plan = ComparePlan(pair: pair, keyCount: keys.count, changes: changes)
    return ResolvedPipeline(
      source: .unit, stages: [PlanStage(.compare(plan), stage.range)],
      scope: RowScope(
        entity: nil, snapshot: after.scope.snapshot, columns: columns, slotCount: columns.count))
  }

  /// Whether a row of `compare` is in both snapshots.
  static let presence = EnumType(
    "presence",
    [
      EnumValue("stayed", Localized(en: "Stayed", vi: "Giữ nguyên")),
      EnumValue("new", Localized(en: "New", vi: "Mới")),
      EnumValue("gone", Localized(en: "Gone", vi: "Không còn")),
    ])

  /// What a row of `movement` counts.
  static let counted = EnumType(
    "counted",
    [
      EnumValue("households", Localized(en: "Households", vi: "Hộ")),
      EnumValue("persons", Localized(en: "Persons", vi: "Nhân khẩu")),
    ])

  private func resolveMovement(
    _ movement: Movement, _ prefix: Pipeline, _ stage: Stage, _ context: Context
  ) throws(Diagnostic) -> ResolvedPipeline {
    if movement.isListed { throw notBuilt("listed", stage.keyword) }
    let (pair, before, after) = try self.pair(prefix, movement.from, movement.to, stage, context)
    let (rows, entity) = try rowsOfEntity(before, after, stage, context)
    let test = try operands(movement.field, movement.value, rows)
    let isIn = try comparison(.equal, test.0, test.1, movement.field, movement.value)
    var isBeside: TypedExpression?
    var besideName = ""
    if let beside = movement.beside {
      let other = try resolve(beside, rows, expecting: test.0.type)
      isBeside = try comparison(.equal, test.0, other, movement.field, beside)
      besideName = columnName(beside)
    }
    let classed = TypedExpression(
      .not(TypedExpression(.isMissing(test.0), .boolean, stage.range)), .boolean, stage.range)
    let keys = try self.keys(movement.clauses, after.scope, rows)
    let earlier = (0..<pair.from.index).map { SnapshotID($0) }.filter { table(entity, $0) != nil }
    var plan = MovementPlan(
      entity: entity, pair: pair,
      earlier: earlier, isIn: isIn,
      isBeside: isBeside, isClassed: classed, size: optional("size", rows),
      isEscaped: change(["escaped"], rows), isBroughtIn: change(["moved_in", "split", "merged"], rows),
      keys: keys.map(\.0), hasTotals: false, hasSubtotals: false)
    let then = rowContext(before.scope, context)
    plan.wasIn = reread(movement.field, movement.value, then) ?? isIn
    if let beside = movement.beside { plan.wasBeside = reread(movement.field, beside, then) ?? isBeside }
    plan.wasInEarlier = earlier.map { id in
      var scope = RowScope(entity: entity, snapshot: id)
      scope.standard = after.scope.standard
      return reread(movement.field, movement.value, rowContext(scope, context)) ?? isIn
    }
    for (option, _) in movement.clauses.options {
      if case .totals = option { plan.hasTotals = true }
      if case .subtotals = option { plan.hasSubtotals = true }
    }
    var columns = keys.map(\.1)
    columns.append(
      ScopeColumn(
        name: "counted", label: nil, type: ValueType(.enumeration(Resolver.counted)), slot: columns.count,
        isKey: true))
    let to = isBeside == nil ? [] : ["to_\(besideName)"]
    let from = isBeside == nil ? [] : ["from_\(besideName)"]
    let flows =
      ["opening"] + to + ["left", "other_decrease"] + from
      + ["returned", "new", "other_increase", "closing"]
    for name in flows {
      columns.append(ScopeColumn(name: name, label: nil, type: .integer, slot: columns.count))
    }
    return ResolvedPipeline(
      source: .unit, stages: [PlanStage(.movement(plan), stage.range)],
      scope: RowScope(
        entity: nil, snapshot: after.scope.snapshot, columns: columns, slotCount: columns.count))
  }

  /// Whether a field has a value, as another snapshot reads it; nil where that does not carry what it needs.
  private func reread(_ field: Expression, _ value: Expression, _ rows: Context) -> TypedExpression? {
    guard let test = try? operands(field, value, rows) else { return nil }
    return try? comparison(.equal, test.0, test.1, field, value)
  }

  private func transition(
    _ field: Expression, _ from: SnapshotReference, _ to: SnapshotReference, _ clauses: GroupClauses,
    _ prefix: Pipeline, _ stage: Stage, _ context: Context
  ) throws(Diagnostic) -> ResolvedPipeline {
    let (pair, before, after) = try self.pair(prefix, from, to, stage, context)
    let (rows, entity) = try rowsOfEntity(before, after, stage, context)
    let value = try resolve(field, rows)
    let keys = try self.keys(clauses, after.scope, rows)
    var plan = TransitionPlan(
      entity: entity, pair: pair, field: value, size: optional("size", rows), keys: keys.map(\.0))
    if let then = try? resolve(field, rowContext(before.scope, context)), then.type.kind == value.type.kind {
      plan.fieldBefore = then
    }
    var columns = keys.map(\.1)
    let name = columnName(field)
    for id in [pair.from, pair.to] {
      columns.append(
        ScopeColumn(
          name: "\(name)_\(catalog[id].label)", label: nil, type: value.type, slot: columns.count,
          isKey: true,
          namesMissing: true))
    }
    for name in ["households", "persons"] {
      columns.append(ScopeColumn(name: name, label: nil, type: .integer, slot: columns.count))
    }
    return ResolvedPipeline(
      source: .unit, stages: [PlanStage(.transition(plan), stage.range)],
      scope: RowScope(
        entity: nil, snapshot: after.scope.snapshot, columns: columns, slotCount: columns.count))
  }

  /// The context of a row of the population in the second snapshot; an error where the rows are no longer rows of one.
  private func rowsOfEntity(
    _ before: ResolvedPipeline, _ after: ResolvedPipeline, _ stage: Stage, _ context: Context
  ) throws(Diagnostic) -> (Context, String) {
    guard let entity = after.scope.entity, entity == before.scope.entity else {
      throw Diagnostic(NameCode.notARow, at: stage.keyword, ["text": "the result above"])
    }
    return (rowContext(after.scope, context), entity)
  }

  private func keys(_ clauses: GroupClauses, _ scope: RowScope, _ rows: Context)
    throws(Diagnostic) -> [(Summarize.Key, ScopeColumn)]
  {
    var result: [(Summarize.Key, ScopeColumn)] = []
    for item in clauses.keys { result.append(try key(item, scope, rows, slot: result.count)) }
    return result
  }

  /// A field of the population by its role's name; nil where the snapshot does not carry it.
  private func optional(_ field: String, _ rows: Context) -> TypedExpression? {
    let none = SourceRange(SourceID(0), 0, 0)
    return try? resolve(Expression(.name(Name(field, none, isQuoted: true)), none), rows)
  }

  private func change(_ values: [String], _ rows: Context) -> TypedExpression? {
    guard let field = optional("change", rows), case .enumeration(let type) = field.type.kind else {
      return nil
    }
    let codes = values.compactMap { type.code(of: $0) }.map { Constant.enumeration(Int32($0)) }
    return TypedExpression(.isOneOf(field, codes), .boolean, field.range)
  }
}
