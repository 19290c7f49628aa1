extension Aggregates {
  /// `count()`: the rows of each group, or the sum of their weights; an integer, with decimal weights a number.
  package static func countRows(_ groups: GroupAssignment, weights: Weights? = nil)
    throws(AggregateError) -> AggregateResult
  {
    let rows = ParticipatingRows(known: nil, groups)
    return AggregateResult(column: try total(rows, groups, weights))
  }

  /// `count(x)`: the rows of each group whose value is known, or the sum of their weights.
  package static func countKnown(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    throws(AggregateError) -> AggregateResult
  {
    let rows = ParticipatingRows(known: column.knownRows, groups)
    return AggregateResult(column: try total(rows, groups, weights), skipped: rows.skipped)
  }

  /// `count(where C)`: the rows of each group where C is true, and those where it is undetermined.
  package static func countTrue(
    _ condition: BooleanColumn, _ groups: GroupAssignment, weights: Weights? = nil
  ) throws(AggregateError) -> ConditionCount {
    let satisfied = ParticipatingRows(known: condition.bits, groups)
    let unknown = condition.validity.known.map { ~$0 } ?? Bitmap(count: condition.bits.count)
    let undetermined = ParticipatingRows(known: unknown, groups)
    let skipped = ParticipatingRows(known: condition.validity.known, groups).skipped
    return ConditionCount(
      satisfied: try total(satisfied, groups, weights),
      undetermined: try total(undetermined, groups, weights),
      skipped: skipped)
  }

  /// How many rows take part in each group, or the sum of their weights.
  static func total(_ rows: ParticipatingRows, _ groups: GroupAssignment, _ weights: Weights?)
    throws(AggregateError) -> Column
  {
    let group = groups.groups
    guard let weights else { return .integer(IntegerColumn(counts(rows, groups))) }
    if let integers = weights.integers {
      var sums = ContiguousArray<Int128>(repeating: 0, count: groups.count)
      rows.forEach { row in sums[Int(group[row])] += Int128(integers[row]) }
      return .integer(IntegerColumn(try narrowed(sums)))
    }
    var sums = ContiguousArray(repeating: CompensatedSum(), count: groups.count)
    rows.forEach { row in sums[Int(group[row])].add(weights.values[row]) }
    return .number(NumberColumn(ContiguousArray(sums.map { $0.value })))
  }

  /// How many rows take part in each group.
  static func counts(_ rows: ParticipatingRows, _ groups: GroupAssignment) -> ContiguousArray<Int64> {
    if groups.count == 1 { return [Int64(rows.bits?.population ?? rows.rows)] }
    let group = groups.groups
    let count = groups.count
    if let runs = groups.runs {
      let parts = Parallel.map(runs.parts) { part in part.map { rows.count(in: runs.range($0)) } }
      var counts = ContiguousArray<Int64>(repeating: 0, count: count)
      for (run, found) in parts.joined().enumerated() { counts[Int(runs.groups[run])] += found }
      return counts
    }
    let parts = Parallel.map(RunTables.runs(rows: rows.rows, groups: count)) { run in
      guard rows.bits != nil else { return RunTables.counts(group, run, count) }
      var counts = ContiguousArray<Int64>(repeating: 0, count: count)
      rows.forEach(in: run) { row in counts[Int(group[row])] &+= 1 }
      return counts
    }
    var counts = parts.first ?? ContiguousArray(repeating: 0, count: count)
    for part in parts.dropFirst() {
      for index in counts.indices { counts[index] += part[index] }
    }
    return counts
  }

  /// Wide sums as 64-bit integers; an error where one does not fit.
  static func narrowed(_ sums: ContiguousArray<Int128>) throws(AggregateError) -> ContiguousArray<Int64> {
    var result = ContiguousArray<Int64>()
    result.reserveCapacity(sums.count)
    for sum in sums {
      guard let value = Int64(exactly: sum) else { throw .integerOverflow }
      result.append(value)
    }
    return result
  }
}

extension Column {
  /// A bitmap of the known rows; nil where all are known.
  var knownRows: Bitmap? {
    switch self {
    case .boolean(let column): column.validity.known
    case .integer(let column): column.validity.known
    case .number(let column): column.validity.known
    case .set(let column): column.validity.known
    case .code(let column): column.knownRows
    case .list: nil
    }
  }
}
