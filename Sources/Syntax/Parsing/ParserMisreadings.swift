import Source

/// The signs, words and literals of other languages, wherever one turns up instead of what the grammar wants.
extension Parser {
  /// What is known to be wrong with the next token, or with the last one where that makes the next impossible.
  func misread() -> ParseFailure? {
    switch current.kind {
    case .invalid(let code): return invalid(code)
    case .foreignText: return foreignText()
    case .foreignNumber: return foreignNumber()
    case .foreignDate: return foreignDate()
    case .symbol(let symbol): return misread(symbol)
    case .name where isMiscapitalised(current): return upperCase(current)
    default: break
    }
    if isMiscapitalised(previous), !current.hasNewlineBefore, current.startsOperand {
      return upperCase(previous)
    }
    if previous.kind == .number, previous.text.hasSuffix("%"), current.startsOperand,
      !current.hasNewlineBefore
    {
      let sign = SourceRange(source.id, previous.range.upper - 1, previous.range.upper)
      return modulo(sign, with: " mod ")
    }
    return nil
  }

  private func misread(_ symbol: Symbol) -> ParseFailure? {
    switch symbol {
    case .doubleAmpersand, .ampersand, .doublePipe, .percent: foreignOperator(symbol)
    case .pipeArrow, .magrittr: foreignPipe()
    case .bang: foreignNot()
    case .closeParenthesis, .closeBracket, .closeBrace:
      brackets.isEmpty
        ? ParseFailure(
          Diagnostic(SyntaxCode.unopenedBracket, at: current.range, ["bracket": symbol.rawValue]))
        : nil
    default: nil
    }
  }

  private func isMiscapitalised(_ token: Token) -> Bool {
    guard token.kind == .name else { return false }
    let lower = token.text.lowercased()
    return lower != token.text && Keywords.all.contains(lower)
  }

  // MARK: Literals

  private func invalid(_ code: SyntaxCode) -> ParseFailure {
    let range = current.range
    let text = source.text(SourceRange(range.source, range.lower, min(range.upper, range.lower + 60)))
    switch code {
    case .unclosedText:
      let opening = SourceRange(range.source, range.lower, range.lower + (text.hasPrefix("\"\"\"") ? 3 : 1))
      let isOpen = !source.utf8[range.upper...].contains(UInt8(ascii: "\""))
      return ParseFailure(Diagnostic(code, at: opening), isAtEnd: isOpen)
    case .malformedNumber: return malformedNumber(text)
    default:
      let shown = text.unicodeScalars.first.map(Parser.describe) ?? text
      return ParseFailure(Diagnostic(code, at: range, ["text": code == .strayCharacter ? shown : text]))
    }
  }

  /// A character that can be seen, else its number.
  private static func describe(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .surrogate, .nonspacingMark, .lineSeparator,
      .paragraphSeparator:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default: return String(Character(scalar))
    }
  }

  private func malformedNumber(_ text: String) -> ParseFailure {
    let diagnostic = Diagnostic(SyntaxCode.malformedNumber, at: current.range, ["text": text])
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "_" }
    let word = String(text.dropFirst(number.count))
    guard Keywords.scales[word] != nil else { return ParseFailure(diagnostic) }
    let fixed = number + " " + word
    return ParseFailure(diagnostic, edits: [Edit(current.range, String(fixed))], fragment: String(fixed))
  }

  private func foreignText() -> ParseFailure {
    let inside = source.text(current.range).dropFirst()
    let closing: [Character] = ["'", "\u{2019}", "\u{201D}", "\""]
    let text = inside.last.map(closing.contains) == true ? inside.dropLast() : inside
    let fixed = "\"" + text.replacing("\"", with: "\\\"") + "\""
    return replaced(.foreignQuote, current.range, by: fixed)
  }

  private func foreignNumber() -> ParseFailure {
    let text = source.text(current.range)
    if text.hasPrefix(".") { return replaced(.foreignFraction, current.range, by: "0" + text) }
    return replaced(.foreignGrouping, current.range, by: text.replacing(".", with: "_"))
  }

  private func foreignDate() -> ParseFailure {
    let text = source.text(current.range)
    let parts = text.split(separator: "-").map { $0.count == 1 ? "0" + $0 : String($0) }
    return replaced(.foreignDate, current.range, by: parts.joined(separator: "-"))
  }

  /// An error whose help is the piece of source with another in its place.
  func replaced(_ code: SyntaxCode, _ range: SourceRange, by text: String) -> ParseFailure {
    ParseFailure(
      Diagnostic(code, at: range, ["text": source.text(range), "form": text]),
      edits: [Edit(range, text)], fragment: text)
  }

  // MARK: Signs and words

  func foreignOperator(_ symbol: Symbol) -> ParseFailure {
    switch symbol {
    case .doublePipe: spaced(.foreignOr, "or")
    case .percent: modulo(current.range, with: "mod")
    default: spaced(.foreignAnd, "and")
    }
  }

  private func modulo(_ sign: SourceRange, with form: String) -> ParseFailure {
    let left = previous.kind == .number ? source.text(previous.range).filter { $0 != "%" } : "a"
    let right = current.kind == .number ? source.text(current.range) : "b"
    return ParseFailure(
      Diagnostic(SyntaxCode.foreignModulo, at: sign), edits: [Edit(sign, form)],
      fragment: left + " mod " + right)
  }

  private func spaced(_ code: SyntaxCode, _ word: String) -> ParseFailure {
    let before = previous.range.upper == current.range.lower ? " " : ""
    let next = current.range.upper < source.utf8.count ? source.utf8[current.range.upper] : 0x20
    let text = before + word + (next > 0x20 ? " " : "")
    return ParseFailure(
      Diagnostic(code, at: current.range, ["text": source.text(current.range)]),
      edits: [Edit(current.range, text)], fragment: word)
  }

  func foreignPipe() -> ParseFailure { replaced(.foreignPipe, current.range, by: "|") }

  func foreignNot() -> ParseFailure { replaced(.foreignNot, current.range, by: "not ") }

  func upperCase(_ token: Token) -> ParseFailure {
    replaced(.upperCaseKeyword, token.range, by: token.text.lowercased())
  }

  func foreignNull(_ token: Token) -> ParseFailure { replaced(.foreignNull, token.range, by: "missing") }

  /// The range of a `null` that comes next.
  var nullWord: SourceRange? {
    current.kind == .name && current.text.lowercased() == "null" ? current.range : nil
  }

  func comparedWithNull(_ left: Expression, _ sign: ComparisonOperator, _ range: SourceRange) -> ParseFailure
  {
    let form = sign == .equal ? "is missing" : "is not missing"
    return ParseFailure(
      Diagnostic(SyntaxCode.foreignNull, at: range, ["text": source.text(range), "form": form]),
      edits: [Edit(range, form)], fragment: source.text(left.range) + " " + form)
  }

  func nullAfterIs(_ left: Expression, _ null: SourceRange, isNegated: Bool) -> ParseFailure {
    let form = isNegated ? "is not missing" : "is missing"
    return ParseFailure(
      Diagnostic(SyntaxCode.foreignNull, at: null, ["text": source.text(null), "form": "missing"]),
      edits: [Edit(null, "missing")], fragment: source.text(left.range) + " " + form)
  }
}
