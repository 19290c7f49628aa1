import Plan
import Schema
import Source
import Store
import Syntax

/// Puts together what `explain` asks of a row under one standard.
struct ExplainBuilder {
  private let resolver: Resolver
  private let block: StandardBlock
  private let pipeline: ResolvedPipeline
  private let key: String
  private let assessment: Assessment
  private var columns: [OutputColumn] = []

  init(_ resolver: Resolver, _ block: StandardBlock, _ pipeline: ResolvedPipeline, _ key: String) {
    self.resolver = resolver
    self.block = block
    self.pipeline = pipeline
    self.key = key
    assessment = Assessment(resolver, block, pipeline.scope, block.head.name.range)
  }

  private var row: RowScope { pipeline.scope }

  mutating func plan(isFull: Bool) throws(Diagnostic) -> ExplainPlan {
    let definitions = try definitions()
    let indicators = try indicators()
    let classes = try classes()
    guard case .values(let possible)? = try given(.assessed).openness else {
      throw Diagnostic(StandardCode.noClass, at: block.head.name.range, ["name": block.head.name.text])
    }
    let recorded = try recordedClass()
    let rules = try rules()
    let (least, most) = (add(try given(.leastDeprivations)), add(try given(.mostDeprivations)))
    let possibleColumn = add(possible)
    let plan = Plan(
      source: pipeline.source, stages: pipeline.stages, output: columns, isSingleValue: false)
    var result = ExplainPlan(
      entity: row.entity ?? "", key: key, snapshot: row.snapshot, standard: block.head.name.text,
      title: block.head.title, citations: block.head.citations, provisional: block.head.provisional,
      row: plan,
      definitions: definitions, indicators: indicators, classes: classes, possible: possibleColumn,
      recorded: recorded, leastLacks: least, mostLacks: most, ways: plan, isFull: isFull, assumed: [])
    result.rules = rules
    return result
  }

  /// The rules of projects, each by the code of its project.
  private mutating func rules() throws(Diagnostic) -> [(condition: ExplainedCondition, remedies: [String])] {
    var result: [(condition: ExplainedCondition, remedies: [String])] = []
    for rule in resolver.book.rules {
      guard let body = rule.eligible else { continue }
      let value = try resolver.condition(of: rule, row)
      let clause = StandardClause(
        .classification(name: rule.head.name, condition: body), range: rule.head.name.range)
      var one = try explained(
        rule.project.text, rule.head.title.map { Localized($0) }, body, value, clause, isComputed: true)
      one.citation = rule.head.citations.joined(separator: "; ")
      one.provisional = rule.head.provisional
      result.append((one, rule.remedies.map(\.text)))
    }
    return result
  }

  private func given(_ field: AssessedField) throws(Diagnostic) -> TypedExpression {
    try resolver.value(field.rawValue, of: block, row, block.head.name.range, scope: nil)
      ?? TypedExpression(.constant(.missing), .integer, block.head.name.range)
  }

  /// The number of a column of the one row.
  private mutating func add(_ expression: TypedExpression, name: String? = nil, label: Localized? = nil)
    -> Int
  {
    columns.append(OutputColumn(name: name ?? expression.text, label: label, expression: expression))
    return columns.count - 1
  }

  private mutating func recordedClass() throws(Diagnostic) -> Int? {
    guard let entity = row.entity, let roles = resolver.schema.roles.assessment,
      let field = resolver.entity(entity, row.snapshot)?.field(roles.classField),
      resolver.table(entity, row.snapshot)?.columns[roles.classField] != nil
    else { return nil }
    return add(
      try resolver.fieldExpression(
        field, of: resolver.entity(entity, row.snapshot) ?? resolver.schema.entities[0], row.snapshot,
        block.head.name.range))
  }

  // MARK: Conditions

  private mutating func definitions() throws(Diagnostic) -> [ExplainedCondition] {
    var result: [ExplainedCondition] = []
    for clause in block.clauses {
      guard case .definition(let name, let body) = clause.kind,
        let value = try resolver.value(name.text, of: block, row, name.range, scope: StandardScope(block)),
        value.type.kind == .boolean
      else { continue }
      // What is told are the facts behind the definition, not its own value.
      var inside = value
      if case .computed(let kept) = value.kind { inside = kept.expression }
      inside.text = ""
      result.append(try explained(name.text, nil, body, inside, clause, isComputed: true))
    }
    return result
  }

