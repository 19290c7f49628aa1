/// Nearest names: what an unknown name might have been meant to be.
package enum Suggestion {
  /// The candidates near a name, nearest first, at most `limit`.
  ///
  /// Distance is Damerau-Levenshtein's on folded text, so that case and marks never separate two names; a candidate
  /// counts as near up to a third of the longer length, or where one begins with the other.
  package static func nearest(to name: String, among candidates: some Sequence<String>, limit: Int = 3)
    -> [String]
  {
    let wanted = Array(name.folded.unicodeScalars)
    var seen: Set<String> = []
    var scored: [(distance: Int, order: Int, text: String)] = []
    for (order, candidate) in candidates.enumerated() where seen.insert(candidate).inserted {
      let other = Array(candidate.folded.unicodeScalars)
      let reach = max(1, max(wanted.count, other.count) / 3)
      let isPrefix = wanted.count >= 3 && other.starts(with: wanted)
      guard isPrefix || abs(wanted.count - other.count) <= reach else { continue }
      let distance = isPrefix ? 1 : editDistance(wanted, other)
      if distance <= reach { scored.append((distance, order, candidate)) }
    }
    scored.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return scored.prefix(limit).map(\.text)
  }

  /// Damerau-Levenshtein distance with adjacent transpositions (optimal string alignment).
  static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforePrevious[j - 2] + 1)
        }
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
