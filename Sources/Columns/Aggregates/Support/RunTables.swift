/// Tables of one entry a group that runs of rows fill side by side.
///
/// Runs are the same however many threads there are, and their tables are merged in row order: no result depends on the
/// threads, not even in the last bit of a decimal.
enum RunTables {
  /// Beyond this a table for each run costs more than the rows of the run.
  private static let groupLimit = 1 << 13

  /// The runs to fill tables over: one where there are too many groups for several.
  static func runs(rows: Int, groups: Int) -> [Range<Int>] {
    groups <= groupLimit ? Parallel.runs(rows) : [0..<rows]
  }

  /// How many rows of a run fall into each group; every row has one.
  static func counts(_ groups: ContiguousArray<Int32>, _ run: Range<Int>, _ count: Int) -> ContiguousArray<
    Int64
  > {
    let part = groups.span.extracting(run)
    if count <= 6 { return countsByEquality(part, count) }
    // Four tables in turn: one counter that is hit by row after row waits for itself.
    var tables = ContiguousArray<Int32>(repeating: 0, count: 4 * count)
    var counters = tables.mutableSpan
    for index in part.indices {
      let place = Int(part[index]) &* 4 &+ (index & 3)
      counters[place] &+= 1
    }
    return BlockLoops.fill(count) { group in
      let first = 4 * group
      return Int64(tables[first]) + Int64(tables[first + 1]) + Int64(tables[first + 2])
        + Int64(tables[first + 3])
    }
  }

  /// Few groups are counted one at a time: a comparison of vectors costs less than a table.
  private static func countsByEquality(_ part: Span<Int32>, _ count: Int) -> ContiguousArray<Int64> {
    var result = ContiguousArray<Int64>(repeating: 0, count: count)
    for group in 0..<count {
      let code = Int32(truncatingIfNeeded: group)
      // Runs beyond 31 bits do not occur: rows are numbered by Int32.
      var found: Int32 = 0
      for index in part.indices { if part[index] == code { found &+= 1 } }
      result[group] = Int64(found)
    }
    return result
  }

  /// Σ of a term for each row that takes part, by group, with compensation; runs are added in row order.
  @inline(__always)
  static func compensated(
    _ rows: ParticipatingRows, _ groups: GroupAssignment, _ term: @escaping @Sendable (Int) -> Double
  ) -> ContiguousArray<Double> {
    let group = groups.groups
    let count = groups.count
    let parts = Parallel.map(runs(rows: rows.rows, groups: count)) { run in
      var sums = ContiguousArray(repeating: CompensatedSum(), count: count)
      if count == 1 {
        var sum = CompensatedSum()
        rows.forEach(in: run) { row in sum.add(term(row)) }
        sums[0] = sum
      } else {
        rows.forEach(in: run) { row in sums[Int(group[row])].add(term(row)) }
      }
      return sums
    }
    guard var sums = parts.first else { return ContiguousArray(repeating: 0, count: count) }
    for part in parts.dropFirst() {
      for index in sums.indices { sums[index].add(part[index]) }
    }
    return ContiguousArray(sums.map { $0.value })
  }
}
