import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// Takes up a definition: a view, a value, an expression to be put in place, a function, or a computed field.
  ///
  /// - Returns: the value to be computed once, where it is one.
  func define(_ definition: Definition) throws(Diagnostic) -> Subquery? {
    let name = definition.name
    lastDefinition = nil
    if let owner = definition.entity {
      try defineField(definition, owner)
      return nil
    }
    if schema.entity(name.text) != nil || ["it", "outer"].contains(name.text) {
      throw Diagnostic(ScriptCode.shadowsEntity, at: name.range, ["name": name.text])
    }
    let entry = { (body: DefinitionBody) in
      DefinitionEntry(name: name, body: body, help: definition.help, assumed: self.assumed)
    }
    if let parameters = definition.parameters {
      guard definition.body.stages.isEmpty else {
        throw Diagnostic(NameCode.notARow, at: definition.body.range, ["text": name.text])
      }
      definitions[name.text] = entry(.function(parameters, definition.body.source))
      return nil
    }
    if !definition.body.stages.isEmpty || isSource(definition.body.source, topContext) {
      try refuseRecursion(definition)
      _ = try pipeline(definition.body, topContext)
      definitions[name.text] = entry(.view(definition.body))
      lastDefinition = name.text
      return nil
    }
    guard let value = try? resolve(definition.body.source, topContext) else {
      definitions[name.text] = entry(.expression(definition.body.source))
      try checkParts(definition.body.source)
      return nil
    }
    guard value.constant == nil else {
      definitions[name.text] = entry(.value(value))
      return nil
    }
    let once = computedOnce(value, name)
    definitions[name.text] = entry(
      .value(TypedExpression(.defined(once.number), value.type, value.range, text: name.text)))
    return once
  }

  /// The plan of one value, so that however often its name stands it is computed once.
  private func computedOnce(_ value: TypedExpression, _ name: Name) -> Subquery {
    let column = TypedExpression(.column(0), value.type, value.range, text: name.text)
    return newSubquery(
      Plan(
        source: .unit, stages: [PlanStage(.project([value]), value.range)],
        output: [OutputColumn(name: name.text, label: nil, expression: column)], isSingleValue: true))
  }

  /// `let x = x | …`: a view that begins with itself.
  private func refuseRecursion(_ definition: Definition) throws(Diagnostic) {
    var source = definition.body.source
    while true {
      switch source.kind {
      case .filtered(let base, _), .parenthesized(let base): source = base
      case .pipeline(let inner): source = inner.source
      case .name(let name):
        if name.text == definition.name.text, definitions[name.text] == nil {
          throw Diagnostic(ScriptCode.recursion, at: name.range, ["name": name.text])
        }
        return
      default: return
      }
    }
  }

  /// A definition that is put in place is checked where it is used; that it calls itself is seen at once.
  private func checkParts(_ body: Expression) throws(Diagnostic) {
    var context = topContext
    context.row = RowScope(entity: schema.roles.population, snapshot: catalog.current)
    do {
      _ = try resolve(body, context)
    } catch {
      if error.code.id == ScriptCode.recursion.id { throw error }
    }
  }

  private func defineField(_ definition: Definition, _ owner: Name) throws(Diagnostic) {
    guard let entity = schema.entity(singular: owner.text) else {
      let singulars = schema.entities.map(\.singular)
      throw Diagnostic(NameCode.unknownSource, at: owner.range, ["name": owner.text])
        .withNearest(Suggestion.nearest(to: owner.text, among: singulars), available: singulars)
    }
    let name = definition.name
    if entity.field(name.text) != nil || entity.manyLink(name.text) != nil {
      throw Diagnostic(
        ScriptCode.shadowsField, at: name.range, ["name": name.text, "entity": entity.name])
    }
    var context = topContext
    context.row = RowScope(entity: entity.name, snapshot: catalog.current)
    context.unfolding = [name.text]
    _ = try resolve(definition.body.source, context)
    fieldDefinitions[entity.name, default: [:]][name.text] = DefinitionEntry(
      name: name, body: .expression(definition.body.source), help: definition.help)
  }

  /// `expect`: the condition without rows, and the rows that break it.
  func resolve(_ expectation: Expectation) throws(Diagnostic) -> ExpectPlan {
    let condition = try self.condition(expectation.condition, topContext)
    let message = try expectation.message.map { (template) throws(Diagnostic) in try parts(template) } ?? []
    return ExpectPlan(
      condition: condition, text: Formatter.text(expectation.condition), isWarning: expectation.isWarning,
      message: message, offenders: try offenders(expectation.condition))
  }

  /// For `none(ROWS where C)` and `all(ROWS, C)`: the rows that break the condition or leave it open.
  private func offenders(_ condition: Expression) throws(Diagnostic) -> Plan? {
    guard case .call(let call) = condition.kind, let first = call.arguments.first,
      call.function.text == "none" || call.function.text == "all",
      isSource(first.expression, topContext)
    else { return nil }
    var rows = try pipeline(first.expression, topContext)
    let context = rowContext(rows.scope, topContext)
    var names: [String] = []
    func breaking(_ test: Expression, negated: Bool) throws(Diagnostic) {
      let value = try self.condition(test, context)
      let broken = negated ? TypedExpression(.not(value), .boolean, test.range) : value
      let open = TypedExpression(.undetermined(value), .boolean, test.range)
      rows.stages.append(
        PlanStage(.filter(TypedExpression(.or(open, broken), .boolean, test.range)), test.range))
      names += fieldNames(test)
    }
    if let test = first.condition { try breaking(test, negated: false) }
    if let test = call.arguments.dropFirst().first?.expression { try breaking(test, negated: true) }
    return try offenderPlan(rows, names)
  }

  private func offenderPlan(_ rows: ResolvedPipeline, _ names: [String]) throws(Diagnostic) -> Plan {
    let shown = try output(rows.scope)
    let wanted = shown.filter { $0.isKey || names.contains($0.name) }
    return Plan(
      source: rows.source, stages: rows.stages, output: wanted.isEmpty ? shown : wanted,
      isSingleValue: false)
  }

  /// The bare names in an expression.
  private func fieldNames(_ expression: Expression) -> [String] {
    switch expression.kind {
    case .name(let name): [name.text]
    case .member(let base, _): fieldNames(base)
    case .at(let base, _, _), .under(let base, _), .on(let base, _), .parenthesized(let base):
      fieldNames(base)
    case .unary(_, let operand), .isMissing(let operand, _): fieldNames(operand)
    case .binary(_, let a, let b), .within(let a, let b): fieldNames(a) + fieldNames(b)
    case .comparison(let a, let links): fieldNames(a) + links.flatMap { fieldNames($0.operand) }
    case .membership(let operand, _, _): fieldNames(operand)
    case .has(let set, _, _): fieldNames(set)
    case .call(let call): call.arguments.flatMap { fieldNames($0.expression) }
    default: []
    }
  }
}
