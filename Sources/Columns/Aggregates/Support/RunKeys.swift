/// The ordered keys of a run of rows, brought together by group: those of group `g` are
/// `keys[offsets[g]..<offsets[g + 1]]`.
///
/// A run lies in the cache while it is distributed, and runs are distributed side by side.
struct RunKeys: Sendable {
  private var offsets: ContiguousArray<Int32>
  private var keys: ContiguousArray<UInt64>

  /// The keys of the rows of a numeric column that take part, run by run.
  static func distribute(_ column: Column, _ rows: ParticipatingRows, _ groups: GroupAssignment) -> [RunKeys]
  {
    let runs = RunTables.runs(rows: rows.rows, groups: groups.count)
    switch column {
    case .integer(let column):
      let values = column.values
      return Parallel.map(runs) { run in RunKeys(run, rows, groups) { OrderedBits.encode(values[$0]) } }
    case .number(let column):
      let values = column.values
      return Parallel.map(runs) { run in RunKeys(run, rows, groups) { OrderedBits.encode(values[$0]) } }
    case .boolean, .code, .set, .list: preconditionFailure("only numbers have quantiles")
    }
  }

  @inline(__always)
  private init(
    _ run: Range<Int>, _ rows: ParticipatingRows, _ groups: GroupAssignment, _ key: (Int) -> UInt64
  ) {
    let group = groups.groups
    var starts = ContiguousArray<Int32>(repeating: 0, count: groups.count + 1)
    rows.forEach(in: run) { row in starts[Int(group[row]) &+ 1] &+= 1 }
    for index in 1..<starts.count { starts[index] &+= starts[index - 1] }
    offsets = starts
    keys = ContiguousArray(repeating: 0, count: Int(starts[groups.count]))
    var next = starts.mutableSpan
    var target = keys.mutableSpan
    rows.forEach(in: run) { row in
      let member = Int(group[row])
      let place = next[member]
      next[member] = place &+ 1
      target[Int(place)] = key(row)
    }
  }

  /// The keys of one group from all runs, in row order.
  static func keys(of group: Int, _ runs: [RunKeys]) -> ContiguousArray<UInt64> {
    var result = ContiguousArray<UInt64>()
    result.reserveCapacity(runs.reduce(0) { $0 + $1.range(group).count })
    for run in runs { result.append(contentsOf: run.keys[run.range(group)]) }
    return result
  }

  private func range(_ group: Int) -> Range<Int> { Int(offsets[group])..<Int(offsets[group + 1]) }
}
