import Source

/// Statements: one after another, each by its first words.
extension Parser {
  /// Every statement up to the end of the text, or of the block whose `}` comes next.
  mutating func statements(inBlock: Bool) -> [Statement] {
    var statements: [Statement] = []
    while diagnostics.count < Parser.errorLimit {
      while case .symbol(.semicolon) = current.kind { advance() }
      if current.kind == .end || (inBlock && current.kind == .symbol(.closeBrace)) { break }
      let start = current.range.lower
      do {
        let statement = try terminated(inBlock: inBlock, after: statements.last)
        statements.append(statement)
      } catch {
        recover(from: start, inBlock: inBlock)
        record(error, from: start)
      }
    }
    return statements
  }

  private mutating func terminated(inBlock: Bool, after last: Statement?) throws(ParseFailure) -> Statement {
    let list = lastList
    let start = current
    lastList = nil
    let statement = try statement()
    if let last, let list { try refuseLostItem(statement, start, after: last, list) }
    let ends =
      current.kind == .end || current.kind == .symbol(.semicolon) || atBreak
      || (inBlock && current.kind == .symbol(.closeBrace))
    guard ends else { throw unexpectedAfterStatement(start: start.range) }
    return statement
  }

  mutating func statement() throws(ParseFailure) -> Statement {
    let start = current.range
    let kind = try statementKind()
    return Statement(kind, range: range(from: start))
  }

  private mutating func statementKind() throws(ParseFailure) -> Statement.Kind {
    if case .symbol(.pipe) = current.kind, previous.kind == .end { return .continuation(try continuation()) }
    guard current.kind == .name else { return .pipeline(try pipeline()) }
    let follows = peek()
    let onLine = !follows.hasNewlineBefore
    switch current.text {
    case "let" where follows.isNameLike && onLine: return .definition(try definition())
    case "param" where follows.isNameLike && onLine: return .parameter(try parameter())
    case "set" where follows.isNameLike && onLine: return try setting()
    case "use" where follows.isText && onLine: return try use()
    case "include" where follows.isText && onLine:
      advance()
      let range = current.range
      return .include(path: try plainText(), pathRange: range)
    case "title" where follows.isText && onLine:
      advance()
      return .title(try template())
    case "text" where follows.isText && onLine:
      advance()
      return .text(try template())
    case "output" where follows.isText && onLine:
      advance()
      return .output(try template())
    case "expect": return .expect(try expectation())
    case "for" where follows.isWord("each") && onLine: return try forEach()
    case "explain" where follows.kind == .name && onLine:
      advance()
      return .explain(try explanation())
    case "standard" where follows.isNameLike && onLine: return .standard(try standard())
    case "rule" where follows.isNameLike && onLine: return .rule(try rule())
    default: break
    }
    try refuseForeignStatement(follows)
    return .pipeline(try pipeline())
  }

  // MARK: Definitions and parameters

  private mutating func definition() throws(ParseFailure) -> Definition {
    advance()
    var definition = try unfinished { parser throws(ParseFailure) in try parser.definitionHead() }
    definition.body = try pipeline()
    return definition
  }

  /// `NAME =`, `ENTITY.NAME =` or `NAME(A, B) =`, with a body to be replaced.
  private mutating func definitionHead() throws(ParseFailure) -> Definition {
    var name = try expectName()
    var entity: Name?
    var parameters: [Name]?
    if take(.dot) {
      entity = name
      name = try expectName()
    }
    if at(.openParenthesis) {
      try open(.openParenthesis)
      var names: [Name] = []
      if !at(.closeParenthesis) {
        repeat { names.append(try expectName()) } while take(.comma)
      }
      try close(.closeParenthesis)
      parameters = names
    }
    try expect(.equal)
    let body = Pipeline(Expression(.missing, previous.range), [])
    return Definition(entity: entity, name: name, parameters: parameters, body: body, help: nil)
  }

  private mutating func parameter() throws(ParseFailure) -> Parameter {
    advance()
    let name = try expectName()
    try expect(.colon)
    let type = try expectName(Localized(en: "a type", vi: "một kiểu"))
    var limit: ParameterLimit?
    if take(word: "in") { limit = try parameterLimit() }
    let standard = take(.equal) ? try settingValue(isSnapshot: type.text == "snapshot") : nil
    let help = (current.kind == .text || current.kind == .block) && !atBreak ? try plainText() : nil
    return Parameter(name: name, type: type, limit: limit, default: standard, help: help)
  }

  private mutating func parameterLimit() throws(ParseFailure) -> ParameterLimit {
    let first = try expression(.additive)
    if current.kind == .symbol(.range) {
      advance()
      return .range(first, try expression(.additive))
    }
    switch first.kind {
    case .tuple(let items): return .list(items)
    case .parenthesized(let item): return .list([item])
    default: throw unexpected(expecting: "`..`")
    }
  }

  private mutating func setting() throws(ParseFailure) -> Statement.Kind {
    advance()
    let name = try expectName()
    try expect(.equal)
    return .set(name: name, value: try settingValue(isSnapshot: name.text == "snapshot"))
  }

  /// A value; where a snapshot is meant, a month is its label (`2023-06`), not a difference.
  private mutating func settingValue(isSnapshot: Bool) throws(ParseFailure) -> Expression {
    var ahead = lexer
    guard isSnapshot, current.kind == .number, let month = ahead.scanLabel(at: current.range.lower),
      month.upper > current.range.upper
    else { return try expression() }
    let (_, range) = try snapshotReference()
    return Expression(.text(source.text(range)), range)
  }

  private mutating func use() throws(ParseFailure) -> Statement.Kind {
    advance()
    let range = current.range
    let path = try plainText()
    guard take(word: "as") else { return .use(path: path, pathRange: range, label: nil) }
    if current.kind == .quotedName {
      return .use(path: path, pathRange: range, label: try expectName())
    }
    let (label, labelRange) = try snapshotReference()
    let text: String
    switch label {
    case .label(let written), .date(_, let written): text = written
    case .parameter(let name): text = "$" + name.text
    }
    return .use(path: path, pathRange: range, label: Name(text, labelRange))
  }

  private mutating func expectation() throws(ParseFailure) -> Expectation {
    advance()
    let condition = try expression()
    let isWarning = take(word: "warn")
    let hasMessage =
      current.kind == .text || current.kind == .block || current.kind == .invalid(.unclosedText)
    let message = hasMessage && !atBreak ? try template() : nil
    return Expectation(condition: condition, isWarning: isWarning, message: message)
  }

  // MARK: Blocks

  private mutating func forEach() throws(ParseFailure) -> Statement.Kind {
    advance()
    try expect(word: "each")
    let name = try expectName()
    try expect(word: "in")
    try open(.openParenthesis)
    let rows = try pipeline()
    try close(.closeParenthesis)
    try expect(.openBrace)
    let brace = previous.range
    try nest()
    defer { nesting -= 1 }
    let outer = brackets
    brackets = []
    let body = statements(inBlock: true)
    brackets = outer
    guard case .symbol(.closeBrace) = current.kind else {
      brackets.append(brace)
      throw unclosed(.closeBrace)
    }
    advance()
    lastList = nil
    return .forEach(name, rows, body)
  }
}

extension Token {
  package var isNameLike: Bool { kind == .name || kind == .quotedName }
  package var isText: Bool { kind == .text || kind == .block || kind == .invalid(.unclosedText) }
}
