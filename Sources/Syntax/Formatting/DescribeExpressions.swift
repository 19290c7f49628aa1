import Source

extension TreeDescription {
  func expression(_ expression: Expression) -> String {
    switch expression.kind {
    case .number(let literal): node("number", number(literal))
    case .text(let text): quoted(text)
    case .date(let date): node("date", date.iso)
    case .boolean(let value): value ? "true" : "false"
    case .missing: "missing"
    case .name(let name): node("name", self.name(name))
    case .enumValue(let name): node("value", self.name(name))
    case .parameter(let name): node("parameter", self.name(name))
    case .parenthesized(let inner): self.expression(inner)
    case .tuple(let items): node("set", items.map { self.expression($0) })
    case .pipeline(let pipeline): node("rows", self.pipeline(pipeline))
    case .call(let call): self.call(call)
    case .member, .at, .under, .on, .filtered: postfixed(expression)
    case .conditional(let condition, let first, let second):
      node("if", self.expression(condition), self.expression(first), self.expression(second))
    case .match(let subject, let arms): node("match", [self.expression(subject)] + arms.map(arm))
    default: operation(expression)
    }
  }

  /// The literal as written, and its value where the text does not show it.
  private func number(_ literal: NumberLiteral) -> String {
    switch literal.value {
    case .integer(let value): literal.text == String(value) ? literal.text : "\(literal.text) = \(value)"
    case .decimal(let value): literal.text == String(value) ? literal.text : "\(literal.text) = \(value)"
    }
  }

  private func postfixed(_ expression: Expression) -> String {
    switch expression.kind {
    case .member(let base, let name): node("member", self.expression(base), self.name(name))
    case .at(let base, let reference, _): node("at", self.expression(base), self.reference(reference))
    case .under(let base, let name): node("under", self.expression(base), self.name(name))
    case .on(let base, let date): node("on", self.expression(base), self.expression(date))
    case .filtered(let base, let condition):
      node("filtered", self.expression(base), self.expression(condition))
    default: ""
    }
  }

  private func operation(_ expression: Expression) -> String {
    switch expression.kind {
    case .unary(let sign, let operand): node(sign.rawValue, self.expression(operand))
    case .binary(let sign, let left, let right):
      node(sign.rawValue, self.expression(left), self.expression(right))
    case .comparison(let first, let links):
      node(
        "comparison",
        [self.expression(first)] + links.map { node($0.comparison.rawValue, self.expression($0.operand)) })
    case .within(let inner, let outer): node("within", self.expression(inner), self.expression(outer))
    case .isMissing(let operand, let isNegated):
      node(isNegated ? "is_not_missing" : "is_missing", self.expression(operand))
    case .membership(let left, let operand, let isNegated):
      node(isNegated ? "not_in" : "in", self.expression(left), membership(operand))
    case .has(let left, let mode, let items):
      node(
        mode == .one ? "has" : "has_" + mode.rawValue,
        [self.expression(left)] + items.map { self.expression($0) })
    default: ""
    }
  }

  private func membership(_ operand: InOperand) -> String {
    switch operand {
    case .list(let items): node("list", items.map { expression($0) })
    case .range(let first, let last): node("range", expression(first), expression(last))
    case .rows(let rows): expression(rows)
    }
  }

  private func arm(_ arm: MatchArm) -> String {
    node("arm", arm.patterns.map(pattern) + [expression(arm.value)])
  }

  private func pattern(_ pattern: MatchPattern) -> String {
    switch pattern {
    case .value(let value): expression(value)
    case .range(let first, let last): node("range", expression(first), expression(last))
    case .missing: "missing"
    case .otherwise: "else"
    }
  }

  private func call(_ call: Call) -> String {
    var parts = [name(call.function)]
    if let condition = call.condition { parts.append(node("where", expression(condition))) }
    parts += call.arguments.map(argument)
    if !call.per.isEmpty { parts.append(node("per", call.per.map { expression($0) })) }
    return node("call", parts)
  }

  private func argument(_ argument: Argument) -> String {
    var value = expression(argument.expression)
    if argument.expression.keepsBrackets { value = node("whole", value) }
    if argument.condition == nil, argument.order.isEmpty, !argument.isDescending { return value }
    return node(
      "argument", value, argument.condition.map { node("where", expression($0)) },
      argument.order.isEmpty ? nil : node("by", argument.order.map(sortKey)),
      argument.isDescending ? "desc" : nil)
  }
}
