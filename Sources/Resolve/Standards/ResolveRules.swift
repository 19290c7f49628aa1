import Columns
import Plan
import Schema
import Source
import Store
import Syntax

/// What the rules of the programme give: to each support whether its household was eligible, to each row of the population
/// the projects that may help it and what they may remedy (criteria.md).
extension Resolver {
  /// A value that rules give to a row; nil where the name is none of theirs, or the model has no such entity.
  func ruledValue(_ name: String, _ row: RowScope, _ range: SourceRange, _ context: Context)
    throws(Diagnostic) -> TypedExpression?
  {
    guard let roles = schema.roles.assessment?.programme else { return nil }
    switch (row.entity, name) {
    case (roles.supports, "eligible"): return try eligible(row, roles, range)
    case (schema.roles.population, "eligible_for"): return try eligibleFor(row, roles, range)
    case (schema.roles.population, "remediable"): return try remediable(row, range)
    default: return nil
    }
  }

  /// Whether a rule lets its project help the rows of a scope; a fact that the snapshot does not carry is missing.
  func condition(of rule: RuleBlock, _ row: RowScope) throws(Diagnostic) -> TypedExpression {
    guard let body = rule.eligible else {
      throw Diagnostic(
        StandardCode.noEligibility, at: rule.head.name.range, ["name": rule.head.name.text])
    }
    var context = Context(row: row.ofEntity(schema.roles.population), snapshot: row.snapshot)
    context.standardScope = StandardScope(nil)
    return try condition(body, context)
  }

  private func any(_ conditions: [TypedExpression], _ range: SourceRange) -> TypedExpression {
    conditions.dropFirst().reduce(
      conditions.first ?? TypedExpression(.constant(.boolean(false)), .boolean, range)
    ) { TypedExpression(.or($0, $1), .boolean, range) }
  }

  // MARK: Supports

  private func eligible(_ row: RowScope, _ roles: ProgrammeRoles, _ range: SourceRange) throws(Diagnostic)
    -> TypedExpression
  {
    let context = Context(row: row, snapshot: row.snapshot)
    let name = { (text: String) in Expression(.name(Name(text, range)), range) }
    let project = try resolve(name(roles.project), context)
    let household = try resolve(name(schema.entity(schema.roles.population)?.singular ?? ""), context)
    var inside: [TypedExpression] = []
    var granted: [TypedExpression] = []
    for rule in book.rules {
      let wanted = TypedExpression(
        .constant(.entity(roles.projects, key: rule.project.text)),
        ValueType(.entity(roles.projects, level: nil)), range, text: rule.project.text)
      let isOfProject = TypedExpression(.isWithin(project, wanted), .boolean, range)
      inside.append(isOfProject)
      granted.append(
        TypedExpression(.and(isOfProject, try judged(rule, household, row, roles, range)), .boolean, range))
    }
    let open = TypedExpression(.constant(.missing), .boolean, range, text: "eligible")
    return TypedExpression(
      .conditional(any(inside, range), then: any(granted, range), else: open), .boolean, range,
      text: "eligible")
  }

  /// The condition of a rule on the newest snapshot not after the date of a support; open before the first.
  private func judged(
    _ rule: RuleBlock, _ household: TypedExpression, _ row: RowScope, _ roles: ProgrammeRoles,
    _ range: SourceRange
  ) throws(Diagnostic) -> TypedExpression {
    let population = schema.roles.population
    let date = try resolve(
      Expression(.name(Name(roles.date, range)), range), Context(row: row, snapshot: row.snapshot))
    var result = TypedExpression(.constant(.missing), .boolean, range, text: rule.head.name.text)
    for (index, snapshot) in catalog.snapshots.enumerated() {
      guard let day = snapshot.date, snapshot.tables[population] != nil else { continue }
      let id = SnapshotID(index)
      var then = RowScope(entity: population, snapshot: id)
      then.standard = row.standard
      if id == row.snapshot { then.overlay = row.overlay }
      let value = try condition(of: rule, then)
      let read =
        id == row.snapshot
        ? value
        : TypedExpression(
          .aligned(id, entity: population, value: value), .boolean, range, text: "eligible")
      let truth = TypedExpression(
        .follow(link: household, entity: population, value: read), .boolean, range, text: "eligible")
      let known = TypedExpression(.constant(.date(day.days)), .date, range)
      let isAfter = TypedExpression(.comparison(.greaterOrEqual, date, known), .boolean, range)
      result = TypedExpression(
        .conditional(isAfter, then: truth, else: result), .boolean, range, text: "eligible")
    }
    return result
  }

