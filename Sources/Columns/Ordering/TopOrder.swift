/// The rows that `top` and `bottom` keep.
package struct TopSelection: Sendable, Equatable {
  /// The rows kept, in order; of several groups one after the other.
  package var rows: ContiguousArray<Int32>
  /// Rows left out although their keys are those of the last row kept (of their group).
  package var cutTies: Int

  package init(rows: ContiguousArray<Int32>, cutTies: Int) {
    self.rows = rows
    self.cutTies = cutTies
  }
}

extension Ordering {
  /// The first `limit` rows in the order of `keys`, ties in row order: `top N by x` with x descending, `bottom N by x`
  /// with x ascending.
  ///
  /// Rows without a value come last, and tie with one another.
  package static func topOrder(_ limit: Int, _ keys: [SortColumn], count: Int) -> TopSelection {
    guard limit > 0, count > 0 else { return TopSelection(rows: [], cutTies: 0) }
    var candidates = candidates(limit, keys, count: count)
    let ordered = keys.map { $0.ordered }
    for key in ordered.reversed() { sort(&candidates, by: key) }
    let kept = ContiguousArray(candidates.prefix(limit))
    return TopSelection(
      rows: kept, cutTies: cutTies(candidates[...], kept: kept.count, ordered))
  }

  /// The first `limit` rows of each group in the order of `keys`, the groups one after the other.
  package static func topOrder(_ limit: Int, _ keys: [SortColumn], per groups: GroupAssignment)
    -> TopSelection
  {
    let ordered = keys.map { $0.ordered }
    var order = KeyedRows.identity(groups.rows)
    for key in ordered.reversed() { sort(&order, by: key) }
    let grouped = grouped(order, groups)
    var result = TopSelection(rows: [], cutTies: 0)
    guard limit > 0 else { return result }
    for group in 0..<groups.count {
      let range = grouped.range(group)
      let kept = min(limit, range.count)
      result.rows.append(contentsOf: grouped.rows[range.prefix(kept)])
      result.cutTies += cutTies(grouped.rows[range], kept: kept, ordered)
    }
    return result
  }

  /// The rows at some positions (from 0, half open) of each group, in row order, the groups one after the other:
  /// `take N per KEY` is `0..<N`, `take A..B per KEY` is `A - 1..<B`.
  package static func takeOrder(_ positions: Range<Int>, per groups: GroupAssignment) -> ContiguousArray<
    Int32
  > {
    let grouped = grouped(KeyedRows.identity(groups.rows), groups)
    let positions = positions.clamped(to: 0..<Int.max)
    var rows = ContiguousArray<Int32>()
    for group in 0..<groups.count {
      let range = grouped.range(group)
      rows.append(contentsOf: grouped.rows[range.dropFirst(positions.lowerBound).prefix(positions.count)])
    }
    return rows
  }

  /// Rows in some order, brought together by group; those of no group are left out.
  static func grouped(_ order: ContiguousArray<Int32>, _ groups: GroupAssignment) -> GroupedKeys {
    let rows = ContiguousArray(order.lazy.filter { groups.groups[Int($0)] >= 0 })
    return GroupedKeys(KeyedRows(keys: ContiguousArray(repeating: 0, count: rows.count), rows: rows), groups)
  }

  /// The rows that can be among the first `limit`, in row order: those not after the limit by the first key alone.
  private static func candidates(_ limit: Int, _ keys: [SortColumn], count: Int) -> ContiguousArray<Int32> {
    guard let first = keys.first?.ordered, limit < count else { return KeyedRows.identity(count) }
    var bounded = first.keys
    if let known = first.known {
      for row in bounded.indices where !known[row] { bounded[row] = .max }
    }
    var scratch = bounded
    let threshold = Selection.select(&scratch, 0..<count, limit - 1)
    return ContiguousArray(KeyedRows.identity(count).lazy.filter { bounded[Int($0)] <= threshold })
  }

  /// How many rows after the first `kept` of an order have the keys of the last of those.
  private static func cutTies(_ order: ArraySlice<Int32>, kept: Int, _ keys: [OrderedKeys]) -> Int {
    guard kept > 0, kept < order.count else { return 0 }
    let start = order.startIndex + kept
    let last = Int(order[start - 1])
    return order[start...].prefix { row in keys.allSatisfy { $0.isSame(Int(row), last) } }.count
  }
}

extension OrderedKeys {
  /// Whether two rows have one value, or both none.
  func isSame(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (known?[a] ?? true, known?[b] ?? true)
    return first == second && (!first || keys[a] == keys[b])
  }
}
