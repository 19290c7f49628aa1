extension Aggregates {
  /// `median(x)`: the middle value, or the mean of the two, as a number; weighted the weighted `quantile(x, 0.5)`.
  package static func median(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  {
    quantile(column, 0.5, groups, weights: weights)
  }

  /// `quantile(x, p)`, type 7: linear between the values at ranks ⌊h⌋ and ⌈h⌉ from 0, h = (n − 1)p.
  ///
  /// Weighted: the smallest x whose running weight passes p of the whole, or the mean of it and the next where it is
  /// met exactly. Not computable for p outside 0 to 1.
  package static func quantile(
    _ column: Column, _ p: Double, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult {
    let rows = ParticipatingRows(known: column.knownRows, groups, weights: weights)
    let kind = QuantileValues(column)
    var result = NumberResult(groups: groups.count)
    if let weights {
      let grouped = GroupedKeys(ascending: OrderedKeys(column).keys, rows, groups)
      for group in 0..<groups.count where !grouped.range(group).isEmpty {
        result.set(group, kind.weighted(grouped, grouped.range(group), p, weights))
      }
    } else {
      for (group, value) in interpolated(column, kind, p, rows, groups).enumerated() {
        if let value { result.set(group, value) }
      }
    }
    return result.finish(skipped: rows.skipped)
  }

  /// The quantile of each group without weights; nil where a group has no rows.
  private static func interpolated(
    _ column: Column, _ kind: QuantileValues, _ p: Double, _ rows: ParticipatingRows,
    _ groups: GroupAssignment
  ) -> [Double?] {
    let runs = RunKeys.distribute(column, rows, groups)
    let parts = stride(from: 0, to: groups.count, by: 8).map { $0..<min($0 + 8, groups.count) }
    let values = Parallel.map(parts) { part in
      part.map { group -> Double? in
        let keys = RunKeys.keys(of: group, runs)
        return keys.isEmpty ? nil : kind.interpolated(keys, 0..<keys.count, p)
      }
    }
    return values.flatMap { $0 }
  }
}

/// How ordered keys are read back as numbers, and the two kinds of quantile of a run of them.
private enum QuantileValues: Sendable {
  case integers
  case numbers

  init(_ column: Column) {
    switch column {
    case .integer: self = .integers
    case .number: self = .numbers
    case .boolean, .code, .set, .list: preconditionFailure("only numbers have quantiles")
    }
  }

  private func value(_ key: UInt64) -> Double {
    switch self {
    case .integers: Double(OrderedBits.integer(key))
    case .numbers: OrderedBits.number(key)
    }
  }

  /// The mean of two values; of integers rounded once.
  private func middle(_ a: UInt64, _ b: UInt64) -> Double {
    switch self {
    case .integers:
      return Double(Int128(OrderedBits.integer(a)) + Int128(OrderedBits.integer(b))) / 2
    case .numbers:
      let (low, high) = (OrderedBits.number(a), OrderedBits.number(b))
      let middle = (low + high) / 2
      return middle.isFinite ? middle : low / 2 + high / 2
    }
  }

  /// Type 7 over the keys of a range.
  func interpolated(_ keys: ContiguousArray<UInt64>, _ range: Range<Int>, _ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    let last = Double(range.count - 1)
    var rank = last * p
    // A rank that the decimal p means to be whole is taken to be so: 100 × 0.29 is 29, not 28.999999999999996.
    if range.count > 1, rank.rounded() / last == p { rank = rank.rounded() }
    let lower = Int(rank.rounded(.down))
    let fraction = rank - Double(lower)
    let low = Selection.ranked(keys, range, lower)
    guard fraction > 0 else { return value(low) }
    let high = Selection.successor(of: low, lower, keys, range)
    if fraction == 0.5 { return middle(low, high) }
    // Weighing the two ends instead of adding to the lower keeps finite what is finite.
    let (a, b) = (value(low), value(high))
    let step = (b - a) * fraction
    return step.isFinite ? a + step : a * (1 - fraction) + b * fraction
  }

  /// The weighted quantile over the ascending keys of a range.
  func weighted(_ grouped: GroupedKeys, _ range: Range<Int>, _ p: Double, _ weights: Weights) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    var total = CompensatedSum()
    for index in range { total.add(weights.values[Int(grouped.rows[index])]) }
    // Whole weights divide to the double nearest to their quotient, as p is to its decimal; decimal weights carry
    // roundings of their own, so that "exactly" leaves them a few units in the last place.
    let tolerance = weights.integers == nil ? 0x1p-50 : 0
    var running = CompensatedSum()
    for index in range {
      running.add(weights.values[Int(grouped.rows[index])])
      let excess = running.value / total.value - p
      if excess > tolerance { return value(grouped.keys[index]) }
      if excess >= -tolerance {
        let next = min(index + 1, range.upperBound - 1)
        return next == index ? value(grouped.keys[index]) : middle(grouped.keys[index], grouped.keys[next])
      }
    }
    return value(grouped.keys[range.upperBound - 1])
  }
}
