import Columns
import Testing

@Suite struct GroupingTests {
  /// Groups by a dictionary of the keys' values in words that sort as the keys do.
  private func naive(_ columns: [[Int64?]], _ rows: Int) -> (groups: [Int32], first: [Int32]) {
    let keys = (0..<rows).map { row in columns.map { $0[row] ?? .max } }
    let distinct = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
    let place = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
    let groups = keys.map { place[$0] ?? -1 }
    return (groups, distinct.indices.map { group in Int32(groups.firstIndex(of: Int32(group)) ?? -1) })
  }

  private func expectNaive(_ columns: [[Int64?]], _ keys: [GroupKey]) {
    let rows = columns[0].count
    let expected = naive(columns, rows)
    let result = Grouping.densify(keys, count: rows)
    #expect(Array(result.assignment.groups) == expected.groups)
    #expect(Array(result.representativeRow) == expected.first)
    #expect(result.count == expected.first.count)
  }

  @Test(arguments: [0, 1, 50, 4000]) func groupsLikeADictionary(_ rows: Int) {
    let sample = Sample(seed: UInt64(rows), rows: rows, groups: 9)
    let codes = sample.groups.groups.map { $0 < 0 ? nil : Optional(Int64($0)) }
    let codeKey = GroupKey(.code(CodeColumn(sample.groups.groups)))
    let small = sample.integers.map { $0.map { $0 / 1000 - 20 } }
    let wide = sample.integers.map { $0.map { $0 &* 1_000_003_000_000 &- 77 } }
    expectNaive([codes], [codeKey])
    expectNaive([small], [GroupKey(.integers(small))])
    expectNaive([wide], [GroupKey(.integers(wide))])
    expectNaive([codes, small], [codeKey, GroupKey(.integers(small))])
    let numbers = sample.integers.map { $0.map { Double($0) / 7 } }
    expectNaive(
      [sample.integers, codes, wide], [GroupKey(.numbers(numbers)), codeKey, GroupKey(.integers(wide))])
  }

  /// Two keys of so many values that their combinations fit in no table.
  @Test func manyKeys() {
    var generator = SeededGenerator(seed: 11)
    let first = (0..<6000).map { _ in Optional(Int64.random(in: 0..<5000, using: &generator)) }
    let second = (0..<6000).map { _ in Optional(Int64.random(in: 0..<5000, using: &generator)) }
    let codes = Column.code(CodeColumn(ContiguousArray(second.map { Int32($0 ?? 0) })))
    expectNaive(
      [first, second, first], [GroupKey(.integers(first)), GroupKey(codes), GroupKey(.integers(first))])
    let sparse = ContiguousArray<Int32>([2_000_000_000, 7, 2_000_000_000, 5])
    let groups = Grouping.densify([GroupKey(.code(CodeColumn(sparse)))], count: 4)
    #expect(groups.assignment.groups == [2, 1, 2, 0])
    #expect(groups.representativeRow == [3, 1, 0])
  }

  @Test func missingKeysComeLastAndNotPresentAfterThem() {
    let codes: ContiguousArray<Int32> = [
      CodeColumn.missing(.notPresent), 1, CodeColumn.missing(.badValue), 0, CodeColumn.missing(.notRecorded),
      2,
    ]
    let key = GroupKey(.code(CodeColumn(codes)), ranks: [2, 1, 0])
    let result = Grouping.densify([key], count: 6)
    #expect(result.assignment.groups == [4, 1, 3, 2, 3, 0])
    #expect(result.representativeRow == [5, 1, 3, 2, 0])
    let validity = Validity(known: Bitmap([true, false, false]), reasons: [0, 1, 0])
    let integers = GroupKey(.integer(IntegerColumn([4, 0, 0], validity)))
    #expect(Grouping.densify([integers], count: 3).assignment.groups == [0, 2, 1])
  }

  @Test func truthValuesSetsAndLists() {
    let truth = GroupKey(.boolean(BooleanColumn([true, nil, false])))
    #expect(Grouping.densify([truth], count: 3).assignment.groups == [1, 2, 0])
    let sets = GroupKey(.set(SetColumn([1 << 63, 0, 3, 0])))
    #expect(Grouping.densify([sets], count: 4).assignment.groups == [2, 0, 1, 0])
    let elements = Column.integers([1, 2, 1, 2, 1])
    let lists = Column.list(ListColumn(offsets: [0, 2, 4, 5, 5], elements: elements))
    #expect(Grouping.densify([GroupKey(lists)], count: 4).assignment.groups == [2, 2, 1, 0])
    #expect(Grouping.distinctFirst([lists], count: 4) == [0, 2, 3])
  }

  @Test func withoutKeysAllRowsAreOneGroup() {
    #expect(Grouping.densify([], count: 3).count == 1)
    #expect(Grouping.densify([], count: 0).count == 0)
    #expect(Grouping.distinctFirst([.codes([2, 0, 2, nil, 0, nil])], count: 6) == [0, 1, 3])
  }
}
