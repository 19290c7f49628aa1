extension Aggregates {
  /// `min(x)`: the smallest known value; a column of the kind of `column`.
  ///
  /// `ranks` orders the codes of text (see `TextDictionary.collationRanks`); other codes are ordered as declared.
  package static func minimum(
    _ column: Column, ranks: ContiguousArray<Int32>? = nil, _ groups: GroupAssignment
  ) -> AggregateResult {
    extreme(column, ranks, groups, largest: false)
  }

  /// `max(x)`: the largest known value; a column of the kind of `column`.
  package static func maximum(
    _ column: Column, ranks: ContiguousArray<Int32>? = nil, _ groups: GroupAssignment
  ) -> AggregateResult {
    extreme(column, ranks, groups, largest: true)
  }

  private static func extreme(
    _ column: Column, _ ranks: ContiguousArray<Int32>?, _ groups: GroupAssignment, largest: Bool
  ) -> AggregateResult {
    let ordered = OrderedKeys(column, ranks: ranks)
    let rows = ParticipatingRows(known: ordered.known, groups)
    let group = groups.groups
    let flip: UInt64 = largest ? ~0 : 0
    var best = ContiguousArray<UInt64>(repeating: .max, count: groups.count)
    var chosen = ContiguousArray<Int32>(repeating: -1, count: groups.count)
    rows.forEach { row in
      let key = ordered.keys[row] ^ flip
      let index = Int(group[row])
      if key < best[index] || chosen[index] < 0 {
        best[index] = key
        chosen[index] = Int32(truncatingIfNeeded: row)
      }
    }
    return AggregateResult(column: column.picking(chosen), skipped: rows.skipped)
  }
}
