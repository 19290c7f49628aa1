import Columns
import Testing

@Suite struct LogicTests {
  @Test(arguments: lengths) func kleene(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 700)
    for _ in 0..<9 {
      let (a, b) = (random.booleans(count), random.booleans(count))
      let and = zip(a.cells, b.cells).map { x, y -> Cell<Bool> in
        if x == .known(false) || y == .known(false) { return .known(false) }
        return .both(x, y) { .known($0 && $1) }
      }
      let or = zip(a.cells, b.cells).map { x, y -> Cell<Bool> in
        if x == .known(true) || y == .known(true) { return .known(true) }
        return .both(x, y) { .known($0 || $1) }
      }
      #expect(Kernels.and(a, b).cells == and)
      #expect(Kernels.or(a, b).cells == or)
      #expect(Kernels.not(a).cells == a.cells.map { $0.map { !$0 } })
    }
  }

  @Test(arguments: lengths) func missing(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 800)
    for column in random.columnsOfAllKinds(count) {
      let missing = (0..<count).map { !column.isKnown($0) }
      #expect(Kernels.isMissing(column).cells == missing.map { .known($0) })
      #expect(Kernels.isKnown(column).cells == missing.map { .known(!$0) })
      let reasons = (0..<count).map { row -> Cell<Int32> in
        column.reason(row).map { .known(Int32($0.rawValue)) } ?? .missing(.notRecorded)
      }
      #expect(Kernels.whyMissing(column).cells == reasons)
    }
  }

  @Test(arguments: lengths) func choice(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 900)
    for _ in 0..<6 {
      let (first, second) = (random.columnsOfAllKinds(count), random.columnsOfAllKinds(count))
      let condition = random.booleans(count)
      for (a, b) in zip(first, second) {
        let (x, y) = (described(a), described(b))
        let selected = condition.cells.enumerated().map { row, cell -> String in
          switch cell {
          case .known(let truth): return truth ? x[row] : y[row]
          case .missing(let reason): if case .list = a { return "" } else { return describedMissing(reason) }
          }
        }
        #expect(described(Kernels.select(condition: condition, then: a, else: b)) == selected)
        let coalesced = (0..<count).map { a.isKnown($0) ? x[$0] : y[$0] }
        #expect(described(Kernels.coalesce(a, b)) == coalesced)
      }
    }
  }

  @Test func integersBesideNumbersBecomeNumbers() {
    let condition = BooleanColumn(Bitmap(words: [0b01], count: 2))
    let chosen = Kernels.select(
      condition: condition, then: .integer(IntegerColumn([1, 2])), else: .number(NumberColumn([0.5, 1.5])))
    #expect(described(chosen) == ["known(1.0)", "known(1.5)"])
    let back = Kernels.select(
      condition: condition, then: .number(NumberColumn([0.5, 1.5])), else: .integer(IntegerColumn([1, 2])))
    #expect(described(back) == ["known(0.5)", "known(2.0)"])
    let missing = Kernels.missing(.code, count: 2, reason: .notPresent)
    let text = Kernels.constant(text: "x", count: 2)
    #expect(described(Kernels.coalesce(missing, .code(text))) == ["known(\"x\")", "known(\"x\")"])
  }
}
