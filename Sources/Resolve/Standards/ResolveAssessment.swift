import Plan
import Schema
import Source
import Store
import Syntax

/// What every standard gives to the rows it assesses (criteria.md), by name.
package enum AssessedField: String, CaseIterable, Sendable {
  case assessed, deprivations
  case leastDeprivations = "deprivations_min"
  case mostDeprivations = "deprivations_max"
  case lacks
  case incomeGap = "income_gap"
}

extension Resolver {
  /// A value that a standard gives to a row of the population; nil where no standard knows the name.
  func assessedValue(_ name: String, _ row: RowScope, _ range: SourceRange, _ context: Context)
    throws(Diagnostic) -> TypedExpression?
  {
    guard row.entity == schema.roles.population, schema.roles.assessment != nil else { return nil }
    if let scope = context.standardScope, let block = scope.block {
      return try value(name, of: block, row, range, scope: scope)
    }
    let isKnown =
      AssessedField(rawValue: name) != nil || book.standards.contains { $0.fieldNames.contains(name) }
    guard isKnown else { return nil }
    let choice = try choice(row, name, range)
    var result = try value(name, of: choice.national, row, range, scope: nil)
    for (place, block) in choice.local {
      result = try local(result, try value(name, of: block, row, range, scope: nil), place, row, range)
    }
    result?.range = range
    result?.text = name
    return result
  }

  /// A value under the standard of a place for the rows in it, under the country's for the others.
  private func local(
    _ national: TypedExpression?, _ local: TypedExpression?, _ place: TypedExpression, _ row: RowScope,
    _ range: SourceRange
  ) throws(Diagnostic) -> TypedExpression? {
    guard let some = local ?? national else { return nil }
    let missing = TypedExpression(.constant(.missing), some.type, range, text: some.text)
    let inside = TypedExpression(.isWithin(try placeOfRow(row, range), place), .boolean, range)
    let choose = { (a: TypedExpression, b: TypedExpression) in
      TypedExpression(.conditional(inside, then: a, else: b), a.type, range, text: some.text)
    }
    var result = choose(local ?? missing, national ?? missing)
    switch (local?.openness, national?.openness) {
    case (.range(let a, let b)?, .range(let c, let d)?): result.openness = .range(choose(a, c), choose(b, d))
    case (.values(let a)?, .values(let b)?): result.openness = .values(choose(a, b))
    case (.elements(let a, let b)?, .elements(let c, let d)?):
      result.openness = .elements(known: choose(a, c), open: choose(b, d))
    default: break
    }
    return result
  }

  private func placeOfRow(_ row: RowScope, _ range: SourceRange) throws(Diagnostic) -> TypedExpression {
    guard let name = row.entity, let entity = entity(name, row.snapshot),
      let link = entity.fields.first(where: { $0.origin == .stored && $0.target == schema.roles.places })
    else { throw Diagnostic(NameCode.notARow, at: range, ["text": row.entity ?? ""]) }
    return try fieldExpression(link, of: entity, row.snapshot, range)
  }

  /// A value of one standard: what every standard gives, a parameter, or a definition.
  func value(
    _ name: String, of block: StandardBlock, _ row: RowScope, _ range: SourceRange, scope: StandardScope?
  ) throws(Diagnostic) -> TypedExpression? {
    if let scope, let fixed = scope.fixedCount, name == AssessedField.deprivations.rawValue {
      scope.reads += 1
      return TypedExpression(.constant(.integer(Int64(fixed))), .integer, range, text: name)
    }
    let path = "\(block.head.name.text).\(name)"
    guard !openDefinitions.contains(path) else {
      throw circle(path, in: block, range)
    }
    openDefinitions.append(path)
    defer { openDefinitions.removeLast() }
    let entity = row.entity ?? schema.roles.population
    if AssessedField(rawValue: name) != .deprivations, AssessedField(rawValue: name) != .lacks,
      let entry = row.overlay?.entries[Overlay.key(entity, name)]
    {
      return TypedExpression(.supposed(entry.number), entry.type, range, text: name)
    }
    let assessment = Assessment(self, block, row, range)
    if let field = AssessedField(rawValue: name) {
      let key = AssessmentKey(
        standard: block.head.name.text, name: name, snapshot: row.snapshot, overlay: row.overlay?.number ?? 0)
      if let known = assessments[key] { return known }
      let value = try assessment.value(of: field)
      assessments[key] = value
      return value
    }
    return try clause(name, assessment, scope)
  }

  /// A parameter or definition of a standard; kept once computed, unless it is a constant or goes by the count of lacks for
  /// which the classes are being tried.
  private func clause(_ name: String, _ assessment: Assessment, _ scope: StandardScope?) throws(Diagnostic)
    -> TypedExpression?
  {
    let row = assessment.row
    let key = AssessmentKey(
      standard: assessment.block.head.name.text, name: name, snapshot: row.snapshot,
      overlay: row.overlay?.number ?? 0)
    if let known = clauses[key] {
      scope?.absent.formUnion(known.absent)
      return known.value
    }
    let own = StandardScope(assessment.block)
    own.fixedCount = scope?.fixedCount
    guard var value = try assessment.clause(name, own) else { return nil }
    scope?.absent.formUnion(own.absent)
    scope?.reads += own.reads
    scope?.outcomes += own.outcomes
    guard own.reads == 0, value.constant == nil, value.openness == nil else { return value }
    value = computed(value, for: row)
    clauses[key] = (value, own.absent)
    return value
  }

  /// An error at the use that closes a circle of definitions, with each definition on the way and what it cites.
  private func circle(_ path: String, in block: StandardBlock, _ range: SourceRange) -> Diagnostic {
    var result = Diagnostic(ScriptCode.recursion, at: range, ["name": path])
    let start = openDefinitions.firstIndex(of: path) ?? 0
    let names = openDefinitions[start...].map { $0.dropFirst(block.head.name.text.count + 1) }
    for clause in block.clauses {
      guard case .definition(let name, _) = clause.kind, names.contains(name.text[...]) else { continue }
      result = result.label(
        name.range, en: "\(name.text) is defined here", vi: "\(name.text) định nghĩa ở đây")
    }
    let citations = block.head.citations.joined(separator: "; ")
    return result.note(en: "of \(citations)", vi: "của \(citations)")
  }

  struct AssessmentKey: Hashable {
    var standard: String
    var name: String
    var snapshot: SnapshotID
    var overlay: Int
  }

  /// A value kept under a number of its own.
  func computed(_ expression: TypedExpression, for row: RowScope) -> TypedExpression {
    nextComputed += 1
    let value = ComputedValue(
      number: nextComputed, entity: row.entity ?? schema.roles.population, expression,
      isSupposed: row.overlay != nil)
    return TypedExpression(.computed(value), expression.type, expression.range, text: expression.text)
  }
}
