import Plan
import Schema
import Source
import Store
import Syntax

/// The value of a parameter: as text, and typed.
package struct ParameterValue: Sendable {
  /// As given, for labels and messages.
  package var text: String
  var constant: Constant
  var type: ValueType

  /// The value where `$name` stands.
  func expression(
    _ resolver: Resolver, _ range: SourceRange, _ context: Context, _ expected: ValueType?
  ) throws(Diagnostic) -> TypedExpression {
    TypedExpression(.constant(constant), type, range, text: text)
  }
}

extension Resolver {
  /// The errors for values given to parameters that the script does not declare.
  package func unknownGiven() -> [Diagnostic] {
    given.keys.sorted().filter { parameters[$0] == nil }.map { name in
      if Resolver.laterOptions.contains(name) {
        return Diagnostic(NameCode.noSuchStage, at: nil, ["name": "--\(name)"])
      }
      return Diagnostic(ScriptCode.noSuchParameter, at: nil, ["name": name])
        .withNearest(
          Suggestion.nearest(to: name, among: parameters.keys.sorted()), available: parameters.keys.sorted())
    }
  }

  /// Options of the contract that this version does not have: not to be taken for a parameter misspelt.
  private static let laterOptions: Set<String> = [
    "private", "provenance", "baseline", "fail-on-change", "dry-run",
  ]

  /// Declares a parameter: its value is the one given for the run, else its default.
  func declare(_ parameter: Parameter) throws(Diagnostic) {
    let name = parameter.name
    guard parameters[name.text] == nil else {
      throw Diagnostic(ScriptCode.parameterTwice, at: name.range, ["name": name.text])
    }
    // A parameter in error still has its name, so that one mistake gives one message.
    parameters[name.text] = ParameterValue(text: "", constant: .missing, type: ValueType(.missing))
    var value: ParameterValue
    if let given = given[name.text] {
      value = try self.value(given, of: parameter, at: nil)
    } else if let standard = parameter.standard {
      value = try defaultValue(standard, of: parameter)
    } else {
      throw Diagnostic(ScriptCode.parameterMissing, at: name.range, ["name": name.text])
        .help("--\(name.text) VALUE")
    }
    try check(value, against: parameter)
    value.text = given[name.text] ?? value.text
    parameters[name.text] = value
  }

  private func defaultValue(_ expression: Expression, of parameter: Parameter) throws(Diagnostic)
    -> ParameterValue
  {
    switch expression.kind {
    case .name(let name): return try value(name.text, of: parameter, at: expression.range)
    case .text(let text): return try value(text, of: parameter, at: expression.range)
    case .enumValue(let name): return try value(name.text, of: parameter, at: expression.range)
    default:
      let resolved = try resolve(expression, topContext)
      guard let constant = resolved.constant, let type = try parameterType(parameter),
        fits(constant, type)
      else { throw wrong(Formatter.text(expression), parameter, expression.range) }
      return ParameterValue(text: Formatter.text(expression), constant: number(constant, type), type: type)
    }
  }

  private func fits(_ constant: Constant, _ type: ValueType) -> Bool {
    switch (constant, type.kind) {
    case (.integer, .integer), (.integer, .number), (.number, .number), (.boolean, .boolean), (.date, .date),
      (.text, .text), (.integer, .text):
      true
    default: false
    }
  }

  private func number(_ constant: Constant, _ type: ValueType) -> Constant {
    if case .integer(let whole) = constant {
      if type.kind == .number { return .number(Double(whole)) }
      if type.kind == .text { return .text(String(whole)) }
    }
    return constant
  }

