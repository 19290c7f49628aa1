import Source

/// The errors about the shape of a statement: what stands where something else must.
extension Parser {
  func unexpected(expecting what: String) -> ParseFailure { unexpected(expecting: Localized(what)) }

  /// An error at the next token, which is not what must stand there.
  func unexpected(expecting what: Localized) -> ParseFailure {
    if let failure = misread() { return failure }
    return ParseFailure(
      diagnostic(.expectedToken, ["expected": what.en, "expected_vi": what.vi]), isAtEnd: current.kind == .end
    )
  }

  func expectedExpression() -> ParseFailure {
    if let failure = misread() { return failure }
    return ParseFailure(diagnostic(.expectedExpression, [:]), isAtEnd: current.kind == .end)
  }

  /// A diagnostic at the next token that says what was found there.
  private func diagnostic(_ code: SyntaxCode, _ arguments: [String: String]) -> Diagnostic {
    var arguments = arguments
    let isEnd = current.kind == .end
    arguments["found"] = isEnd ? "the end of the text" : quoted(current.range)
    arguments["found_vi"] = isEnd ? "chỗ kết thúc" : quoted(current.range)
    return Diagnostic(code, at: isEnd ? previous.range.end : current.range, arguments)
  }

  func quoted(_ range: SourceRange) -> String {
    let text = source.text(SourceRange(range.source, range.lower, min(range.upper, range.lower + 200)))
    let line = text.prefix { $0 != "\n" }
    return line.count > 40 || line.count < text.count ? "`\(line.prefix(40))…`" : "`\(line)`"
  }

  /// A bracket that should close here.
  func unclosed(_ symbol: Symbol) -> ParseFailure {
    if let failure = misread() { return failure }
    let opening = brackets.last.flatMap { Symbol(rawValue: source.text($0)) }
    let symbol = opening?.closing ?? symbol
    if current.kind == .end || !closesLater {
      let diagnostic = Diagnostic(
        SyntaxCode.unclosedBracket, at: previous.range.end, ["bracket": symbol.rawValue]
      ).label(brackets.last, en: "opened here", vi: "mở ở đây")
      return ParseFailure(diagnostic, isAtEnd: current.kind == .end)
    }
    if looksLikeNextItem { return missingComma() }
    return unexpected(expecting: "`\(symbol.rawValue)`")
  }

  private var looksLikeNextItem: Bool {
    guard current.startsOperand, current.kind != .symbol(.openParenthesis) else { return false }
    if current.hasNewlineBefore || current.kind != .name { return true }
    var ahead = self
    let next = ahead.peek().kind
    return next == .symbol(.comma) || next == .symbol(.closeParenthesis)
  }

  /// Whether the innermost open bracket is closed further on.
  private var closesLater: Bool {
    var ahead = self
    var depth = 1
    for _ in 0..<2_000 where ahead.current.kind != .end {
      switch ahead.current.kind {
      case .symbol(.openParenthesis), .symbol(.openBracket), .symbol(.openBrace): depth += 1
      case .symbol(.closeParenthesis), .symbol(.closeBracket), .symbol(.closeBrace): depth -= 1
      default: break
      }
      if depth == 0 { return true }
      ahead.advance()
    }
    return false
  }

  private func missingComma() -> ParseFailure {
    let place = previous.range.end
    return ParseFailure(
      Diagnostic(SyntaxCode.missingComma, at: place, ["next": source.text(current.range)])
        .label(current.range, en: "the next item", vi: "phần tử tiếp theo"),
      edits: [Edit(place, ",")], fragment: source.text(previous.range) + ", " + source.text(current.range))
  }

  /// A field alone on a line after a list that runs over lines: a comma was forgotten.
  ///
  /// An entity or view shown on its own after such a list is told apart by its indentation: it is not deeper
  /// than the statement before.
  func refuseLostItem(_ statement: Statement, _ start: Token, after last: Statement, _ list: ListExtent)
    throws(ParseFailure)
  {
    guard list.runsOverLines, list.end == last.range.upper, case .pipeline(let pipeline) = statement.kind,
      pipeline.stages.isEmpty || pipeline.stages[0].keyword.lower > lineEnd(after: start.range.lower),
      start.hasNewlineBefore, pipeline.source.isPath,
      indentation(at: start.range.lower) > indentation(at: last.range.lower)
    else { return }
    let place = last.range.end
    let item = pipeline.source.range
    throw ParseFailure(
      Diagnostic(SyntaxCode.missingComma, at: place, ["next": source.text(item)])
        .label(item, en: "the next item", vi: "phần tử tiếp theo"),
      edits: [Edit(SourceRange(source.id, last.range.lower, place.upper), source.text(last.range) + ",")],
      fragment: ", " + source.text(item))
  }

  private func lineEnd(after offset: Int) -> Int {
    var index = offset
    while index < source.utf8.count, source.utf8[index] != UInt8(ascii: "\n") { index += 1 }
    return index
  }

