import Columns
import Foundation
import Testing

@Suite struct NumberFunctionTests {
  private func round(_ x: Double, _ digits: Int64) -> Double? {
    let (column, _) = Kernels.round(NumberColumn([x]), .constant(digits))
    return column.validity.isKnown(0) ? column.values[0] : nil
  }

  @Test func halvesGoAwayFromZeroByTheShortestDecimal() {
    let cases: [(Double, Int64, Double)] = [
      (1.005, 2, 1.01), (2.5, 0, 3), (-2.5, 0, -3), (0.5, 0, 1), (0.49999999999999994, 0, 0),
      (1.045, 2, 1.05),
      (2.675, 2, 2.68), (-1.005, 2, -1.01), (1.0049999999999994, 2, 1), (1250, -2, 1300), (-1250, -2, -1300),
      (1249.999, -2, 1200), (0.1 + 0.2, 1, 0.3), (1e300, 2, 1e300), (Double.leastNonzeroMagnitude, 3, 0),
      (123456789.125, 2, 123456789.13),
      (9007199254740992, 0, 9007199254740992), (1e22, -22, 1e22), (5e22, -23, 1e23), (4.9e22, -23, 0),
      (0.000012345, 8, 0.00001235), (1.5, 400, 1.5), (1.5, -400, 0), (1e-7, 7, 1e-7), (99.995, 2, 100),
      (1.7e308, -307, 1.7e308), (12345678901234.565, 2, 12345678901234.56), (0.285, 2, 0.29),
      (8.345, 2, 8.35),
      (1e15 + 0.5, 0, 1e15 + 1), (4.35, 1, 4.4), (1.15, 1, 1.2), (1e21, 5, 1e21), (1.2345e-10, 13, 1.235e-10),
    ]
    for (x, digits, expected) in cases { #expect(round(x, digits) == expected, "round(\(x), \(digits))") }
    #expect(round(1.7e308, -308) == nil)
  }

  /// The oracle reads the shortest decimal into `Decimal`, which rounds half away from zero ("plain").
  @Test func roundingAgreesWithDecimals() throws {
    var random = SeededGenerator(1500)
    for trial in 0..<20_000 {
      let digits = random.below(9) - 3
      var x = Double.random(in: -100_000...100_000, using: &random)
      if trial % 3 == 0 { x = (x * 1000).rounded() / 1000 }
      if trial % 3 == 1 { x = ((x * 100).rounded() * 10 + 5) / 1000 }
      var decimal = try #require(Decimal(string: "\(x)"))
      var result = Decimal()
      NSDecimalRound(&result, &decimal, digits, .plain)
      #expect(round(x, Int64(digits)) == Double("\(result)"), "round(\(x), \(digits))")
    }
  }

  @Test(arguments: lengths) func roundingByAColumnOfDigits(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 1600)
    let (x, digits) = (random.numbers(count, -1e4...1e4), random.integers(count, -5...5))
    let expected = zip(x.cells, digits.cells).map { x, digits in
      Cell<Double>.both(x, digits) { .known(round($0, $1) ?? .nan) }
    }
    #expect(Kernels.round(x, .column(digits)).column.cells == expected)
    let whole = random.integers(count, -99_999...99_999)
    for places in [-6, -3, -1, 0, 2] as [Int64] {
      let constant = Kernels.round(whole, .constant(places))
      let rounded = whole.cells.map { $0.map { Int64(round(Double($0), places) ?? 0) } }
      #expect(constant.column.cells == rounded && constant.overflowRow == nil)
    }
    let both = zip(whole.cells, digits.cells).map { x, digits in
      Cell<Int64>.both(x, digits) { .known(Int64(round(Double($0), $1) ?? 0)) }
    }
    #expect(Kernels.round(whole, .column(digits)).column.cells == both)
  }