  /// The type of a parameter; nil for a name of a snapshot, which is text.
  private func parameterType(_ parameter: Parameter) throws(Diagnostic) -> ValueType? {
    let places = schema.roles.places
    switch parameter.type.text {
    case "integer": return .integer
    case "number": return .number
    case "money": return .integer
    case "text", "snapshot", "standard": return .text
    case "date": return .date
    case "year": return .year
    case "boolean": return .boolean
    case "place": return ValueType(.entity(places, level: nil))
    case let level where schema.roles.levels.contains(level):
      return ValueType(.entity(places, level: level))
    default: break
    }
    if let entity = schema.entity(singular: parameter.type.text) {
      return ValueType(.entity(entity.name, level: nil))
    }
    if let type = schema.enumeration(parameter.type.text) { return ValueType(.enumeration(type)) }
    let known =
      [
        "integer", "number", "money", "text", "date", "year", "boolean", "place", "project", "snapshot",
        "standard",
      ]
      + schema.roles.levels + schema.enums.map(\.name)
    throw Diagnostic(ScriptCode.parameterType, at: parameter.type.range, ["name": parameter.type.text])
      .withNearest(Suggestion.nearest(to: parameter.type.text, among: known), available: known)
  }

  private func wrong(_ text: String, _ parameter: Parameter, _ range: SourceRange?) -> Diagnostic {
    Diagnostic(
      ScriptCode.parameterValue, at: range ?? parameter.name.range,
      ["value": text, "type": parameter.type.text, "name": parameter.name.text])
  }

  /// Reads a value given as text by the type of its parameter.
  private func value(_ text: String, of parameter: Parameter, at range: SourceRange?) throws(Diagnostic)
    -> ParameterValue
  {
    guard let type = try parameterType(parameter) else { throw wrong(text, parameter, range) }
    let place = range ?? parameter.name.range
    let constant: Constant?
    switch type.kind {
    case .integer: constant = Resolver.integer(text).map { .integer($0) }
    case .number: constant = Double(text.filter { $0 != "_" }).flatMap { $0.isFinite ? .number($0) : nil }
    case .date: constant = CivilDate(iso: text).map { .date($0.days) }
    case .boolean: constant = ["true": true, "false": false][text].map { .boolean($0) }
    case .text:
      if parameter.type.text == "snapshot" { _ = try snapshot(text, date: Resolver.date(text), place) }
      constant = .text(text.composed)
    default:
      constant = try textLiteral(text.composed, place, topContext, type).constant
    }
    guard let constant else { throw wrong(text, parameter, range) }
    return ParameterValue(text: text, constant: constant, type: type)
  }

  private static func integer(_ text: String) -> Int64? {
    let digits = text.filter { $0 != "_" }
    return digits.isEmpty ? nil : Int64(digits)
  }

  private func check(_ value: ParameterValue, against parameter: Parameter) throws(Diagnostic) {
    guard let limit = parameter.limit else { return }
    let outside = { (limit: String) in
      Diagnostic(
        ScriptCode.parameterLimit, at: parameter.name.range,
        ["name": parameter.name.text, "value": value.text, "limit": limit])
    }
    switch limit {
    case .range(let low, let high):
      let bounds = (try resolve(low, topContext), try resolve(high, topContext))
      let text = "\(Formatter.text(low))..\(Formatter.text(high))"
      guard let least = bounds.0.constant, let most = bounds.1.constant,
        Resolver.isBetween(value.constant, least, most)
      else { throw outside(text) }
    case .list(let elements):
      var texts: [String] = []
      var isFound = false
      for element in elements {
        texts.append(Formatter.text(element))
        let one = try resolve(element, topContext, expecting: value.type)
        if let constant = one.constant, number(constant, value.type) == value.constant { isFound = true }
      }
      if !isFound { throw outside("(\(texts.joined(separator: ", ")))") }
    }
  }

  private static func isBetween(_ value: Constant, _ least: Constant, _ most: Constant) -> Bool {
    func number(_ constant: Constant) -> Double? {
      switch constant {
      case .integer(let whole): Double(whole)
      case .number(let number): number
      case .date(let days): Double(days)
      default: nil
      }
    }
    guard let x = number(value), let a = number(least), let b = number(most) else { return false }
    return a <= x && x <= b
  }
}
