import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// Resolves a statement; definitions and settings hold from here on.
  package func resolve(_ statement: Statement) throws(Diagnostic) -> StatementPlan {
    let range = statement.range
    unfoldings = 0
    forgetAssumptions()
    switch statement.kind {
    case .pipeline(let tree): return try result(tree, range)
    case .continuation(let stages): return try goOn(stages, range)
    case .definition(let definition):
      let value = try define(definition)
      return StatementPlan(value.map { .compute($0) } ?? .none, range)
    case .parameter(let parameter):
      try declare(parameter)
      return StatementPlan(.none, range)
    case .title(let template): return StatementPlan(.title(try parts(template)), range)
    case .text(let template): return StatementPlan(.text(try parts(template)), range)
    case .expect(let expectation): return StatementPlan(.expect(try resolve(expectation)), range)
    case .set(let name, let value): return try setting(name, value, range)
    case .use, .include: return StatementPlan(.none, range)
    case .forEach(let name, _, _): throw notBuilt("for each", name.range)
    case .output(let template): throw notBuilt("output", template.range)
    case .standard(let block):
      try define(block)
      return StatementPlan(.none, range)
    case .rule(let block):
      try define(block)
      return StatementPlan(.none, range)
    case .explain(let explanation): return try explain(explanation, range)
    }
  }

  /// A pipeline, or an expression that stands alone.
  private func result(_ tree: Pipeline, _ range: SourceRange) throws(Diagnostic) -> StatementPlan {
    var pipeline: ResolvedPipeline
    if tree.stages.isEmpty, !isSource(tree.source, topContext) {
      pipeline = try standalone(tree.source)
    } else {
      pipeline = try self.pipeline(tree, topContext)
    }
    return try keep(pipeline, range)
  }

  private func standalone(_ expression: Expression) throws(Diagnostic) -> ResolvedPipeline {
    if case .name(let name) = expression.kind, definitions[name.text] == nil,
      parameters[name.text] == nil, try lookUp(name, topContext) == nil
    {
      throw unknownAlone(name)
    }
    let value = try resolve(expression, topContext)
    var scope = RowScope(entity: nil, snapshot: catalog.current)
    scope.columns = [ScopeColumn(name: columnName(expression), label: nil, type: value.type, slot: 0)]
    scope.slotCount = 1
    scope.isSingleValue = true
    return ResolvedPipeline(
      source: .unit, stages: [PlanStage(.project([value]), expression.range)], scope: scope)
  }

  /// A bare word that is nothing: most likely rows were meant.
  private func unknownAlone(_ name: Name) -> Diagnostic {
    if schema.entities.contains(where: { $0.field(name.text) != nil }) { return unknown(name, topContext) }
    let names = schema.entities.map(\.name).filter { table($0, catalog.current) != nil }
    let near = Suggestion.nearest(to: name.text, among: names + definitions.keys.sorted())
    return modelOnly(
      Diagnostic(NameCode.unknownSource, at: name.range, ["name": name.text])
        .withNearest(near, available: names))
  }

  /// Keeps the scope of a result as `it`; a result that only saved rows leaves `it` as it was.
  private func keep(_ pipeline: ResolvedPipeline, _ range: SourceRange) throws(Diagnostic) -> StatementPlan {
    var plan = try finish(pipeline)
    plan.assumed = assumed
    lastDefinition = nil
    let number = (kept?.number ?? 0) + 1
    if case .save? = pipeline.stages.last?.kind {
      return StatementPlan(.result(plan, keep: 0), range)
    }
    kept = KeptResult(number: number, scope: pipeline.scope, assumed: assumed)
    return StatementPlan(.result(plan, keep: number), range)
  }

  /// `| …`: goes on from the last result, or adds to the definition just made.
  private func goOn(_ stages: [Stage], _ range: SourceRange) throws(Diagnostic) -> StatementPlan {
    if let name = lastDefinition, var entry = definitions[name], case .view(var body) = entry.body {
      body.stages += stages
      _ = try pipeline(body, topContext)
      entry.body = .view(body)
      definitions[name] = entry
      return StatementPlan(.none, range)
    }
    guard let kept else { throw Diagnostic(NameCode.nothingYet, at: range) }
    var pipeline = ResolvedPipeline(source: .kept(kept.number), scope: kept.scope)
    for stage in stages { try resolve(stage, into: &pipeline, topContext) }
    return try keep(pipeline, range)
  }

  /// The pieces of a title, text or message with their values planned.
  func parts(_ template: Template) throws(Diagnostic) -> [TemplatePart] {
    var result: [TemplatePart] = []
    for piece in template.pieces {
      switch piece {
      case .text(let text): result.append(.text(text))
      case .value(let tree):
        var pipeline: ResolvedPipeline
        if tree.stages.isEmpty, !isSource(tree.source, topContext) {
          pipeline = try standalone(tree.source)
        } else {
          pipeline = try self.pipeline(tree, topContext)
        }
        pipeline.scope.isSingleValue = true
        var plan = try finish(pipeline)
        guard plan.output.count == 1, tree.stages.isEmpty == false || isUnit(plan) else {
          throw Diagnostic(
            ScriptCode.templateValue, at: tree.range, ["text": Formatter.text(tree.source)])
        }
        plan.assumed = assumed
        result.append(.value(plan))
      }
    }
    return result
  }

  private func isUnit(_ plan: Plan) -> Bool {
    if case .unit = plan.source { true } else { false }
  }

  private func setting(_ name: Name, _ value: Expression, _ range: SourceRange) throws(Diagnostic)
    -> StatementPlan
  {
    let known = [
      "snapshot", "standard", "labels", "language", "decimals", "private", "format", "rows", "timing",
    ]
    guard known.contains(name.text) else {
      throw Diagnostic(ScriptCode.unknownSetting, at: name.range, ["name": name.text])
        .withNearest(Suggestion.nearest(to: name.text, among: known), available: known)
    }
    let text = settingText(value)
    let allowed: [String]? =
      switch name.text {
      case "labels": ["en", "vi", "names"]
      case "language": ["en", "vi"]
      case "format": ["table", "plain", "csv", "tsv", "json", "jsonl", "md"]
      case "timing": ["on", "off"]
      default: nil
      }
    if let allowed, !allowed.contains(text) {
      throw wrongSetting(name, text, allowed.joined(separator: ", "), value.range)
    }
    if ["decimals", "rows"].contains(name.text), Int(text).map({ (0...1_000_000).contains($0) }) != true {
      throw wrongSetting(name, text, "a whole number", value.range)
    }
    if name.text == "snapshot" {
      catalog.current = try snapshot(text, date: Resolver.date(text), value.range)
    }
    if name.text == "standard" { sessionStandard = try standard(text, value.range).head.name.text }
    if name.text == "private" { throw notBuilt("set \(name.text)", name.range) }
    return StatementPlan(.set(name: name.text, value: text), range)
  }

  private func wrongSetting(_ name: Name, _ text: String, _ wanted: String, _ range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      ScriptCode.settingValue, at: range, ["name": name.text, "wanted": wanted, "value": text])
  }

  private func settingText(_ value: Expression) -> String {
    switch value.kind {
    case .text(let text): text
    case .name(let name): name.text
    case .number(let literal): literal.text
    case .parameter(let name): parameters[name.text]?.text ?? name.text
    default: Formatter.text(value)
    }
  }
}
