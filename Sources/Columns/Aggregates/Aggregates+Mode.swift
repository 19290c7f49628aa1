extension Aggregates {
  /// `mode(x)`: the known value that occurs most often; of several the first in order.
  ///
  /// The result is a column of the kind of `column`; `ranks` as for `minimum`.
  package static func mode(
    _ column: Column, ranks: ContiguousArray<Int32>? = nil, _ groups: GroupAssignment
  ) -> AggregateResult {
    let ordered = OrderedKeys(column, ranks: ranks)
    let rows = ParticipatingRows(known: ordered.known, groups)
    let grouped = GroupedKeys(ascending: ordered.keys, rows, groups)
    var chosen = ContiguousArray<Int32>(repeating: -1, count: groups.count)
    for group in 0..<groups.count {
      let range = grouped.range(group)
      var longest = 0
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start + 1
        while end < range.upperBound, grouped.keys[end] == grouped.keys[start] { end += 1 }
        if end - start > longest {
          longest = end - start
          chosen[group] = grouped.rows[start]
        }
        start = end
      }
    }
    return AggregateResult(column: column.picking(chosen), skipped: rows.skipped)
  }
}
