import Source

/// `standard … end`: each clause is a statement of its own, so that an error in one leaves the others standing.
extension Parser {
  mutating func standard() throws(ParseFailure) -> StandardBlock {
    let keyword = advance()
    var block = StandardBlock(try blockHead())
    try clauses(of: keyword) { parser throws(ParseFailure) in try parser.clause(into: &block) }
    return block
  }

  mutating func rule() throws(ParseFailure) -> RuleBlock {
    let keyword = advance()
    let head = try blockHead()
    try expect(word: "for")
    try expect(word: "project")
    let start = current.range
    let code = try name(orText: Localized(en: "the code of a project", vi: "mã dự án"))
    var block = RuleBlock(head, project: Name(code, range(from: start)))
    try clauses(of: keyword) { parser throws(ParseFailure) in try parser.clause(into: &block) }
    return block
  }

  private mutating func blockHead() throws(ParseFailure) -> BlockHead {
    let name = try expectName()
    return BlockHead(name, title: current.isText && !atBreak ? try plainText() : nil)
  }

  /// Clauses up to the `end` that begins a line; errors are kept and reading goes on with the next line.
  private mutating func clauses(
    of keyword: Token, _ clause: (inout Parser) throws(ParseFailure) -> Void
  ) throws(ParseFailure) {
    while !(current.isWord("end") && beginsClause) {
      guard current.kind != .end else {
        throw ParseFailure(
          Diagnostic(SyntaxCode.unclosedStandard, at: keyword.range, ["word": keyword.text]), isAtEnd: true)
      }
      if case .symbol(.semicolon) = current.kind {
        advance()
        continue
      }
      let start = current.range.lower
      do throws(ParseFailure) {
        let isAside = ["cites", "provisional", "lacking"].contains { current.isWord($0) }
        guard isAside || beginsClause else { throw unexpectedAfterStatement(start: current.range) }
        try clause(&self)
      } catch {
        if error.isAtEnd { throw error }
        recover(from: start, inBlock: false)
        record(error, from: start)
      }
      guard diagnostics.count < Parser.errorLimit else { break }
    }
    if current.isWord("end") { advance() }
  }

  private var beginsClause: Bool { current.hasNewlineBefore || previous.kind == .symbol(.semicolon) }

  private mutating func clause(into block: inout StandardBlock) throws(ParseFailure) {
    if try aside(&block.head, &block.clauses) { return }
    let start = current.range
    let kind: StandardClause.Kind
    switch current.kind == .name ? current.text : "" {
    case "in":
      block.force = try force()
      return
    case "valid":
      block.place = try validPlace()
      return
    case "lacking":
      guard var last = block.clauses.last, case .indicator(var indicator) = last.kind else {
        throw unknownClause()
      }
      indicator.lacking = try lacking()
      last.kind = .indicator(indicator)
      last.range = last.range.union(range(from: start))
      block.clauses[block.clauses.count - 1] = last
      return
    case "parameter": kind = try parameterClause()
    case "let":
      advance()
      let name = try expectName()
      try expect(.equal)
      kind = .definition(name: name, value: try expression())
    case "indicator": kind = .indicator(try indicatorClause())
    case "class": kind = try classClause()
    case "test": kind = .test(try testClause())
    default: throw unknownClause()
    }
    block.clauses.append(StandardClause(kind, range: range(from: start)))
  }

  private func unknownClause() -> ParseFailure {
    unexpected(
      expecting: Localized(
        "`cites`, `in force`, `valid for`, `parameter`, `let`, `indicator`, `lacking when`, `class`, `test`, "
          + "`provisional`, `end`"))
  }

  private mutating func clause(into block: inout RuleBlock) throws(ParseFailure) {
    var none: [StandardClause] = []
    if try aside(&block.head, &none) { return }
    switch current.kind == .name ? current.text : "" {
    case "eligible":
      advance()
      try expect(word: "when")
      block.eligible = try expression()
    case "remedies":
      advance()
      repeat { block.remedies.append(try expectName()) } while take(.comma)
    default:
      throw unexpected(expecting: Localized("`cites`, `eligible when`, `remedies`, `provisional`, `end`"))
    }
  }

