/// `age >= 6 and not insured` over the members of a block of households, by kernels over bitmaps.
///
/// The range of members seldom starts at a word; it is widened to whole words, so that no bitmap is ever shifted.
struct MemberCondition {
  let snapshot: SyntheticSnapshot
  private(set) var range = 0..<0
  /// The member of bit 0 of the words below.
  private(set) var base = 0
  private(set) var truth: Truth
  /// Members for whom the condition is undetermined.
  private(set) var open: [UInt64]
  /// Members whom one field leaves open.
  private(set) var cause: [UInt64]

  init(snapshot: SyntheticSnapshot, rows: Int) {
    self.snapshot = snapshot
    truth = Truth(rows: rows)
    open = truth.isTrue
    cause = truth.isTrue
  }

  private var wordCount: Int { (range.upperBound - base + 63) / 64 }

  mutating func evaluate(over members: Range<Int>) {
    range = members
    base = members.lowerBound & ~63
    let words = wordCount
    if words >= open.count {
      truth = Truth(rows: words * 64)
      open = truth.isTrue
      cause = truth.isTrue
    }
    fill(&truth.isTrue, &truth.isKnown, words: (base >> 6)..<((base >> 6) + words), snapshot)
    for index in 0..<words { open[index] = ~truth.isKnown[index] }
  }

  /// Sets `cause` to the open members whose age, or whose insurance, is missing.
  mutating func leaveOpen(byAge: Bool) {
    let known = byAge ? snapshot.age.known.words : snapshot.insured.isKnown.words
    for index in 0..<wordCount { cause[index] = open[index] & ~known[(base >> 6) + index] }
  }

}

/// The kernels of the condition over the members whose bits make up `words`.
///
/// Two arrays and not one `Truth`: two mutable spans of one structure are overlapping accesses to the compiler.
private func fill(
  _ trueWords: inout [UInt64], _ knownWords: inout [UInt64], words: Range<Int>, _ snapshot: SyntheticSnapshot
) {
  let age = snapshot.age
  let insured = snapshot.insured
  let members = (words.lowerBound * 64)..<min(words.upperBound * 64, age.values.count)
  var isTrue = trueWords.mutableSpan
  var isKnown = knownWords.mutableSpan
  compareAtLeast(age.values.span.extracting(members), AnyMembers.schoolAge, into: &isTrue)
  confirm(&isTrue, &isKnown, known: age.known.words.span.extracting(words))
  conjoinNegated(
    &isTrue, &isKnown, insured.isTrue.words.span.extracting(words),
    insured.isKnown.words.span.extracting(words))
}
