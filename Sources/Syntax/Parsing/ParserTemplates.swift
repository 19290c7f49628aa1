import Source

/// Texts: plain ones, and titles and blocks with `{…}` in them, which are read from the quote on as the values go.
extension Parser {
  /// A text without values.
  mutating func plainText() throws(ParseFailure) -> String {
    guard current.kind == .text || current.kind == .block else {
      throw unexpected(expecting: Localized(en: "a text in quotes", vi: "một chuỗi trong dấu nháy"))
    }
    let token = current
    let quotes = token.kind == .block ? 3 : 1
    let stretch = TextReading.Stretch(
      lower: token.range.lower + quotes, upper: token.range.upper - quotes, isFirst: true, isLast: true)
    let reading = TextReading(source, isBlock: token.kind == .block, isTemplate: false, lastStretch: stretch)
    let text = try reading.read(stretch)
    advance()
    return text
  }

  mutating func template() throws(ParseFailure) -> Template {
    let token = current
    // A text that seems unclosed may be closed behind the quotes of a value.
    guard token.kind == .text || token.kind == .block || token.kind == .invalid(.unclosedText) else {
      throw unexpected(expecting: Localized(en: "a text in quotes", vi: "một chuỗi trong dấu nháy"))
    }
    do {
      return try readTemplate(token)
    } catch {
      leave(token)
      throw error
    }
  }

  /// After an error inside a text: goes on behind it, so that its end is not read as the start of another.
  private mutating func leave(_ token: Token) {
    var scan = TemplateScan(source, start: token.range.lower)
    brackets.removeAll()
    let isAtEnd = current.kind == .end
    resume(at: isAtEnd ? token.range.upper : max(token.range.upper, scan.end()), taken: token)
  }

  private mutating func readTemplate(_ token: Token) throws(ParseFailure) -> Template {
    var scan = TemplateScan(source, start: token.range.lower)
    var stretches: [TextReading.Stretch] = []
    var values: [Pipeline] = []
    var tallest = 0
    while true {
      let lower = scan.offset
      switch scan.nextStop() {
      case .end:
        throw ParseFailure(
          Diagnostic(
            SyntaxCode.unclosedText,
            at: SourceRange(source.id, token.range.lower, token.range.lower + scan.quotes)),
          isAtEnd: true)
      case .close:
        stretches.append(.init(lower: lower, upper: scan.offset, isFirst: values.isEmpty, isLast: true))
        let end = scan.offset + scan.quotes
        var whole = token
        whole.range = SourceRange(source.id, token.range.lower, end)
        let pieces = try pieces(stretches, values, isBlock: scan.quotes == 3)
        resume(at: end, taken: whole)
        height = tallest
        return Template(pieces, whole.range, isBlock: scan.quotes == 3)
      case .value:
        stretches.append(.init(lower: lower, upper: scan.offset, isFirst: values.isEmpty, isLast: false))
        values.append(try value(at: scan.offset, previous: token))
        tallest = max(tallest, height)
        scan.offset = current.range.upper
      }
    }
  }

  /// The value whose `{` stands at the offset; afterwards `current` is its `}`.
  private mutating func value(at offset: Int, previous token: Token) throws(ParseFailure) -> Pipeline {
    resume(at: offset, taken: token)
    try open(.openBrace)
    let pipeline = try pipeline()
    guard case .symbol(.closeBrace) = current.kind else { throw unclosed(.closeBrace) }
    brackets.removeLast()
    return pipeline
  }

  private func pieces(_ stretches: [TextReading.Stretch], _ values: [Pipeline], isBlock: Bool)
    throws(ParseFailure) -> [TemplatePiece]
  {
    guard let last = stretches.last else { return [] }
    let reading = TextReading(source, isBlock: isBlock, isTemplate: true, lastStretch: last)
    var pieces: [TemplatePiece] = []
    for (index, stretch) in stretches.enumerated() {
      let text = try reading.read(stretch)
      if !text.isEmpty { pieces.append(.text(text)) }
      if index < values.count { pieces.append(.value(values[index])) }
    }
    return pieces
  }
}

/// Finds the next `{` or the closing quotes in the raw text of a template.
private struct TemplateScan {
  enum Stop { case value, close, end }

  let utf8: [UInt8]
  let quotes: Int
  var offset: Int

  init(_ source: SourceText, start: Int) {
    utf8 = source.utf8
    let quote = UInt8(ascii: "\"")
    quotes = start + 2 < utf8.count && utf8[start + 1] == quote && utf8[start + 2] == quote ? 3 : 1
    offset = start + quotes
  }

  mutating func nextStop() -> Stop {
    while offset < utf8.count {
      switch utf8[offset] {
      case UInt8(ascii: "{"): return .value
      case UInt8(ascii: "\"") where isClosing: return .close
      case UInt8(ascii: "\\"): offset += 2
      default: offset += 1
      }
    }
    offset = utf8.count
    return .end
  }

  private var isClosing: Bool {
    quotes == 1
      || (offset + 2 < utf8.count && utf8[offset + 1] == utf8[offset] && utf8[offset + 2] == utf8[offset])
  }

  /// The end of the text, its values passed by counting braces; the end of its first line where it does not close.
  mutating func end() -> Int {
    while true {
      switch nextStop() {
      case .close: return offset + quotes
      case .end: return 0
      case .value:
        var depth = 0
        repeat {
          if utf8[offset] == UInt8(ascii: "{") { depth += 1 }
          if utf8[offset] == UInt8(ascii: "}") { depth -= 1 }
          offset += 1
        } while depth > 0 && offset < utf8.count && utf8[offset] != UInt8(ascii: "\n")
      }
    }
  }
}
