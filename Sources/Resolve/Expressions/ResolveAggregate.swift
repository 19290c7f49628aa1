import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// An aggregate: over rows named first, over the groups of `summarize`, or over all rows of the stage.
  func resolveAggregate(
    _ function: AggregateFunction, _ call: Call, _ whole: Expression, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    if let absent = absentChildren(function, call, whole, context) { return absent }
    if let first = call.arguments.first, call.condition == nil,
      let rows = try rows(named: first.expression, context)
    {
      return try overNamedRows(function, rows, call, whole, context)
    }
    try checkForm(function, call)
    if let grouping = context.grouping {
      let rows = context.rowsOfGroups(grouping)
      var aggregate = try aggregateCall(function, call.arguments[...], call.condition, whole, rows)
      try refuseSumBehindLink(&aggregate, rows)
      grouping.calls.append(aggregate)
      return TypedExpression(
        .aggregate(grouping.calls.count - 1), aggregate.type, whole.range, text: aggregate.text)
    }
    guard context.row != nil else {
      throw Diagnostic(
        TypeCode.aggregateWithoutRows, at: whole.range, ["function": function.rawValue]
      ).fix(withRows(function, call))
    }
    guard context.allowsWindows else {
      throw Diagnostic(TypeCode.aggregateInAggregate, at: whole.range)
    }
    var inner = context
    inner.allowsWindows = false
    let aggregate = try aggregateCall(function, call.arguments[...], call.condition, whole, inner)
    let keys = try resolveAll(call.per, inner)
    return TypedExpression(
      .window(.aggregate(aggregate), per: keys), aggregate.type, whole.range, text: aggregate.text)
  }

  /// Inside a standard, an aggregate over rows that the snapshot does not carry: missing, since absent rows are not none.
  private func absentChildren(
    _ function: AggregateFunction, _ call: Call, _ whole: Expression, _ context: Context
  ) -> TypedExpression? {
    guard let scope = context.standardScope, case .name(let name)? = call.arguments.first?.expression.kind,
      let row = context.row, let entityName = row.entity,
      let link = entity(entityName, row.snapshot)?.manyLink(name.text),
      table(link.target, row.snapshot) == nil
    else { return nil }
    scope.absent.insert(link.target)
    let type: ValueType =
      switch function {
      case .any, .all, .none: .boolean
      case .count, .distinct: .integer
      default: .number
      }
    return TypedExpression(.constant(.missing), type, whole.range, text: Formatter.text(whole))
  }

  func resolveAll(_ expressions: [Expression], _ context: Context) throws(Diagnostic) -> [TypedExpression] {
    var result: [TypedExpression] = []
    for expression in expressions { result.append(try resolve(expression, context)) }
    return result
  }

  private func withRows(_ function: AggregateFunction, _ call: Call) -> String {
    let population = schema.roles.population
    if let condition = call.condition {
      return "\(function.rawValue)(\(population) where \(Formatter.text(condition)))"
    }
    let rest = call.arguments.map { Formatter.text($0.expression) }.joined(separator: ", ")
    return rest.isEmpty
      ? "\(function.rawValue)(\(population))" : "\(function.rawValue)(\(population), \(rest))"
  }

  private func checkForm(_ function: AggregateFunction, _ call: Call) throws(Diagnostic) {
    guard function.arity.contains(call.arguments.count) else {
      throw Diagnostic(
        TypeCode.argumentCount, at: call.function.range,
        ["function": function.rawValue, "signature": function.declaration.signature])
    }
  }

  private func overNamedRows(
    _ function: AggregateFunction, _ rows: NamedRows, _ call: Call, _ whole: Expression, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    let rest = call.arguments.dropFirst()
    guard function.arity.contains(rest.count) else {
      throw Diagnostic(
        TypeCode.argumentCount, at: call.function.range,
        ["function": function.rawValue, "signature": function.declaration.signature])
    }
    switch rows {
    case .whole(let pipeline):
      return try overWhole(function, pipeline, call, whole, context)
    case .link(let base, let entityName, let link, let filters, let scope):
      if context.grouping != nil {
        throw Diagnostic(TypeCode.linkInSummarize, at: whole.range, ["text": Formatter.text(whole)])
          .fix("sum(\(Formatter.text(whole)))").fix("mean(\(Formatter.text(whole)))")
      }
      let aggregate = try aggregateCall(
        function, rest, call.arguments.first?.condition, whole, context.child(scope), filters: filters,
        order: call.arguments.first?.order ?? [])
      let isFollowed = base != nil && !aggregate.readsOuter
      let nested = TypedExpression(
        .nested(
          aggregate, base: isFollowed ? nil : base, link: link.name, entity: entityName, target: link.target),
        aggregate.type, whole.range, text: aggregate.text)
      guard let base, isFollowed else { return nested }
      return TypedExpression(
        .follow(link: base, entity: entityName, value: nested), aggregate.type, whole.range,
        text: aggregate.text)
    }
  }

  /// An aggregate over rows of their own: one value, computed once.
  private func overWhole(
    _ function: AggregateFunction, _ rows: ResolvedPipeline, _ call: Call, _ whole: Expression,
    _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    var pipeline = rows
    let inner = rowContext(rows.scope, context)
    let aggregate = try aggregateCall(
      function, call.arguments.dropFirst(), call.arguments.first?.condition, whole, inner,
      order: call.arguments.first?.order ?? [])
    var summarize = Summarize()
    summarize.calls = [aggregate]
    let value = TypedExpression(.aggregate(0), aggregate.type, whole.range, text: aggregate.text)
    summarize.outputs = [Summarize.Output(value, name: function.rawValue, isAdditive: false)]
    pipeline.stages.append(PlanStage(.summarize(summarize), whole.range))
    let column = TypedExpression(.column(0), aggregate.type, whole.range, text: aggregate.text)
    let plan = Plan(
      source: pipeline.source, stages: pipeline.stages,
      output: [OutputColumn(name: function.rawValue, label: nil, expression: column)], isSingleValue: true)
    return TypedExpression(
      .scalar(newSubquery(plan)), aggregate.type, whole.range, text: aggregate.text)
  }

  /// What an aggregate takes in, resolved on the rows it takes.
  func aggregateCall(
    _ function: AggregateFunction, _ arguments: ArraySlice<Argument>, _ condition: Expression?,
    _ whole: Expression, _ context: Context, filters: [Expression] = [], order: [SortKey] = []
  ) throws(Diagnostic) -> AggregateCall {
    var tests = filters
    if let condition { tests.append(condition) }
    var keys = order
    var values: [TypedExpression] = []
    for argument in arguments {
      if let own = argument.condition { tests.append(own) }
      keys += argument.order
      values.append(try resolve(argument.expression, context))
    }
    var test: TypedExpression?
    for expression in tests {
      let one = try self.condition(expression, context)
      test = test.map { TypedExpression(.and($0, one), .boolean, $0.range.union(one.range)) } ?? one
    }
    if [.any, .all, .none].contains(function) {
      values = [claim(function, values.first, test, whole)]
      test = nil
    }
    let type = try aggregateType(function, values, arguments)
    if [.any, .all, .none, .share].contains(function), values.count == 1 {
      guard values[0].type.kind == .boolean || values[0].type.kind == .missing else {
        throw argumentType(function, values[0], arguments)
      }
    }
    return AggregateCall(
      function, arguments: values, condition: test, order: try orderKeys(keys, context), type: type,
      text: Formatter.text(whole), range: whole.range)
  }

  /// What `any`, `all` and `none` ask of each row as one condition, so that Kleene's logic sees it whole: `all(ROWS where
  /// B, C)` is over `not B or C`; without a condition every row counts.
  private func claim(
    _ function: AggregateFunction, _ value: TypedExpression?, _ test: TypedExpression?, _ whole: Expression
  ) -> TypedExpression {
    let range = whole.range
    guard let test else {
      return value ?? TypedExpression(.constant(.boolean(true)), .boolean, range)
    }
    guard let value else { return test }
    if function == .all {
      return TypedExpression(
        .or(TypedExpression(.not(test), .boolean, range), value), .boolean, range)
    }
    return TypedExpression(.and(test, value), .boolean, range)
  }

  func orderKeys(_ keys: [SortKey], _ context: Context) throws(Diagnostic) -> [OrderKey] {
    var result: [OrderKey] = []
    for key in keys {
      result.append(OrderKey(try resolve(key.expression, context), descending: key.isDescending))
    }
    return result
  }

  private func argumentType(
    _ function: AggregateFunction, _ value: TypedExpression, _ arguments: ArraySlice<Argument>
  ) -> Diagnostic {
    let text = arguments.first.map { Formatter.text($0.expression) } ?? value.text
    return Diagnostic(
      TypeCode.argumentType, at: value.range,
      ["function": function.rawValue, "type": value.type.words, "text": text])
  }

  /// What an aggregate gives, where its arguments are of the types it takes.
  private func aggregateType(
    _ function: AggregateFunction, _ values: [TypedExpression], _ arguments: ArraySlice<Argument>
  ) throws(Diagnostic) -> ValueType {
    let first = values.first?.type
    switch function {
    case .count, .distinct: return .integer
    case .any, .all, .none: return .boolean
    case .share: return .share
    case .first, .last, .mode: return first ?? ValueType(.missing)
    case .list: return ValueType(.list(first?.kind ?? .missing))
    case .min, .max:
      guard let value = values.first, let first else { return .integer }
      if first.isSet || first.kind == .boolean { throw argumentType(function, value, arguments) }
      if case .enumeration(let type) = first.kind, !type.isOrdered {
        throw argumentType(function, value, arguments)
      }
      return first
    default: break
    }
    for value in values where !value.type.isNumeric { throw argumentType(function, value, arguments) }
    if let value = values.first, value.type.isShareOrPoints, function == .sum || function == .mean {
      throw Diagnostic(TypeCode.sumOfShare, at: value.range, ["text": value.text])
        .help("\(schema.roles.population) | summarize share(class = poor)")
    }
    switch function {
    case .sum: return ValueType(first?.kind == .integer ? .integer : .number, unit: first?.unit)
    case .mean, .median, .quantile, .stddev: return ValueType(.number, unit: first?.unit)
    default: return .number
    }
  }

  /// `sum(household.size)` over members adds a household's size once a member (language.md, section 5).
  private func refuseSumBehindLink(_ call: inout AggregateCall, _ rows: Context) throws(Diagnostic) {
    guard let value = call.arguments.first, let children = rows.row?.entity,
      let parent = parentRead(value), parent != schema.roles.places
    else { return }
    guard call.function == .sum else {
      if [.mean, .median, .share].contains(call.function) { call.weighedBy = children }
      return
    }
    throw Diagnostic(
      TypeCode.sumBehindLink, at: value.range, ["text": pathText(value), "children": children]
    ).help("\(parent) | summarize sum(\(value.text))")
  }

  /// The entity that a value is read from where it reads only behind one to-one link.
  private func parentRead(_ value: TypedExpression) -> String? {
    if case .follow(_, let parent, _) = value.kind { return parent }
    guard case .comparison(_, let a, let b) = value.kind, b.constant != nil else { return nil }
    return parentRead(a)
  }

  /// `household.size`, as the path is written.
  func pathText(_ value: TypedExpression) -> String {
    if case .follow(let link, _, let inner) = value.kind { return "\(pathText(link)).\(pathText(inner))" }
    return value.text
  }

  /// rank, ntile, running, number, apportion.
  func resolveWindow(_ function: RowFunction, _ call: Call, _ whole: Expression, _ context: Context)
    throws(Diagnostic) -> TypedExpression
  {
    guard context.allowsWindows, context.row != nil else {
      throw Diagnostic(TypeCode.windowHere, at: call.function.range, ["function": function.rawValue])
    }
    let expected = function == .number ? 0 : (function == .rank || function == .running ? 1 : 2)
    guard call.arguments.count == expected else {
      throw Diagnostic(
        TypeCode.argumentCount, at: call.function.range,
        ["function": function.rawValue, "signature": function.declaration.signature])
    }
    var inner = context
    inner.allowsWindows = false
    let per = try resolveAll(call.per, inner)
    var type = ValueType.integer
    let window: WindowFunction
    switch function {
    case .number: window = .number
    case .rank:
      let value = try resolve(call.arguments[0].expression, inner)
      window = .rank(OrderKey(value, descending: call.arguments[0].isDescending))
    case .ntile:
      let value = try resolve(call.arguments[0].expression, inner)
      window = .ntile(
        OrderKey(value, descending: call.arguments[0].isDescending),
        try wholeNumber(call.arguments[1].expression, inner, from: 1))
    case .running, .apportion:
      let value = try resolve(call.arguments[0].expression, inner)
      guard value.type.isNumeric else {
        throw notNumeric(function.rawValue, value, call.arguments[0].expression)
      }
      if function == .running {
        type = ValueType(value.type.kind == .integer ? .integer : .number, unit: value.type.unit)
        window = .running(value)
      } else {
        let total = try resolve(call.arguments[1].expression, context)
        guard total.type.kind == .integer else {
          throw Diagnostic(TypeCode.notWholeNumber, at: call.arguments[1].range, ["least": "0"])
        }
        window = .apportion(value, total)
      }
    }
    return TypedExpression(.window(window, per: per), type, whole.range, text: Formatter.text(whole))
  }

  /// A whole number known before anything runs: a literal, a parameter, or arithmetic on them is refused as unclear.
  func wholeNumber(_ expression: Expression, _ context: Context, from least: Int) throws(Diagnostic) -> Int {
    let value = try resolve(expression, context)
    guard case .constant(.integer(let number)) = value.kind, number >= Int64(least),
      number <= Int64(Int32.max)
    else { throw Diagnostic(TypeCode.notWholeNumber, at: expression.range, ["least": String(least)]) }
    return Int(number)
  }
}
