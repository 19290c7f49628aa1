import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// A call: a function of its own name, an aggregate, a function of rows, or a function of one row.
  func resolveCall(_ call: Call, _ whole: Expression, _ context: Context, _ expected: ValueType?)
    throws(Diagnostic) -> TypedExpression
  {
    let name = call.function.text
    if let entry = definitions[name], case .function(let parameters, let body) = entry.body {
      return try callDefinition(entry, parameters, body, call, context)
    }
    if name == "undetermined" || name == "why_missing" { return try resolveReflection(call, whole, context) }
    if let function = RowFunction(rawValue: name) {
      return try resolveWindow(function, call, whole, context)
    }
    if let function = AggregateFunction(rawValue: name), try isAggregate(function, call, context) {
      return try resolveAggregate(function, call, whole, context)
    }
    if let function = ScalarFunction(rawValue: name) {
      return try resolveScalar(function, call, whole, context)
    }
    throw unknownFunction(call.function)
  }

  private func unknownFunction(_ name: Name) -> Diagnostic {
    let known =
      AggregateFunction.allCases.map(\.rawValue) + ScalarFunction.allCases.map(\.rawValue)
      + RowFunction.allCases.map(\.rawValue) + ["undetermined", "why_missing"] + definitions.keys.sorted()
    var near = Suggestion.nearest(to: name.text, among: known)
    if let ours = Resolver.foreignFunctions[name.text.lowercased()] { near = [ours] }
    return Diagnostic(NameCode.unknownFunction, at: name.range, ["name": name.text])
      .withNearest(near, available: known)
  }

  /// Functions by the names that other languages give them.
  private static let foreignFunctions = [
    "avg": "mean", "average": "mean", "std": "stddev", "sd": "stddev", "stdev": "stddev", "var": "variance",
    "len": "length", "percentile": "quantile", "countif": "count", "n": "count", "nunique": "distinct",
    "count_distinct": "distinct", "row_number": "number", "cumsum": "running", "ceiling": "ceil", "log": "ln",
    "exists": "any", "upper_case": "upper", "lower_case": "lower", "isnull": "why_missing",
  ]

  private func callDefinition(
    _ entry: DefinitionEntry, _ parameters: [Name], _ body: Expression, _ call: Call, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    guard parameters.count == call.arguments.count, call.condition == nil, call.per.isEmpty else {
      throw Diagnostic(
        TypeCode.argumentCount, at: call.function.range,
        ["function": entry.name.text, "signature": signature(entry)])
    }
    return try unfold(call.function, context) { (inner) throws(Diagnostic) in
      var bound = inner
      bound.arguments = [:]
      for (parameter, argument) in zip(parameters, call.arguments) {
        bound.arguments[parameter.text] = Context.Binding(argument.expression, inner)
      }
      return try self.resolve(body, bound)
    }
  }

  /// `undetermined(C)`, `why_missing(x)`.
  private func resolveReflection(_ call: Call, _ whole: Expression, _ context: Context)
    throws(Diagnostic) -> TypedExpression
  {
    guard call.arguments.count == 1, let argument = call.arguments.first else {
      throw Diagnostic(
        TypeCode.argumentCount, at: call.function.range,
        ["function": call.function.text, "signature": "\(call.function.text)(x)"])
    }
    if call.function.text == "undetermined" {
      let value = try condition(argument.expression, context)
      return TypedExpression(.undetermined(value), .boolean, whole.range)
    }
    let value = try resolve(argument.expression, context)
    return TypedExpression(.whyMissing(value), .text, whole.range)
  }

  /// Whether a call by an aggregate's name is one here: `min(a, b)` of two values is a function of one row.
  private func isAggregate(_ function: AggregateFunction, _ call: Call, _ context: Context)
    throws(Diagnostic) -> Bool
  {
    guard function == .min || function == .max, call.arguments.count == 2,
      call.arguments[0].condition == nil, call.condition == nil
    else { return true }
    return try rows(named: call.arguments[0].expression, context) != nil
  }

  private func resolveScalar(
    _ function: ScalarFunction, _ call: Call, _ whole: Expression, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    guard function.arity.contains(call.arguments.count), call.condition == nil, call.per.isEmpty else {
      throw Diagnostic(
        TypeCode.argumentCount, at: call.function.range,
        ["function": function.rawValue, "signature": function.declaration.signature])
    }
    for argument in call.arguments
    where argument.condition != nil || !argument.order.isEmpty || argument.isDescending {
      throw Diagnostic(TypeCode.notAScalarArgument, at: argument.range, ["function": function.rawValue])
    }
    if function == .bin { return try resolveBin(call, whole, context) }
    var arguments: [TypedExpression] = []
    for argument in call.arguments { arguments.append(try resolve(argument.expression, context)) }
    if function == .length, let length = openLength(arguments[0], whole.range) { return length }
    let type = try scalarType(function, arguments, call)
    return TypedExpression(.call(function, arguments), type, whole.range, text: Formatter.text(whole))
  }

  /// `bin(date, month)`: the second argument is a word, not a name; `bin(x, width)`.
  private func resolveBin(_ call: Call, _ whole: Expression, _ context: Context) throws(Diagnostic)
    -> TypedExpression
  {
    let value = try resolve(call.arguments[0].expression, context)
    let second = call.arguments[1].expression
    if value.type.kind == .date, case .name(let word) = second.kind {
      let display: Display? =
        switch word.text {
        case "month": .month
        case "quarter": .quarter
        case "year": .year
        default: nil
        }
      guard let display else {
        throw Diagnostic(NameCode.unknownName, at: word.range, ["name": word.text])
          .withNearest(
            Suggestion.nearest(to: word.text, among: ["month", "quarter", "year"]),
            available: ["month", "quarter", "year"])
      }
      let unit = TypedExpression(.constant(.text(word.text)), .text, word.range, text: word.text)
      return TypedExpression(
        .call(.bin, [value, unit]), ValueType(.date, display: display), whole.range,
        text: Formatter.text(whole))
    }
    let width = try resolve(second, context)
    guard value.type.isNumeric, width.type.isNumeric else {
      throw argumentType(
        .bin, value.type.isNumeric ? width : value, call.arguments[value.type.isNumeric ? 1 : 0])
    }
    let isWhole = value.type.kind == .integer && width.type.kind == .integer
    return TypedExpression(
      .call(.bin, [value, width]), ValueType(isWhole ? .integer : .number, unit: value.type.unit),
      whole.range, text: Formatter.text(whole))
  }

  private func argumentType(_ function: ScalarFunction, _ value: TypedExpression, _ argument: Argument)
    -> Diagnostic
  {
    Diagnostic(
      TypeCode.argumentType, at: argument.range,
      [
        "function": function.rawValue, "type": value.type.words,
        "text": Formatter.text(argument.expression),
      ])
  }

  /// What a function gives, where its arguments are of the types it takes.
  private func scalarType(_ function: ScalarFunction, _ arguments: [TypedExpression], _ call: Call)
    throws(Diagnostic) -> ValueType
  {
    func need(_ index: Int, _ isRight: (ValueType) -> Bool) throws(Diagnostic) {
      let type = arguments[index].type
      guard type.kind == .missing || isRight(type) else {
        throw argumentType(function, arguments[index], call.arguments[index])
      }
    }
    let first = arguments[0].type
    switch function {
    case .abs:
      try need(0) { $0.isNumeric }
      return first
    case .round:
      try need(0) { $0.isNumeric }
      if arguments.count == 2 { try need(1) { $0.kind == .integer } }
      if arguments.count == 1 { return ValueType(.integer, unit: first.unit) }
      return first.isShareOrPoints ? .number : first
    case .floor, .ceil:
      try need(0) { $0.isNumeric }
      return ValueType(.integer, unit: first.unit)
    case .min, .max:
      try need(0) { $0.isNumeric || $0.kind == .date }
      try need(1) { $0.isNumeric || $0.kind == .date }
      return try commonType(arguments[0], arguments[1], call.function.range)
    case .exp, .ln, .log10, .sqrt:
      try need(0) { $0.isNumeric }
      return .number
    case .length:
      try need(0) { $0.kind == .text || $0.isSet }
      return .integer
    case .lower, .upper, .trim, .fold:
      try need(0) { $0.kind == .text }
      return .text
    case .left, .right, .word:
      try need(0) { $0.kind == .text }
      try need(1) { $0.kind == .integer }
      return .text
    case .startsWith, .endsWith, .contains:
      try need(0) { $0.kind == .text }
      try need(1) { $0.kind == .text }
      return .boolean
    case .replace:
      for index in 0..<3 { try need(index) { $0.kind == .text } }
      return .text
    case .year:
      try need(0) { $0.kind == .date }
      return .year
    case .month, .day, .quarter:
      try need(0) { $0.kind == .date }
      return .integer
    case .date:
      for index in 0..<3 { try need(index) { $0.kind == .integer } }
      return .date
    case .yearsBetween, .monthsBetween:
      for index in 0..<2 { try need(index) { $0.kind == .date } }
      return .integer
    case .cut:
      for index in arguments.indices { try need(index) { $0.isNumeric } }
      return ValueType(.enumeration(try bands(arguments, call)))
    case .bin: return first
    }
  }

  /// The bands of `cut(x, a, b)`: `< 30`, `30–<45`, `>= 45`, in ascending order.
  private func bands(_ arguments: [TypedExpression], _ call: Call) throws(Diagnostic) -> EnumType {
    var bounds: [(value: Double, text: String)] = []
    for (argument, written) in zip(arguments, call.arguments).dropFirst() {
      let value: Double
      switch argument.constant {
      case .integer(let whole): value = Double(whole)
      case .number(let number): value = number
      default:
        throw argumentType(.cut, argument, written)
      }
      let text = value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
      if let last = bounds.last, last.value >= value { throw argumentType(.cut, argument, written) }
      bounds.append((value, text))
    }
    var names = ["< \(bounds[0].text)"]
    for (low, high) in zip(bounds, bounds.dropFirst()) { names.append("\(low.text)–<\(high.text)") }
    names.append(">= \(bounds[bounds.count - 1].text)")
    return EnumType("band", ordered: true, names.map { EnumValue($0, Localized($0)) })
  }
}
