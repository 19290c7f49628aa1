import Source

/// `mpi` and its weights.
extension Parser {
  /// `[of (…)] k = … [weights …] [with indicators] [CLAUSES]`, behind `mpi`.
  mutating func measure() throws(ParseFailure) -> MeasureStage {
    var tallest = 0
    var indicators: [NamedExpression]?
    if take(word: "of") {
      try open(.openParenthesis)
      indicators = try namedExpressions()
      try close(.closeParenthesis)
      tallest = height
    }
    let cutoff = try unfinished { parser throws(ParseFailure) in
      try parser.expect(word: "k")
      guard parser.take(.equal) || parser.take(.doubleEqual) || parser.take(word: "in") else {
        throw parser.unexpected(expecting: Localized("`=`, `in`"))
      }
      return try parser.expression(.additive)
    }
    tallest = max(tallest, height)
    let through = take(.range) ? try expression(.additive) : nil
    tallest = max(tallest, height)
    let weights = take(word: "weights") ? try weights() : nil
    tallest = max(tallest, height)
    let clauses = try groupClauses(ofMeasure: true)
    height = max(tallest, height)
    return MeasureStage(
      indicators: indicators, cutoff: cutoff, through: through, weights: weights, clauses: clauses)
  }

  /// `by service`, or `(NAME = WEIGHT, …)`.
  private mutating func weights() throws(ParseFailure) -> MeasureStage.Weights {
    if take(word: "by") {
      let start = previous.range
      try expect(word: "service")
      return .byService(range(from: start))
    }
    guard case .symbol(.openParenthesis) = current.kind else {
      throw unexpected(expecting: Localized("`by service`, `(`"))
    }
    try open(.openParenthesis)
    var weights: [(name: Name, weight: Expression)] = []
    var tallest = 0
    repeat {
      let name = try expectName(Localized(en: "an indicator", vi: "một chỉ số"))
      try expect(.equal)
      weights.append((name, try expression(.additive)))
      tallest = max(tallest, height)
    } while take(.comma)
    try close(.closeParenthesis)
    height = tallest
    return .given(weights)
  }
}