  private func indentation(at offset: Int) -> Int {
    let start = source.lineStarts[source.line(at: offset) - 1]
    var index = start
    while index < source.utf8.count, source.utf8[index] == 0x20 || source.utf8[index] == 0x09 { index += 1 }
    return index - start
  }

  /// Something that does not belong to the statement before it.
  mutating func unexpectedAfterStatement(start: SourceRange) -> ParseFailure {
    if current.kind == .name {
      let word = current.text.lowercased()
      if word == "if" { return missingPipe(replacing: "| where") }
      if Keywords.stages.contains(word) { return missingPipe(replacing: "| " + word) }
      if word == "group" { return missingPipe(replacing: "| count") }
      if word == "asc" { return ascending() }
    }
    if let failure = groupedByCommas() { return failure }
    if let failure = misread() { return failure }
    return ParseFailure(diagnostic(.unexpectedToken, [:]))
  }

  private func missingPipe(replacing word: String) -> ParseFailure {
    ParseFailure(
      Diagnostic(SyntaxCode.missingPipe, at: current.range, ["word": current.text]),
      edits: [Edit(current.range, word)], fragment: word)
  }

  private func ascending() -> ParseFailure {
    ParseFailure(diagnostic(.unexpectedToken, [:]), edits: [Edit(current.range, "")])
  }

  /// `1,500,000`.
  private func groupedByCommas() -> ParseFailure? {
    guard current.kind == .symbol(.comma), previous.kind == .number,
      previous.range.upper == current.range.lower
    else { return nil }
    var ahead = self
    var digits = previous.text
    while case .symbol(.comma) = ahead.current.kind {
      ahead.advance()
      guard ahead.current.kind == .number, ahead.current.text.utf8.count == 3 else { return nil }
      digits += "_" + ahead.current.text
      ahead.advance()
    }
    let range = SourceRange(source.id, previous.range.lower, ahead.previous.range.upper)
    return ParseFailure(
      Diagnostic(SyntaxCode.foreignGrouping, at: range, ["text": source.text(range)]),
      edits: [Edit(range, digits)], fragment: digits)
  }

  func missingAs(_ expression: Expression) -> ParseFailure {
    if let failure = assignment(expression) { return failure }
    if current.kind != .end, !atBreak, let failure = misread() { return failure }
    return ParseFailure(
      Diagnostic(SyntaxCode.missingAs, at: expression.range, ["text": quoted(expression.range)]),
      isAtEnd: current.kind == .end)
  }

  func needsBrackets(_ expression: Expression, word: String) -> ParseFailure {
    let text = "(" + source.text(expression.range) + ")"
    return ParseFailure(
      Diagnostic(SyntaxCode.needsBrackets, at: expression.range, ["word": word]),
      edits: [Edit(expression.range, text)],
      fragment: text)
  }

  func notChaining(after left: Expression) -> ParseFailure {
    let text = "(" + source.text(left.range) + ")"
    return ParseFailure(
      Diagnostic(SyntaxCode.comparisonsDoNotChain, at: current.range, ["sign": source.text(current.range)])
        .label(left.range, en: "this is a comparison already", vi: "đây đã là một phép so sánh"),
      edits: [Edit(left.range, text)], fragment: text)
  }

  mutating func bareAppend() -> ParseFailure {
    if let failure = misread() { return failure }
    let start = current.range
    guard current.startsOperand, let rows = try? expression() else { return unexpected(expecting: "`(`") }
    let text = "(" + source.text(rows.range) + ")"
    return ParseFailure(
      Diagnostic(SyntaxCode.bareAppend, at: start.union(rows.range)), edits: [Edit(rows.range, text)],
      fragment: "append " + text)
  }

  func textAsName() -> ParseFailure {
    let inside = source.text(SourceRange(source.id, current.range.lower + 1, current.range.upper - 1))
    let name = "`" + inside + "`"
    let isName = !inside.isEmpty && !inside.contains { $0 == "`" || $0 == "\n" || $0 == "\\" }
    return ParseFailure(
      Diagnostic(SyntaxCode.textAsName, at: current.range),
      edits: isName ? [Edit(current.range, name)] : [], fragment: isName ? name : nil)
  }

  func unknownOption() -> ParseFailure {
    if let failure = misread() { return failure }
    let nearest = Suggestion.nearest(
      to: current.text, among: ["totals", "subtotals", "share", "empty"], limit: 1)
    return ParseFailure(
      Diagnostic(SyntaxCode.unknownOption, at: current.range, ["text": quoted(current.range)])
        .note(
          en: "after `with`: " + Parser.optionNames.en, vi: "sau `with`: " + Parser.optionNames.vi),
      edits: nearest.map { Edit(current.range, $0) }, fragment: nearest.first)
  }
}

extension Expression {
  /// A name, or a path from one.
  var isPath: Bool {
    switch kind {
    case .name: true
    case .member(let base, _), .at(let base, _, _): base.isPath
    default: false
    }
  }
}