  private mutating func indicators() throws(Diagnostic) -> [ExplainedCondition] {
    var result: [ExplainedCondition] = []
    for (clause, indicator) in block.indicators {
      guard let body = indicator.lacking else { continue }
      let (value, isComputed) = try assessment.indicator(indicator)
      var one = try explained(
        indicator.name.text, indicator.title.map { Localized($0) }, body, value, clause,
        isComputed: isComputed)
      one.service = indicator.service?.text
      result.append(one)
    }
    return result
  }

  private func classLabel(_ name: String) -> Localized? {
    guard let roles = resolver.schema.roles.assessment,
      case .enumeration(let type)? = resolver.schema.entity(resolver.schema.roles.population)?.field(
        roles.classField)?.type.kind
    else { return nil }
    return type.code(of: name).map { type.values[$0].label }
  }

  private mutating func classes() throws(Diagnostic) -> [ExplainedCondition] {
    var result: [ExplainedCondition] = []
    for (clause, name, condition) in block.classes {
      guard let condition else {
        let always = TypedExpression(.constant(.boolean(true)), .boolean, name.range)
        result.append(
          ExplainedCondition(
            name: name.text, label: classLabel(name.text), text: "otherwise", service: nil,
            citation: clause.citation,
            provisional: clause.provisional, isComputed: true, truth: add(always, name: name.text), facts: [],
            witnesses: []))
        continue
      }
      let value = try resolver.condition(condition, assessment.context(StandardScope(block)))
      result.append(
        try explained(
          name.text, classLabel(name.text), condition, value, clause, isComputed: true))
    }
    return result
  }

  private mutating func explained(
    _ name: String, _ label: Localized?, _ body: Expression, _ value: TypedExpression,
    _ clause: StandardClause,
    isComputed: Bool
  ) throws(Diagnostic) -> ExplainedCondition {
    let truth = add(value, name: name)
    var facts: [Int] = []
    for fact in resolver.facts(of: value, named: block.fieldNames) {
      // A comparison reads one end of the range; what is told is the count.
      let isCount = fact.text == AssessedField.deprivations.rawValue
      facts.append(add(isCount ? try given(.deprivations) : fact, label: fieldLabel(fact)))
    }
    return ExplainedCondition(
      name: name, label: label, text: Formatter.text(body), service: nil, citation: clause.citation,
      provisional: clause.provisional, isComputed: isComputed, truth: truth, facts: facts,
      witnesses: witnesses(value))
  }

  private func fieldLabel(_ value: TypedExpression) -> Localized? {
    row.entity.flatMap { resolver.entity($0, row.snapshot) }?.field(value.text)?.label
  }

  /// The rows behind links that a condition looks at and that are as it asks, or open.
  private func witnesses(_ condition: TypedExpression) -> [Plan] {
    var result: [Plan] = []
    collect(condition, &result)
    return result
  }

  private func collect(_ expression: TypedExpression, _ plans: inout [Plan]) {
    if case .nested(let call, nil, let link, let entity, let target) = expression.kind, !call.readsOuter,
      let claim = call.arguments.first ?? call.condition, claim.type.kind == .boolean,
      claim.constant == nil
    {
      plans.append(witnesses(claim, link, entity, target))
    }
    for operand in expression.operands { collect(operand, &plans) }
  }

  private func witnesses(_ claim: TypedExpression, _ link: String, _ entity: String, _ target: String) -> Plan
  {
    let range = claim.range
    let open = TypedExpression(.undetermined(claim), .boolean, range)
    let stages = [
      PlanStage(.expand(link: link, entity: entity, target: target), range),
      PlanStage(.filter(TypedExpression(.or(claim, open), .boolean, range)), range),
    ]
    var output: [OutputColumn] = []
    let child = resolver.entity(target, row.snapshot)
    for name in child?.key ?? [] {
      guard let field = child?.field(name), field.target == nil else { continue }
      output.append(
        OutputColumn(
          name: name, label: field.label,
          expression: TypedExpression(.field(name), field.type, range, text: name),
          isKey: true))
    }
    for fact in resolver.facts(of: claim, named: []) {
      output.append(
        OutputColumn(name: fact.text, label: child?.field(fact.text)?.label, expression: fact))
    }
    return Plan(
      source: pipeline.source, stages: pipeline.stages + stages, output: output, isSingleValue: false)
  }
}
