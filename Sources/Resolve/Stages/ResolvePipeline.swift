import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// Whether an expression names rows where a pipeline begins.
  func isSource(_ expression: Expression, _ context: Context) -> Bool {
    switch expression.kind {
    case .name(let name):
      if let binding = context.arguments[name.text] {
        return isSource(binding.expression, inPlace(binding, context))
      }
      if schema.entity(name.text) != nil { return true }
      if name.text == "it" { return true }
      if let entry = definitions[name.text], case .view = entry.body { return true }
      return false
    case .filtered(let base, _), .parenthesized(let base): return isSource(base, context)
    case .at(let base, _, _), .under(let base, _): return isSource(base, context)
    case .pipeline: return true
    case .member(let base, _): return isSource(base, context)
    default: return false
    }
  }

  /// A pipeline with its names resolved.
  func pipeline(_ tree: Pipeline, _ context: Context) throws(Diagnostic) -> ResolvedPipeline {
    var result = try pipeline(tree.source, context)
    for (index, stage) in tree.stages.enumerated() {
      switch stage.kind {
      case .compare, .movement, .transition:
        let prefix = Pipeline(tree.source, Array(tree.stages[..<index]))
        result = try resolveTime(stage, above: prefix, context)
      default: try resolve(stage, into: &result, context)
      }
    }
    return result
  }

  /// The rows that an expression names.
  func pipeline(_ source: Expression, _ context: Context) throws(Diagnostic) -> ResolvedPipeline {
    switch source.kind {
    case .name(let name): return try namedRows(name, context)
    case .parenthesized(let inner): return try pipeline(inner, context)
    case .pipeline(let inner): return try pipeline(inner, context)
    case .filtered(let base, let condition):
      var result = try pipeline(base, context)
      let test = try self.condition(condition, rowContext(result.scope, context))
      result.stages.append(PlanStage(.filter(test), condition.range))
      return result
    case .at(let base, let reference, let range):
      var then = context
      then.snapshot = try snapshot(reference, range)
      return try pipeline(base, then)
    case .under(let base, let name):
      var result = try pipeline(base, context)
      result.scope.standard = try standard(named: name).head.name.text
      return result
    case .member(let base, let name):
      var result = try pipeline(base, context)
      try expand(link: name, into: &result)
      result.scope.columns = []
      result.stages.append(PlanStage(.rebase, name.range))
      return result
    default:
      throw Diagnostic(NameCode.notARow, at: source.range, ["text": Formatter.text(source)])
    }
  }

  private func namedRows(_ name: Name, _ context: Context) throws(Diagnostic) -> ResolvedPipeline {
    if let binding = context.arguments[name.text] {
      return try pipeline(binding.expression, inPlace(binding, context))
    }
    if name.text == "it", !name.isQuoted {
      guard let kept else { throw Diagnostic(NameCode.nothingYet, at: name.range) }
      kept.assumed.forEach(noteAssumption)
      return ResolvedPipeline(source: .kept(kept.number), scope: kept.scope)
    }
    if let entry = definitions[name.text], case .view(let body) = entry.body {
      return try unfold(name, context) { (inner) throws(Diagnostic) in
        var fresh = Context(row: nil, snapshot: inner.snapshot)
        fresh.unfolding = inner.unfolding
        return try self.pipeline(body, fresh)
      }
    }
    guard catalog[context.snapshot].schema.entity(name.text) != nil else { throw unknownSource(name) }
    guard table(name.text, context.snapshot) != nil else {
      throw Diagnostic(
        NameCode.entityNotInSnapshot, at: name.range,
        ["entity": name.text, "snapshot": catalog[context.snapshot].label])
    }
    return ResolvedPipeline(
      source: .scan(entity: name.text, context.snapshot),
      scope: RowScope(entity: name.text, snapshot: context.snapshot))
  }

  private func unknownSource(_ name: Name) -> Diagnostic {
    let views = definitions.values.filter { if case .view = $0.body { true } else { false } }
      .map(\.name.text).sorted()
    let carried = schema.entities.map(\.name).filter { table($0, catalog.current) != nil }
    let near = Suggestion.nearest(to: name.text, among: carried + views + schema.entities.map(\.name))
    return modelOnly(
      Diagnostic(NameCode.unknownSource, at: name.range, ["name": name.text])
        .withNearest(near, available: carried + views))
  }

  /// The value of a pipeline of one row and one column.
  func scalar(_ tree: Pipeline, _ range: SourceRange, _ context: Context) throws(Diagnostic)
    -> TypedExpression
  {
    var fresh = Context(row: nil, snapshot: context.snapshot)
    fresh.unfolding = context.unfolding
    let plan = try finish(try pipeline(tree, fresh))
    guard plan.output.count == 1, let column = plan.output.first, plan.isSingleValue || isOneRow(plan) else {
      throw Diagnostic(TypeCode.notOneValue, at: range)
    }
    return TypedExpression(.scalar(newSubquery(plan)), column.expression.type, range, text: column.name)
  }

  private func isOneRow(_ plan: Plan) -> Bool {
    for stage in plan.stages.reversed() {
      switch stage.kind {
      case .summarize(let summarize): return summarize.keys.isEmpty && summarize.across == nil
      case .measure(let plan):
        return plan.grouping.keys.isEmpty && plan.grouping.across == nil && plan.cutoffs.count == 1
          && !plan.listsIndicators
      case .take(let from, let through, let per): if from == through, per.isEmpty { return true }
      case .top(let count, _, _, let per): if count == 1, per.isEmpty { return true }
      case .derive, .project: continue
      default: return false
      }
    }
    switch plan.source {
    case .unit: return true
    case .kept: return plan.isSingleValue
    case .row: return true
    case .scan: return false
    }
  }

  /// A plan with the columns that its result shows.
  func finish(_ pipeline: ResolvedPipeline) throws(Diagnostic) -> Plan {
    Plan(
      source: pipeline.source, stages: pipeline.stages, output: try output(pipeline.scope),
      isSingleValue: pipeline.scope.isSingleValue)
  }

  /// What a row shows: of an entity its key, then the stored open fields that the snapshot carries in model order, then
  /// its columns (language.md, section 10).
  func output(_ scope: RowScope) throws(Diagnostic) -> [OutputColumn] {
    var result: [OutputColumn] = []
    if let name = scope.entity, let table = table(name, scope.snapshot) {
      let entity = table.entity
      let keys = entity.key.compactMap { entity.field($0) }
      let others = entity.fields.filter { field in
        !entity.key.contains(field.name) && field.privacy == .open && field.origin == .stored
      }
      for field in keys + others
      where table.columns.has(field.name) && !table.derived.contains(field.name)
        && scope.column(scope.renamed[field.name] ?? field.name) == nil && !scope.dropped.contains(field.name)
      {
        let value = try fieldExpression(field, of: entity, scope.snapshot, SourceRange(SourceID(0), 0, 0))
        result.append(
          OutputColumn(
            name: scope.renamed[field.name] ?? field.name,
            label: scope.renamed[field.name] == nil ? field.label : nil, expression: value,
            isKey: entity.key.contains(field.name)))
      }
    }
    for column in scope.columns {
      let none = SourceRange(SourceID(0), 0, 0)
      let value = TypedExpression(.column(column.slot), column.type, none, text: column.name)
      result.append(
        OutputColumn(
          name: column.name, label: column.label, expression: value, isKey: column.isKey,
          namesMissing: column.namesMissing, isSetKey: column.isSetKey))
    }
    return result
  }
}
