extension Windows {
  /// `rank(x)`: one more than the number of rows of the group before this one in order, so that ties share the
  /// smaller; a missing value has none.
  package static func rank(_ key: SortColumn, _ groups: GroupAssignment) -> Column {
    let grouped = ranked(key, groups)
    var values = ContiguousArray<Int64>(repeating: 0, count: groups.rows)
    for group in 0..<groups.count {
      let range = grouped.range(group)
      var rank: Int64 = 0
      for index in range {
        if index == range.lowerBound || grouped.keys[index] != grouped.keys[index - 1] {
          rank = Int64(index - range.lowerBound) + 1
        }
        values[Int(grouped.rows[index])] = rank
      }
    }
    return column(values, of: grouped, missingAs: key.column)
  }

  /// `ntile(x, k)`: the group's rows in order, ties in row order, in k parts from 1; the first parts one row larger
  /// where they cannot be equal.
  ///
  /// A missing value has none; where k is below 1 no row has one (`notComputable`).
  package static func ntile(_ key: SortColumn, into parts: Int64, _ groups: GroupAssignment) -> Column {
    var values = ContiguousArray<Int64>(repeating: 0, count: groups.rows)
    guard parts > 0 else {
      return .integer(IntegerColumn(values, .none(groups.rows, .notComputable)))
    }
    let grouped = ranked(key, groups)
    for group in 0..<groups.count {
      let range = grouped.range(group)
      let size = Int64(range.count) / parts
      let larger = Int64(range.count) % parts
      let boundary = larger * (size + 1)
      for index in range {
        let position = Int64(index - range.lowerBound)
        let part = position < boundary ? position / (size + 1) : larger + (position - boundary) / size
        values[Int(grouped.rows[index])] = part + 1
      }
    }
    return column(values, of: grouped, missingAs: key.column)
  }
}
