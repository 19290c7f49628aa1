import Source

/// The clauses of `summarize` and `count`, and the stages over two snapshots.
extension Parser {
  /// - Parameter ofMeasure: whether `with indicators` is among them, as a clause of its own.
  mutating func groupClauses(ofMeasure: Bool = false) throws(ParseFailure) -> GroupClauses {
    var clauses = GroupClauses()
    var tallest = 0
    var seen: Set<String> = []
    while current.kind == .name, !atBreak, ["weighted", "by", "across", "with"].contains(current.text) {
      let keyword = advance()
      let isOwn = ofMeasure && keyword.text == "with" && current.isWord("indicators")
      guard seen.insert(isOwn ? "with indicators" : keyword.text).inserted else {
        throw ParseFailure(
          Diagnostic(SyntaxCode.duplicateClause, at: keyword.range, ["clause": keyword.text]))
      }
      switch keyword.text {
      case "weighted":
        try expect(word: "by")
        clauses.weight = try expression()
      case "by": clauses.keys = try keyList(after: keyword.range)
      case "across": clauses.across = try namedExpression()
      default: clauses.options += try options(ofMeasure: ofMeasure)
      }
      tallest = max(tallest, height)
    }
    if at(word: "GROUP") || at(word: "group") { throw groupByClause() }
    height = tallest
    return clauses
  }

  /// Keys parted by commas; in brackets they would be a set, which is not meant.
  mutating func keyList(after keyword: SourceRange) throws(ParseFailure) -> [NamedExpression] {
    let keys = try namedExpressions()
    if keys.count == 1, keys[0].name == nil { try refuseBracketedKeys(keys[0].expression, after: keyword) }
    return keys
  }

  func refuseBracketedKeys(_ key: Expression, after keyword: SourceRange) throws(ParseFailure) {
    if case .tuple(let items) = key.kind, items.count > 1 { throw foreignKeys(key, after: keyword) }
  }

  private mutating func options(ofMeasure: Bool) throws(ParseFailure) -> [(
    option: WithOption, range: SourceRange
  )] {
    var options: [(option: WithOption, range: SourceRange)] = []
    repeat {
      let word = current
      guard word.kind != .end else { throw unexpected(expecting: Parser.optionNames) }
      let option: WithOption
      switch word.kind == .name ? word.text : "" {
      case "totals": option = .totals
      case "subtotals": option = .subtotals
      case "share": option = .share
      case "empty": option = .empty
      case "indicators" where ofMeasure: option = .indicators
      default: throw unknownOption()
      }
      advance()
      if case .share = option, take(word: "per") {
        let key = try expression()
        options.append((.sharePer(key), range(from: word.range)))
      } else {
        options.append((option, word.range))
      }
    } while take(.comma)
    return options
  }

  static let optionNames = Localized("`totals`, `subtotals`, `share`, `share per KEY`, `empty`")

  // MARK: Two snapshots

  mutating func fromTo() throws(ParseFailure) -> (SnapshotReference, SnapshotReference) {
    try expect(word: "from")
    let (from, _) = try snapshotReference()
    try expect(word: "to")
    let (to, _) = try snapshotReference()
    return (from, to)
  }

  /// `of F = U [beside V] from A to B [by …] [with …] [listed]`, behind its first word.
  mutating func movement() throws(ParseFailure) -> Movement {
    var tallest = 0
    let (field, value, beside) = try unfinished { parser throws(ParseFailure) in
      try parser.expect(word: "of")
      let field = try parser.path()
      tallest = parser.height
      guard parser.current.kind == .symbol(.equal) || parser.current.kind == .symbol(.doubleEqual) else {
        throw parser.unexpected(expecting: "`=`")
      }
      parser.advance()
      let value = try parser.expression(.coalesce)
      tallest = max(tallest, parser.height)
      let beside = parser.take(word: "beside") ? try parser.expression(.coalesce) : nil
      tallest = max(tallest, parser.height)
      return (field, value, beside)
    }
    let (from, to) = try fromTo()
    let clauses = try groupClauses()
    height = max(tallest, height)
    return Movement(
      field: field, value: value, beside: beside, from: from, to: to, clauses: clauses,
      isListed: take(word: "listed"))
  }

  mutating func transition() throws(ParseFailure) -> Stage.Kind {
    try expect(word: "of")
    let field = try unfinished { parser throws(ParseFailure) in try parser.path() }
    let tallest = height
    let (from, to) = try fromTo()
    let clauses = try groupClauses()
    height = max(tallest, height)
    return .transition(field, from: from, to: to, clauses)
  }

  /// A name and what is written behind it.
  private mutating func path() throws(ParseFailure) -> Expression {
    let isReserved = current.kind == .name && Keywords.reserved.contains(current.text)
    guard current.isNameLike, !isReserved else {
      throw unexpected(expecting: Localized(en: "a field", vi: "một trường"))
    }
    let name = try expectName()
    height = 1
    return try postfixed(Expression(.name(name), name.range))
  }
}
