import Source

/// Writes expressions on one line: one space round binary operators and after commas, literals as written, brackets
/// only where they are needed.
struct ExpressionWriter {
  /// The source of the tree, for stages that are kept as they were written.
  let source: SourceText?

  func text(_ expression: Expression) -> String {
    switch expression.kind {
    case .number(let literal): literal.text
    case .text(let text): TextWriting.quoted(text)
    case .date(let date): date.iso
    case .boolean(let value): value ? "true" : "false"
    case .missing: "missing"
    case .name(let name): TextWriting.name(name)
    case .enumValue(let name): "." + TextWriting.name(name)
    case .parameter(let name): "$" + name.text
    case .tuple(let items): "(" + list(items) + ")"
    case .parenthesized(let inner): text(inner)
    case .pipeline(let pipeline): "(" + StageWriter(self).line(pipeline) + ")"
    case .call(let call): self.call(call)
    case .conditional, .match: conditional(expression)
    case .member, .at, .under, .on, .filtered: postfixed(expression)
    default: operation(expression)
    }
  }

  /// The text, in brackets where it holds together less than the place asks.
  func text(_ expression: Expression, atLeast tightness: Tightness) -> String {
    expression.tightness < tightness ? "(" + text(expression) + ")" : text(expression)
  }

  func list(_ items: [Expression]) -> String { items.map(text).joined(separator: ", ") }

  private func postfixed(_ expression: Expression) -> String {
    switch expression.kind {
    case .member(let base, let name): text(base, atLeast: .postfix) + "." + TextWriting.name(name)
    case .at(let base, let reference, _):
      text(base, atLeast: .postfix) + "@" + TextWriting.reference(reference)
    case .under(let base, let name): text(base, atLeast: .postfix) + " under " + TextWriting.name(name)
    case .on(let base, let date): text(base, atLeast: .postfix) + " on " + text(date, atLeast: .primary)
    case .filtered(let base, let condition): text(base, atLeast: .postfix) + "[" + text(condition) + "]"
    default: ""
    }
  }

  private func conditional(_ expression: Expression) -> String {
    switch expression.kind {
    case .conditional(let condition, let first, let second):
      return "if \(text(condition)) then \(text(first)) else \(text(second))"
    case .match(let subject, let arms):
      return "match \(text(subject)) { \(arms.map(arm).joined(separator: ", ")) }"
    default: return ""
    }
  }

  private func arm(_ arm: MatchArm) -> String {
    let patterns = arm.patterns.map(pattern)
    let left = patterns.count == 1 ? patterns[0] : "(" + patterns.joined(separator: ", ") + ")"
    return left + " -> " + text(arm.value)
  }

  private func pattern(_ pattern: MatchPattern) -> String {
    switch pattern {
    case .value(let expression): text(expression, atLeast: .additive)
    case .range(let first, let last): range(first, last)
    case .missing: "missing"
    case .otherwise: "else"
    }
  }

  func range(_ first: Expression, _ last: Expression) -> String {
    text(first, atLeast: .additive) + ".." + text(last, atLeast: .additive)
  }

  // MARK: Operations

  private func operation(_ expression: Expression) -> String {
    switch expression.kind {
    case .unary(.not, let operand): return "not " + text(operand, atLeast: .not)
    case .unary(.minus, let operand):
      if case .unary(.minus, _) = operand.unwrapped.kind { return "-(" + text(operand) + ")" }
      return "-" + text(operand, atLeast: .unary)
    case .binary(let sign, let left, let right):
      let (leftBound, rightBound) = sign.operands
      return text(left, atLeast: leftBound) + " \(sign.rawValue) " + text(right, atLeast: rightBound)
    case .comparison(let first, let links):
      return links.reduce(into: text(first, atLeast: .coalesce)) { result, link in
        result += " \(link.comparison.rawValue) " + text(link.operand, atLeast: .coalesce)
      }
    case .within(let inner, let outer):
      return text(inner, atLeast: .coalesce) + " within " + text(outer, atLeast: .coalesce)
    case .isMissing(let operand, let isNegated):
      return text(operand, atLeast: .coalesce) + (isNegated ? " is not missing" : " is missing")
    case .membership(let left, let operand, let isNegated):
      return text(left, atLeast: .coalesce) + (isNegated ? " not in " : " in ") + membership(operand)
    case .has(let left, let mode, let items):
      let right = mode == .one ? items.map { text($0, atLeast: .coalesce) }.joined() : "(" + list(items) + ")"
      return text(left, atLeast: .coalesce) + " has " + (mode == .one ? "" : mode.rawValue + " ") + right
    default: return ""
    }
  }

  private func membership(_ operand: InOperand) -> String {
    switch operand {
    case .list(let items): "(" + list(items) + ")"
    case .range(let first, let last): range(first, last)
    case .rows(let rows): text(rows, atLeast: .additive)
    }
  }

  // MARK: Calls

  private func call(_ call: Call) -> String {
    var inside = ""
    if let condition = call.condition { inside = "where " + text(condition) }
    inside += call.arguments.map(argument).joined(separator: ", ")
    if !call.per.isEmpty { inside += (inside.isEmpty ? "per " : " per ") + list(call.per) }
    return TextWriting.name(call.function) + "(" + inside + ")"
  }

  private func argument(_ argument: Argument) -> String {
    var result = text(argument.expression)
    if argument.expression.keepsBrackets { result = "(" + result + ")" }
    if let condition = argument.condition { result += " where " + text(condition) }
    if !argument.order.isEmpty { result += " by " + argument.order.map(sortKey).joined(separator: ", ") }
    return argument.isDescending ? result + " desc" : result
  }

  func sortKey(_ key: SortKey) -> String {
    if key.isDescending { return text(key.expression) + " desc" }
    // `sort -x` is refused as another language's `desc`; in brackets the sign is meant.
    if case .unary(.minus, _) = key.expression.unwrapped.kind { return "(" + text(key.expression) + ")" }
    return text(key.expression)
  }
}
