import Columns
import Testing

@Suite struct OrderingTests {
  /// The same order by the standard library, on optional values: stable, missing last.
  private func naive(_ values: [Double?], descending: Bool, _ order: [Int]) -> [Int] {
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    return order.sorted { a, b in
      let (x, y) = (values[a], values[b])
      if let x, let y, x != y { return descending ? x > y : x < y }
      if (x == nil) != (y == nil) { return y == nil }
      return (place[a] ?? 0) < (place[b] ?? 0)
    }
  }

  @Test(arguments: [0, 1, 5, 33, 700, 6000], [false, true])
  func sortsLikeAComparison(_ rows: Int, _ descending: Bool) {
    let sample = Sample(seed: UInt64(rows), rows: rows, groups: 5)
    let numbers = sample.numbers.map { $0.map { $0 - 2.5 } }
    let codes = sample.groups.groups.map { $0 < 0 ? nil : Optional($0) }
    let keys = [
      SortColumn(.codes(codes), ranks: [4, 2, 0, 1, 3], descending: !descending),
      SortColumn(.numbers(numbers), descending: descending),
    ]
    var expected = naive(numbers, descending: descending, Array(0..<rows))
    let ranked = codes.map { code in code.map { [4.0, 2, 0, 1, 3][Int($0)] } }
    expected = naive(ranked, descending: !descending, expected)
    #expect(Ordering.sortOrder(keys, count: rows).map { Int($0) } == expected)
    let whole = SortColumn(.integers(sample.integers), descending: descending)
    let order = naive(sample.integers.map { $0.map { Double($0) } }, descending: descending, Array(0..<rows))
    #expect(Ordering.sortOrder([whole], count: rows).map { Int($0) } == order)
  }

  @Test func extremesSort() {
    let integers = Column.integers([.max, nil, .min, 0, -1])
    #expect(Ordering.sortOrder([SortColumn(integers)], count: 5) == [2, 4, 3, 0, 1])
    #expect(Ordering.sortOrder([SortColumn(integers, descending: true)], count: 5) == [0, 3, 4, 2, 1])
    let numbers = Column.numbers([0, -0.0, .greatestFiniteMagnitude, -1e-300, -.greatestFiniteMagnitude])
    #expect(Ordering.sortOrder([SortColumn(numbers)], count: 5) == [4, 3, 0, 1, 2])
    #expect(Ordering.sortOrder([], count: 3) == [0, 1, 2])
  }

  @Test func topCountsTheTiesItCuts() {
    let sizes = SortColumn(.integers([5, 2, 4, 4, nil, 4, nil]), descending: true)
    #expect(Ordering.topOrder(2, [sizes], count: 7) == TopSelection(rows: [0, 2], cutTies: 2))
    #expect(Ordering.topOrder(4, [sizes], count: 7) == TopSelection(rows: [0, 2, 3, 5], cutTies: 0))
    #expect(Ordering.topOrder(6, [sizes], count: 7) == TopSelection(rows: [0, 2, 3, 5, 1, 4], cutTies: 1))
    #expect(Ordering.topOrder(99, [sizes], count: 7).rows.count == 7)
    #expect(Ordering.topOrder(0, [sizes], count: 7) == TopSelection(rows: [], cutTies: 0))
  }

  @Test func topIsTheHeadOfTheOrder() {
    let sample = Sample(seed: 9, rows: 3000, groups: 8)
    let keys = [
      SortColumn(.integers(sample.integers), descending: true),
      SortColumn(.code(CodeColumn(sample.groups.groups))),
    ]
    let order = Ordering.sortOrder(keys, count: 3000)
    for limit in [1, 10, 500, 2999] {
      #expect(Ordering.topOrder(limit, keys, count: 3000).rows == ContiguousArray(order.prefix(limit)))
    }
    let per = Ordering.topOrder(3, keys, per: sample.groups)
    let expected = (0..<8).flatMap { group in
      order.filter { sample.groups.groups[Int($0)] == Int32(group) }.prefix(3)
    }
    #expect(Array(per.rows) == expected)
  }

  @Test func groupsHaveTheirOwnTop() {
    let groups = GroupAssignment([1, 0, 1, 0, 1, 0])
    let key = SortColumn(.integers([1, 7, 3, 7, 3, nil]), descending: true)
    #expect(Ordering.topOrder(1, [key], per: groups) == TopSelection(rows: [1, 2], cutTies: 2))
    #expect(Ordering.takeOrder(0..<2, per: groups) == [1, 3, 0, 2])
    #expect(Ordering.takeOrder(1..<9, per: groups) == [3, 5, 2, 4])
  }
}
