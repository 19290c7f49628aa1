/// Which group each input row belongs to: the one thing that aggregates and windows know of `by`, `per` and links.
///
/// Groups run from 0 to `count - 1`. A negative number is no group: its row is left out by every aggregate and has
/// no value in a window, so that the codes of a link column serve as they are (members by household).
package struct GroupAssignment: Sendable, Equatable {
  /// The group of each row.
  package let groups: ContiguousArray<Int32>
  /// How many groups there are; a group need not have rows.
  package var count: Int
  /// The same as runs of rows, where rows of one group lie together; every row then has a group.
  package let runs: GroupRuns?

  package init(groups: ContiguousArray<Int32>, count: Int, runs: GroupRuns? = nil) {
    precondition(count >= 0 && count <= Int(Int32.max), "groups are numbered by Int32")
    precondition(runs.map { Int($0.starts[$0.groups.count]) == groups.count } ?? true, "runs cover all rows")
    self.groups = groups
    self.count = count
    self.runs = runs
  }

  /// All of `rows` rows in one group: the stage without `by`.
  package init(whole rows: Int) {
    self.init(groups: ContiguousArray(repeating: 0, count: rows), count: 1)
  }

  /// How many rows are assigned.
  package var rows: Int { groups.count }
}

/// How many times each row stands; rows with a missing weight are removed, and counted, by the caller beforehand.
package struct Weights: Sendable {
  /// The weight of each row, not negative.
  package var values: ContiguousArray<Double>
  /// The same weights where all of them are whole: counts and sums of whole numbers then stay whole and exact.
  package var integers: ContiguousArray<Int64>?

  /// Decimal weights.
  package init(_ values: ContiguousArray<Double>) {
    self.values = values
    integers = nil
  }

  /// Whole weights.
  package init(_ integers: ContiguousArray<Int64>) {
    self.integers = integers
    values = ContiguousArray(integers.map { Double($0) })
  }

  /// The weights in a column of integers or numbers, all of them known; nil for a column of another kind.
  package init?(_ column: Column) {
    switch column {
    case .integer(let column): self.init(column.values)
    case .number(let column): self.init(column.values)
    case .boolean, .code, .set, .list: return nil
    }
  }
}
