import Foundation

/// A grammar in the notation of the W3C, read from its file so that the tests hold what users are shown.
struct Grammar {
  /// What a rule is made of.
  indirect enum Node {
    case choice([Node])
    case sequence([Node])
    case rule(String)
    /// A token described in prose: `NAME`.
    case terminal(String)
    /// A word or sign as it stands.
    case literal(String)
    case optional(Node)
    /// Any number of times, from `least` on.
    case many(Node, least: Int)
  }

  private(set) var rules: [String: Node] = [:]
  private(set) var order: [String] = []

  /// The grammar of the repository.
  static func read() throws -> Grammar {
    try Grammar(String(contentsOf: folder.appending(path: "nep.ebnf"), encoding: .utf8))
  }

  static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "grammar")
  }

  init(_ text: String) throws {
    var reader = GrammarReader(text)
    while let name = try reader.ruleName() {
      rules[name] = try reader.choice()
      order.append(name)
    }
  }

  /// Every node of the grammar.
  var nodes: [Node] { rules.values.flatMap(Grammar.descend) }

  private static func descend(_ node: Node) -> [Node] {
    switch node {
    case .choice(let parts), .sequence(let parts): [node] + parts.flatMap(descend)
    case .optional(let part), .many(let part, _): [node] + descend(part)
    case .rule, .terminal, .literal: [node]
    }
  }
}

/// Cuts the notation into pieces and builds the rules.
private struct GrammarReader {
  struct Malformed: Error { var piece: String }

  private var pieces: [String]
  private var index = 0

  init(_ text: String) {
    var pieces: [String] = []
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("/*") {
        let end = rest.range(of: "*/")?.upperBound ?? rest.endIndex
        rest = rest[end...]
      } else if first == "'" {
        let end = rest.dropFirst().firstIndex(of: "'") ?? rest.endIndex
        pieces.append(String(rest[..<end]))
        rest = rest[end...].dropFirst()
      } else if rest.hasPrefix("::=") {
        pieces.append("::=")
        rest = rest.dropFirst(3)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter || $0 == "_" }
        pieces.append(String(word))
        rest = rest.dropFirst(word.count)
      } else {
        if !first.isWhitespace { pieces.append(String(first)) }
        rest = rest.dropFirst()
      }
    }
    self.pieces = pieces
  }

  private func piece(_ ahead: Int = 0) -> String? {
    index + ahead < pieces.count ? pieces[index + ahead] : nil
  }

  mutating func ruleName() throws -> String? {
    guard let name = piece() else { return nil }
    guard piece(1) == "::=" else { throw Malformed(piece: name) }
    index += 2
    return name
  }

  mutating func choice() throws -> Grammar.Node {
    var parts = [try sequence()]
    while piece() == "|" {
      index += 1
      parts.append(try sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws -> Grammar.Node {
    var parts: [Grammar.Node] = []
    while let next = piece(), next != "|", next != ")", piece(1) != "::=" {
      index += 1
      parts.append(try repeated(item(next)))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func item(_ piece: String) throws -> Grammar.Node {
    if piece == "(" {
      let inside = try choice()
      guard self.piece() == ")" else { throw Malformed(piece: piece) }
      index += 1
      return inside
    }
    if piece.hasPrefix("'") { return .literal(String(piece.dropFirst())) }
    guard piece.first?.isLetter == true else { throw Malformed(piece: piece) }
    return piece == piece.uppercased() ? .terminal(piece) : .rule(piece)
  }

  private mutating func repeated(_ node: Grammar.Node) -> Grammar.Node {
    switch piece() {
    case "?":
      index += 1
      return .optional(node)
    case "*", "+":
      index += 1
      return .many(node, least: pieces[index - 1] == "+" ? 1 : 0)
    default: return node
    }
  }
}
