import Source

/// What literals mean: numbers, dates and snapshot labels.
extension Parser {
  /// A number, and the word of magnitude after it: `1.5 million`.
  mutating func number() throws(ParseFailure) -> Expression {
    let token = advance()
    var text = token.text
    var scale: Int?
    if current.kind == .name, !current.hasNewlineBefore, !text.hasSuffix("%"),
      let power = Keywords.scales[current.text]
    {
      text += " " + current.text
      scale = power
      advance()
    }
    let range = range(from: token.range)
    guard let value = NumberReading.value(of: token.text, scale: scale) else {
      throw ParseFailure(Diagnostic(SyntaxCode.numberTooLarge, at: range))
    }
    height = 1
    return Expression(.number(NumberLiteral(text: text, value: value)), range)
  }

  mutating func date() throws(ParseFailure) -> Expression {
    guard let date = CivilDate(iso: current.text) else { throw noSuchDate(current.range, current.text) }
    advance()
    height = 1
    return Expression(.date(date), previous.range)
  }

  private func noSuchDate(_ range: SourceRange, _ text: String) -> ParseFailure {
    ParseFailure(Diagnostic(SyntaxCode.noSuchDate, at: range, ["text": text]))
  }

  /// A snapshot after `@`, `from` or `to`.
  mutating func snapshotReference() throws(ParseFailure) -> (SnapshotReference, SourceRange) {
    switch current.kind {
    case .parameter:
      let token = advance()
      return (.parameter(Name(token.text, token.range)), token.range)
    case .text:
      let text = try plainText()
      return (.label(text), previous.range)
    default: break
    }
    let token = current
    guard token.kind != .end, let range = scanLabel() else {
      throw unexpected(expecting: Localized(en: "the label of a snapshot", vi: "nhãn một bản chụp"))
    }
    let text = source.text(range)
    resume(at: range.upper, taken: Token(.name, range, text: text, hasNewlineBefore: token.hasNewlineBefore))
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 1 { return (.label(text), range) }
    if parts.count == 3, let date = CivilDate(iso: text) { return (.date(date, text), range) }
    guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month),
      let date = CivilDate(year: year, month: month, day: CivilDate.length(ofMonth: month, year: year))
    else { throw noSuchDate(range, text) }
    return (.date(date, text), range)
  }
}

/// Reads a numeric literal in decimal, so that no binary fraction comes between the digits and the value.
enum NumberReading {
  /// The value of digits with a fraction, an exponent or `%`, times ten to the `scale`; nil where it does not fit.
  static func value(of text: String, scale: Int?) -> NumberValue? {
    var digits: [UInt8] = []
    var exponent = scale ?? 0
    var inFraction = false
    var isDecimal = false
    var rest = Substring(text)
    if rest.hasSuffix("%") {
      rest = rest.dropLast()
      exponent -= 2
      isDecimal = true
    }
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      let power = Int(rest[rest.index(after: mark)...].filter { $0 != "+" && $0 != "_" })
      exponent += min(max(power ?? 1_000_000, -1_000_000), 1_000_000)
      isDecimal = scale == nil
      rest = rest[..<mark]
    }
    for byte in rest.utf8 {
      switch byte {
      case UInt8(ascii: "."): inFraction = true
      case UInt8(ascii: "_"): break
      default:
        digits.append(byte)
        if inFraction { exponent -= 1 }
      }
    }
    if scale == nil && inFraction { isDecimal = true }
    if !isDecimal, let whole = whole(digits, exponent) { return whole.value }
    let mantissa = String(decoding: digits, as: UTF8.self)
    guard let decimal = Double("\(mantissa)e\(exponent)"), decimal.isFinite else { return nil }
    return .decimal(decimal)
  }

  /// The integer that the digits stand for; nil where they have a fraction, a nil value where it leaves 64 bits.
  private static func whole(_ digits: [UInt8], _ exponent: Int) -> (value: NumberValue?, Void)? {
    var digits = digits[...]
    var exponent = exponent
    while exponent < 0, digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    if significant.isEmpty { return (.integer(0), ()) }
    guard exponent >= 0 else { return nil }
    guard significant.count + exponent <= 19 else { return (nil, ()) }
    let text = String(decoding: significant, as: UTF8.self) + String(repeating: "0", count: exponent)
    return (Int64(text).map(NumberValue.integer), ())
  }
}
