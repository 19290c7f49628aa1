import Columns
import Testing

/// The oracle of every comparison.
func holds<A: Comparable>(_ a: A, _ operation: ComparisonOperator, _ b: A) -> Bool {
  switch operation {
  case .equal: a == b
  case .notEqual: a != b
  case .less: a < b
  case .lessOrEqual: a <= b
  case .greater: a > b
  case .greaterOrEqual: a >= b
  }
}

@Suite struct ComparisonTests {
  private func expected<A: Comparable & Sendable>(
    _ a: [Cell<A>], _ operation: ComparisonOperator, _ b: [Cell<A>]
  ) -> [Cell<Bool>] {
    zip(a, b).map { x, y in .both(x, y) { .known(holds($0, operation, $1)) } }
  }

  private func expected<A: Comparable & Sendable>(
    _ a: [Cell<A>], _ operation: ComparisonOperator, _ b: A
  ) -> [Cell<Bool>] { a.map { $0.map { holds($0, operation, b) } } }

  @Test(arguments: lengths, ComparisonOperator.allCases)
  func agreesWithRows(_ count: Int, _ operation: ComparisonOperator) {
    var random = SeededGenerator(UInt64(count) + 300)
    for _ in 0..<4 {
      let (a, b) = (random.integers(count, -3...3), random.integers(count, -3...3))
      let (x, y) = (random.numbers(count, -3...3), random.numbers(count, -3...3))
      let (p, q) = (random.booleans(count), random.booleans(count))
      let (s, t) = (random.codes(count, below: 4), random.codes(count, below: 4))
      #expect(Kernels.compare(a, operation, b).cells == expected(a.cells, operation, b.cells))
      #expect(Kernels.compare(a, operation, 1 as Int64).cells == expected(a.cells, operation, 1))
      #expect(Kernels.compare(x, operation, y).cells == expected(x.cells, operation, y.cells))
      #expect(Kernels.compare(x, operation, 1.0).cells == expected(x.cells, operation, 1))
      let asNumbers = a.cells.map { $0.map { Double($0) } }
      #expect(Kernels.compare(a, operation, y).cells == expected(asNumbers, operation, y.cells))
      #expect(Kernels.compare(a, operation, 0.5).cells == expected(asNumbers, operation, 0.5))
      #expect(Kernels.compare(s, operation, t).cells == expected(s.cells, operation, t.cells))
      #expect(Kernels.compare(s, operation, 2 as Int32).cells == expected(s.cells, operation, 2))
      let (first, second) = (p.cells.map { $0.map { $0 ? 1 : 0 } }, q.cells.map { $0.map { $0 ? 1 : 0 } })
      #expect(Kernels.compare(p, operation, q).cells == expected(first, operation, second))
      #expect(Kernels.compare(p, operation, true).cells == expected(first, operation, 1))
      #expect(
        Kernels.compare(a, operation, b).cells
          == Kernels.compare(b, operation.mirrored, a).cells.enumerated().map { row, cell in
            a.cells[row].isKnown || b.cells[row].isKnown ? cell : a.cells[row].map { _ in true }
          })
    }
  }

  @Test(arguments: lengths, ComparisonOperator.allCases)
  func ranksDecideTheOrderOfCodes(_ count: Int, _ operation: ComparisonOperator) {
    var random = SeededGenerator(UInt64(count) + 400)
    let (a, b) = (random.codes(count, below: 4), random.codes(count, below: 3))
    let (aRanks, bRanks): (ContiguousArray<Int32>, ContiguousArray<Int32>) = ([3, 0, 2, 1], [1, 3, 2])
    let ranked = (a.cells.map { $0.map { aRanks[Int($0)] } }, b.cells.map { $0.map { bRanks[Int($0)] } })
    #expect(
      Kernels.compare(a, ranks: aRanks, operation, b, ranks: bRanks).cells
        == expected(ranked.0, operation, ranked.1))
    #expect(Kernels.compare(a, ranks: aRanks, operation, rank: 2).cells == expected(ranked.0, operation, 2))
  }

  @Test(arguments: lengths) func textsAreEqualByTheirBytes(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 500)
    let (a, b) = (
      random.texts(count, from: words), random.texts(count, from: Array(words.dropLast(3)) + ["new"])
    )
    let equal = zip(a.texts, b.texts).map { x, y in Cell<Bool>.both(x, y) { .known($0 == $1) } }
    #expect(Kernels.areTextsEqual(a, .column(b)).cells == equal)
    var same = random.codes(count, below: words.count)
    same.dictionary = a.dictionary
    let equalWithin = zip(a.texts, same.texts).map { x, y in Cell<Bool>.both(x, y) { .known($0 == $1) } }
    #expect(Kernels.areTextsEqual(a, .column(same)).cells == equalWithin)
    for text in ["Trà My", "nowhere", ""] {
      #expect(Kernels.areTextsEqual(a, .constant(text)).cells == a.texts.map { $0.map { $0 == text } })
    }
    #expect(a.dictionary?.code(of: "nowhere") == nil)
  }

  @Test(arguments: lengths) func membership(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 600)
    let (a, x) = (random.integers(count), random.numbers(count))
    for size in [0, 1, 3, 8, 9, 15] {
      let list = (0..<size).map { _ in Int64(random.below(41) - 20) }
      #expect(Kernels.isMember(a, of: list).cells == a.cells.map { $0.map { list.contains($0) } })
      let decimals = list.map { Double($0) }
      #expect(Kernels.isMember(x, of: decimals).cells == x.cells.map { $0.map { decimals.contains($0) } })
      for bound in [10, 200] {
        let c = random.codes(count, below: bound)
        let codes = (0..<size).map { _ in Int32(random.below(bound)) }
        #expect(Kernels.isMember(c, of: codes).cells == c.cells.map { $0.map { codes.contains($0) } })
        let rows = random.bitmap(bound / 2)
        #expect(
          Kernels.isMember(c, of: rows).cells
            == c.cells.map { $0.map { Int($0) < rows.count && rows[Int($0)] } })
        #expect(Kernels.isBetween(c, 3, 7).cells == c.cells.map { $0.map { (3...7).contains($0) } })
      }
    }
    #expect(Kernels.isBetween(a, -3, 7).cells == a.cells.map { $0.map { (-3...7).contains($0) } })
    #expect(Kernels.isBetween(x, -3, 7).cells == x.cells.map { $0.map { (-3...7).contains($0) } })
    #expect(Kernels.isBetween(a, 7, -3).cells == a.cells.map { $0.map { _ in false } })
  }
}
