/// Functions of a row among the rows of its group: one value a row, in row order, of the whole stage or `per` keys.
///
/// A row in no group has no value. The order of a group is that of `Ordering`: stable, ties in row order.
package enum Windows {
  /// `number()`: the position of each row in its group, from 1, in row order.
  package static func number(_ groups: GroupAssignment) -> Column {
    var next = ContiguousArray<Int64>(repeating: 0, count: groups.count)
    var values = ContiguousArray<Int64>(repeating: 0, count: groups.rows)
    let rows = ParticipatingRows(known: nil, groups)
    rows.forEach { row in
      let group = Int(groups.groups[row])
      next[group] += 1
      values[row] = next[group]
    }
    return .integer(IntegerColumn(values, Validity(known: rows.bits)))
  }

  /// The rows of each group that have a key, in its order.
  static func ranked(_ key: SortColumn, _ groups: GroupAssignment) -> GroupedKeys {
    let ordered = key.ordered
    return GroupedKeys(ascending: ordered.keys, ParticipatingRows(known: ordered.known, groups), groups)
  }

  /// Whole numbers for the rows of `grouped`; the others are missing, for the reason that `column` has or else
  /// `notRecorded`.
  static func column(
    _ values: ContiguousArray<Int64>, of grouped: GroupedKeys, missingAs column: Column
  ) -> Column {
    guard grouped.rows.count < values.count else { return .integer(IntegerColumn(values)) }
    var known = Bitmap(count: values.count)
    for row in grouped.rows { known[Int(row)] = true }
    var reasons = ContiguousArray<UInt8>(repeating: 0, count: values.count)
    for row in values.indices where !known[row] {
      reasons[row] = (column.reason(row) ?? .notRecorded).rawValue
    }
    return .integer(IntegerColumn(values, Validity(known: known, reasons: reasons)))
  }
}
