import Plan
import Schema
import Source
import Store
import Syntax

/// The clauses of one standard as expressions over the rows of a snapshot.
struct Assessment {
  let resolver: Resolver
  let block: StandardBlock
  /// The bare row of the population in the snapshot, with its standard and what is supposed.
  let row: RowScope
  let range: SourceRange

  init(_ resolver: Resolver, _ block: StandardBlock, _ row: RowScope, _ range: SourceRange) {
    self.resolver = resolver
    self.block = block
    self.row = row.ofEntity(row.entity ?? resolver.schema.roles.population)
    self.range = range
  }

  /// The context in which clauses are read.
  func context(_ scope: StandardScope) -> Context {
    var context = Context(row: row, snapshot: row.snapshot)
    context.standardScope = scope
    return context
  }

  func value(of field: AssessedField) throws(Diagnostic) -> TypedExpression {
    switch field {
    case .lacks: return try lacks()
    case .deprivations:
      let (least, most) = try bounds()
      let equal = TypedExpression(.comparison(.equal, least, most), .boolean, range)
      return TypedExpression(
        .conditional(equal, then: least, else: missing(.integer)), .integer, range, text: "deprivations",
        openness: .range(least, most))
    case .leastDeprivations: return try bounds().least
    case .mostDeprivations: return try bounds().most
    case .assessed: return try assessed()
    case .incomeGap: return try incomeGap()
    }
  }

  private func computed(_ expression: TypedExpression) -> TypedExpression {
    resolver.computed(expression, for: row)
  }

  private func missing(_ type: ValueType) -> TypedExpression {
    TypedExpression(.constant(.missing), type, range, text: "missing")
  }

  func whole(_ number: Int) -> TypedExpression {
    TypedExpression(.constant(.integer(Int64(number))), .integer, range, text: String(number))
  }

  // MARK: Parameters and definitions

  /// A parameter or definition by its name; nil where the standard has none.
  func clause(_ name: String, _ scope: StandardScope) throws(Diagnostic) -> TypedExpression? {
    if let values = block.parameter(name) { return try parameter(name, values, scope) }
    guard let body = block.definition(name) else { return nil }
    return try definition(name, body, scope)
  }

  /// A parameter: one value, or by the value of a field, each of which may be supposed.
  private func parameter(_ name: String, _ values: ParameterValues, _ scope: StandardScope) throws(Diagnostic)
    -> TypedExpression
  {
    let context = context(scope)
    switch values {
    case .single(let value):
      var result = try resolver.resolve(value, context)
      result.text = name
      return result
    case .by(let field, let amounts):
      let key = try resolver.resolve(Expression(.name(field), field.range), context)
      var result: TypedExpression?
      for (value, amount) in amounts.reversed() {
        let wanted = try resolver.resolve(
          Expression(.name(value), value.range), context, expecting: key.type)
        var then = try resolver.resolve(amount, context)
        let path = Overlay.key(row.entity ?? "", "\(name).\(value.text)")
        if let entry = row.overlay?.entries[path] {
          then = TypedExpression(.supposed(entry.number), entry.type, range, text: name)
        }
        let test = TypedExpression(.comparison(.equal, key, wanted), .boolean, range)
        let rest = result ?? missing(then.type)
        result = TypedExpression(
          .conditional(test, then: then, else: rest), try resolver.commonType(then, rest, range), range,
          text: name)
      }
      return result ?? missing(.number)
    }
  }

  private func definition(_ name: String, _ body: Expression, _ scope: StandardScope) throws(Diagnostic)
    -> TypedExpression
  {
    var result = try resolver.resolve(body, context(scope))
    result.text = name
    return result
  }

  // MARK: Indicators

  /// The type of the lacks on record: a set of all indicators that the model knows.
  private var indicatorType: EnumType? {
    guard let roles = resolver.schema.roles.assessment,
      let field = resolver.schema.entity(resolver.schema.roles.population)?.field(roles.recordedLacks),
      case .set(let type) = field.type.kind
    else { return nil }
    return type
  }

  /// Whether a household lacks an indicator: from the facts, or as recorded where the snapshot lacks the facts.
  func indicator(_ indicator: IndicatorClause) throws(Diagnostic) -> (
    value: TypedExpression, isComputed: Bool
  ) {
    guard let body = indicator.lacking else {
      throw Diagnostic(StandardCode.noCondition, at: indicator.name.range, ["name": indicator.name.text])
    }
    let scope = StandardScope(block)
    let value = try resolver.condition(body, context(scope))
    if scope.absent.isEmpty { return (value, true) }
    return (try recorded(indicator.name.text), false)
  }

