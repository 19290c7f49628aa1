import Source

/// Cuts a source text into tokens, one at a time, so that the parser can have a piece read again by other
/// rules (the label after `@`, the text of a title).
///
/// Nothing stops it: what no rule reads becomes an `invalid` token.
package struct Lexer: Sendable {
  package let source: SourceText
  /// Where the next token is looked for.
  package private(set) var offset: Int
  /// The comments passed so far, in order.
  package private(set) var comments: [Comment] = []

  package init(_ source: SourceText) {
    self.source = source
    offset = source.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Every token of a source, by the rules that hold outside titles and labels; the last one is `end`.
  package static func tokens(of source: SourceText) -> [Token] {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  /// Goes to an offset; comments behind it are forgotten, to be read again.
  package mutating func reset(to offset: Int) {
    self.offset = offset
    while let last = comments.last, last.range.lower >= offset { comments.removeLast() }
  }

  /// The next token; at the end of the text, `end` for ever.
  package mutating func next() -> Token {
    let newline = skipTrivia()
    let start = offset
    guard let byte = byte(0) else {
      return Token(.end, SourceRange(source.id, start, start), hasNewlineBefore: newline)
    }
    let kind = scan(byte)
    let range = SourceRange(source.id, start, offset)
    return Token(kind, range, text: text(of: kind, range), hasNewlineBefore: newline)
  }

  private func text(of kind: Token.Kind, _ range: SourceRange) -> String {
    switch kind {
    case .symbol(let symbol): symbol.rawValue
    case .quotedName:
      source.text(SourceRange(range.source, range.lower + 1, range.upper - 1))
    case .parameter: source.text(SourceRange(range.source, range.lower + 1, range.upper))
    case .text, .block, .end: ""
    default: source.text(range)
    }
  }

  private mutating func scan(_ byte: UInt8) -> Token.Kind {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return scanNumber()
    case UInt8(ascii: "\""): return scanText()
    case UInt8(ascii: "`"): return scanQuotedName()
    case UInt8(ascii: "'"): return scanForeignText(closing: ["'"])
    case UInt8(ascii: "$"): return scanParameter()
    case UInt8(ascii: "."):
      if let next = self.byte(1), next.isDigit { return scanFraction() }
      return scanSymbol()
    default: break
    }
    let (scalar, length) = scalar(at: offset)
    if scalar.startsName {
      skipWord()
      return .name
    }
    if scalar == "\u{201C}" || scalar == "\u{2018}" {
      return scanForeignText(closing: scalar == "\u{201C}" ? ["\u{201D}", "\""] : ["\u{2019}"])
    }
    if byte < 0x80 { return scanSymbol() }
    offset += length
    return .invalid(.strayCharacter)
  }

  private mutating func scanSymbol() -> Token.Kind {
    var packed: UInt32 = 0
    var longest: (symbol: Symbol, length: Int)?
    for length in 1...3 {
      guard let byte = byte(length - 1) else { break }
      packed = packed << 8 | UInt32(byte)
      if let symbol = Lexer.symbols[packed] { longest = (symbol, length) }
    }
    guard let longest else {
      offset += scalar(at: offset).length
      return .invalid(.strayCharacter)
    }
    offset += longest.length
    return .symbol(longest.symbol)
  }

  /// The signs by their bytes, one behind the other.
  private static let symbols: [UInt32: Symbol] = Dictionary(
    uniqueKeysWithValues: Symbol.allCases.map { symbol in
      (symbol.rawValue.utf8.reduce(0) { $0 << 8 | UInt32($1) }, symbol)
    })

  private mutating func scanParameter() -> Token.Kind {
    offset += 1
    guard offset < source.utf8.count, scalar(at: offset).scalar.continuesName else {
      return .invalid(.strayCharacter)
    }
    skipWord()
    return .parameter
  }

  /// A name in backquotes stays on its line.
  private mutating func scanQuotedName() -> Token.Kind {
    offset += 1
    let start = offset
    while let byte = byte(0), byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "`") {
        offset += 1
        return offset == start + 1 ? .invalid(.emptyName) : .quotedName
      }
      offset += 1
    }
    return .invalid(.unclosedName)
  }

  /// Letters, marks, digits and `_`.
  mutating func skipWord() {
    while offset < source.utf8.count {
      let (scalar, length) = scalar(at: offset)
      guard scalar.continuesName else { return }
      offset += length
    }
  }

  /// Passes blanks and comments; true where a line ended, or nothing stands before.
  private mutating func skipTrivia() -> Bool {
    var newline = offset == 0
    while let byte = byte(0) {
      if byte == UInt8(ascii: "\n") {
        newline = true
        offset += 1
      } else if byte == UInt8(ascii: "#") {
        readComment(ownLine: newline)
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        offset += 1
      } else if byte >= 0x80, scalar(at: offset).scalar.properties.generalCategory == .spaceSeparator {
        offset += scalar(at: offset).length
      } else {
        break
      }
    }
    return newline
  }

  private mutating func readComment(ownLine: Bool) {
    let start = offset
    while let byte = byte(0), byte != UInt8(ascii: "\n") { offset += 1 }
    var end = offset
    while end > start, [0x20, 0x09, 0x0D].contains(source.utf8[end - 1]) { end -= 1 }
    let range = SourceRange(source.id, start, end)
    comments.append(Comment(source.text(range), range, ownLine: ownLine))
  }

  /// The byte so far ahead, nil behind the end.
  func byte(_ ahead: Int) -> UInt8? {
    offset + ahead < source.utf8.count ? source.utf8[offset + ahead] : nil
  }

  mutating func advance(_ count: Int) { offset = min(offset + count, source.utf8.count) }

  /// The scalar at an offset inside the text, and its length in bytes.
  ///
  /// The text comes from a `String`, so it is whole; a truncated sequence would be read as the replacement
  /// character.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let utf8 = source.utf8
    let first = utf8[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC0, offset + length <= utf8.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in 1..<length { value = value << 6 | UInt32(utf8[offset + index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

extension Unicode.Scalar {
  /// A letter of any script, or `_`.
  var startsName: Bool {
    guard isASCII else { return properties.isAlphabetic }
    return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_"
  }

  /// A letter, a mark on one, a digit, or `_`.
  var continuesName: Bool {
    if startsName { return true }
    guard !isASCII else { return ("0"..."9").contains(self) }
    switch properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
