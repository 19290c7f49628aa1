/// One key of a grouping.
package struct GroupKey: Sendable {
  package var column: Column
  /// The place of each code of a text dictionary (see `TextDictionary.collationRanks`); nil orders codes by number.
  package var ranks: ContiguousArray<Int32>?

  package init(_ column: Column, ranks: ContiguousArray<Int32>? = nil) {
    self.column = column
    self.ranks = ranks
  }
}

/// Groups numbered in key order; only combinations of keys that occur have one.
package struct DenseGroups: Sendable {
  /// The group of each row; every row has one.
  package var assignment: GroupAssignment
  /// The first row of each group, from which its keys are read.
  package var representativeRow: ContiguousArray<Int32>

  /// How many groups there are.
  package var count: Int { assignment.count }

  package init(assignment: GroupAssignment, representativeRow: ContiguousArray<Int32>) {
    self.assignment = assignment
    self.representativeRow = representativeRow
  }
}

/// Rows into groups by the values of some columns.
///
/// Each column becomes codes without gaps to speak of, columns are combined as digits of one code, and a table of
/// first rows numbers the codes that occur; only wide integers and decimals, and combinations beyond the table, are
/// hashed.
package enum Grouping {
  /// The largest code table that is laid out whole: 16 MiB of first rows.
  static let tableLimit = 1 << 22

  /// Groups `count` rows by `keys`, the first key the slowest to change.
  ///
  /// A key is ordered by code or by `ranks`, by number, false before true, sets by their masks, lists element by
  /// element. Missing values come last and are one group whatever their reason, but for `notPresent`, which is
  /// another after it. Without keys all rows are one group, and no rows none.
  package static func densify(_ keys: [GroupKey], count: Int) -> DenseGroups {
    var combined: DenseCodes?
    for key in keys {
      precondition(key.column.count == count, "every row has a key")
      let codes = DenseCodes(key)
      combined = combined.map { $0.combined(with: codes) } ?? codes
    }
    let whole = combined ?? DenseCodes(codes: ContiguousArray(repeating: 0, count: count), domain: 1)
    let (dense, first) = whole.compressed()
    return DenseGroups(
      assignment: GroupAssignment(groups: dense.codes, count: dense.domain), representativeRow: first)
  }

  /// The first row of each combination of values that occurs, in row order.
  package static func distinctFirst(_ columns: [Column], count: Int) -> ContiguousArray<Int32> {
    let groups = densify(columns.map { GroupKey($0) }, count: count)
    var isFirst = Bitmap(count: count)
    for row in groups.representativeRow { isFirst[Int(row)] = true }
    return ContiguousArray(isFirst.positions)
  }
}
