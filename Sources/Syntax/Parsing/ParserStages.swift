import Source

/// Pipelines and their stages.
extension Parser {
  /// An expression and the stages after it.
  mutating func pipeline() throws(ParseFailure) -> Pipeline {
    if atMovement {
      let start = SourceRange(source.id, current.range.lower, current.range.lower)
      let source = Expression(.name(Name("households", start)), start)
      let first = try stage()
      return try stages(after: source, [first], height)
    }
    let source = try expression()
    return try stages(after: source, [], height)
  }

  /// Whether `movement of` or `transition of` stands here: it reads `households` where it begins a pipeline.
  var atMovement: Bool {
    mutating get {
      (current.isWord("movement") || current.isWord("transition")) && peek().isWord("of")
        && !peek().hasNewlineBefore
    }
  }

  private mutating func stages(after source: Expression, _ first: [Stage], _ below: Int) throws(ParseFailure)
    -> Pipeline
  {
    var stages = first
    var tallest = below
    while atPipe {
      stages.append(try pipedStage(count: stages.count))
      tallest = max(tallest, height)
    }
    if stages.isEmpty { height = tallest } else { try grow(tallest) }
    return Pipeline(source, stages)
  }

  /// The stages of a line that begins with `|` at the prompt.
  mutating func continuation() throws(ParseFailure) -> [Stage] {
    var stages: [Stage] = []
    while atPipe { stages.append(try pipedStage(count: stages.count)) }
    return stages
  }

  private var atPipe: Bool { at(.pipe) || at(.pipeArrow) || at(.magrittr) }

  private mutating func pipedStage(count: Int) throws(ParseFailure) -> Stage {
    guard case .symbol(.pipe) = current.kind else { throw foreignPipe() }
    guard count < Parser.stageLimit else {
      throw ParseFailure(
        Diagnostic(SyntaxCode.tooManyStages, at: current.range, ["limit": String(Parser.stageLimit)]))
    }
    advance()
    lastList = nil
    return try stage()
  }

  private mutating func stage() throws(ParseFailure) -> Stage {
    let keyword = current
    guard keyword.kind == .name, Keywords.stages.contains(keyword.text) else { throw unknownStage() }
    try nest()
    defer { nesting -= 1 }
    advance()
    height = 0
    let kind = try stageKind(keyword)
    if at(word: "if") { throw trailingIf(stage: keyword.range) }
    return Stage(kind, range: range(from: keyword.range), keyword: keyword.range)
  }

  private mutating func stageKind(_ keyword: Token) throws(ParseFailure) -> Stage.Kind {
    switch keyword.text {
    case "where": return .filter(try expression())
    case "derive": return .derive(try derivations())
    case "select": return .select(try namedExpressions())
    case "drop": return .drop(try dropped())
    case "rename": return .rename(try renames())
    case "summarize":
      let aggregates = try aggregates()
      let tallest = height
      let clauses = try groupClauses()
      height = max(tallest, height)
      return .summarize(aggregates, clauses)
    case "count": return .count(try groupClauses())
    case "sort":
      if at(word: "by") { advance() }
      return .sort(try sortKeys())
    case "take": return try taken()
    case "top", "bottom": return try extreme(isBottom: keyword.text == "bottom")
    case "distinct": return .distinct(atOperand ? try namedExpressions() : [])
    case "sample": return try sampled()
    case "expand": return .expand(try expression())
    case "append": return .append(try appended())
    case "describe": return .describe
    default: return try timeOrOutput(keyword)
    }
  }

  private mutating func timeOrOutput(_ keyword: Token) throws(ParseFailure) -> Stage.Kind {
    switch keyword.text {
    case "compare":
      let (from, to) = try fromTo()
      return .compare(from: from, to: to)
    case "movement": return .movement(try movement())
    case "transition": return try transition()
    case "save":
      let path = try plainText()
      return .save(path, sheet: take(word: "sheet") ? try plainText() : nil)
    case "suppose": return .suppose(try suppositions())
    case "mpi": return .measure(try measure())
    case "ways":
      try expect(word: "out")
      return .waysOut
    default:
      try skip(toPipe: true)
      return .notYet(Name(keyword.text, keyword.range))
    }
  }

  // MARK: Lists

  private mutating func derivations() throws(ParseFailure) -> [NamedExpression] {
    try list { parser throws(ParseFailure) in
      let expression = try parser.unfinished { parser throws(ParseFailure) in try parser.expression() }
      guard parser.take(word: "as") else { throw parser.missingAs(expression) }
      return NamedExpression(expression, as: try parser.expectName())
    }
  }

  private mutating func aggregates() throws(ParseFailure) -> [NamedExpression] {
    try list { parser throws(ParseFailure) in
      let item = try parser.namedExpression()
      if item.name == nil { try parser.refuseAssignment(item.expression) }
      return item
    }
  }