  /// `cites "…"` and `provisional "…"`: of the clause before, or of the block where there is none.
  private mutating func aside(_ head: inout BlockHead, _ clauses: inout [StandardClause]) throws(ParseFailure)
    -> Bool
  {
    if current.isWord("cites") {
      advance()
      let text = try plainText()
      if clauses.isEmpty { head.citations.append(text) } else { clauses[clauses.count - 1].citation = text }
      return true
    }
    if current.isWord("provisional") {
      advance()
      let text = try plainText()
      if clauses.isEmpty { head.provisional = text } else { clauses[clauses.count - 1].provisional = text }
      return true
    }
    return false
  }

  // MARK: Clauses

  private mutating func force() throws(ParseFailure) -> StandardBlock.Force {
    let start = advance().range
    try expect(word: "force")
    let from = try day()
    let through = take(word: "to") ? try day() : nil
    return StandardBlock.Force(from: from, through: through, range: range(from: start))
  }

  private mutating func day() throws(ParseFailure) -> CivilDate {
    let expected = Localized(en: "a date such as 2022-01-01", vi: "một ngày như 2022-01-01")
    guard current.kind == .date else { throw unexpected(expecting: expected) }
    guard case .date(let date) = try expression(.additive).kind else { throw unexpected(expecting: expected) }
    return date
  }

  private mutating func validPlace() throws(ParseFailure) -> StandardBlock.ValidPlace {
    let start = advance().range
    try expect(word: "for")
    let level = try expectName()
    let name = try plainText()
    return StandardBlock.ValidPlace(level: level, name: name, range: range(from: start))
  }

  private mutating func lacking() throws(ParseFailure) -> Expression {
    advance()
    try expect(word: "when")
    return try expression()
  }

  private mutating func parameterClause() throws(ParseFailure) -> StandardClause.Kind {
    advance()
    let name = try expectName()
    guard current.isWord("by") else {
      try expect(.equal)
      return .parameter(name: name, values: .single(try expression()))
    }
    advance()
    let field = try expectName()
    try open(.openBrace)
    var values: [(value: Name, amount: Expression)] = []
    repeat {
      let value = try expectName()
      try expect(.equal)
      values.append((value, try expression()))
    } while take(.comma)
    try close(.closeBrace)
    return .parameter(name: name, values: .by(field: field, values))
  }

  private mutating func indicatorClause() throws(ParseFailure) -> IndicatorClause {
    advance()
    let name = try expectName()
    let title = current.isText && !atBreak ? try plainText() : nil
    var service: Name?
    if take(word: "of") {
      try expect(word: "service")
      service = try expectName()
    }
    return IndicatorClause(name: name, title: title, service: service)
  }

  private mutating func classClause() throws(ParseFailure) -> StandardClause.Kind {
    advance()
    let name = try expectName()
    if current.isWord("otherwise") {
      advance()
      return .classification(name: name, condition: nil)
    }
    try expect(word: "when")
    return .classification(name: name, condition: try expression())
  }

  // MARK: Tests

  private mutating func testClause() throws(ParseFailure) -> StandardTest {
    advance()
    let title = try plainText()
    let facts = try facts()
    if current.isWord("is") {
      advance()
      let isNegated = current.isWord("not")
      if isNegated { advance() }
      let name = try expectName()
      return StandardTest(title: title, facts: facts, verdict: isNegated ? .isNotClass(name) : .isClass(name))
    }
    let isNegated = current.isWord("not")
    if isNegated { advance() }
    try expect(word: "lacks")
    var names: [Name] = []
    repeat { names.append(try expectName()) } while take(.comma)
    return StandardTest(title: title, facts: facts, verdict: isNegated ? .lacksNot(names) : .lacks(names))
  }

  private mutating func facts() throws(ParseFailure) -> [TestFact] {
    try nest()
    defer { nesting -= 1 }
    try open(.openBrace)
    var facts: [TestFact] = []
    if !at(.closeBrace) {
      repeat {
        let name = try expectName()
        try expect(.equal)
        facts.append(TestFact(name, try factValue()))
      } while take(.comma)
    }
    try close(.closeBrace)
    return facts
  }

  private mutating func factValue() throws(ParseFailure) -> TestFact.Value {
    guard current.kind == .symbol(.openParenthesis), peek().kind == .symbol(.openBrace) else {
      return .expression(try expression())
    }
    try open(.openParenthesis)
    var rows: [[TestFact]] = []
    repeat { rows.append(try facts()) } while take(.comma)
    try close(.closeParenthesis)
    return .rows(rows)
  }

  private mutating func name(orText what: Localized) throws(ParseFailure) -> String {
    if current.isText { return try plainText() }
    return try expectName(what).text
  }
}
