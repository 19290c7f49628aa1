import Source

/// What happens after an error: the statement is left, its error kept with a help that can be run, and reading goes on
/// with the next statement.
extension Parser {
  /// How many tokens are passed in search of the bracket that closes an open one.
  private static let searchLimit = 10_000

  /// Passes the rest of the statement.
  ///
  /// Brackets that are open are closed if their closing ones come; if not, the statement ends with its line.
  mutating func recover(from start: Int, inBlock: Bool) {
    if current.range.lower == start, current.kind != .end { advance() }
    let saved = self
    var depth = brackets.count
    brackets = []
    for _ in 0..<Parser.searchLimit {
      if current.kind == .end {
        if depth == 0 { return }
        break
      }
      if depth == 0, endsStatement(inBlock) { return }
      switch current.kind {
      case .symbol(.openParenthesis), .symbol(.openBracket), .symbol(.openBrace): depth += 1
      case .symbol(.closeParenthesis), .symbol(.closeBracket), .symbol(.closeBrace): depth = max(0, depth - 1)
      default: break
      }
      advance()
    }
    self = saved
    brackets = []
    while current.kind != .end, !atBreak { advance() }
  }

  private func endsStatement(_ inBlock: Bool) -> Bool {
    atBreak || current.kind == .symbol(.semicolon) || (inBlock && current.kind == .symbol(.closeBrace))
  }

  /// Keeps the error of the statement that began at an offset and ended with the last token taken.
  mutating func record(_ failure: ParseFailure, from start: Int) {
    if firstFailure == nil { firstFailure = failure }
    if failure.isAtEnd { isIncomplete = true }
    var diagnostic = failure.diagnostic
    if mends, let help = help(for: failure, from: start) { diagnostic = diagnostic.help(help) }
    diagnostics.append(diagnostic)
  }

  private func help(for failure: ParseFailure, from start: Int) -> String? {
    guard !failure.edits.isEmpty else { return failure.fragment }
    let first = failure.edits.map(\.lower).min() ?? start
    let end = max(previous.range.upper, failure.edits.map(\.upper).max() ?? start)
    let lower = min(start, first)
    guard end - lower <= 20_000 else { return failure.fragment }
    let mending = Mending(source, lower: lower, upper: end)
    return mending.mended(by: failure.edits) ?? failure.fragment
  }
}

/// Tries the edits of an error on a statement, then those of the errors that remain, until it can be read.
private struct Mending {
  private static let rounds = 20
  private var text: [UInt8]
  private let offset: Int

  init(_ source: SourceText, lower: Int, upper: Int) {
    text = Array(source.utf8[lower..<min(upper, source.utf8.count)])
    offset = lower
  }

  /// The statement as it should be, on one line; nil where it still cannot be read.
  func mended(by edits: [Edit]) -> String? {
    var bytes = text
    var edits = edits.map { edit in
      var moved = edit
      moved.lower -= offset
      moved.upper -= offset
      return moved
    }
    for _ in 0..<Mending.rounds {
      for edit in edits.sorted(by: { $0.lower > $1.lower }) {
        guard edit.lower >= 0, edit.lower <= edit.upper, edit.upper <= bytes.count else { return nil }
        bytes.replaceSubrange(edit.lower..<edit.upper, with: Array(edit.replacement.utf8))
      }
      let source = SourceText(id: SourceID(0), name: "", text: String(decoding: bytes, as: UTF8.self))
      var parser = Parser(source, mends: false)
      let result = parser.program()
      guard let failure = parser.firstFailure else {
        return result.diagnostics.isEmpty ? Mending.line(source, result.program) : nil
      }
      guard !failure.edits.isEmpty else { return nil }
      edits = failure.edits
      bytes = source.utf8
    }
    return nil
  }

  /// One line as the user wrote it; more than one as the formatter writes them.
  private static func line(_ source: SourceText, _ program: Program) -> String? {
    let text = source.text(SourceRange(source.id, 0, source.utf8.count))
    guard text.contains("\n") else { return text }
    return Formatter.line(program, source: source)
  }
}
