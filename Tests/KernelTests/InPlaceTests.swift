import Columns
import Testing

/// Conditions read from a range of rows where they lie, against the same on the rows cut out first.
@Suite struct InPlaceTests {
  /// Ranges that begin and end on both sides of a word's end.
  private func ranges(_ count: Int, _ random: inout SeededGenerator) -> [Range<Int>] {
    let ends = [0, 1, 63, 64, 65, 128, count / 2, count - 1, count].filter { (0...count).contains($0) }
    let fixed = ends.flatMap { lower in ends.filter { $0 >= lower }.map { lower..<$0 } }
    let (a, b) = (random.below(count + 1), random.below(count + 1))
    return fixed + [min(a, b)..<max(a, b)]
  }

  @Test(arguments: lengths, ComparisonOperator.allCases)
  func comparison(_ count: Int, _ operation: ComparisonOperator) {
    var random = SeededGenerator(UInt64(count) + 7_100)
    for _ in 0..<3 {
      let (a, x) = (random.integers(count, -3...3), random.numbers(count, -3...3))
      let c = random.codes(count, below: 4)
      for rows in ranges(count, &random) {
        #expect(
          Kernels.compare(a, in: rows, operation, 1).cells
            == a.cells[rows].map { $0.map { holds($0, operation, 1) } })
        #expect(
          Kernels.compare(x, in: rows, operation, 1).cells
            == x.cells[rows].map { $0.map { holds($0, operation, 1) } })
        #expect(
          Kernels.compare(c, in: rows, operation, 2).cells
            == c.cells[rows].map { $0.map { holds($0, operation, 2) } })
      }
    }
  }

  @Test(arguments: lengths) func membership(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 7_200)
    for _ in 0..<3 {
      let (a, x) = (random.integers(count), random.numbers(count))
      let (few, many) = (random.codes(count, below: 9), random.codes(count, below: 200))
      let marked = random.bitmap(100)
      for rows in ranges(count, &random) {
        #expect(
          Kernels.isBetween(a, in: rows, -3, 7).cells
            == a.cells[rows].map { $0.map { (-3...7).contains($0) } })
        #expect(
          Kernels.isBetween(x, in: rows, -3, 7).cells
            == x.cells[rows].map { $0.map { (-3...7).contains($0) } })
        #expect(
          Kernels.isBetween(many, in: rows, 3, 70).cells
            == many.cells[rows].map { $0.map { (3...70).contains($0) } })
        for list: [Int32] in [[], [0, 5], [3, 63], [2, 64, 150]] {
          #expect(
            Kernels.isMember(few, in: rows, of: list).cells
              == few.cells[rows].map { $0.map { list.contains($0) } })
          #expect(
            Kernels.isMember(many, in: rows, of: list).cells
              == many.cells[rows].map { $0.map { list.contains($0) } })
        }
        #expect(
          Kernels.isMember(many, in: rows, of: marked).cells
            == many.cells[rows].map { $0.map { $0 < 100 && marked[Int($0)] } })
      }
    }
  }
}
