import Columns
import Testing

/// Nothing to aggregate, in each of the ways there can be nothing.
@Suite struct EmptinessTests {
  private static let nothings = [
    GroupAssignment(groups: [], count: 0), GroupAssignment(groups: [], count: 1),
    GroupAssignment(groups: [], count: 3), GroupAssignment(groups: [-1, -1], count: 0),
    GroupAssignment(groups: [-1, -1], count: 1), GroupAssignment(groups: [-1, -1], count: 2),
  ]

  @Test(arguments: nothings) func noRows(_ groups: GroupAssignment) throws {
    let column = Column.integers((0..<groups.rows).map { $0 == 0 ? 4 : nil })
    let condition = BooleanColumn((0..<groups.rows).map { $0 == 0 ? true : nil })
    for weights in [nil, Weights(ContiguousArray<Double>(repeating: 1.5, count: groups.rows))] {
      #expect(try Aggregates.sum(column, groups, weights: weights).column.doubles.allSatisfy { $0 == 0 })
      #expect(try Aggregates.countRows(groups, weights: weights).column.doubles.allSatisfy { $0 == 0 })
      #expect(try Aggregates.countTrue(condition, groups, weights: weights).skipped == 0)
      #expect(
        try Aggregates.share(condition, groups, weights: weights).share.column.doubles.allSatisfy {
          $0 == nil
        })
      for result in [
        Aggregates.mean(column, groups, weights: weights),
        Aggregates.median(column, groups, weights: weights),
        Aggregates.variance(column, groups, weights: weights),
        Aggregates.gini(column, groups, weights: weights),
        Aggregates.theil(column, groups, weights: weights),
        Aggregates.atkinson(column, aversion: 1, groups, weights: weights),
        Aggregates.quantileShare(column, from: 0, to: 1, groups, weights: weights),
        Aggregates.povertyGap(column, line: column, groups, weights: weights),
        Aggregates.correlation(column, column, groups, weights: weights), Aggregates.minimum(column, groups),
        Aggregates.mode(column, groups),
      ] {
        #expect(result.column.count == groups.count)
        #expect(result.column.doubles.allSatisfy { $0 == nil })
        #expect(result.skipped == 0 && result.notComputable == 0)
      }
    }
    #expect(Aggregates.distinct(column, groups).column.doubles.allSatisfy { $0 == 0 })
    #expect(Aggregates.list(column, groups).column.count == groups.count)
    #expect(Aggregates.all(condition, groups).optionals.allSatisfy { $0 == true })
    #expect(Aggregates.any(condition, groups).optionals.allSatisfy { $0 == false })
  }

  @Test(arguments: nothings) func noWindows(_ groups: GroupAssignment) throws {
    let column = Column.integers(Array(repeating: 4, count: groups.rows))
    let key = SortColumn(column)
    for result in [
      Windows.rank(key, groups), Windows.ntile(key, into: 2, groups), Windows.number(groups),
      try Windows.running(column, groups).column, Windows.apportion(column, total: 7, groups).column,
    ] {
      #expect(result.whole == Array(repeating: nil, count: groups.rows))
    }
    #expect(Ordering.topOrder(2, [key], per: groups).rows.isEmpty)
    #expect(Ordering.takeOrder(-3..<5, per: groups).isEmpty)
  }
}
