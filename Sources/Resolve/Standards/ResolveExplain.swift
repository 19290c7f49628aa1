import Columns
import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// `explain`: what is asked of one row, all at once.
  func explain(_ explanation: Explanation, _ range: SourceRange) throws(Diagnostic) -> StatementPlan {
    let snapshot = try explanation.snapshot.map { (reference) throws(Diagnostic) in
      try self.snapshot(reference, range)
    }
    let id = snapshot ?? catalog.current
    guard let entity = catalog[id].schema.entity(singular: explanation.entity.text) else {
      let singulars = schema.entities.map(\.singular)
      throw Diagnostic(
        NameCode.unknownSource, at: explanation.entity.range, ["name": explanation.entity.text]
      )
      .withNearest(
        Suggestion.nearest(to: explanation.entity.text, among: singulars), available: singulars)
    }
    var context = topContext
    context.snapshot = id
    let wanted = try resolve(
      explanation.key, context, expecting: ValueType(.entity(entity.name, level: nil)))
    guard case .constant(.entity(_, let key)) = wanted.kind else {
      throw Diagnostic(
        NameCode.unknownKey, at: explanation.key.range,
        ["entity": entity.singular, "name": Formatter.text(explanation.key)])
    }
    if let pipeline = explanation.pipeline {
      return StatementPlan(.trace(try trace(key, entity.name, pipeline, context)), range)
    }
    guard entity.name == schema.roles.population, schema.roles.assessment != nil else {
      throw Diagnostic(
        StandardCode.noStandards, at: explanation.entity.range, ["name": "explain", "entity": entity.name])
    }
    var pipeline = ResolvedPipeline(
      source: .row(entity: entity.name, key: key, id), scope: RowScope(entity: entity.name, snapshot: id))
    if let standard = explanation.standard {
      pipeline.scope.standard = try self.standard(named: standard).head.name.text
    }
    let stage = Stage(.suppose(explanation.suppositions), range: range, keyword: explanation.entity.range)
    try suppose(explanation.suppositions, stage, &pipeline, context)
    let choice = try choice(pipeline.scope, "explain", explanation.entity.range)
    let block = block(for: key, choice, pipeline.scope)
    if !choice.isSingle { pipeline.scope.standard = block.head.name.text }
    var builder = ExplainBuilder(self, block, pipeline, key)
    var plan = try builder.plan(isFull: explanation.isFull)
    var ways = pipeline
    try waysOut(stage, &ways, context)
    plan.ways = try finish(ways)
    plan.ways.output = plan.ways.output.suffix(4)
    plan.assumed = assumed
    return StatementPlan(.explain(plan), range)
  }

  /// The one standard that holds for a row: that of its place, else that of the country.
  private func block(for key: String, _ choice: StandardChoice, _ row: RowScope) -> StandardBlock {
    let places = catalog[row.snapshot].places
    guard !choice.isSingle, let name = row.entity, let table = table(name, row.snapshot),
      let link = table.entity.fields.first(where: { $0.origin == .stored && $0.target == schema.roles.places }
      ),
      case .code(let codes)? = table.columns[link.name],
      let index = (0..<table.keys.count).first(where: { table.keys[$0] == key }), codes.codes[index] >= 0
    else { return choice.national }
    for (place, block) in choice.local {
      guard case .constant(.entity(_, let code)) = place.kind, let above = places.row(code: code) else {
        continue
      }
      if places.isWithin(codes.codes[index], above) { return block }
    }
    return choice.national
  }

  // MARK: Why not

  /// The way of a row through a pipeline: each stage with the rows after it.
  private func trace(_ key: String, _ entity: String, _ tree: Pipeline, _ context: Context) throws(Diagnostic)
    -> TracePlan
  {
    var result = TracePlan(entity: entity, key: key, snapshot: context.snapshot, steps: [], end: nil)
    let source = try pipeline(tree.source, context)
    guard source.scope.entity == entity else {
      throw Diagnostic(
        TypeCode.unlikeTypes, at: tree.source.range,
        [
          "left": key, "leftType": "a row of \(entity)", "right": Formatter.text(tree.source),
          "rightType": "rows of \(source.scope.entity ?? "no entity")",
        ])
    }
    result.steps.append(
      TracePlan.Step(text: Formatter.text(tree.source), after: rowsOnly(source), condition: nil))
    var before = source
    for (index, stage) in tree.stages.enumerated() {
      let prefix = Pipeline(tree.source, Array(tree.stages[...index]))
      let after = try pipeline(prefix, context)
      let text = Formatter.text(stage)
      guard after.scope.entity == entity else {
        result.end = text
        break
      }
      var condition: Plan?
      if case .filter(let expression) = stage.kind {
        condition = try conditionPlan(expression, before, context)
      }
      result.steps.append(TracePlan.Step(text: text, after: rowsOnly(after), condition: condition))
      before = after
    }
    return result
  }

  /// The rows of an entity that a pipeline ends in, as one column.
  private func rowsOnly(_ pipeline: ResolvedPipeline) -> Plan {
    let entity = pipeline.scope.entity ?? ""
    let row = TypedExpression(
      .row, ValueType(.entity(entity, level: nil)), SourceRange(SourceID(0), 0, 0), text: entity)
    return Plan(
      source: pipeline.source, stages: pipeline.stages,
      output: [OutputColumn(name: entity, label: nil, expression: row)], isSingleValue: false)
  }

  /// The rows before a `where`, with the truth of its condition and the facts that it reads.
  private func conditionPlan(_ expression: Expression, _ before: ResolvedPipeline, _ context: Context)
    throws(Diagnostic) -> Plan
  {
    var rows = rowContext(before.scope, context)
    rows.allowsWindows = true
    let truth = try condition(expression, rows)
    var plan = rowsOnly(before)
    plan.output.append(OutputColumn(name: "", label: nil, expression: truth))
    for fact in facts(of: truth, named: book.standards.flatMap(\.fieldNames)) {
      plan.output.append(OutputColumn(name: fact.text, label: nil, expression: fact))
    }
    return plan
  }

  /// The values that a condition reads on its own row, each once by its text.
  func facts(of condition: TypedExpression, named names: [String]) -> [TypedExpression] {
    var found: [TypedExpression] = []
    collectFacts(condition, names + AssessedField.allCases.map(\.rawValue), &found)
    return found
  }

  private func collectFacts(
    _ expression: TypedExpression, _ names: [String], _ found: inout [TypedExpression]
  ) {
    let isLeaf =
      switch expression.kind {
      case .field, .supposed, .column, .ancestor, .follow, .aligned, .computed: true
      default: names.contains(expression.text)
      }
    if case .constant = expression.kind { return }
    guard !isLeaf else {
      if !expression.text.isEmpty, !found.contains(where: { $0.text == expression.text }) {
        found.append(expression)
      }
      return
    }
    for operand in expression.operands { collectFacts(operand, names, &found) }
  }
}
