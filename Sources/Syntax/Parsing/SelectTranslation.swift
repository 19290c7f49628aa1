import Source

/// Turns a `SELECT` of SQL into the pipeline that says the same, for the help of its error.
struct SelectTranslation {
  private static let clauses: Set<String> = ["from", "where", "group", "having", "order", "limit"]

  private let source: SourceText
  /// The source of each clause, by its first word.
  private var parts: [String: String] = [:]

  /// `tokens` are those of the whole `SELECT`, from its first word on.
  init(_ source: SourceText, _ tokens: [Token]) {
    self.source = source
    var clause = "select"
    var start = 1
    var depth = 0
    for (index, token) in tokens.enumerated() {
      if case .symbol(.openParenthesis) = token.kind { depth += 1 }
      if case .symbol(.closeParenthesis) = token.kind { depth -= 1 }
      let word = token.kind == .name ? token.text.lowercased() : ""
      guard depth == 0, SelectTranslation.clauses.contains(word) else { continue }
      parts[clause] = text(tokens[start..<max(start, index)])
      clause = word
      start = index + 1
    }
    parts[clause] = text(tokens[min(start, tokens.count)...])
  }

  /// Whether the word begins a clause, so that its line still belongs to the `SELECT`.
  static func isClause(_ token: Token) -> Bool {
    token.kind == .name && (clauses.contains(token.text.lowercased()) || ["AND", "OR"].contains(token.text))
  }

  /// The pipeline, or nil where the rows are not named.
  var pipeline: String? {
    guard let rows = parts["from"], !rows.isEmpty else { return nil }
    var stages = [rows.prefix { $0 != " " }.lowercased()]
    if let condition = parts["where"] { stages.append("where " + condition) }
    stages += columns
    if let condition = parts["having"] { stages.append("where " + condition) }
    if let keys = parts["order"] { stages.append("sort " + withoutBy(keys)) }
    if let count = parts["limit"] { stages.append("take " + count) }
    return stages.joined(separator: " | ")
  }

  private var columns: [String] {
    let list = parts["select"] ?? "*"
    let isDistinct = list.lowercased().hasPrefix("distinct ")
    let items = isDistinct ? String(list.dropFirst(9)) : list
    if let group = parts["group"] {
      let keys = withoutBy(group)
      let aggregates = SelectTranslation.items(items).filter { $0.contains("(") }
      if aggregates.isEmpty { return ["distinct " + keys] }
      if aggregates == ["count()"] { return ["count by " + keys] }
      return ["summarize " + aggregates.joined(separator: ", ") + " by " + keys]
    }
    if isDistinct { return ["distinct " + items] }
    if items == "count()" { return ["count"] }
    if items == "*" || items.isEmpty { return [] }
    return [(items.contains("(") ? "summarize " : "select ") + items]
  }

  private func withoutBy(_ text: String) -> String {
    text.lowercased().hasPrefix("by ") ? String(text.dropFirst(3)) : text
  }

  /// Items parted by the commas that stand outside brackets.
  private static func items(_ text: String) -> [String] {
    var items = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 { items.append("") } else { items[items.count - 1].append(character) }
    }
    return items.map { $0.drop { $0 == " " } }.map(String.init)
  }

  /// The tokens as written, functions in lower case, `count(*)` as `count()`, `'text'` as `"text"`.
  private func text(_ tokens: ArraySlice<Token>) -> String {
    var result = ""
    for (index, token) in zip(tokens.indices, tokens) {
      let isCall = index + 1 < tokens.endIndex && tokens[index + 1].kind == .symbol(.openParenthesis)
      let isStar =
        token.kind == .symbol(.times) && index + 1 < tokens.endIndex
        && tokens[index + 1].kind == .symbol(.closeParenthesis)
      if isStar { continue }
      if index > tokens.startIndex, tokens[index - 1].range.upper < token.range.lower { result += " " }
      var word = source.text(token.range)
      if isCall || Keywords.all.contains(word.lowercased()) { word = word.lowercased() }
      result += word
    }
    return result
  }
}

extension Parser {
  /// Statements that begin as in SQL.
  mutating func refuseForeignStatement(_ follows: Token) throws(ParseFailure) {
    let isSelect = current.text.lowercased() == "select"
    guard isSelect, !follows.hasNewlineBefore, follows.startsOperand || follows.kind == .symbol(.times) else {
      return
    }
    let keyword = current.range
    var tokens: [Token] = []
    while current.kind != .end, current.kind != .symbol(.semicolon), tokens.count < 2_000 {
      if current.hasNewlineBefore, !tokens.isEmpty, !atContinuedSelect { break }
      tokens.append(advance())
    }
    let range = range(from: keyword)
    let form = SelectTranslation(source, tokens).pipeline
    throw ParseFailure(
      Diagnostic(SyntaxCode.foreignSelect, at: keyword), edits: form.map { [Edit(range, $0)] } ?? [],
      fragment: form ?? "households | select " + source.text(follows.range))
  }

  private var atContinuedSelect: Bool {
    SelectTranslation.isClause(current) || previous.kind == .symbol(.comma)
      || previous.kind == .name && Keywords.all.contains(previous.text.lowercased())
  }
}
