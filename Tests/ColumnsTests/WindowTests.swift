import Columns
import Testing

@Suite struct WindowTests {
  private let groups = GroupAssignment(groups: [0, 0, 1, 0, 1, -1], count: 2)

  @Test func tiesShareTheSmallerRank() {
    let key = SortColumn(.integers([4, 9, 5, 9, nil, 1]), descending: true)
    #expect(Windows.rank(key, groups).whole == [3, 1, 1, 1, nil, nil])
    #expect(Windows.rank(SortColumn(key.column), groups).whole == [1, 2, 1, 2, nil, nil])
  }

  @Test func partsAreAsEqualAsCanBe() {
    let column = Column.integers([7, 7, 1, 3, nil, 9, 2, 8])
    let parts = Windows.ntile(SortColumn(column), into: 3, GroupAssignment(whole: 8))
    #expect(parts.whole == [2, 2, 1, 1, nil, 3, 1, 3])
    #expect(
      Windows.ntile(SortColumn(column), into: 99, GroupAssignment(whole: 8)).whole == [
        4, 5, 1, 3, nil, 7, 2, 6,
      ])
    #expect(Windows.ntile(SortColumn(column), into: 0, GroupAssignment(whole: 8)).reason(0) == .notComputable)
  }

  @Test func runningSumsAndNumbers() throws {
    let result = try Windows.running(.integers([1, nil, nil, 4, 5, 6]), groups)
    #expect(result.column.whole == [1, 1, nil, 5, 5, nil])
    #expect(result.skipped == 2)
    #expect(
      try Windows.running(.numbers([0.5, 1, 2, nil, 2, 1]), groups).column.doubles == [
        0.5, 1.5, 2, 1.5, 4, nil,
      ])
    #expect(Windows.number(groups).whole == [1, 2, 1, 3, 2, nil])
    #expect(throws: AggregateError.integerOverflow) {
      try Windows.running(.integers([.max, 1]), GroupAssignment(whole: 2))
    }
  }

  @Test func apportionmentAddsUp() {
    let whole = GroupAssignment(whole: 4)
    #expect(Windows.apportion(.integers([1, 1, 1, nil]), total: 10, whole).column.whole == [4, 3, 3, nil])
    #expect(Windows.apportion(.numbers([0.1, 0.2, 0.3, 0]), total: 6, whole).column.whole == [1, 2, 3, 0])
    #expect(Windows.apportion(.integers([1, 1, 1, 1]), total: -6, whole).column.whole == [-2, -2, -1, -1])
    #expect(Windows.apportion(.integers([3, 1, 0, 0]), total: 0, whole).column.whole == [0, 0, 0, 0])
    let negative = Windows.apportion(.integers([3, -1, 0, 0]), total: 5, whole)
    #expect(negative.column.whole == [nil, nil, nil, nil])
    #expect(negative.column.reason(0) == .notComputable)
    #expect(negative.notComputable == 1)
    #expect(Windows.apportion(.integers([0, 0, nil, 0]), total: 5, whole).notComputable == 1)
    let perGroup = Windows.apportion(.integers([1, 2, 3, 3, 1, 9]), totals: [7, 2], groups)
    #expect(perGroup.column.whole == [1, 2, 2, 4, 0, nil])
  }

  @Test(arguments: 0..<40) func apportionmentOfRandomNumbersAddsUp(_ seed: Int) {
    let sample = Sample(seed: UInt64(seed), rows: 40, groups: 3)
    let total = Int64(seed * seed * seed) * 1_000_003
    for column in [Column.integers(sample.integers), .numbers(sample.weights.map { $0 / 3 })] {
      let shares = Windows.apportion(column, total: total, sample.groups).column.whole
      for group in 0..<3 { #expect(sample.rows(group).compactMap { shares[$0] }.reduce(0, +) == total) }
    }
    let vast = Windows.apportion(.numbers([1e300, 1, 7]), total: .max, GroupAssignment(whole: 3)).column.whole
    #expect(vast.compactMap { $0 }.reduce(0, +) == .max)
  }
}
