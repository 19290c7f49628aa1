import Source

import Syntax

/// Tells whether a text follows the grammar: every way to read it is followed, with what was found kept by rule and place.
struct Recognizer {
  private let grammar: Grammar
  private let source: SourceText
  private var tokens: [Int: Token] = [:]
  private var known: [String: [Int: Set<Int>]] = [:]

  init(_ grammar: Grammar, _ text: String) {
    self.grammar = grammar
    source = SourceText(id: SourceID(0), name: "test", text: text)
  }

  /// Whether the whole text is what the rule says.
  static func accepts(_ grammar: Grammar, _ text: String) -> Bool {
    var recognizer = Recognizer(grammar, text)
    return !recognizer.ends(of: .rule("program"), at: 0).isEmpty
  }

  /// Where a node can end that begins at an offset.
  private mutating func ends(of node: Grammar.Node, at start: Int) -> Set<Int> {
    switch node {
    case .choice(let parts):
      return parts.reduce(into: Set()) { $0.formUnion(ends(of: $1, at: start)) }
    case .sequence(let parts):
      var ends: Set<Int> = [start]
      for part in parts where !ends.isEmpty { ends = step(part, from: ends) }
      return ends
    case .optional(let part): return ends(of: part, at: start).union([start])
    case .many(let part, let least):
      var reached: Set<Int> = least == 0 ? [start] : []
      var front = step(part, from: [start])
      while !front.isSubset(of: reached) {
        let fresh = front.subtracting(reached)
        reached.formUnion(fresh)
        front = step(part, from: fresh)
      }
      return reached
    case .rule(let name): return rule(name, at: start)
    case .literal(let text):
      let token = token(at: start)
      return token.text == text && (token.kind == .name || token.isSymbol) ? [token.range.upper] : []
    case .terminal(let name): return terminal(name, at: start).map { [$0] } ?? []
    }
  }

  /// The rules whose forms end with their line as soon as they are complete.
  private static let lines: Set<String> = [
    "statement", "continuation", "standard_head", "standard_clause", "indicator_head", "lacking", "aside",
    "rule_head", "rule_clause",
  ]

  private mutating func step(_ node: Grammar.Node, from starts: Set<Int>) -> Set<Int> {
    starts.reduce(into: Set()) { $0.formUnion(ends(of: node, at: $1)) }
  }

  private mutating func rule(_ name: String, at start: Int) -> Set<Int> {
    if let ends = known[name]?[start] { return ends }
    guard let node = grammar.rules[name] else { return [] }
    var ends = ends(of: node, at: start)
    // A line end ends a statement as soon as it is complete.
    if Recognizer.lines.contains(name) {
      let first = ends.filter { endsLine(at: $0) }.min()
      ends = ends.filter { $0 <= first ?? Int.max }
    }
    known[name, default: [:]][start] = ends
    return ends
  }

  // MARK: Tokens

  private mutating func token(at offset: Int) -> Token {
    if let token = tokens[offset] { return token }
    var lexer = Lexer(source)
    if offset > 0 { lexer.reset(to: offset) }
    let token = lexer.next()
    tokens[offset] = token
    return token
  }

  private mutating func endsLine(at offset: Int) -> Bool {
    let next = token(at: offset)
    return next.kind == .end || (next.hasNewlineBefore && !next.continuesLine)
  }

  /// The end of a token of the kind that the grammar names, where one stands.
  private mutating func terminal(_ name: String, at offset: Int) -> Int? {
    let token = token(at: offset)
    let end = token.range.upper
    switch name {
    case "END": return token.kind == .end ? offset : nil
    case "LINE_END": return token.hasNewlineBefore && !token.continuesLine ? offset : nil
    case "BARE_WORD": return token.kind == .name ? end : nil
    case "QUOTED_NAME": return token.kind == .quotedName ? end : nil
    case "WORD": return token.isNameLike ? end : nil
    case "NAME":
      let isReserved = token.kind == .name && Keywords.reserved.contains(token.text)
      return token.isNameLike && !isReserved ? end : nil
    case "PARAMETER": return token.kind == .parameter ? end : nil
    case "NUMBER": return token.kind == .number && !token.text.hasSuffix("%") ? end : nil
    case "PERCENTAGE": return token.kind == .number && token.text.hasSuffix("%") ? end : nil
    case "SCALE":
      return token.kind == .name && Keywords.scales[token.text] != nil && !token.hasNewlineBefore ? end : nil
    case "DATE": return token.kind == .date ? end : nil
    case "TEXT": return token.kind == .text || token.kind == .block ? end : nil
    case "RANGE": return range(token)
    case "ANY": return isAny(token) ? end : nil
    default: return longTerminal(name, token)
    }
  }

  private mutating func longTerminal(_ name: String, _ token: Token) -> Int? {
    switch name {
    case "LABEL":
      if token.kind == .parameter || token.kind == .text { return token.range.upper }
      return token.kind == .end ? nil : label(token)
    case "MONTH":
      guard token.kind == .number, let end = label(token) else { return nil }
      return end > token.range.upper ? end : nil
    case "TEMPLATE": return template(token)
    case "PLAIN": return beginsStatement(token) ? nil : token.range.lower
    case "NO_LIST": return isList(token) ? nil : token.range.lower
    default: return nil
    }
  }

  private func label(_ token: Token) -> Int? {
    var lexer = Lexer(source)
    return lexer.scanLabel(at: token.range.lower)?.upper
  }

  private mutating func range(_ token: Token) -> Int? {
    guard token.kind == .symbol(.range) else { return nil }
    return self.token(at: token.range.upper).hasNewlineBefore ? nil : token.range.upper
  }

  private func isAny(_ token: Token) -> Bool {
    switch token.kind {
    case .symbol(let symbol):
      !symbol.isClosing && symbol.closing == nil && symbol != .pipe && symbol != .semicolon
    case .invalid, .end: false
    default: true
    }
  }

  /// Whether the first two words of a line are those of a statement.
  private mutating func beginsStatement(_ token: Token) -> Bool {
    guard token.kind == .name else { return false }
    let next = self.token(at: token.range.upper)
    if next.hasNewlineBefore { return false }
    switch token.text {
    case "let", "param", "set", "standard", "rule": return next.isNameLike
    case "explain": return next.kind == .name
    case "use", "include", "title", "text", "output": return next.isText
    case "for": return next.isWord("each")
    default: return false
    }
  }

  private mutating func isList(_ token: Token) -> Bool {
    guard token.isWord("any") || token.isWord("all") else { return false }
    return self.token(at: token.range.upper).kind == .symbol(.openParenthesis)
  }

  /// A text whose braces hold pipelines, read by the grammar too.
  private mutating func template(_ token: Token) -> Int? {
    guard token.isText else { return nil }
    let utf8 = source.utf8
    let isBlock = source.text(token.range).hasPrefix("\"\"\"")
    var offset = token.range.lower + (isBlock ? 3 : 1)
    while offset < utf8.count {
      switch utf8[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "{"):
        let closing = ends(of: .sequence([.rule("pipeline"), .literal("}")]), at: offset + 1)
        guard let end = closing.min() else { return nil }
        offset = end
      case UInt8(ascii: "\"") where !isBlock: return offset + 1
      case UInt8(ascii: "\"") where utf8[offset...].starts(with: Array("\"\"\"".utf8)): return offset + 3
      default: offset += 1
      }
    }
    return nil
  }
}

extension Token {
  fileprivate var isSymbol: Bool { if case .symbol = kind { true } else { false } }
}