  private func recorded(_ name: String) throws(Diagnostic) -> TypedExpression {
    guard let roles = resolver.schema.roles.assessment, let type = indicatorType,
      let code = type.code(of: name),
      resolver.table(row.entity ?? "", row.snapshot)?.columns[roles.recordedLacks] != nil
    else { return TypedExpression(.constant(.missing), .boolean, range, text: name) }
    let recorded = TypedExpression(
      .field(roles.recordedLacks), ValueType(.set(type)), range, text: roles.recordedLacks)
    let one = TypedExpression(.constant(.set(1 << UInt64(code))), ValueType(.set(type)), range, text: name)
    return TypedExpression(.has(recorded, .all, one), .boolean, range, text: name)
  }

  /// Every indicator of the standard with its code and condition, each kept once computed.
  private func flags() throws(Diagnostic) -> (type: EnumType, conditions: [TypedExpression]) {
    guard let type = indicatorType else {
      throw Diagnostic(
        StandardCode.noStandards, at: range, ["name": "lacks", "entity": resolver.schema.roles.population])
    }
    var conditions = [TypedExpression](
      repeating: TypedExpression(.constant(.boolean(false)), .boolean, range), count: type.values.count)
    for (_, indicator) in block.indicators {
      guard let code = type.code(of: indicator.name.text) else {
        throw resolver.noValue(indicator.name.text, type, indicator.name.range)
      }
      conditions[code] = computed(try self.indicator(indicator).value)
    }
    return (type, conditions)
  }

  private func lacks() throws(Diagnostic) -> TypedExpression {
    let type: EnumType
    let known: TypedExpression
    let open: TypedExpression
    if let entry = row.overlay?.entries[Overlay.key(row.entity ?? "", AssessedField.lacks.rawValue)],
      case .set(let own) = entry.type.kind
    {
      type = own
      known = TypedExpression(.supposed(entry.number), entry.type, range, text: "lacks")
      let none = TypedExpression(.constant(.set(0)), entry.type, range, text: "()")
      open = entry.open.map { TypedExpression(.supposed($0), entry.type, range, text: "lacks") } ?? none
    } else {
      let conditions: [TypedExpression]
      (type, conditions) = try flags()
      let sets = ValueType(.set(type))
      known = computed(
        TypedExpression(.flags(conditions, isOpen: false), sets, range, text: "lacks"))
      open = computed(
        TypedExpression(.flags(conditions, isOpen: true), sets, range, text: "lacks"))
    }
    return TypedExpression(
      known.kind, ValueType(.set(type)), range, text: "lacks", openness: .elements(known: known, open: open))
  }

  /// The least and the most lacks that a household may have.
  private func bounds() throws(Diagnostic) -> (least: TypedExpression, most: TypedExpression) {
    if let entry = row.overlay?.entries[Overlay.key(row.entity ?? "", AssessedField.deprivations.rawValue)] {
      let count = TypedExpression(.supposed(entry.number), entry.type, range, text: "deprivations")
      let most = TypedExpression(.coalesce(count, whole(block.indicators.count)), .integer, range)
      return (TypedExpression(.coalesce(count, whole(0)), .integer, range), most)
    }
    guard
      let lacks = try resolver.value(AssessedField.lacks.rawValue, of: block, row, range, scope: nil),
      case .elements(let known, let open)? = lacks.openness
    else { return (whole(0), whole(block.indicators.count)) }
    let all = TypedExpression(.join(known, open), known.type, range)
    let least = TypedExpression(.call(.length, [known]), .integer, range, text: "deprivations")
    let most = TypedExpression(.call(.length, [all]), .integer, range, text: "deprivations")
    guard let score = try countByScore() else { return (computed(least), computed(most)) }
    // Nothing is determined where no lack is known and as many as there are indicators are open.
    let nothing = TypedExpression(
      .and(
        TypedExpression(.comparison(.equal, least, whole(0)), .boolean, range),
        TypedExpression(
          .comparison(
            .equal, TypedExpression(.call(.length, [open]), .integer, range), whole(block.indicators.count)),
          .boolean, range)), .boolean, range)
    let choose = { (count: TypedExpression) in
      computed(
        TypedExpression(
          .conditional(
            nothing, then: TypedExpression(.coalesce(score, count), .integer, range), else: count), .integer,
          range, text: "deprivations"))
    }
    return (choose(least), choose(most))
  }

  /// The count of lacks that the score on record stands for, where the snapshot and the standard have what it needs.
  private func countByScore() throws(Diagnostic) -> TypedExpression? {
    guard let roles = resolver.schema.roles.assessment, let values = block.parameter(roles.pointsPerLack)
    else { return nil }
    let scope = StandardScope(block)
    let score = try resolver.resolve(Expression(.name(Name(roles.score, range)), range), context(scope))
    guard scope.absent.isEmpty else { return nil }
    let points = try parameter(roles.pointsPerLack, values, StandardScope(block))
    let quotient = TypedExpression(
      .arithmetic(.divide, resolver.converted(score, .number), resolver.converted(points, .number)), .number,
      range)
    return TypedExpression(.call(.floor, [quotient]), .integer, range, text: roles.score)
  }

