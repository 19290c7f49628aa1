/// Makes sentences of a grammar by chance, each from a seed.
struct SentenceMaker {
  private let grammar: Grammar
  private var random: Seeded
  private var depth = 0
  /// The literals and tokens written so far, to be joined by blanks.
  private var pieces: [String] = []

  /// How deep rules go before the shortest way is taken.
  private static let depthLimit = 40
  private static let lengthLimit = 60

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    random = Seeded(seed)
  }

  mutating func sentence(_ rule: String) -> [String] {
    pieces = []
    make(.rule(rule))
    return pieces
  }

  private mutating func make(_ node: Grammar.Node) {
    let isLong = depth > SentenceMaker.depthLimit || pieces.count > SentenceMaker.lengthLimit
    switch node {
    case .choice(let parts): make(isLong ? shortest(parts) : parts[random.below(parts.count)])
    case .sequence(let parts): for part in parts { make(part) }
    case .optional(let part): if !isLong, random.below(3) == 0 { make(part) }
    case .many(let part, let least):
      let count = isLong ? least : least + (random.below(3) == 0 ? 1 + random.below(2) : 0)
      for _ in 0..<count { make(part) }
    case .rule(let name):
      depth += 1
      if let rule = grammar.rules[name] { make(rule) }
      depth -= 1
    case .literal(let text): pieces.append(text)
    case .terminal(let name): pieces += token(name)
    }
  }

  /// The part that ends soonest: one that begins with a token.
  private func shortest(_ parts: [Grammar.Node]) -> Grammar.Node {
    parts.min { weight($0, 8) < weight($1, 8) } ?? .sequence([])
  }

  private func weight(_ node: Grammar.Node, _ fuel: Int) -> Int {
    switch node {
    case .literal, .terminal: 1
    case .choice(let parts): parts.map { weight($0, fuel) }.min() ?? 0
    case .sequence(let parts): parts.reduce(0) { $0 + weight($1, fuel) }
    case .optional: 0
    case .many(let part, let least): least * weight(part, fuel)
    case .rule(let name):
      fuel == 0 ? 50 : 1 + (grammar.rules[name].map { weight($0, fuel - 1) } ?? 0)
    }
  }

  private static let samples: [String: [String]] = [
    "END": [""], "LINE_END": ["\n", "\n\n", "# c\n"], "BARE_WORD": ["household", "x"],
    "QUOTED_NAME": ["`a b`"], "WORD": ["size", "xã", "by", "`a b`", "count"],
    "NAME": ["size", "class", "hộ", "`x y`", "members", "district"], "PARAMETER": ["$year"],
    "NUMBER": ["1", "2.5", "1_500", "1e3"], "PERCENTAGE": ["5%"], "SCALE": ["million", "triệu"],
    "DATE": ["2023-12-15"], "LABEL": ["2022", "2023-06", "current", "\"rà soát\"", "$base"],
    "MONTH": ["2023-06"], "TEXT": ["\"x\"", "\"a {b}\"", "\"\"\"c\"\"\""],
    "TEMPLATE": ["\"x\"", "\"a {size + 1}\"", "\"\"\"{h | count} \"y\" z\"\"\""], "RANGE": [".."],
    "NO_LIST": [""], "PLAIN": [""],
    "ANY": ["a", "=", "3"],
  ]

  private mutating func token(_ name: String) -> [String] {
    guard let samples = SentenceMaker.samples[name] else { return ["?" + name] }
    return [samples[random.below(samples.count)]]
  }
}
