import Results

/// The account of rows of one statement, while it runs; entries of one text are added up.
final class LedgerBuilder {
  private(set) var entries: [LedgerEntry] = []
  private var computed: [String: Int] = [:]
  private var computedOrder: [String] = []
  private var inside: [String: (count: Int, causes: [LedgerEntry.Cause])] = [:]
  private var insideOrder: [String] = []

  /// Set while something is computed a second time, to find causes: what it says was said.
  var isMuted = false

  func append(_ entry: LedgerEntry) {
    guard !isMuted else { return }
    // The same aggregate may stand in several outputs; what it skipped is said once.
    if case .skipped = entry, entries.contains(entry) { return }
    entries.append(entry)
  }

  /// Values that could not be computed: divisions by zero, functions outside their domain.
  func notComputable(_ text: String, _ count: Int) {
    guard count > 0, !isMuted else { return }
    if computed[text] == nil { computedOrder.append(text) }
    computed[text, default: 0] += count
  }

  /// Rows or children that an aggregate left out because its condition was open on them.
  func undeterminedInside(_ text: String, _ count: Int, _ causes: [LedgerEntry.Cause]) {
    guard count > 0, !isMuted else { return }
    if inside[text] == nil { insideOrder.append(text) }
    var merged = inside[text]?.causes ?? []
    for cause in causes {
      if let index = merged.firstIndex(where: { $0.field == cause.field }) {
        merged[index].count += cause.count
      } else {
        merged.append(cause)
      }
    }
    inside[text] = ((inside[text]?.count ?? 0) + count, merged)
  }

  /// Closes the entries that blocks added to, at the end of a stage.
  func flush() {
    for text in insideOrder {
      guard let (count, causes) = inside[text] else { continue }
      entries.append(.undeterminedInside(text: text, count: count, causes: causes))
    }
    for text in computedOrder {
      entries.append(.notComputable(text: text, count: computed[text] ?? 0))
    }
    computed = [:]
    computedOrder = []
    inside = [:]
    insideOrder = []
  }
}