  // MARK: Classes

  private func assessed() throws(Diagnostic) -> TypedExpression {
    guard let roles = resolver.schema.roles.assessment,
      let field = resolver.schema.entity(resolver.schema.roles.population)?.field(roles.classField),
      case .enumeration(let type) = field.type.kind, !block.classes.isEmpty
    else { throw Diagnostic(StandardCode.noClass, at: block.head.name.range, ["name": block.head.name.text]) }
    let possible = computed(try possibleClasses(type))
    return TypedExpression(
      .sole(possible), field.type, range, text: "assessed", openness: .values(possible))
  }

  /// The classes that a household may belong to: for each count of lacks that is possible, every class whose condition is
  /// not false and before which none is true.
  func possibleClasses(_ type: EnumType) throws(Diagnostic) -> TypedExpression {
    let (least, most) = try bounds()
    var flags = [TypedExpression?](repeating: nil, count: type.values.count)
    for stretch in try stretches() {
      let overlaps = TypedExpression(
        .and(
          TypedExpression(
            .comparison(.greaterOrEqual, most, whole(stretch.counts.lowerBound)), .boolean, range),
          TypedExpression(.comparison(.lessOrEqual, least, whole(stretch.counts.upperBound)), .boolean, range)
        ),
        .boolean, range)
      var before: TypedExpression?
      for (item, condition) in zip(block.classes, stretch.conditions) {
        guard let code = type.code(of: item.name.text) else {
          throw resolver.noValue(item.name.text, type, item.name.range)
        }
        var open = both(overlaps, decided(condition, as: true))
        if let before { open = both(open, TypedExpression(.not(before), .boolean, range)) }
        flags[code] = flags[code].map { either($0, open) } ?? open
        let holds = decided(condition, as: false)
        before = before.map { either($0, holds) } ?? holds
      }
    }
    let never = TypedExpression(.constant(.boolean(false)), .boolean, range)
    return TypedExpression(
      .flags(flags.map { $0 ?? never }, isOpen: false), ValueType(.set(type)), range, text: "assessed")
  }

  private func both(_ a: TypedExpression, _ b: TypedExpression) -> TypedExpression {
    TypedExpression(.and(a, b), .boolean, range)
  }

  private func either(_ a: TypedExpression, _ b: TypedExpression) -> TypedExpression {
    TypedExpression(.or(a, b), .boolean, range)
  }

  /// A condition with its undetermined rows decided.
  private func decided(_ condition: TypedExpression, as truth: Bool) -> TypedExpression {
    if case .constant(.boolean) = condition.kind { return condition }
    let open = TypedExpression(.undetermined(condition), .boolean, range)
    return truth
      ? either(condition, open) : both(condition, TypedExpression(.not(open), .boolean, range))
  }

  /// Counts of lacks for which every class asks the same, with the conditions for them.
  func stretches() throws(Diagnostic) -> [(counts: ClosedRange<Int>, conditions: [TypedExpression])] {
    var result: [(counts: ClosedRange<Int>, conditions: [TypedExpression])] = []
    var last: [Bool]?
    for count in 0...block.indicators.count {
      let scope = StandardScope(block)
      scope.fixedCount = count
      var conditions: [TypedExpression] = []
      for (_, _, condition) in block.classes {
        guard let condition else {
          conditions.append(TypedExpression(.constant(.boolean(true)), .boolean, range))
          continue
        }
        conditions.append(try resolver.condition(condition, context(scope)))
      }
      let isTransparent = scope.reads == scope.outcomes.count
      if isTransparent, scope.outcomes == last, let previous = result.last {
        result[result.count - 1].counts = previous.counts.lowerBound...count
      } else {
        result.append((count...count, conditions))
      }
      last = isTransparent ? scope.outcomes : nil
    }
    return result
  }

  // MARK: Income

  private func incomeGap() throws(Diagnostic) -> TypedExpression {
    guard let roles = resolver.schema.roles.assessment else { return missing(.number) }
    let scope = StandardScope(block)
    let place = context(scope)
    let income = try resolver.resolve(Expression(.name(Name(roles.income, range)), range), place)
    guard
      let line = try resolver.value(roles.incomeLine, of: block, row, range, scope: scope)
    else { return missing(income.type) }
    let short = TypedExpression(.comparison(.less, income, line), .boolean, range)
    let type = try resolver.commonType(income, line, range)
    let (a, b) = (resolver.converted(line, type), resolver.converted(income, type))
    let gap = TypedExpression(.arithmetic(.subtract, a, b), type, range, text: "income_gap")
    let none = resolver.converted(whole(0), ValueType(type.kind, unit: type.unit))
    return TypedExpression(
      .conditional(short, then: gap, else: none), type, range, text: "income_gap")
  }
}
