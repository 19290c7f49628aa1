extension Aggregates {
  package static func countRows(_ groups: GroupAssignment, weights: Weights? = nil) throws(AggregateError)
    -> AggregateResult
  { unfinished() }
  package static func countKnown(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    throws(AggregateError) -> AggregateResult
  { unfinished() }
  package static func countTrue(
    _ condition: BooleanColumn, _ groups: GroupAssignment, weights: Weights? = nil
  ) throws(AggregateError) -> ConditionCount { unfinished() }
  package static func distinct(_ column: Column, _ groups: GroupAssignment) -> AggregateResult {
    unfinished()
  }
  package static func sum(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    throws(AggregateError) -> AggregateResult
  { unfinished() }
  package static func mean(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  { unfinished() }
  package static func median(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  { unfinished() }
  package static func quantile(
    _ column: Column, _ p: Double, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult { unfinished() }
  package static func minimum(
    _ column: Column, ranks: ContiguousArray<Int32>? = nil, _ groups: GroupAssignment
  ) -> AggregateResult { unfinished() }
  package static func maximum(
    _ column: Column, ranks: ContiguousArray<Int32>? = nil, _ groups: GroupAssignment
  ) -> AggregateResult { unfinished() }
  package static func mode(_ column: Column, ranks: ContiguousArray<Int32>? = nil, _ groups: GroupAssignment)
    -> AggregateResult
  { unfinished() }
  package static func variance(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  { unfinished() }
  package static func standardDeviation(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  { unfinished() }
  package static func gini(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  { unfinished() }
  package static func theil(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  { unfinished() }
  package static func atkinson(
    _ column: Column, aversion: Double, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult { unfinished() }
  package static func quantileShare(
    _ column: Column, from lower: Double, to upper: Double, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult { unfinished() }
  package static func fosterGreerThorbecke(
    _ column: Column, line: Column, power: Double, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult { unfinished() }
  package static func povertyGap(
    _ column: Column, line: Column, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult { unfinished() }
  package static func share(_ condition: BooleanColumn, _ groups: GroupAssignment, weights: Weights? = nil)
    throws(AggregateError) -> ShareResult
  { unfinished() }
  package static func correlation(
    _ x: Column, _ y: Column, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult { unfinished() }
  package static func any(_ condition: BooleanColumn, _ groups: GroupAssignment) -> BooleanColumn {
    unfinished()
  }
  package static func all(_ condition: BooleanColumn, _ groups: GroupAssignment) -> BooleanColumn {
    unfinished()
  }
  package static func none(_ condition: BooleanColumn, _ groups: GroupAssignment) -> BooleanColumn {
    unfinished()
  }
  package static func first(_ column: Column, _ groups: GroupAssignment) -> RowResult { unfinished() }
  package static func last(_ column: Column, _ groups: GroupAssignment) -> RowResult { unfinished() }
  package static func list(_ column: Column, _ groups: GroupAssignment) -> AggregateResult { unfinished() }
}
package enum Windows {
  package static func rank(_ key: SortColumn, _ groups: GroupAssignment) -> Column { unfinished() }
  package static func ntile(_ key: SortColumn, into parts: Int64, _ groups: GroupAssignment) -> Column {
    unfinished()
  }
  package static func running(_ column: Column, _ groups: GroupAssignment) throws(AggregateError)
    -> AggregateResult
  { unfinished() }
  package static func number(_ groups: GroupAssignment) -> Column { unfinished() }
  /// totals: one a group
  package static func apportion(_ column: Column, totals: ContiguousArray<Int64>, _ groups: GroupAssignment)
    -> AggregateResult
  { unfinished() }
  package static func apportion(_ column: Column, total: Int64, _ groups: GroupAssignment) -> AggregateResult
  { unfinished() }
}
package struct SortColumn: Sendable {
  package var column: Column
  package var ranks: ContiguousArray<Int32>?
  package var descending: Bool
  package init(_ column: Column, ranks: ContiguousArray<Int32>? = nil, descending: Bool = false) {
    self.column = column; self.ranks = ranks; self.descending = descending
  }
}
package struct TopSelection: Sendable { package var rows: ContiguousArray<Int32>; package var cutTies: Int }
package enum Ordering {
  package static func sortOrder(_ keys: [SortColumn], count: Int) -> ContiguousArray<Int32> { unfinished() }
  package static func topOrder(_ limit: Int, _ keys: [SortColumn], count: Int) -> TopSelection {
    unfinished()
  }
  package static func topOrder(_ limit: Int, _ keys: [SortColumn], per groups: GroupAssignment)
    -> TopSelection
  { unfinished() }
  /// positions from 0, half open
  package static func takeOrder(_ positions: Range<Int>, per groups: GroupAssignment) -> ContiguousArray<
    Int32
  > { unfinished() }
}
package enum VietnameseCollation {
  package static func collationKey(_ text: String) -> [UInt8] { unfinished() }
}
extension TextDictionary {
  package func collationRanks() -> ContiguousArray<Int32> { unfinished() }
}
package struct GroupKey: Sendable {
  package var column: Column
  package var ranks: ContiguousArray<Int32>?
  package init(_ column: Column, ranks: ContiguousArray<Int32>? = nil) {
    self.column = column; self.ranks = ranks
  }
}
package struct DenseGroups: Sendable {
  package var assignment: GroupAssignment
  package var representativeRow: ContiguousArray<Int32>
  package var count: Int { assignment.count }
}
package enum Grouping {
  package static func densify(_ keys: [GroupKey], count: Int) -> DenseGroups { unfinished() }
  package static func distinctFirst(_ columns: [Column], count: Int) -> ContiguousArray<Int32> {
    unfinished()
  }
}
func unfinished() -> Never { preconditionFailure("declared before it is written") }
