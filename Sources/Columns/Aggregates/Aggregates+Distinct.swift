extension Aggregates {
  /// `distinct(x)`: how many different known values each group has.
  package static func distinct(_ column: Column, _ groups: GroupAssignment) -> AggregateResult {
    let ordered = OrderedKeys(column)
    let rows = ParticipatingRows(known: ordered.known, groups)
    let counts =
      dense(ordered.keys, rows, groups)
      ?? sorted(GroupedKeys(ascending: ordered.keys, rows, groups), groups.count)
    return AggregateResult(column: .integer(IntegerColumn(counts)), skipped: rows.skipped)
  }

  /// One bit for each value that a group could have; nil where that takes more memory than the column itself.
  private static func dense(
    _ keys: ContiguousArray<UInt64>, _ rows: ParticipatingRows, _ groups: GroupAssignment
  ) -> ContiguousArray<Int64>? {
    var lowest = UInt64.max
    var highest = UInt64.min
    rows.forEach { row in
      lowest = min(lowest, keys[row])
      highest = max(highest, keys[row])
    }
    guard lowest <= highest else { return ContiguousArray(repeating: 0, count: groups.count) }
    let limit = UInt64(max(64 * rows.rows, 1 << 22))
    guard highest - lowest < limit else { return nil }
    let domain = Int(highest - lowest) + 1
    let (size, overflow) = domain.multipliedReportingOverflow(by: groups.count)
    guard !overflow, size <= Int(limit) else { return nil }
    let group = groups.groups
    var seen = ContiguousArray<UInt64>(repeating: 0, count: Bitmap.wordCount(size))
    var counts = ContiguousArray<Int64>(repeating: 0, count: groups.count)
    rows.forEach { row in
      let bit = Int(group[row]) &* domain &+ Int(truncatingIfNeeded: keys[row] &- lowest)
      let mask: UInt64 = 1 << UInt64(bit & 63)
      if seen[bit >> 6] & mask == 0 {
        seen[bit >> 6] |= mask
        counts[Int(group[row])] += 1
      }
    }
    return counts
  }

  private static func sorted(_ grouped: GroupedKeys, _ groups: Int) -> ContiguousArray<Int64> {
    var counts = ContiguousArray<Int64>(repeating: 0, count: groups)
    for group in 0..<groups {
      let range = grouped.range(group)
      for index in range where index == range.lowerBound || grouped.keys[index] != grouped.keys[index - 1] {
        counts[group] += 1
      }
    }
    return counts
  }
}
