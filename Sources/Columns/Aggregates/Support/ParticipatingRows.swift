/// The rows that an aggregate takes in: those of a group, with a known value and, if weighted, a weight above 0.
struct ParticipatingRows: Sendable {
  /// A set bit takes part; nil where every row does.
  let bits: Bitmap?
  /// How many rows there are in all.
  let rows: Int
  /// Rows of a group that are left out because a value is missing.
  let skipped: Int

  init(known: Bitmap?, _ groups: GroupAssignment, weights: Weights? = nil) {
    rows = groups.rows
    precondition(known.map { $0.count == groups.rows } ?? true, "every row has a group, or −1")
    precondition(weights.map { $0.values.count == groups.rows } ?? true, "every row has a weight")
    let grouped = groups.runs == nil ? ParticipatingRows.grouped(groups.groups) : nil
    skipped = known.map { known in (grouped.map { $0 - known } ?? ~known).population } ?? 0
    let assigned = ParticipatingRows.both(known, grouped)
    bits = ParticipatingRows.both(assigned, weights.flatMap { ParticipatingRows.positive($0.values) })
  }

  /// The known rows of `rows` rows that are all one group.
  init(known: Bitmap?, whole rows: Int) {
    self.rows = rows
    bits = known
    skipped = known.map { rows - $0.population } ?? 0
  }

  /// The rows that have a group; nil where all do.
  private static func grouped(_ groups: ContiguousArray<Int32>) -> Bitmap? {
    CodeColumn(groups).knownRows
  }

  /// The rows whose weight is above 0; nil where all are.
  private static func positive(_ weights: ContiguousArray<Double>) -> Bitmap? {
    if weights.allSatisfy({ $0 > 0 }) { return nil }
    var result = Bitmap(count: weights.count)
    for row in weights.indices where weights[row] > 0 { result[row] = true }
    return result
  }

  private static func both(_ a: Bitmap?, _ b: Bitmap?) -> Bitmap? {
    guard let a, let b else { return a ?? b }
    return a & b
  }

  /// Calls `body` with each row that takes part, ascending.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) { forEach(in: 0..<rows, body) }

  /// Calls `body` with each row of a run that takes part, ascending.
  ///
  /// - Precondition: the run begins at the first row of a word.
  @inline(__always)
  func forEach(in run: Range<Int>, _ body: (Int) -> Void) {
    guard let bits else {
      for row in run { body(row) }
      return
    }
    // The last word of the last run has no bits beyond the rows; other runs end with a word.
    for index in (run.lowerBound &>> 6)..<((run.upperBound &+ 63) &>> 6) {
      var rest = bits.words[index]
      let base = index << 6
      while rest != 0 {
        body(base &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }
}
