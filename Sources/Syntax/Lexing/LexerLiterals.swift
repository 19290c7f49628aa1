import Source

/// Numbers, dates and texts: where they begin and end. What they mean is read by the parser.
extension Lexer {
  mutating func scanNumber() -> Token.Kind {
    if let date = scanDate() { return date }
    let start = offset
    skipDigits()
    if isGrouped(from: start) { return scanGrouped() }
    if byte(0) == UInt8(ascii: "."), byte(1)?.isDigit == true {
      advance(1)
      skipDigits()
      if byte(0) == UInt8(ascii: "."), byte(1)?.isDigit == true { return scanMalformed() }
    }
    if byte(0) == UInt8(ascii: "e") || byte(0) == UInt8(ascii: "E") {
      let signed = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
      if byte(signed ? 2 : 1)?.isDigit == true {
        advance(signed ? 3 : 2)
        skipDigits()
      }
    }
    if byte(0) == UInt8(ascii: "%"), !(byte(1) == UInt8(ascii: ">") && byte(2) == UInt8(ascii: "%")) {
      advance(1)
      return .number
    }
    if offset < source.utf8.count, scalar(at: offset).scalar.continuesName { return scanMalformed() }
    return .number
  }

  /// `.5`.
  mutating func scanFraction() -> Token.Kind {
    advance(1)
    skipDigits()
    return .foreignNumber
  }

  /// The label after `@` or in `from … to …`: letters, digits and `_`, a month or a date.
  ///
  /// Nil where none stands.
  package mutating func scanLabel(at start: Int) -> SourceRange? {
    reset(to: start)
    if let kind = scanDate() {
      if kind == .date { return SourceRange(source.id, start, offset) }
      reset(to: start)
    }
    guard offset < source.utf8.count, scalar(at: offset).scalar.continuesName else { return nil }
    skipWord()
    let isYear = offset == start + 4 && source.utf8[start..<offset].allSatisfy(\.isDigit)
    if isYear, byte(0) == UInt8(ascii: "-"), byte(1)?.isDigit == true, byte(2)?.isDigit == true, endsWord(3) {
      advance(3)
    }
    return SourceRange(source.id, start, offset)
  }

  /// A date where four digits, one or two, and one or two stand between `-`.
  private mutating func scanDate() -> Token.Kind? {
    guard (0..<4).allSatisfy({ byte($0)?.isDigit == true }), byte(4) == UInt8(ascii: "-") else { return nil }
    var ahead = 5
    let month = digits(at: ahead)
    ahead += month
    guard (1...2).contains(month), byte(ahead) == UInt8(ascii: "-") else { return nil }
    let day = digits(at: ahead + 1)
    ahead += 1 + day
    guard (1...2).contains(day), endsWord(ahead) else { return nil }
    advance(ahead)
    return month == 2 && day == 2 ? .date : .foreignDate
  }

  private func digits(at ahead: Int) -> Int {
    var count = 0
    while count < 3, byte(ahead + count)?.isDigit == true { count += 1 }
    return count
  }

  private func endsWord(_ ahead: Int) -> Bool {
    offset + ahead >= source.utf8.count || !scalar(at: offset + ahead).scalar.continuesName
  }

  private mutating func skipDigits() {
    while let next = byte(0), next.isDigit || (next == UInt8(ascii: "_") && byte(1)?.isDigit == true) {
      advance(1)
    }
  }

  /// Whether groups of three digits parted by dots follow one to three digits: `1.500.000`.
  private func isGrouped(from start: Int) -> Bool {
    guard offset - start <= 3 else { return false }
    return isGroup(at: 0) && isGroup(at: 4)
  }

  private func isGroup(at ahead: Int) -> Bool {
    byte(ahead) == UInt8(ascii: ".") && digits(at: ahead + 1) == 3 && byte(ahead + 4)?.isDigit != true
  }

  private mutating func scanGrouped() -> Token.Kind {
    while isGroup(at: 0) { advance(4) }
    return .foreignNumber
  }

  private mutating func scanMalformed() -> Token.Kind {
    while offset < source.utf8.count {
      let (scalar, length) = scalar(at: offset)
      let isFraction = scalar == "." && byte(1)?.isDigit == true
      guard scalar.continuesName || isFraction else { break }
      advance(length)
    }
    return .invalid(.malformedNumber)
  }

  /// `"…"`, which may run over lines, or `"""…"""`.
  mutating func scanText() -> Token.Kind {
    if byte(1) == UInt8(ascii: "\""), byte(2) == UInt8(ascii: "\"") { return scanBlock() }
    advance(1)
    var lineEnd: Int?
    while let next = byte(0) {
      if next == UInt8(ascii: "\"") {
        advance(1)
        if let lineEnd, !hasPairedQuotes(after: offset) {
          reset(to: lineEnd)
          return .invalid(.unclosedText)
        }
        return .text
      }
      if next == UInt8(ascii: "\n"), lineEnd == nil { lineEnd = offset }
      advance(next == UInt8(ascii: "\\") ? 2 : 1)
    }
    if let lineEnd { reset(to: lineEnd) }
    return .invalid(.unclosedText)
  }

  /// A text may run over lines; but where the quotes left on the line that would close it do not pair, they
  /// pair among themselves, and the quote before was forgotten.
  ///
  /// Then the text ends with its line, and what follows is read.
  private func hasPairedQuotes(after offset: Int) -> Bool {
    var quotes = 0
    var index = offset
    while index < source.utf8.count, source.utf8[index] != UInt8(ascii: "\n") {
      if source.utf8[index] == UInt8(ascii: "\"") { quotes += 1 }
      index += source.utf8[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return quotes.isMultiple(of: 2)
  }

  private mutating func scanBlock() -> Token.Kind {
    advance(3)
    while let next = byte(0) {
      if next == UInt8(ascii: "\""), byte(1) == next, byte(2) == next {
        advance(3)
        return .block
      }
      advance(next == UInt8(ascii: "\\") ? 2 : 1)
    }
    return .invalid(.unclosedText)
  }

  /// A text in other quotes; it ends with its line where it is not closed.
  mutating func scanForeignText(closing: [Unicode.Scalar]) -> Token.Kind {
    advance(scalar(at: offset).length)
    while offset < source.utf8.count {
      let (scalar, length) = scalar(at: offset)
      if scalar == "\n" { break }
      advance(length)
      if closing.contains(scalar) { break }
    }
    return .foreignText
  }
}
