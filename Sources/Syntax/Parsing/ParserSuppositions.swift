import Source

/// What-if and why: `suppose` and `explain`.
extension Parser {
  /// `TARGET = VALUE, …`, behind `suppose`.
  mutating func suppositions() throws(ParseFailure) -> [Supposition] {
    var result: [Supposition] = []
    var tallest = 0
    repeat {
      let target = try unfinished { parser throws(ParseFailure) in
        let target = try parser.suppositionTarget()
        try parser.expect(.equal)
        return target
      }
      result.append(Supposition(target, try expression()))
      tallest = max(tallest, height)
    } while take(.comma)
    height = tallest
    return result
  }

  private mutating func suppositionTarget() throws(ParseFailure) -> Expression {
    let first = try expectName(Localized(en: "a field", vi: "một trường"))
    let base = Expression(.name(first), first.range)
    guard take(.dot) else { return base }
    let name = try expectName()
    return Expression(.member(base, name), first.range.union(name.range))
  }

  /// `household KEY [@LABEL]` with `[under STANDARD] [full] [suppose …]` or `in (PIPELINE)`, behind `explain`.
  mutating func explanation() throws(ParseFailure) -> Explanation {
    let entity = try expectName(Localized(en: "the name of an entity", vi: "tên một thực thể"))
    let key = try primary()
    var result = Explanation(
      entity: entity, key: key, snapshot: nil, standard: nil, isFull: false, suppositions: [], pipeline: nil)
    if at(.at) {
      advance()
      result.snapshot = try snapshotReference().0
    }
    if take(word: "in") {
      try open(.openParenthesis)
      result.pipeline = try pipeline()
      try close(.closeParenthesis)
      return result
    }
    if take(word: "under") { result.standard = try standardName() }
    if take(word: "full") { result.isFull = true }
    if take(word: "suppose") { result.suppositions = try suppositions() }
    return result
  }
}
