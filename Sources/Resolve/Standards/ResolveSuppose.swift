import Plan
import Schema
import Source
import Store
import Syntax

/// What an assumption is of.
private struct SupposedFact {
  var entity: String
  /// The to-many link that leads to its rows; nil for the rows at hand.
  var link: String?
  /// By what it is found in the overlay.
  var name: String
  /// What holds without the assumption; nil where the snapshot has nothing.
  var original: TypedExpression?
  var type: ValueType?
}

extension Resolver {
  /// `suppose`: assumptions in order, each seen by the next; columns derived before keep their values.
  func suppose(
    _ items: [Supposition], _ stage: Stage, _ result: inout ResolvedPipeline, _ context: Context
  ) throws(Diagnostic) {
    for item in items {
      guard result.scope.entity != nil else { throw notSupposable(item) }
      let rows = rowContext(result.scope, context)
      let fact = try fact(item.target, rows)
      let place = fact.link == nil ? rows : rowContext(result.scope.ofEntity(fact.entity), context)
      let value = try resolve(item.value, place, expecting: fact.type)
      let assumptions = try assumptions(fact, value, item)
      result.stages.append(PlanStage(.suppose(assumptions), stage.range))
      var entries = result.scope.overlay?.entries ?? [:]
      entries[Overlay.key(fact.entity, fact.name)] = Overlay.Entry(
        number: assumptions[0].number, type: assumptions[0].value.type,
        open: assumptions.count > 1 ? assumptions[1].number : nil)
      nextAssumption += 1
      result.scope.overlay = Overlay(number: nextAssumption, entries: entries)
      noteAssumption("\(Formatter.text(item.target)) = \(withParameters(Formatter.text(item.value)))")
    }
    result.scope.isSingleValue = false
  }

  /// A text of the language with the values of parameters in the place of their names: a mark must say what was supposed.
  private func withParameters(_ text: String) -> String {
    text.replacing(/\$([\p{L}_][\p{L}\p{N}_]*)/) { match in
      parameters[String(match.1)]?.text ?? String(match.0)
    }
  }

  private func notSupposable(_ item: Supposition) -> Diagnostic {
    Diagnostic(
      StandardCode.notSupposable, at: item.target.range, ["name": Formatter.text(item.target)])
  }

  private func assumptions(_ fact: SupposedFact, _ given: TypedExpression, _ item: Supposition)
    throws(Diagnostic) -> [Assumption]
  {
    var value = given
    var original = fact.original
    if let type = fact.type {
      guard areAlike(value.type, type) else {
        throw Diagnostic(
          TypeCode.unlikeTypes, at: item.target.range.union(item.value.range),
          [
            "left": Formatter.text(item.target), "leftType": type.words,
            "right": Formatter.text(item.value), "rightType": value.type.words,
          ])
      }
      if type.kind == .integer, value.type.kind == .number {
        // Money and counts are whole: a raise of 15 % gives whole đồng, as loading does.
        value = TypedExpression(.call(.round, [value]), type, value.range, text: value.text)
      } else if value.type.isNumeric, type.isNumeric, value.type.kind != type.kind {
        value = converted(value, ValueType(.number, unit: type.unit, display: type.display))
        original = original.map { converted($0, ValueType(.number, unit: type.unit, display: type.display)) }
      } else if type.isSet {
        value = asSet(value)
      }
      if value.type.kind == type.kind || value.type.kind == .missing { value.type = type }
    }
    nextAssumption += 1
    var result = [
      Assumption(
        number: nextAssumption, entity: fact.entity, link: fact.link, value: value, original: original)
    ]
    if case .elements(let known, let open)? = value.openness {
      result[0].value = known
      nextAssumption += 1
      var before: TypedExpression?
      if case .elements(_, let openBefore)? = original?.openness { before = openBefore }
      result.append(
        Assumption(
          number: nextAssumption, entity: fact.entity, link: fact.link, value: open, original: before))
    }
    return result
  }

  private func areAlike(_ a: ValueType, _ b: ValueType) -> Bool {
    if a.kind == .missing || a.kind == b.kind { return true }
    if a.isNumeric, b.isNumeric { return true }
    if case .set(let of) = b.kind, case .enumeration(let own) = a.kind { return of == own }
    return false
  }

  // MARK: What is supposed

  private func fact(_ target: Expression, _ context: Context) throws(Diagnostic) -> SupposedFact {
    guard let row = context.row, let entityName = row.entity, let entity = entity(entityName, row.snapshot)
    else { throw notSupposable(Supposition(target, target)) }
    switch target.kind {
    case .name(let name):
      return try fact(name, entity, row, context)
    case .member(let base, let name):
      guard case .name(let first) = base.kind else { break }
      if let link = entity.manyLink(first.text) {
        let child = try childScope(link, row, first.range)
        guard let children = self.entity(link.target, row.snapshot) else { break }
        var fact = try fact(name, children, child, context)
        fact.link = link.name
        return fact
      }
      if let fact = try parameterValue(first, name, row, context) { return fact }
    default: break
    }
    throw notSupposable(Supposition(target, target))
  }

  private func fact(_ name: Name, _ entity: Entity, _ row: RowScope, _ context: Context) throws(Diagnostic)
    -> SupposedFact
  {
    let bare = row.ofEntity(entity.name)
    if let field = entity.field(name.text), field.origin == .stored, field.target == nil,
      field.name != schema.roles.assessment?.classField
    {
      let isCarried =
        table(entity.name, row.snapshot)?.columns[field.name] != nil
        || row.overlay?.entries[Overlay.key(entity.name, field.name)] != nil
      let original = isCarried ? try fieldOrRow(name, bare, context) : nil
      return SupposedFact(entity: entity.name, name: field.name, original: original, type: field.type)
    }
    guard entity.field(name.text) == nil, AssessedField(rawValue: name.text) != .incomeGap else {
      throw notSupposable(Supposition(Expression(.name(name), name.range), Expression(.missing, name.range)))
    }
    guard
      let value = try assessedValue(name.text, bare, name.range, context)
    else { throw unknown(name, rowContext(bare, context)) }
    return SupposedFact(entity: entity.name, name: name.text, original: value, type: value.type)
  }

  /// `income_line.rural`: one value of a parameter that goes by a field.
  private func parameterValue(_ parameter: Name, _ value: Name, _ row: RowScope, _ context: Context)
    throws(Diagnostic) -> SupposedFact?
  {
    guard let entity = row.entity, entity == schema.roles.population else { return nil }
    let choice = try choice(row, parameter.text, parameter.range)
    for block in [choice.national] + choice.local.map(\.block) {
      guard case .by(_, let amounts)? = block.parameter(parameter.text),
        let amount = amounts.first(where: { $0.value.text == value.text })
      else { continue }
      var place = context
      place.standardScope = StandardScope(block)
      let original = try resolve(amount.amount, place)
      return SupposedFact(
        entity: entity, name: "\(parameter.text).\(value.text)", original: original, type: original.type)
    }
    return nil
  }
}
