import Results
import Source

/// The account of rows of one statement, while it runs; entries of one text are added up.
final class LedgerBuilder {
  private(set) var entries: [LedgerEntry] = []
  private var notes = LedgerNotes()

  /// Set while something is computed a second time, to find causes: what it says was said.
  var isMuted = false

  func append(_ entry: LedgerEntry) {
    guard !isMuted else { return }
    settleSkipped()
    entries.append(entry)
  }

  /// Values that an aggregate at one place skipped because they are missing.
  func skipped(_ text: String, at range: SourceRange, _ count: Int) {
    guard count > 0, !isMuted else { return }
    notes.skipped.add(LedgerNotes.Place(text: text, range: range), count)
  }

  /// The same aggregate may stand at several places; what it skipped alike is said once.
  private func settleSkipped() {
    for (place, total) in notes.skipped.inOrder {
      let entry = LedgerEntry.skipped(text: place.text, count: total.count)
      if !entries.contains(entry) { entries.append(entry) }
    }
    notes.skipped = .init()
  }

  /// Values that could not be computed: divisions by zero, functions outside their domain.
  func notComputable(_ text: String, _ count: Int) {
    guard count > 0, !isMuted else { return }
    notes.notComputable.add(LedgerNotes.Place(text: text), count)
  }

  /// Rows or children that an aggregate left out because its condition was open on them.
  func undeterminedInside(_ text: String, _ count: Int, _ causes: Causes.Counts) {
    guard count > 0, !isMuted else { return }
    notes.undetermined.add(LedgerNotes.Place(text: text), count, causes)
  }

  /// What was said of one block, for the ledger of all of them.
  var blockNotes: LedgerNotes {
    var result = notes
    for case .weighed(let text, let children) in entries {
      let entry = LedgerEntry.weighed(text: text, by: children)
      if !result.weighed.contains(entry) { result.weighed.append(entry) }
    }
    return result
  }

  /// Adds what was said of blocks, in the order of their rows.
  func append(_ blocks: [LedgerNotes]) {
    guard !isMuted, !blocks.allSatisfy(\.isEmpty) else { return }
    let first = blocks.reduce(into: LedgerNotes()) { $0.add($1) }
    for entry in first.weighed { append(entry) }
    notes.skipped.add(first.skipped)
    notes.notComputable.add(first.notComputable)
    notes.undetermined.add(first.undetermined)
  }

  /// Closes the entries that blocks added to, at the end of a stage.
  func flush() {
    settleSkipped()
    for (place, total) in notes.undetermined.inOrder {
      entries.append(
        .undeterminedInside(text: place.text, count: total.count, causes: Causes.ordered(total.causes)))
    }
    for (place, total) in notes.notComputable.inOrder {
      entries.append(.notComputable(text: place.text, count: total.count))
    }
    notes = LedgerNotes()
  }
}

/// What the evaluation of rows had to say, as a value that is added to that of other rows.
struct LedgerNotes: Sendable {
  /// An expression by its text, and where it stands if that tells it from others of the same text.
  struct Place: Hashable, Sendable {
    var text: String
    var range: SourceRange?
  }

  /// Counts by expression, in the order in which these first came.
  struct Totals: Sendable {
    private var totals: [Place: (count: Int, causes: Causes.Counts)] = [:]
    private var order: [Place] = []

    var isEmpty: Bool { order.isEmpty }

    var inOrder: [(Place, (count: Int, causes: Causes.Counts))] {
      order.compactMap { place in totals[place].map { (place, $0) } }
    }

    mutating func add(_ place: Place, _ count: Int, _ causes: Causes.Counts = [:]) {
      if totals[place] == nil { order.append(place) }
      var total = totals[place] ?? (0, [:])
      total.count += count
      Causes.merge(&total.causes, causes)
      totals[place] = total
    }

    mutating func add(_ other: Totals) {
      for (place, total) in other.inOrder { add(place, total.count, total.causes) }
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
