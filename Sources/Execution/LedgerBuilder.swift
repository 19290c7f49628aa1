import Results

/// The account of rows of one statement, while it runs; entries of one text are added up.
final class LedgerBuilder {
  private(set) var entries: [LedgerEntry] = []
  private var notes = LedgerNotes()

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
    notes.notComputable.add(text, count)
  }

  /// Rows or children that an aggregate left out because its condition was open on them.
  func undeterminedInside(_ text: String, _ count: Int, _ causes: [LedgerEntry.Cause]) {
    guard count > 0, !isMuted else { return }
    notes.undetermined.add(text, count, causes)
  }

  /// What was said of one block, for the ledger of all of them.
  var blockNotes: LedgerNotes {
    var result = notes
    for entry in entries {
      switch entry {
      case .skipped(let text, let count): result.skipped.add(text, count)
      case .weighed: if !result.weighed.contains(entry) { result.weighed.append(entry) }
      default: break
      }
    }
    return result
  }

  /// Adds what was said of blocks, in the order of their rows.
  func append(_ blocks: [LedgerNotes]) {
    guard !isMuted, !blocks.allSatisfy(\.isEmpty) else { return }
    let first = blocks.reduce(into: LedgerNotes()) { $0.add($1) }
    for entry in first.weighed { append(entry) }
    for (text, total) in first.skipped.inOrder { append(.skipped(text: text, count: total.count)) }
    notes.notComputable.add(first.notComputable)
    notes.undetermined.add(first.undetermined)
  }

  /// Closes the entries that blocks added to, at the end of a stage.
  func flush() {
    for (text, total) in notes.undetermined.inOrder {
      entries.append(.undeterminedInside(text: text, count: total.count, causes: total.causes))
    }
    for (text, total) in notes.notComputable.inOrder {
      entries.append(.notComputable(text: text, count: total.count))
    }
    notes = LedgerNotes()
  }
}

/// What the evaluation of rows had to say, as a value that is added to that of other rows.
struct LedgerNotes: Sendable {
  /// Counts by the text of an expression, in the order in which the texts first came.
  struct Totals: Sendable {
    private var totals: [String: (count: Int, causes: [LedgerEntry.Cause])] = [:]
    private var order: [String] = []

    var isEmpty: Bool { order.isEmpty }

    var inOrder: [(String, (count: Int, causes: [LedgerEntry.Cause]))] {
      order.compactMap { text in totals[text].map { (text, $0) } }
    }

    mutating func add(_ text: String, _ count: Int, _ causes: [LedgerEntry.Cause] = []) {
      if totals[text] == nil { order.append(text) }
      var total = totals[text] ?? (0, [])
      total.count += count
      for cause in causes {
        if let index = total.causes.firstIndex(where: { $0.field == cause.field }) {
          total.causes[index].count += cause.count
        } else {
          total.causes.append(cause)
        }
      }
      totals[text] = total
    }

    mutating func add(_ other: Totals) {
      for (text, total) in other.inOrder { add(text, total.count, total.causes) }
    }
  }

  var notComputable = Totals()
  var undetermined = Totals()
  var skipped = Totals()
  var weighed: [LedgerEntry] = []

  var isEmpty: Bool {
    notComputable.isEmpty && undetermined.isEmpty && skipped.isEmpty && weighed.isEmpty
  }

  mutating func add(_ other: LedgerNotes) {
    notComputable.add(other.notComputable)
    undetermined.add(other.undetermined)
    skipped.add(other.skipped)
    for entry in other.weighed where !weighed.contains(entry) { weighed.append(entry) }
  }
}
