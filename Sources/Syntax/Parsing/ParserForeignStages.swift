import Source

/// Stages, lists and ranges written as in other languages.
extension Parser {
  /// The stages of dplyr, Stata, KQL, PRQL and SQL that have another name here.
  private static let foreignStages: [String: String] = [
    "filter": "where", "mutate": "derive", "extend": "derive", "let": "derive", "arrange": "sort",
    "order": "sort", "sort_by": "sort", "orderby": "sort", "summarise": "summarize", "aggregate": "summarize",
    "head": "take", "limit": "take", "slice": "take", "first": "take", "tally": "count", "unique": "distinct",
    "project": "select", "keep": "select", "union": "append", "egen": "derive", "gen": "derive",
    "generate": "derive",
  ]

  mutating func unknownStage() -> ParseFailure {
    guard current.kind == .name else {
      return unexpected(expecting: Localized(en: "the word of a stage", vi: "từ mở đầu một bước"))
    }
    let word = current.text.lowercased()
    if Keywords.stages.contains(word) { return upperCase(current) }
    if word == "group" || word == "group_by" || word == "groupby" { return groupByStage() }
    if word == "keep", peek().isWord("if") {
      return replaced(.foreignStage, current.range.union(peek().range), by: "where")
    }
    if let ours = Parser.foreignStages[word] { return replaced(.foreignStage, current.range, by: ours) }
    let nearest = Suggestion.nearest(to: current.text, among: Keywords.stages)
    var diagnostic = Diagnostic(SyntaxCode.unknownStage, at: current.range, ["word": current.text])
    if !nearest.isEmpty {
      let list = nearest.map { "`\($0)`" }.joined(separator: ", ")
      diagnostic = diagnostic.note(en: "near it: \(list)", vi: "gần giống: \(list)")
    }
    return ParseFailure(
      diagnostic, edits: nearest.first.map { [Edit(current.range, $0)] } ?? [], fragment: nearest.first)
  }

  // MARK: GROUP BY

  /// `GROUP BY` behind `count` or `summarize`.
  mutating func groupByClause() -> ParseFailure {
    guard peek().kind == .name, peek().text.lowercased() == "by" else {
      return unexpected(expecting: Localized(en: "the end of the statement", vi: "hết câu lệnh"))
    }
    return replaced(.foreignGroupBy, current.range.union(peek().range), by: "by")
  }

  /// `| group by X | summarize A`: the keys go behind the aggregates.
  private mutating func groupByStage() -> ParseFailure {
    let start = current.range
    advance()
    if current.kind == .name, current.text.lowercased() == "by" { advance() }
    var keys = stageText()
    if keys.hasPrefix("("), keys.hasSuffix(")") { keys = String(keys.dropFirst().dropLast()) }
    var form = "count by " + keys
    if at(.pipe) || at(.pipeArrow) || at(.magrittr) {
      let next = peek()
      if next.kind == .name, ["summarize", "summarise", "aggregate", "count"].contains(next.text) {
        advance()
        advance()
        let rest = stageText()
        form = next.text == "count" ? form : "summarize \(rest) by \(keys)"
      }
    }
    return replaced(.foreignGroupBy, range(from: start), by: form)
  }

  /// The source up to the next `|` or the end of the statement, which is passed.
  private mutating func stageText() -> String {
    let start = current.range
    try? skip(toPipe: true)
    return previous.range.lower < start.lower ? "" : source.text(range(from: start))
  }

  // MARK: Conditions and keys

  /// Stata's `count if x`: the condition is a stage of its own, before this one.
  mutating func trailingIf(stage: SourceRange) -> ParseFailure {
    let cut = previous.range.end
    let word = advance().range
    guard let condition = try? expression() else {
      return ParseFailure(Diagnostic(SyntaxCode.trailingIf, at: word))
    }
    let text = source.text(condition.range)
    let form = "where \(text) | " + source.text(SourceRange(source.id, stage.lower, cut.lower))
    let start = SourceRange(source.id, stage.lower, stage.lower)
    return ParseFailure(
      Diagnostic(SyntaxCode.trailingIf, at: word),
      edits: [
        Edit(start, "where \(text) | "), Edit(SourceRange(source.id, cut.lower, condition.range.upper), ""),
      ],
      fragment: form)
  }