  @Test func wholeNumbersRoundedBeyond64Bits() {
    #expect(Kernels.round(IntegerColumn([.max]), .constant(-1)).overflowRow == 0)
    #expect(Kernels.round(IntegerColumn([.min]), .constant(-1)).overflowRow == 0)
    #expect(
      Kernels.round(IntegerColumn([.max, .min]), .constant(-2)).column.values == [
        9_223_372_036_854_775_800, -9_223_372_036_854_775_800,
      ])
    #expect(Kernels.round(IntegerColumn([4, .max]), .constant(-19)).overflowRow == 1)
    #expect(Kernels.round(IntegerColumn([.max]), .constant(-20)).column.values == [0])
    #expect(Kernels.round(IntegerColumn([.max]), .constant(.min)).column.values == [0])
  }

  @Test(arguments: lengths) func floorCeilAbsAndExtremes(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 1700)
    for range in [-3.0...3, -1e18...1e18] {
      let (x, y) = (random.numbers(count, range), random.numbers(count, range))
      #expect(Kernels.floor(x).cells == x.cells.map { $0.map { $0.rounded(.down) } })
      #expect(Kernels.ceil(x).cells == x.cells.map { $0.map { $0.rounded(.up) } })
      #expect(Kernels.abs(x).cells == x.cells.map { $0.map { Swift.abs($0) } })
      #expect(Kernels.min2(x, y).cells == zip(x.cells, y.cells).map { .both($0, $1) { .known(min($0, $1)) } })
      #expect(Kernels.max2(x, y).cells == zip(x.cells, y.cells).map { .both($0, $1) { .known(max($0, $1)) } })
    }
    let (a, b) = (random.integers(count), random.integers(count))
    #expect(Kernels.abs(a).column.cells == a.cells.map { $0.map { Swift.abs($0) } })
    #expect(Kernels.min2(a, b).cells == zip(a.cells, b.cells).map { .both($0, $1) { .known(min($0, $1)) } })
    #expect(Kernels.max2(a, b).cells == zip(a.cells, b.cells).map { .both($0, $1) { .known(max($0, $1)) } })
    let (s, t) = (random.codes(count, below: 4), random.codes(count, below: 4))
    #expect(Kernels.min2(s, t).cells == zip(s.cells, t.cells).map { .both($0, $1) { .known(min($0, $1)) } })
    #expect(Kernels.max2(s, t).cells == zip(s.cells, t.cells).map { .both($0, $1) { .known(max($0, $1)) } })
    let ranks: ContiguousArray<Int32> = [3, 2, 1, 0]
    #expect(Kernels.min2(s, t, ranks: ranks).cells == Kernels.max2(s, t).cells)
    #expect(Kernels.max2(s, t, ranks: ranks).cells == Kernels.min2(s, t).cells)
  }

  @Test(arguments: lengths) func binAndCut(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 1800)
    let (a, width, x) = (random.integers(count), random.integers(count, -1...4), random.numbers(count))
    func lower(_ value: Int64, _ width: Int64) -> Cell<Int64> {
      width > 0
        ? .known(Int64((Double(value) / Double(width)).rounded(.down)) * width) : .missing(.notComputable)
    }
    #expect(Kernels.bin(a, width: .constant(6)).column.cells == a.cells.map { $0.flatMap { lower($0, 6) } })
    let (column, notComputable) = Kernels.bin(a, width: .column(width))
    #expect(column.cells == zip(a.cells, width.cells).map { .both($0, $1, lower) })
    #expect(
      notComputable
        == (0..<count).filter { row in
          a.cells[row].isKnown && width.cells[row].isKnown && width.values[row] <= 0
        }.count)
    let halves = x.cells.map { $0.map { ($0 / 2.5).rounded(.down) * 2.5 } }
    #expect(Kernels.bin(x, width: 2.5).column.cells == halves)
    #expect(Kernels.bin(x, width: Kernels.constant(2.5, count: count)).column.cells == halves)
    let breaks: [Int64] = [-5, 0, 3, 12]
    #expect(
      Kernels.cut(a, breaks: breaks).cells
        == a.cells.map { $0.map { value in Int32(breaks.filter { $0 <= value }.count) } })
    let decimals = breaks.map { Double($0) }
    #expect(
      Kernels.cut(x, breaks: decimals).cells
        == x.cells.map { $0.map { value in Int32(decimals.filter { $0 <= value }.count) } })
    #expect(Kernels.cut(a, breaks: []).cells == a.cells.map { $0.map { _ in 0 } })
  }

  @Test func binsOfDecimalWidthsAreDecimal() {
    let tenths = NumberColumn([0.3, 0.35, 0.7, -0.05, 1.1, 0.29999999])
    #expect(Kernels.bin(tenths, width: 0.1).column.values == [0.3, 0.3, 0.7, -0.1, 1.1, 0.2])
    #expect(Kernels.bin(NumberColumn([1]), width: 0).notComputable == 1)
    #expect(Kernels.bin(NumberColumn([1]), width: -1).notComputable == 1)
    #expect(Kernels.bin(NumberColumn([1, 7.5]), width: 1.0 / 3).column.values == [1, 22 * (1.0 / 3)])
    #expect(Kernels.bin(IntegerColumn([.min, .max]), width: .constant(3)).notComputable == 1)
    #expect(Kernels.bin(NumberColumn([1e300, 3]), width: 1e-300).notComputable == 1)
  }
}
