import Foundation
import Source
import Testing

import Syntax

@Suite("The grammar and the parser take the same programs")
struct GrammarTests {
  private let grammar: Grammar

  init() throws { grammar = try Grammar.read() }

  /// Refusals of what fits the grammar but means something else than it seems, or does not fit a bound: README.md.
  private static let byName: Set<SyntaxCode> = [
    .foreignAssignment, .foreignKeys, .foreignQuantifier, .foreignDescending, .foreignNull, .foreignSelect,
    .duplicateClause, .missingComma, .noSuchDate, .numberTooLarge, .unknownEscape, .tooDeep,
  ]

  /// Whether the parser takes a text; nil where it refuses by name what the grammar allows.
  private func parses(_ text: String) -> Bool? {
    let diagnostics = read(text).result.diagnostics
    if diagnostics.isEmpty { return true }
    let codes = diagnostics.compactMap { $0.code as? SyntaxCode }
    return codes.contains(where: GrammarTests.byName.contains) ? nil : false
  }

  @Test func everyRuleIsUsedAndDefined() {
    var used: Set<String> = ["program"]
    for node in grammar.nodes { if case .rule(let name) = node { used.insert(name) } }
    #expect(used == Set(grammar.order))
    #expect(grammar.order.count > 50)
  }

  @Test func theWordsAreThoseOfTheLexer() {
    var words: Set<String> = []
    for node in grammar.nodes {
      if case .literal(let text) = node {
        if text.first?.isLetter == true {
          words.insert(text)
        } else {
          #expect(Symbol(rawValue: text) != nil, "\(text)")
        }
      }
    }
    // The `k` of `mpi` is a letter that names more often than it commands.
    #expect(words.subtracting(Keywords.all) == Keywords.clauses.union(["k"]))
    let unwritten = Keywords.all.subtracting(words)
    #expect(unwritten == ["none"])
  }

  @Test func theReservedWordsAreThoseOfTheText() throws {
    let text = try String(contentsOf: Grammar.folder.appending(path: "nep.ebnf"), encoding: .utf8)
    let list = Keywords.reserved.sorted().joined(separator: " ")
    #expect(
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "none of: " + list + " outside"))
  }

  @Test func everyScriptFitsBoth() throws {
    for text in try scripts + Corpus.read().filter({ !$0.isError }).map(\.source) {
      #expect(parses(text) == true, "\(text)")
      #expect(Recognizer.accepts(grammar, text), "\(text)")
    }
  }

  @Test func theCorpusHasItsTrees() throws {
    let corpus = try Corpus.read()
    #expect(corpus.count >= 60)
    for item in corpus {
      let result = read(item.source).result
      let tree = item.isError ? Corpus.errorTree(result) : Corpus.tree(result)
      #expect(tree == item.tree, "\(item.title)")
    }
  }

  @Test func sentencesOfTheGrammarParse() {
    var taken = 0
    for seed in 0..<800 {
      var maker = SentenceMaker(grammar, seed: UInt64(seed))
      let text = maker.sentence("program").joined(separator: " ")
      guard let isParsed = parses(text) else { continue }
      #expect(isParsed, "\(seed): \(text.debugDescription) \(codes(text))")
      #expect(Recognizer.accepts(grammar, text), "\(seed): \(text.debugDescription)")
      if isParsed { taken += 1 }
    }
    #expect(taken > 500)
  }

  @Test func mutationsAreTakenAndRefusedAlike() throws {
    var random = Seeded(11)
    var pool: [String] = []
    let texts = try scripts + Corpus.read().map(\.source)
    for text in texts { pool += pieces(text) }
    var refused = 0
    for round in 0..<2_000 {
      let text = mutated(pieces(texts[round % texts.count]), pool, &random)
      guard let isParsed = parses(text) else { continue }
      #expect(
        Recognizer.accepts(grammar, text) == isParsed, "\(round): \(text.debugDescription) \(codes(text))")
      if !isParsed { refused += 1 }
    }
    #expect(refused > 700)
  }

  /// A text cut into its tokens, line ends among them.
  private func pieces(_ text: String) -> [String] {
    let source = SourceText(id: SourceID(0), name: "test", text: text)
    var pieces: [String] = []
    for token in Lexer.tokens(of: source) {
      if token.hasNewlineBefore, !pieces.isEmpty { pieces.append("\n") }
      if token.kind != .end { pieces.append(source.text(token.range)) }
    }
    return pieces
  }

  /// One token left out, put in, doubled, exchanged or replaced.
  private func mutated(_ pieces: [String], _ pool: [String], _ random: inout Seeded) -> String {
    var pieces = pieces
    guard !pieces.isEmpty else { return pool[random.below(pool.count)] }
    let place = random.below(pieces.count)
    switch random.below(5) {
    case 0: pieces.remove(at: place)
    case 1: pieces.insert(pool[random.below(pool.count)], at: place)
    case 2: pieces.insert(pieces[place], at: place)
    case 3: pieces.swapAt(place, random.below(pieces.count))
    default: pieces[place] = pool[random.below(pool.count)]
    }
    return pieces.joined(separator: " ")
  }
}

/// The scripts of `grammar/corpus` with their trees.
struct Corpus {
  var title: String
  var source: String
  var tree: String

  var isError: Bool { tree.hasPrefix(":error") }

  static func read() throws -> [Corpus] {
    let folder = Grammar.folder.appending(path: "corpus")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".txt")
    }
    return try files.sorted().flatMap { name in
      try items(String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
  }

  private static func items(_ text: String) -> [Corpus] {
    var items: [Corpus] = []
    var lines = text.components(separatedBy: "\n")[...]
    while let start = lines.firstIndex(where: { $0.hasPrefix("====") }) {
      let title = lines[start + 1]
      let body = lines[(start + 3)...]
      let rule = body.firstIndex(of: "---") ?? body.endIndex
      let end = body.firstIndex { $0.hasPrefix("====") } ?? body.endIndex
      let source = body[..<rule].joined(separator: "\n").trimmingCharacters(in: .newlines)
      items.append(
        Corpus(title: title, source: source, tree: flat(body[(rule + 1)..<end].joined(separator: "\n"))))
      lines = lines[end...]
    }
    return items
  }

  static func tree(_ result: ParseResult) -> String {
    result.diagnostics.isEmpty ? flat(describe(result.program)) : errorTree(result)
  }

  static func errorTree(_ result: ParseResult) -> String {
    ":error " + result.diagnostics.map(\.code.name).joined(separator: " ")
  }

  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("( ", with: "(")
      .replacing(" )", with: ")")
  }
}
