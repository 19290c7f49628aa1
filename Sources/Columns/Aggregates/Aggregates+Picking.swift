extension Aggregates {
  /// `first(x)`: the first row of each group, in row order, whose value is known.
  package static func first(_ column: Column, _ groups: GroupAssignment) -> RowResult {
    let rows = ParticipatingRows(known: column.knownRows, groups)
    let group = groups.groups
    var chosen = ContiguousArray<Int32>(repeating: -1, count: groups.count)
    rows.forEach { row in
      if chosen[Int(group[row])] < 0 { chosen[Int(group[row])] = Int32(truncatingIfNeeded: row) }
    }
    return RowResult(rows: chosen, skipped: rows.skipped)
  }

  /// `last(x)`: the last row of each group, in row order, whose value is known.
  package static func last(_ column: Column, _ groups: GroupAssignment) -> RowResult {
    let rows = ParticipatingRows(known: column.knownRows, groups)
    let group = groups.groups
    var chosen = ContiguousArray<Int32>(repeating: -1, count: groups.count)
    rows.forEach { row in chosen[Int(group[row])] = Int32(truncatingIfNeeded: row) }
    return RowResult(rows: chosen, skipped: rows.skipped)
  }

  /// `list(x)`: the known values of each group, in row order; an empty list where there are none.
  package static func list(_ column: Column, _ groups: GroupAssignment) -> AggregateResult {
    let rows = ParticipatingRows(known: column.knownRows, groups)
    let keys = ContiguousArray<UInt64>(repeating: 0, count: groups.rows)
    let grouped = GroupedKeys(inRowOrder: keys, rows, groups)
    let lists = ListColumn(offsets: grouped.offsets, elements: column.picking(grouped.rows))
    return AggregateResult(column: .list(lists), skipped: rows.skipped)
  }
}
