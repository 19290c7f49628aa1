import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// Whether a value shows a personal or sensitive field of a row.
  func isPersonal(_ value: TypedExpression, _ scope: RowScope) -> Bool {
    switch value.kind {
    case .column(let slot): return scope.columns.first { $0.slot == slot }?.isPersonal ?? false
    case .field(let name):
      return scope.entity.flatMap { entity($0, scope.snapshot) }?.field(name)?.privacy == .personal
    case .follow(_, let entityName, let inner):
      return isPersonal(inner, RowScope(entity: entityName, snapshot: scope.snapshot))
    case .call(_, let arguments): return arguments.contains { isPersonal($0, scope) }
    default: return false
    }
  }

  /// The name of a column without `as`: a path gives its last name, an aggregate its function and the last name of the
  /// path that it takes in, anything else its text (language.md, section 3).
  func columnName(_ expression: Expression) -> String {
    switch expression.kind {
    case .name(let name): return name.text
    case .member(_, let name): return name.text
    case .parenthesized(let inner): return columnName(inner)
    case .at(let base, let reference, _):
      let label =
        switch reference {
        case .label(let text): text
        case .date(_, let text): text
        case .parameter(let name): parameters[name.text]?.text ?? name.text
        }
      return "\(columnName(base))_\(label.map { $0 == "-" ? "_" : String($0) }.joined())"
    case .call(let call):
      guard AggregateFunction(rawValue: call.function.text) != nil else { break }
      let values = call.arguments.map(\.expression)
      let taken = takesRows(call) ? values.dropFirst().first : values.first
      if let taken, let last = lastName(taken) { return "\(call.function.text)_\(last)" }
      return call.function.text
    default: break
    }
    return Formatter.text(expression)
  }

  private func lastName(_ expression: Expression) -> String? {
    switch expression.kind {
    case .name(let name): name.text
    case .member(_, let name): name.text
    case .at: columnName(expression)
    case .parenthesized(let inner): lastName(inner)
    default: nil
    }
  }

  /// Whether the first argument of an aggregate names rows: by its form alone, since the name is asked before types.
  private func takesRows(_ call: Call) -> Bool {
    guard let first = call.arguments.first else { return false }
    if ["quantile", "atkinson", "quantile_share", "fgt", "poverty_gap", "correlation"].contains(
      call.function.text)
    {
      let arity = AggregateFunction(rawValue: call.function.text)?.arity.lowerBound ?? 2
      return call.arguments.count > arity
    }
    if call.arguments.count > 1 { return true }
    switch first.expression.kind {
    case .name(let name):
      return schema.entities.contains { $0.manyLink(name.text) != nil || $0.name == name.text }
        || definitions[name.text] != nil
    case .filtered, .pipeline: return true
    case .member(_, let name): return schema.entities.contains { $0.manyLink(name.text) != nil }
    default: return false
    }
  }
}
