extension Windows {
  /// `running(x)`: the sum of the known values of the group up to and with each row, in row order.
  ///
  /// A missing value adds nothing; a row before the first known value of its group has none. Integers stay integers,
  /// and an error says that one leaves 64 bits.
  package static func running(_ column: Column, _ groups: GroupAssignment)
    throws(AggregateError) -> AggregateResult
  {
    let rows = ParticipatingRows(known: column.knownRows, groups)
    if let integers = column.wholeNumbers {
      return try running(integers, rows, groups)
    }
    return running(NumericValues(column).values, rows, groups)
  }

  private static func running(
    _ column: IntegerColumn, _ rows: ParticipatingRows, _ groups: GroupAssignment
  ) throws(AggregateError) -> AggregateResult {
    var sums = ContiguousArray<Int64>(repeating: 0, count: groups.count)
    var values = ContiguousArray<Int64>(repeating: 0, count: groups.rows)
    var overflowed = false
    rows.forEach { row in
      let group = Int(groups.groups[row])
      let (sum, overflow) = sums[group].addingReportingOverflow(column.values[row])
      overflowed = overflowed || overflow
      sums[group] = sum
      values[row] = sum
    }
    if overflowed { throw .integerOverflow }
    guard let taken = rows.bits else { return AggregateResult(column: .integer(IntegerColumn(values))) }
    // A row that is left out repeats the sum before it, if its group has one.
    var last = ContiguousArray<Int32>(repeating: -1, count: groups.count)
    var known = taken
    for row in values.indices where groups.groups[row] >= 0 {
      let group = Int(groups.groups[row])
      if taken[row] {
        last[group] = Int32(truncatingIfNeeded: row)
      } else if last[group] >= 0 {
        values[row] = values[Int(last[group])]
        known[row] = true
      }
    }
    let validity = known.isAllSet ? Validity.all : Validity(known: known)
    return AggregateResult(column: .integer(IntegerColumn(values, validity)), skipped: rows.skipped)
  }

  private static func running(
    _ input: ContiguousArray<Double>, _ rows: ParticipatingRows, _ groups: GroupAssignment
  ) -> AggregateResult {
    var sums = ContiguousArray(repeating: CompensatedSum(), count: groups.count)
    var started = Bitmap(count: groups.count)
    var result = NumberResult(groups: groups.rows)
    for row in input.indices where groups.groups[row] >= 0 {
      let group = Int(groups.groups[row])
      if rows.bits?[row] ?? true {
        sums[group].add(input[row])
        started[group] = true
      }
      if started[group] { result.set(row, sums[group].value) }
    }
    return result.finish(skipped: rows.skipped)
  }
}