  // MARK: Households

  /// The codes of the projects that rules are of and of those above them, in the order of the snapshot.
  private func projectType(_ row: RowScope, _ roles: ProgrammeRoles) -> EnumType {
    var codes: [String] = []
    for rule in book.rules {
      var code: String? = rule.project.text
      while let own = code, !codes.contains(own) {
        codes.append(own)
        code = parent(of: own, row.snapshot, roles)
      }
    }
    return EnumType("project", codes.sorted().prefix(64).map { EnumValue($0, Localized($0)) })
  }

  /// The project above one: by its link, or where the snapshot has no projects by its code (`DA1` of `DA1.1`).
  private func parent(of code: String, _ snapshot: SnapshotID, _ roles: ProgrammeRoles) -> String? {
    guard let table = table(roles.projects, snapshot), case .code(let parents)? = table.columns["parent"]
    else {
      return code.contains(".") ? code.split(separator: ".").dropLast().joined(separator: ".") : nil
    }
    guard let index = (0..<table.keys.count).first(where: { table.keys[$0] == code }),
      parents.codes[index] >= 0
    else { return nil }
    return table.keys[Int(parents.codes[index])]
  }

  private func eligibleFor(_ row: RowScope, _ roles: ProgrammeRoles, _ range: SourceRange) throws(Diagnostic)
    -> TypedExpression
  {
    let type = projectType(row, roles)
    var conditions: [[TypedExpression]] = Array(repeating: [], count: type.values.count)
    for rule in book.rules {
      let condition = try condition(of: rule, row)
      var code: String? = rule.project.text
      var steps = 0
      while let own = code, steps < 64 {
        if let place = type.code(of: own) { conditions[place].append(condition) }
        code = parent(of: own, row.snapshot, roles)
        steps += 1
      }
    }
    return openSet(conditions.map { any($0, range) }, type, "eligible_for", row, range)
  }

  private func remediable(_ row: RowScope, _ range: SourceRange) throws(Diagnostic) -> TypedExpression? {
    guard
      let lacks = try assessedValue(
        AssessedField.lacks.rawValue, row, range, Context(row: row, snapshot: row.snapshot)),
      case .set(let type) = lacks.type.kind
    else { return nil }
    var conditions: [[TypedExpression]] = Array(repeating: [], count: type.values.count)
    for rule in book.rules {
      let condition = try condition(of: rule, row)
      for name in rule.remedies {
        guard let code = type.code(of: name.text) else { throw noValue(name.text, type, name.range) }
        conditions[code].append(condition)
      }
    }
    let helped = conditions.enumerated().map { code, list in
      let one = TypedExpression(.constant(.set(1 << UInt64(code))), lacks.type, range)
      let isLacking =
        openHas(lacks, .all, one, range) ?? TypedExpression(.has(lacks, .all, one), .boolean, range)
      return TypedExpression(.and(isLacking, any(list, range)), .boolean, range)
    }
    return openSet(helped, type, "remediable", row, range)
  }

  private func openSet(
    _ conditions: [TypedExpression], _ type: EnumType, _ name: String, _ row: RowScope, _ range: SourceRange
  ) -> TypedExpression {
    let set = ValueType(.set(type))
    let kept = conditions.map { computed($0, for: row) }
    let known = computed(TypedExpression(.flags(kept, isOpen: false), set, range, text: name), for: row)
    let open = computed(TypedExpression(.flags(kept, isOpen: true), set, range, text: name), for: row)
    return TypedExpression(known.kind, set, range, text: name, openness: .elements(known: known, open: open))
  }
}