  mutating func namedExpressions() throws(ParseFailure) -> [NamedExpression] {
    try list { parser throws(ParseFailure) in try parser.namedExpression() }
  }

  mutating func namedExpression() throws(ParseFailure) -> NamedExpression {
    let expression = try expression()
    return NamedExpression(expression, as: take(word: "as") ? try expectName() : nil)
  }

  private mutating func dropped() throws(ParseFailure) -> [Name] {
    if at(word: "if"), peek().startsOperand { throw dropIf() }
    return try list { parser throws(ParseFailure) in try parser.expectName() }
  }

  private mutating func renames() throws(ParseFailure) -> [(from: Name, to: Name)] {
    try list { parser throws(ParseFailure) in
      let from = try parser.expectName()
      try parser.expect(word: "as")
      return (from: from, to: try parser.expectName())
    }
  }

  mutating func sortKeys() throws(ParseFailure) -> [SortKey] {
    try list { parser throws(ParseFailure) in try parser.sortKey() }
  }

  mutating func sortKey() throws(ParseFailure) -> SortKey {
    let start = current.range
    let expression = try expression()
    let isDescending = take(word: "desc")
    if case .unary(.minus, let operand) = expression.kind, !isDescending {
      throw foreignDescending(start.union(expression.range), operand)
    }
    return SortKey(expression, descending: isDescending)
  }

  /// One or more items parted by commas; notes where the list ends, for the error about a missing comma.
  private mutating func list<Item>(
    _ item: (inout Parser) throws(ParseFailure) -> Item
  ) throws(ParseFailure) -> [Item] {
    var items = [try item(&self)]
    var tallest = height
    var runsOverLines = false
    while take(.comma) {
      if current.hasNewlineBefore { runsOverLines = true }
      items.append(try item(&self))
      tallest = max(tallest, height)
    }
    height = tallest
    lastList = ListExtent(end: previous.range.upper, runsOverLines: runsOverLines)
    return items
  }

  // MARK: Stages with words of their own

  private mutating func taken() throws(ParseFailure) -> Stage.Kind {
    let first = try expression(.additive)
    let last = take(.range) ? try expression(.additive) : nil
    return .take(first, through: last, per: try perKeys())
  }

  private mutating func extreme(isBottom: Bool) throws(ParseFailure) -> Stage.Kind {
    let number = try unfinished { parser throws(ParseFailure) in try parser.expression(.additive) }
    try expect(word: "by")
    let keys = try sortKeys()
    return .top(number, by: keys, isBottom: isBottom, per: try perKeys())
  }

  private mutating func perKeys() throws(ParseFailure) -> [Expression] {
    guard take(word: "per") else { return [] }
    let keyword = previous.range
    let (keys, _) = try expressions()
    if keys.count == 1 { try refuseBracketedKeys(keys[0], after: keyword) }
    return keys
  }

  private mutating func sampled() throws(ParseFailure) -> Stage.Kind {
    let number = try expression(.additive)
    return .sample(number, seed: take(word: "seed") ? try expression(.additive) : nil)
  }

  private mutating func appended() throws(ParseFailure) -> Pipeline {
    guard case .symbol(.openParenthesis) = current.kind else { throw bareAppend() }
    try open(.openParenthesis)
    let pipeline = try pipeline()
    try close(.closeParenthesis)
    return pipeline
  }

  /// Passes what this version does not run, up to the end of the statement, and for a stage up to the next `|`.
  ///
  /// Texts and brackets must close there, too.
  mutating func skip(toPipe: Bool) throws(ParseFailure) {
    let outer = brackets.count
    while current.kind != .end {
      let isInside = brackets.count > outer
      if !isInside, atBreak { return }
      switch current.kind {
      case .symbol(.pipe) where toPipe && !isInside, .symbol(.semicolon) where !isInside: return
      case .symbol(.openParenthesis), .symbol(.openBracket), .symbol(.openBrace):
        brackets.append(current.range)
      case .symbol(let symbol) where symbol.isClosing:
        if !isInside { return }
        guard brackets.last.map(source.text) == symbol.opening?.rawValue else { throw unclosed(symbol) }
        brackets.removeLast()
      case .invalid: try refuseInvalid()
      default: break
      }
      advance()
    }
    if brackets.count > outer { throw unclosed(.closeParenthesis) }
  }

  /// Also where nothing is read, texts must close.
  func refuseInvalid() throws(ParseFailure) {
    if case .invalid = current.kind, let failure = misread() { throw failure }
  }
}

extension Symbol {
  /// The bracket that this one closes.
  var opening: Symbol? {
    switch self {
    case .closeParenthesis: .openParenthesis
    case .closeBracket: .openBracket
    case .closeBrace: .openBrace
    default: nil
    }
  }

  package var isClosing: Bool { opening != nil }

  /// The bracket that closes this one.
  package var closing: Symbol? { Symbol.allCases.first { $0.opening == self } }
}
