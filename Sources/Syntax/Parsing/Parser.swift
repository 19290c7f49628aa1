import Source

/// Reads a program by recursive descent, with Pratt's method for operators.
///
/// The parser pulls tokens from the lexer one or two ahead. Whether a line end ends the statement is its own business:
/// it asks for what may follow with `at…`, which sees nothing behind the end of a line, and takes what must follow
/// with `expect…` and `expression`, which do not mind line ends.
struct Parser {
  /// The levels of brackets and prefixes that may nest, so that no input overflows the stack.
  static let nestingLimit = 100
  /// The levels of the tree an expression makes, so that no later stage that walks it overflows the stack either.
  static let heightLimit = 400
  static let stageLimit = 10_000
  static let errorLimit = 100

  let source: SourceText
  var lexer: Lexer
  /// The next token.
  var current: Token
  private var second: Token?
  /// The last token taken.
  var previous: Token
  /// The brackets that are open since the statement or block began.
  var brackets: [SourceRange] = []
  /// How many forms around the next token still need something after it, so that no line end ends the statement.
  private var pending = 0
  var nesting = 0
  /// The height of the expression or pipeline read last.
  var height = 0
  var diagnostics: [Diagnostic] = []
  var isIncomplete = false
  /// The list of expressions that was read last, for the error about a missing comma.
  var lastList: ListExtent?
  /// Whether errors get the mended statement as help; not while a mended statement is being tried.
  let mends: Bool
  /// The edits that would mend the first error, kept for the trial of a mended statement.
  var firstFailure: ParseFailure?

  /// Where a list of expressions ended, and whether a line ended after one of its commas.
  struct ListExtent {
    var end: Int
    var runsOverLines: Bool
  }

  init(_ source: SourceText, mends: Bool = true) {
    self.source = source
    self.mends = mends
    lexer = Lexer(source)
    let start = SourceRange(source.id, 0, 0)
    previous = Token(.end, start, hasNewlineBefore: true)
    current = lexer.next()
  }

  // MARK: Tokens

  @discardableResult
  mutating func advance() -> Token {
    previous = current
    if let second {
      current = second
      self.second = nil
    } else {
      current = lexer.next()
    }
    return previous
  }

  /// The token after the next one.
  mutating func peek() -> Token {
    if let second { return second }
    let token = lexer.next()
    second = token
    return token
  }

  /// Goes on reading at an offset, as if `taken` had been the last token.
  mutating func resume(at offset: Int, taken: Token) {
    second = nil
    lexer.reset(to: offset)
    previous = taken
    current = lexer.next()
  }

  /// Makes the lexer read again from the start of the next token.
  mutating func scanLabel() -> SourceRange? {
    second = nil
    return lexer.scanLabel(at: current.range.lower)
  }

  /// Whether the next token stands on a new line that does not go on with this statement.
  var atBreak: Bool {
    brackets.isEmpty && pending == 0 && current.hasNewlineBefore && !current.continuesLine
  }

  /// Reads what is not the last part of its form.
  mutating func unfinished<Part>(_ part: (inout Parser) throws(ParseFailure) -> Part) throws(ParseFailure)
    -> Part
  {
    pending += 1
    defer { pending -= 1 }
    return try part(&self)
  }

  func at(_ symbol: Symbol) -> Bool { current.kind == .symbol(symbol) && !atBreak }

  func at(word: String) -> Bool { current.isWord(word) && !atBreak }

  /// Whether an expression begins here, on this line.
  var atOperand: Bool { current.startsOperand && !atBreak }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard at(word: word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Symbol) throws(ParseFailure) {
    guard current.kind == .symbol(symbol) else { throw unexpected(expecting: "`\(symbol.rawValue)`") }
    advance()
  }

  mutating func expect(word: String) throws(ParseFailure) {
    guard current.isWord(word) else { throw unexpected(expecting: "`\(word)`") }
    advance()
  }

  /// A name where nothing else can stand: any word, or one in backquotes.
  mutating func expectName(_ what: Localized = Localized(en: "a name", vi: "một tên")) throws(ParseFailure)
    -> Name
  {
    switch current.kind {
    case .name, .quotedName:
      advance()
      return Name(previous.text, previous.range, isQuoted: previous.kind == .quotedName)
    case .text: throw textAsName()
    default: throw unexpected(expecting: what)
    }
  }

  mutating func open(_ symbol: Symbol) throws(ParseFailure) {
    try expect(symbol)
    brackets.append(previous.range)
  }

  mutating func close(_ symbol: Symbol) throws(ParseFailure) {
    guard current.kind == .symbol(symbol) else { throw unclosed(symbol) }
    brackets.removeLast()
    advance()
  }

  // MARK: Bounds

  mutating func nest() throws(ParseFailure) {
    guard nesting < Parser.nestingLimit else { throw tooDeep() }
    nesting += 1
  }

  /// Notes that a node stands on nodes of these heights.
  mutating func grow(_ heights: Int...) throws(ParseFailure) {
    height = (heights.max() ?? 0) + 1
    guard height <= Parser.heightLimit else { throw tooDeep() }
  }

  private func tooDeep() -> ParseFailure {
    ParseFailure(Diagnostic(SyntaxCode.tooDeep, at: current.range, ["limit": String(Parser.nestingLimit)]))
  }

  // MARK: Ranges

  func range(from start: SourceRange) -> SourceRange {
    SourceRange(start.source, start.lower, previous.range.upper)
  }
}