  /// Stata's `drop if x`.
  mutating func dropIf() -> ParseFailure {
    let start = previous.range.union(current.range)
    advance()
    guard let condition = try? expression() else {
      return ParseFailure(Diagnostic(SyntaxCode.trailingIf, at: start))
    }
    let form = "where not (" + source.text(condition.range) + ")"
    return ParseFailure(
      Diagnostic(SyntaxCode.trailingIf, at: start), edits: [Edit(start.union(condition.range), form)],
      fragment: form)
  }

  func foreignDescending(_ range: SourceRange, _ operand: Expression) -> ParseFailure {
    replaced(.foreignDescending, range, by: source.text(operand.range) + " desc")
  }

  func foreignKeys(_ tuple: Expression, after keyword: SourceRange) -> ParseFailure {
    let inside = source.text(SourceRange(source.id, tuple.range.lower + 1, tuple.range.upper - 1))
    return ParseFailure(
      Diagnostic(SyntaxCode.foreignKeys, at: tuple.range, ["form": inside]),
      edits: [Edit(tuple.range, inside)], fragment: source.text(keyword) + " " + inside)
  }

  func foreignQuantifier(_ call: Call) -> ParseFailure {
    let (rows, condition) = (call.arguments[0], call.arguments[1])
    let between = SourceRange(source.id, rows.range.upper, condition.range.lower)
    let function = call.function.text
    var edits = [Edit(between, " where ")]
    if rows.condition != nil {
      edits = [Edit(between, " and ("), Edit(condition.range.end, ")")]
    }
    let form = "\(function)(\(source.text(rows.range)) where \(source.text(condition.range)))"
    return ParseFailure(
      Diagnostic(
        SyntaxCode.foreignQuantifier, at: call.function.range.union(condition.range), ["word": function]),
      edits: edits, fragment: rows.condition == nil ? form : nil)
  }

  // MARK: Assignments

  /// `n = count()` where the name comes last.
  func refuseAssignment(_ expression: Expression) throws(ParseFailure) {
    if let failure = assignment(expression) { throw failure }
  }

  func assignment(_ expression: Expression) -> ParseFailure? {
    var leftmost = expression
    while case .binary(_, let left, _) = leftmost.kind { leftmost = left }
    guard case .comparison(let left, let links) = leftmost.kind, case .name(let name) = left.kind,
      let first = links.first, first.comparison == .equal
    else { return nil }
    let value = SourceRange(source.id, first.operand.range.lower, expression.range.upper)
    let form = source.text(value) + " as " + source.text(name.range)
    return ParseFailure(
      Diagnostic(SyntaxCode.foreignAssignment, at: expression.range, ["name": name.text]),
      edits: [Edit(expression.range, form)], fragment: form)
  }

  // MARK: Ranges

  func rangeWithoutEnd(_ left: Expression, _ first: Expression, _ isNegated: Bool, _ keyword: SourceRange)
    -> ParseFailure
  {
    let sign = isNegated ? "<" : ">="
    let form = sign + " " + source.text(first.range)
    return openRange(left, SourceRange(source.id, keyword.lower, previous.range.upper), form)
  }

  mutating func rangeWithoutStart(_ left: Expression, _ isNegated: Bool, _ keyword: SourceRange)
    throws(ParseFailure) -> ParseFailure
  {
    advance()
    let last = try expression(.additive)
    let form = (isNegated ? "> " : "<= ") + source.text(last.range)
    return openRange(left, SourceRange(source.id, keyword.lower, last.range.upper), form)
  }

  private func openRange(_ left: Expression, _ range: SourceRange, _ form: String) -> ParseFailure {
    ParseFailure(
      Diagnostic(SyntaxCode.openRange, at: range, ["form": form]), edits: [Edit(range, form)],
      fragment: source.text(left.range) + " " + form)
  }
}
