extension Aggregates {
  /// `sum(x)`: Σ wᵢxᵢ over the known values; 0 for no rows, missing where rows have only missing values.
  ///
  /// Integers with whole weights are added exactly, in 128 bits, and give integers; else the result is a number,
  /// added with compensation in row order.
  package static func sum(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    throws(AggregateError) -> AggregateResult
  {
    let rows = ParticipatingRows(known: column.knownRows, groups)
    let empty = onlyMissing(rows, groups)
    if let integers = column.wholeNumbers, weights == nil || weights?.integers != nil {
      guard let wide = wideSums(integers.values, rows, groups, weights?.integers) else {
        throw .integerOverflow
      }
      let sums = try narrowed(wide)
      let validity = empty.map { Validity(known: ~$0) } ?? .all
      return AggregateResult(column: .integer(IntegerColumn(sums, validity)), skipped: rows.skipped)
    }
    let sums = compensatedSums(NumericValues(column).values, rows, groups, weights?.values)
    var result = NumberResult(groups: groups.count)
    for group in sums.indices where !(empty?[group] ?? false) { result.set(group, sums[group]) }
    return result.finish(skipped: rows.skipped)
  }

  /// The groups that have rows but not one known value; nil where there are none.
  private static func onlyMissing(_ rows: ParticipatingRows, _ groups: GroupAssignment) -> Bitmap? {
    guard rows.skipped > 0 else { return nil }
    let known = counts(rows, groups)
    guard known.contains(0) else { return nil }
    var result = Bitmap(count: groups.count)
    for group in groups.groups where group >= 0 && known[Int(group)] == 0 { result[Int(group)] = true }
    return result
  }

  /// Σ wᵢxᵢ of each group, exactly; nil where one leaves 128 bits, which takes weights beyond all measure.
  static func wideSums(
    _ values: ContiguousArray<Int64>, _ rows: ParticipatingRows, _ groups: GroupAssignment,
    _ weights: ContiguousArray<Int64>?
  ) -> ContiguousArray<Int128>? {
    guard let weights else { return wideSums(values, rows, groups) }
    let group = groups.groups
    var sums = ContiguousArray<Int128>(repeating: 0, count: groups.count)
    var overflowed = false
    rows.forEach { row in
      let product = Int128(values[row]) * Int128(weights[row])
      let (sum, overflow) = sums[Int(group[row])].addingReportingOverflow(product)
      sums[Int(group[row])] = sum
      overflowed = overflowed || overflow
    }
    return overflowed ? nil : sums
  }

  /// Σ xᵢ of each group: row numbers have 31 bits and values 63 and a sign, so that a sum has less than 96.
  private static func wideSums(
    _ values: ContiguousArray<Int64>, _ rows: ParticipatingRows, _ groups: GroupAssignment
  ) -> ContiguousArray<Int128> {
    let group = groups.groups
    let count = groups.count
    if let runs = groups.runs {
      let parts = Parallel.map(runs.parts) { part in part.map { rows.sum(values, in: runs.range($0)) } }
      var sums = ContiguousArray<Int128>(repeating: 0, count: count)
      for (run, sum) in parts.joined().enumerated() { sums[Int(runs.groups[run])] &+= sum }
      return sums
    }
    let parts = Parallel.map(RunTables.runs(rows: rows.rows, groups: count)) { run in
      var sums = ContiguousArray<Int128>(repeating: 0, count: count)
      if count == 1 {
        var sum: Int128 = 0
        rows.forEach(in: run) { row in sum &+= Int128(values[row]) }
        sums[0] = sum
      } else {
        rows.forEach(in: run) { row in sums[Int(group[row])] &+= Int128(values[row]) }
      }
      return sums
    }
    var sums = parts.first ?? ContiguousArray(repeating: 0, count: count)
    for part in parts.dropFirst() {
      for index in sums.indices { sums[index] &+= part[index] }
    }
    return sums
  }

  /// Σ wᵢxᵢ of each group in doubles.
  static func compensatedSums(
    _ values: ContiguousArray<Double>, _ rows: ParticipatingRows, _ groups: GroupAssignment,
    _ weights: ContiguousArray<Double>?
  ) -> ContiguousArray<Double> {
    guard let weights else { return RunTables.compensated(rows, groups) { values[$0] } }
    return RunTables.compensated(rows, groups) { values[$0] * weights[$0] }
  }
}
