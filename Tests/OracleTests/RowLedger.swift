import Results
import Source

/// The account of rows, counted row by row.
struct RowLedger {
  /// What one place in the source left out: the text of the call, and where it stands.
  struct Place: Hashable {
    var text: String
    var range: SourceRange
  }

  struct Filter: Equatable {
    var kept = 0
    var dropped = 0
    var undetermined = 0
    var causes: [String: Int] = [:]
  }

  struct Inside: Equatable {
    var count = 0
    var causes: [String: Int] = [:]
  }

  private(set) var filters: [Filter] = []
  private(set) var cuts: [LedgerEntry] = []
  private(set) var unweighted: [LedgerEntry] = []
  private(set) var skipped: [Place: Int] = [:]
  private(set) var inside: [Place: Inside] = [:]
  private(set) var notComputable: [Place: Int] = [:]
  /// Set while something is computed a second time: what it says was said.
  var isMuted = false

  mutating func add(_ filter: Filter) { if !isMuted { filters.append(filter) } }

  mutating func add(cut: LedgerEntry) { if !isMuted { cuts.append(cut) } }

  mutating func add(unweighted entry: LedgerEntry) { if !isMuted { unweighted.append(entry) } }

  mutating func skip(_ text: String, _ range: SourceRange, _ count: Int) {
    guard count > 0, !isMuted else { return }
    skipped[Place(text: text, range: range), default: 0] += count
  }

  mutating func fail(_ text: String, _ range: SourceRange, _ count: Int = 1) {
    guard count > 0, !isMuted else { return }
    notComputable[Place(text: text, range: range), default: 0] += count
  }

  /// A row or child that an aggregate left out because its condition is open on it.
  mutating func leaveOut(_ text: String, _ range: SourceRange, _ causes: Set<String>) {
    guard !isMuted else { return }
    inside[Place(text: text, range: range), default: Inside()].count += 1
    for cause in causes {
      inside[Place(text: text, range: range), default: Inside()].causes[cause, default: 0] += 1
    }
  }
}
