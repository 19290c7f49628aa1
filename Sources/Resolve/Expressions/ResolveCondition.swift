import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  func resolveCondition(_ expression: Expression, _ context: Context) throws(Diagnostic) -> TypedExpression {
    let range = expression.range
    switch expression.kind {
    case .comparison(let first, let links):
      try refuseManyLink(expression, first, context)
      return try resolveChain(first, links, context)
    case .isMissing(let operand, let isNegated):
      let value = try resolve(operand, context)
      let test = TypedExpression(.isMissing(value), .boolean, range)
      return isNegated ? TypedExpression(.not(test), .boolean, range) : test
    case .within(let left, let right): return try resolveWithin(left, right, range, context)
    case .has(let set, let mode, let elements): return try resolveHas(set, mode, elements, range, context)
    case .membership(let operand, let among, let isNegated):
      let test = try resolveMembership(operand, among, range, context)
      return isNegated ? TypedExpression(.not(test), .boolean, range) : test
    default: return try resolve(expression, context)
    }
  }

  /// A comparison with the count of lacks for which a standard's classes are being tried, decided at once.
  private func fixedComparison(_ test: TypedExpression, _ context: Context) -> TypedExpression {
    guard let scope = context.standardScope, scope.fixedCount != nil,
      case .comparison(let operation, let a, let b) = test.kind,
      case .constant(.integer(let left)) = a.kind, case .constant(.integer(let right)) = b.kind,
      a.text == AssessedField.deprivations.rawValue || b.text == AssessedField.deprivations.rawValue
    else { return test }
    let holds =
      switch operation {
      case .equal: left == right
      case .unequal: left != right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    scope.outcomes.append(holds)
    return TypedExpression(.constant(.boolean(holds)), .boolean, test.range, text: test.text)
  }

  private func resolveChain(_ first: Expression, _ links: [ComparisonLink], _ context: Context)
    throws(Diagnostic) -> TypedExpression
  {
    var left = first
    var tests: [TypedExpression] = []
    for link in links {
      try offerChildren(left, links, context)
      let (a, b) = try operands(left, link.operand, context)
      tests.append(fixedComparison(try comparison(link.comparison, a, b, left, link.operand), context))
      left = link.operand
    }
    return every(tests[...], first.range.union(left.range))
  }

  /// `a and b and …` as a tree of little depth, since chains may be long.
  private func every(_ tests: ArraySlice<TypedExpression>, _ range: SourceRange) -> TypedExpression {
    guard let first = tests.first else { return TypedExpression(.constant(.missing), .boolean, range) }
    guard tests.count > 1 else { return first }
    let middle = tests.startIndex + tests.count / 2
    return TypedExpression(
      .and(every(tests[..<middle], range), every(tests[middle...], range)), .boolean, range)
  }

  /// `age < 6` of a household: a field that only the rows behind a to-many link have, with the question that was meant.
  private func offerChildren(_ left: Expression, _ links: [ComparisonLink], _ context: Context)
    throws(Diagnostic)
  {
    guard case .name(let name) = left.kind, let row = context.row, let entityName = row.entity,
      let entity = entity(entityName, row.snapshot), try lookUp(name, context) == nil,
      let many = entity.manyLinks.first(where: { link in
        table(link.target, row.snapshot) != nil
          && self.entity(link.target, row.snapshot)?.field(name.text) != nil
      }), let last = links.last
    else { return }
    let whole = Expression(.comparison(left, links), left.range.union(last.operand.range))
    throw Diagnostic(NameCode.unknownName, at: name.range, ["name": name.text])
      .note(en: "it is a field of the \(many.name)", vi: "đó là trường của \(many.name)")
      .fix("any(\(many.name) where \(Formatter.text(whole)))", at: whole.range)
  }

  /// `members.age < 6`: a to-many link where a value stands, with the question that was meant.
  private func refuseManyLink(_ whole: Expression, _ first: Expression, _ context: Context) throws(Diagnostic)
  {
    guard case .member(let base, let field) = first.kind, case .name(let root) = base.kind,
      let row = context.row, row.column(root.text) == nil, let name = row.entity,
      let entity = entity(name, row.snapshot), entity.field(root.text) == nil,
      entity.manyLink(root.text) != nil
    else { return }
    guard case .comparison(_, let links) = whole.kind else { return }
    let inner = Expression(
      .comparison(Expression(.name(field), field.range), links), field.range)
    throw Diagnostic(NameCode.manyLinkAsField, at: root.range, ["name": root.text])
      .fix("any(\(root.text) where \(Formatter.text(inner)))", at: whole.range)
  }

  /// One comparison of two typed operands.
  func comparison(
    _ operation: ComparisonOperator, _ a: TypedExpression, _ b: TypedExpression, _ left: Expression,
    _ right: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let range = left.range.union(right.range)
    if case .missing = right.kind { throw equalsMissing(left, operation, range) }
    if case .missing = left.kind { throw equalsMissing(right, operation, range) }
    if operation == .contains || operation == .containsNot {
      guard a.type.kind == .text || a.type.isEntity, b.type.kind == .text else {
        throw unlike(a, b, left, right)
      }
      let test = TypedExpression(.contains(asText(a), b), .boolean, range)
      return operation == .contains ? test : TypedExpression(.not(test), .boolean, range)
    }
    try check(operation, a, b, left, right)
    let symbol: Comparison =
      switch operation {
      case .equal: .equal
      case .unequal: .unequal
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      default: .greaterOrEqual
      }
    let isSets = a.type.isSet || b.type.isSet
    let (x, y) = isSets ? (asSet(a), asSet(b)) : (a, b)
    return openComparison(symbol, x, y, range)
      ?? TypedExpression(.comparison(symbol, x, y), .boolean, range)
  }

  private func asText(_ value: TypedExpression) -> TypedExpression {
    guard case .entity(let name, _) = value.type.kind, let field = schema.entity(name)?.nameField else {
      return value
    }
    return TypedExpression(
      .follow(
        link: value, entity: name, value: TypedExpression(.field(field), .text, value.range, text: field)),
      .text, value.range, text: value.text)
  }

  private func equalsMissing(_ other: Expression, _ operation: ComparisonOperator, _ range: SourceRange)
    -> Diagnostic
  {
    let test = operation == .unequal ? "is not missing" : "is missing"
    return Diagnostic(TypeCode.equalsMissing, at: range).fix("\(Formatter.text(other)) \(test)")
  }

  /// Whether two types compare by an operator; an error that names both sides where they do not.
  private func check(
    _ operation: ComparisonOperator, _ a: TypedExpression, _ b: TypedExpression, _ left: Expression,
    _ right: Expression
  ) throws(Diagnostic) {
    let isOrder = operation != .equal && operation != .unequal
    switch (a.type.kind, b.type.kind) {
    case (.missing, _), (_, .missing): return
    case (.text, .text), (.date, .date): return
    case (.boolean, .boolean): if !isOrder { return }
    case (.enumeration(let x), .enumeration(let y)) where x == y:
      if !isOrder || x.isOrdered { return }
      throw Diagnostic(
        TypeCode.notOrdered, at: left.range.union(right.range),
        ["type": x.name, "operator": operation.rawValue])
    case (.set(let x), .set(let y)) where x == y: if !isOrder { return }
    case (.set(let x), .enumeration(let y)) where x == y: if !isOrder { return }
    case (.enumeration(let x), .set(let y)) where x == y: if !isOrder { return }
    case (.entity(let x, let first), .entity(let y, let second)) where x == y:
      if let first, let second, first != second { throw unlikeLevels(first, second, left, right) }
      if !isOrder { return }
    default:
      if a.type.isNumeric, b.type.isNumeric {
        _ = try commonUnit(a, b, left, right)
        return
      }
    }
    throw unlike(a, b, left, right)
  }

  private func unlikeLevels(_ first: String, _ second: String, _ left: Expression, _ right: Expression)
    -> Diagnostic
  {
    Diagnostic(
      NameCode.placeOfOtherLevel, at: right.range,
      ["name": Formatter.text(right), "found": second, "wanted": first]
    ).fix("place within \(Formatter.text(right))", at: left.range.union(right.range))
  }

  private func unlike(_ a: TypedExpression, _ b: TypedExpression, _ left: Expression, _ right: Expression)
    -> Diagnostic
  {
    Diagnostic(
      TypeCode.unlikeTypes, at: left.range.union(right.range),
      [
        "left": Formatter.text(left), "leftType": a.type.words, "right": Formatter.text(right),
        "rightType": b.type.words,
      ]
    ).label(left.range, en: a.type.words, vi: a.type.words)
      .label(right.range, en: b.type.words, vi: b.type.words)
  }

  private func resolveWithin(
    _ left: Expression, _ right: Expression, _ range: SourceRange, _ context: Context
  )
    throws(Diagnostic) -> TypedExpression
  {
    let a = try resolve(left, context)
    guard case .entity(let name, _) = a.type.kind,
      name == schema.roles.places || schema.entity(name)?.field("parent") != nil
    else {
      throw Diagnostic(
        TypeCode.notNumeric, at: left.range,
        ["operator": "within", "type": a.type.words, "text": Formatter.text(left)])
    }
    let b = try resolve(right, context, expecting: ValueType(.entity(name, level: nil)))
    guard case .entity(let other, _) = b.type.kind, other == name else { throw unlike(a, b, left, right) }
    return TypedExpression(.isWithin(a, b), .boolean, range)
  }

  private func resolveHas(
    _ set: Expression, _ mode: HasMode, _ elements: [Expression], _ range: SourceRange, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    let a = try resolve(set, context)
    guard case .set = a.type.kind else {
      throw Diagnostic(
        TypeCode.notASet, at: set.range, ["text": Formatter.text(set), "type": a.type.words])
    }
    let b: TypedExpression
    if elements.count == 1, mode == .one {
      b = asSet(try resolve(elements[0], context, expecting: a.type))
      guard b.type.kind == a.type.kind else { throw unlike(a, b, set, elements[0]) }
    } else {
      b = try setLiteral(elements, range, context, a.type)
    }
    let test: SetTest = mode == .any ? .any : .all
    return openHas(a, test, b, range) ?? TypedExpression(.has(a, test, b), .boolean, range)
  }

  private func resolveMembership(
    _ operand: Expression, _ among: InOperand, _ range: SourceRange, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    switch among {
    case .range(let low, let high):
      let value = try resolve(operand, context)
      let a = try resolve(low, context, expecting: value.type)
      let b = try resolve(high, context, expecting: value.type)
      let least = try comparison(.greaterOrEqual, value, a, operand, low)
      let most = try comparison(.lessOrEqual, value, b, operand, high)
      return TypedExpression(.and(least, most), .boolean, range)
    case .list(let elements):
      return try resolveList(operand, elements, range, context)
    case .rows(let source):
      if !isSource(source, context) { return try resolveInSet(operand, source, range, context) }
      let rows = try pipeline(source, context)
      let value = try resolve(operand, context)
      let plan = try membershipPlan(rows, value, operand, source)
      return TypedExpression(.isAmong(value, newSubquery(plan)), .boolean, range)
    }
  }

  /// `class in listed`, where `listed` is a definition of a set: the value is one of its elements.
  private func resolveInSet(
    _ operand: Expression, _ source: Expression, _ range: SourceRange, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    let value = try resolve(operand, context)
    guard case .enumeration(let type) = value.type.kind, definesValue(source) else {
      let rows = try pipeline(source, context)
      return TypedExpression(
        .isAmong(value, newSubquery(try membershipPlan(rows, value, operand, source))), .boolean, range)
    }
    let set = asSet(try resolve(source, context, expecting: ValueType(.set(type))))
    guard set.type.kind == .set(type) else { throw unlike(value, set, operand, source) }
    return TypedExpression(.has(set, .all, singleton(value, type)), .boolean, range)
  }

  private func definesValue(_ source: Expression) -> Bool {
    switch source.kind {
    case .name(let name): definitions[name.text] != nil
    case .parameter, .tuple: true
    case .parenthesized(let inner): definesValue(inner)
    default: false
    }
  }

  private func resolveList(
    _ operand: Expression, _ elements: [Expression], _ range: SourceRange, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    let value = try resolve(operand, context)
    var constants: [Constant] = []
    var tests: [TypedExpression] = []
    for element in elements {
      let wanted = try resolve(element, context, expecting: value.type)
      let test = try comparison(.equal, value, wanted, operand, element)
      if let constant = wanted.constant, !value.type.isSet {
        constants.append(constant)
      } else {
        tests.append(test)
      }
    }
    if !constants.isEmpty {
      tests.append(
        openList(value, constants) ?? TypedExpression(.isOneOf(value, constants), .boolean, range))
    }
    return either(tests[...], range)
  }

  /// `a or b or …` as a tree of little depth, since lists may be long.
  private func either(_ tests: ArraySlice<TypedExpression>, _ range: SourceRange) -> TypedExpression {
    guard let first = tests.first else { return TypedExpression(.constant(.boolean(false)), .boolean, range) }
    guard tests.count > 1 else { return first }
    let middle = tests.startIndex + tests.count / 2
    return TypedExpression(
      .or(either(tests[..<middle], range), either(tests[middle...], range)), .boolean, range)
  }

  /// The plan whose rows, or whose one column, `in` looks among.
  private func membershipPlan(
    _ rows: ResolvedPipeline, _ value: TypedExpression, _ operand: Expression, _ source: Expression
  ) throws(Diagnostic) -> Plan {
    if case .entity(let name, _) = value.type.kind, rows.scope.entity == name {
      let row = TypedExpression(.row, value.type, source.range)
      return Plan(
        source: rows.source, stages: rows.stages,
        output: [OutputColumn(name: name, label: nil, expression: row)], isSingleValue: false)
    }
    let plan = try finish(rows)
    guard plan.output.count == 1, let column = plan.output.first else {
      throw Diagnostic(
        TypeCode.unlikeTypes, at: source.range,
        [
          "left": Formatter.text(operand), "leftType": value.type.words, "right": Formatter.text(source),
          "rightType": "rows of \(plan.output.count) columns",
        ])
    }
    // A row is among keys, as when it is compared with one.
    if value.type.isEntity, [.text, .integer].contains(column.expression.type.kind) { return plan }
    try check(.equal, value, column.expression, operand, source)
    return plan
  }
}
