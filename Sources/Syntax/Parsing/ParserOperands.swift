import Source

/// Literals, names, brackets, conditionals and what is written behind an operand.
extension Parser {
  mutating func primary() throws(ParseFailure) -> Expression {
    let token = current
    switch token.kind {
    case .number: return try number()
    case .date: return try date()
    case .text, .block:
      height = 1
      let text = try plainText()
      return Expression(.text(text), previous.range)
    case .parameter:
      advance()
      height = 1
      return Expression(.parameter(Name(token.text, token.range)), token.range)
    case .quotedName:
      advance()
      height = 1
      return try nameOrCall(Name(token.text, token.range, isQuoted: true))
    case .name: return try word()
    case .symbol(.openParenthesis): return try parenthesis()
    case .symbol(.dot):
      advance()
      let name = try expectName(Localized(en: "a value of an enum", vi: "một giá trị của kiểu liệt kê"))
      height = 1
      return Expression(.enumValue(name), token.range.union(name.range))
    default: throw expectedExpression()
    }
  }

  private mutating func word() throws(ParseFailure) -> Expression {
    let token = current
    let range = token.range
    height = 1
    switch token.text {
    case "true", "false":
      advance()
      return Expression(.boolean(token.text == "true"), range)
    case "missing":
      advance()
      return Expression(.missing, range)
    case "match": return try match()
    case "null", "NULL", "Null": throw foreignNull(token)
    default: break
    }
    guard !Keywords.reserved.contains(token.text) else { throw expectedExpression() }
    advance()
    return try nameOrCall(Name(token.text, range))
  }

  private mutating func nameOrCall(_ name: Name) throws(ParseFailure) -> Expression {
    guard at(.openParenthesis) else { return Expression(.name(name), name.range) }
    let call = try call(name)
    return Expression(.call(call), range(from: name.range))
  }

  /// `()`, `(x)`, `(a, b)` or `(households | where …)`.
  private mutating func parenthesis() throws(ParseFailure) -> Expression {
    let start = current.range
    try open(.openParenthesis)
    if at(.closeParenthesis) {
      try close(.closeParenthesis)
      height = 1
      return Expression(.tuple([]), range(from: start))
    }
    let pipeline = try pipeline()
    let kind: Expression.Kind
    if !pipeline.stages.isEmpty {
      kind = .pipeline(pipeline)
    } else if at(.comma) {
      var items = [pipeline.source]
      var tallest = height
      while take(.comma) {
        items.append(try expression())
        tallest = max(tallest, height)
      }
      height = tallest
      kind = .tuple(items)
    } else {
      kind = .parenthesized(pipeline.source)
    }
    try close(.closeParenthesis)
    try grow(height)
    return Expression(kind, range(from: start))
  }

  // MARK: Conditionals

  mutating func conditional() throws(ParseFailure) -> Expression {
    let start = advance().range
    let condition = try unfinished { parser throws(ParseFailure) in try parser.expression() }
    var tallest = height
    try expect(word: "then")
    let first = try unfinished { parser throws(ParseFailure) in try parser.expression() }
    tallest = max(tallest, height)
    try expect(word: "else")
    let second = try expression()
    try grow(tallest, height)
    return Expression(.conditional(condition, then: first, else: second), range(from: start))
  }

  private mutating func match() throws(ParseFailure) -> Expression {
    let start = advance().range
    let subject = try unfinished { parser throws(ParseFailure) in try parser.expression() }
    var tallest = height
    try open(.openBrace)
    var arms: [MatchArm] = []
    repeat {
      arms.append(try arm())
      tallest = max(tallest, height)
    } while take(.comma)
    try close(.closeBrace)
    try grow(tallest)
    return Expression(.match(subject, arms), range(from: start))
  }

  private mutating func arm() throws(ParseFailure) -> MatchArm {
    var patterns: [MatchPattern] = []
    var tallest = 0
    if take(word: "else") {
      patterns = [.otherwise]
    } else {
      let first = try expression(.additive)
      tallest = height
      if take(.range) {
        let last = try expression(.additive)
        tallest = max(tallest, height)
        patterns = [.range(first, last)]
      } else if case .tuple(let items) = first.kind, !items.isEmpty {
        patterns = items.map(MatchPattern.init)
      } else {
        patterns = [MatchPattern(first)]
      }
    }
    try expect(.arrow)
    let value = try expression()
    try grow(tallest, height)
    return MatchArm(patterns, value)
  }

  // MARK: What follows an operand

  mutating func postfixed(_ operand: Expression) throws(ParseFailure) -> Expression {
    var result = operand
    while !atBreak {
      let kind: Expression.Kind
      switch current.kind {
      case .symbol(.dot):
        advance()
        kind = .member(result, try expectName())
      case .symbol(.at):
        advance()
        let (label, range) = try snapshotReference()
        kind = .at(result, label, range)
      case .symbol(.openBracket):
        kind = try filtered(result)
      case .name where current.text == "under":
        advance()
        kind = .under(result, try standardName())
      case .name where current.text == "on":
        let below = height
        advance()
        kind = .on(result, try primary())
        height = max(height, below)
      default: return result
      }
      try grow(height)
      result = Expression(kind, range(from: result.range))
    }
    return result
  }

  private mutating func filtered(_ rows: Expression) throws(ParseFailure) -> Expression.Kind {
    let below = height
    try open(.openBracket)
    let condition = try expression()
    try close(.closeBracket)
    height = max(height, below)
    return .filtered(rows, condition)
  }

  /// A standard by name, or the parameter that names it, with its `$`.
  mutating func standardName() throws(ParseFailure) -> Name {
    guard current.kind == .parameter else {
      return try expectName(Localized(en: "the name of a standard", vi: "tên một chuẩn"))
    }
    let token = advance()
    return Name("$" + token.text, token.range)
  }
}

extension MatchPattern {
  fileprivate init(_ expression: Expression) {
    if case .missing = expression.kind { self = .missing } else { self = .value(expression) }
  }
}
