extension Windows {
  /// `apportion(x, n)`: whole numbers in proportion to x that add up to n in each group.
  ///
  /// Each row gets the whole part of its quota n·xᵢ/Σx; what is left goes by one to the largest remainders, ties in
  /// row order (the method of Hamilton). A negative n is shared out as its amount. A row without a value gets none; a
  /// group with a negative value, or without any above 0, has no result (`notComputable`).
  package static func apportion(_ column: Column, total: Int64, _ groups: GroupAssignment) -> AggregateResult
  {
    apportion(column, totals: ContiguousArray(repeating: total, count: groups.count), groups)
  }

  /// `apportion(x, n)` with an n for each group.
  package static func apportion(_ column: Column, totals: ContiguousArray<Int64>, _ groups: GroupAssignment)
    -> AggregateResult
  {
    let rows = ParticipatingRows(known: column.knownRows, groups)
    let keys = ContiguousArray<UInt64>(repeating: 0, count: groups.rows)
    let grouped = GroupedKeys(inRowOrder: keys, rows, groups)
    let integers = column.wholeNumbers?.values
    let numbers = integers == nil ? NumericValues(column).values : []
    var shares = Shares(rows: groups.rows)
    for group in 0..<groups.count where !grouped.range(group).isEmpty {
      let members = grouped.rows[grouped.range(group)]
      let amount = totals[group].magnitude
      let parts: ContiguousArray<UInt64>?
      if let integers {
        parts = exactParts(members.map { integers[Int($0)] }, amount)
      } else {
        parts = decimalParts(members.map { numbers[Int($0)] }, amount)
      }
      shares.give(members, parts, negative: totals[group] < 0)
    }
    return shares.finish(column, skipped: rows.skipped)
  }

  /// The quotas of integers, exactly: x·n has at most 127 bits.
  private static func exactParts(_ values: [Int64], _ total: UInt64) -> ContiguousArray<UInt64>? {
    var sum: UInt128 = 0
    for value in values {
      if value < 0 { return nil }
      sum += UInt128(value)
    }
    guard sum > 0 else { return nil }
    var parts = ContiguousArray<UInt64>()
    var remainders = ContiguousArray<UInt128>()
    for value in values {
      let (quotient, remainder) = (UInt128(value) * UInt128(total)).quotientAndRemainder(dividingBy: sum)
      parts.append(UInt64(truncatingIfNeeded: quotient))
      remainders.append(remainder)
    }
    let order = parts.indices.sorted { a, b in
      remainders[a] != remainders[b] ? remainders[a] > remainders[b] : a < b
    }
    distribute(&parts, total, order)
    return parts
  }

  /// The quotas of decimals in doubles.
  private static func decimalParts(_ values: [Double], _ total: UInt64) -> ContiguousArray<UInt64>? {
    var sum = CompensatedSum()
    for value in values {
      if value < 0 { return nil }
      sum.add(value)
    }
    guard sum.value > 0, sum.value.isFinite else { return nil }
    var parts = ContiguousArray<UInt64>()
    var remainders = ContiguousArray<Double>()
    for value in values {
      let quota = value / sum.value * Double(total)
      let whole = quota.rounded(.down)
      parts.append(min(total, UInt64(exactly: whole) ?? total))
      remainders.append(quota - whole)
    }
    let order = parts.indices.sorted { a, b in
      remainders[a] != remainders[b] ? remainders[a] > remainders[b] : a < b
    }
    distribute(&parts, total, order)
    return parts
  }

  /// Brings the parts to `total`, one by one in `order`; where roundings gave too much, takes it back from its end.
  private static func distribute(_ parts: inout ContiguousArray<UInt64>, _ total: UInt64, _ order: [Int]) {
    var given: UInt128 = 0
    for part in parts { given += UInt128(part) }
    var index = 0
    while given < UInt128(total) {
      let step = stride(UInt128(total) - given, order.count)
      parts[order[index % order.count]] += step
      given += UInt128(step)
      index += 1
    }
    while given > UInt128(total) {
      let last = order[order.count - 1 - index % order.count]
      let step = min(stride(given - UInt128(total), order.count), parts[last])
      parts[last] -= step
      given -= UInt128(step)
      index += 1
    }
  }

  /// How much one row is given or loses at a time: 1, but for quotas beyond 2⁵³ as much as ends in one round.
  private static func stride(_ difference: UInt128, _ rows: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: max(1, difference / UInt128(rows)))
  }
}

/// The numbers given out so far.
private struct Shares {
  private var values: ContiguousArray<Int64>
  private var known: Bitmap
  private var withoutResult: Bitmap
  private var notComputable = 0

  init(rows: Int) {
    values = ContiguousArray(repeating: 0, count: rows)
    known = Bitmap(count: rows)
    withoutResult = Bitmap(count: rows)
  }

  mutating func give(_ rows: ArraySlice<Int32>, _ parts: ContiguousArray<UInt64>?, negative: Bool) {
    guard let parts else {
      notComputable += 1
      for row in rows { withoutResult[Int(row)] = true }
      return
    }
    for (row, part) in zip(rows, parts) {
      values[Int(row)] = Int64(truncatingIfNeeded: negative ? 0 &- part : part)
      known[Int(row)] = true
    }
  }

  consuming func finish(_ column: Column, skipped: Int) -> AggregateResult {
    guard !known.isAllSet else { return AggregateResult(column: .integer(IntegerColumn(values))) }
    var reasons = ContiguousArray<UInt8>(repeating: 0, count: values.count)
    for row in values.indices where !known[row] {
      let reason = withoutResult[row] ? .notComputable : column.reason(row) ?? .notRecorded
      reasons[row] = reason.rawValue
    }
    let validity = Validity(known: known, reasons: reasons)
    return AggregateResult(
      column: .integer(IntegerColumn(values, validity)), skipped: skipped, notComputable: notComputable)
  }
}
