import Columns
import Testing

@Suite struct ArithmeticTests {
  typealias Binary = (Int64, Int64) -> (partialValue: Int64, overflow: Bool)

  /// Every kernel with two operands against rows one by one: values, validity, reasons, the row that overflows.
  private func check(
    _ column: IntegerColumn, _ overflowRow: Int?, _ a: IntegerColumn, _ b: IntegerColumn, _ active: Bitmap?,
    _ operation: Binary
  ) {
    var expectedRow: Int?
    var expected: [Cell<Int64>] = []
    for (row, (x, y)) in zip(a.cells, b.cells).enumerated() {
      let cell = Cell<Int64>.both(x, y) { x, y in
        let (value, overflow) = operation(x, y)
        if overflow, active?[row] ?? true, expectedRow == nil { expectedRow = row }
        return .known(value)
      }
      expected.append(cell)
    }
    #expect(column.cells == expected)
    #expect(overflowRow == expectedRow)
  }

  @Test(arguments: lengths) func integersAgreeWithRows(_ count: Int) {
    var random = SeededGenerator(UInt64(count))
    for range in [-9...9, -4_000_000_000...4_000_000_000, Int64.min...Int64.max] {
      let (a, b) = (random.integers(count, range), random.integers(count, range))
      let k = Int64.random(in: range, using: &random)
      let constant = Kernels.constant(k, count: count)
      for active in [nil, random.bitmap(count)] {
        let cases: [(kernel: (IntegerColumn, IntegerColumn) -> (IntegerColumn, Int?), rows: Binary)] = [
          ({ Kernels.add($0, $1, active: active) }, { $0.addingReportingOverflow($1) }),
          ({ Kernels.subtract($0, $1, active: active) }, { $0.subtractingReportingOverflow($1) }),
          ({ Kernels.multiply($0, $1, active: active) }, { $0.multipliedReportingOverflow(by: $1) }),
        ]
        for (kernel, rows) in cases {
          let (column, row) = kernel(a, b)
          check(column, row, a, b, active, rows)
        }
        let sum = Kernels.add(a, k, active: active)
        check(sum.column, sum.overflowRow, a, constant, active) { $0.addingReportingOverflow($1) }
        let less = Kernels.subtract(a, k, active: active)
        check(less.column, less.overflowRow, a, constant, active) { $0.subtractingReportingOverflow($1) }
        let from = Kernels.subtract(k, a, active: active)
        check(from.column, from.overflowRow, constant, a, active) { $0.subtractingReportingOverflow($1) }
        let product = Kernels.multiply(a, k, active: active)
        check(product.column, product.overflowRow, a, constant, active) {
          $0.multipliedReportingOverflow(by: $1)
        }
      }
    }
  }

  @Test func overflowCountsInActiveKnownRowsOnly() {
    let a = IntegerColumn([.max, .max, .max, 1], Validity(known: Bitmap(words: [0b1101], count: 4)))
    #expect(Kernels.add(a, 1).overflowRow == 0)
    #expect(Kernels.add(a, 1, active: Bitmap(words: [0b1010], count: 4)).overflowRow == nil)
    #expect(Kernels.add(a, 1, active: Bitmap(words: [0b1110], count: 4)).overflowRow == 2)
    #expect(Kernels.negate(IntegerColumn([5, .min])).overflowRow == 1)
    #expect(Kernels.negate(IntegerColumn([5, -7])).column.values == [-5, 7])
    #expect(Kernels.abs(IntegerColumn([5, -7, .min])).overflowRow == 2)
    #expect(Kernels.abs(IntegerColumn([5, -7])).column.values == [5, 7])
    #expect(Kernels.multiply(IntegerColumn([.min]), -1).overflowRow == 0)
    #expect(Kernels.multiply(IntegerColumn([1 << 31]), 1 << 31).overflowRow == nil)
    #expect(Kernels.multiply(IntegerColumn([1 << 32]), 1 << 31).overflowRow == 0)
  }

  @Test(arguments: lengths) func moduloTakesTheSignOfItsLeftSide(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 100)
    let (a, b) = (random.integers(count), random.integers(count, -3...3))
    let active = random.bitmap(count)
    let (column, notComputable) = Kernels.modulo(a, b, active: active)
    let expected = zip(a.cells, b.cells).map { x, y in
      Cell<Int64>.both(x, y) { $1 == 0 ? .missing(.notComputable) : .known($0 % $1) }
    }
    #expect(column.cells == expected)
    let failing = (0..<count).filter { a.cells[$0].isKnown && b.cells[$0] == .known(0) && active[$0] }
    #expect(notComputable == failing.count)
    #expect(Kernels.modulo(a, 7).column.cells == a.cells.map { $0.map { $0 % 7 } })
    #expect(Kernels.modulo(a, 0).notComputable == a.cells.filter(\.isKnown).count)
  }

  @Test func moduloByHand() {
    #expect(
      Kernels.modulo(IntegerColumn([7, -7, .min]), IntegerColumn([-3, 3, -1])).column.values == [1, -1, 0])
    #expect(Kernels.modulo(NumberColumn([7.5, -7.5]), NumberColumn([2, 2])).column.values == [1.5, -1.5])
    #expect(Kernels.modulo(NumberColumn([7.5]), NumberColumn([0])).notComputable == 1)
  }

  @Test(arguments: lengths) func numbersAgreeWithRows(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 200)
    let operations:
      [(
        kernel: (NumberColumn, NumberColumn, Bitmap?) -> (NumberColumn, Int), row: (Double, Double) -> Double
      )] = [
        ({ Kernels.add($0, $1, active: $2) }, { $0 + $1 }),
        ({ Kernels.subtract($0, $1, active: $2) }, { $0 - $1 }),
        ({ Kernels.multiply($0, $1, active: $2) }, { $0 * $1 }),
        ({ Kernels.divide($0, $1, active: $2) }, { $0 / $1 }),
        ({ Kernels.modulo($0, $1, active: $2) }, { $0.truncatingRemainder(dividingBy: $1) }),
      ]
    for range in [-3.0...3, -8e307...8e307] {
      let (a, b) = (random.numbers(count, range), random.numbers(count, range))
      for active in [nil, random.bitmap(count)] {
        for (kernel, row) in operations {
          let (column, notComputable) = kernel(a, b, active)
          let expected = zip(a.cells, b.cells).map { x, y in
            Cell<Double>.both(x, y) { x, y in
              let value = row(x, y)
              return value.isFinite ? .known(value) : .missing(.notComputable)
            }
          }
          #expect(column.cells == expected)
          let failing = (0..<count).filter {
            expected[$0] == .missing(.notComputable) && a.cells[$0].isKnown && b.cells[$0].isKnown
              && active?[$0] ?? true
          }
          #expect(notComputable == failing.count)
        }
      }
      let k = 2.5
      #expect(Kernels.add(a, k).column.cells == a.cells.map { $0.map { $0 + k } })
      #expect(Kernels.subtract(a, k).column.cells == a.cells.map { $0.map { $0 - k } })
      #expect(Kernels.subtract(k, a).column.cells == a.cells.map { $0.map { k - $0 } })
      #expect(Kernels.divide(a, k).column.cells == a.cells.map { $0.map { $0 / k } })
      #expect(Kernels.multiply(a, 0.5).column.cells == a.cells.map { $0.map { $0 * 0.5 } })
      #expect(Kernels.negate(a).cells == a.cells.map { $0.map { -$0 } })
    }
  }

  @Test func thereIsNoNegativeZeroAndNothingThatIsNotFinite() {
    #expect(Kernels.multiply(NumberColumn([0]), -1).column.values[0].sign == .plus)
    #expect(Kernels.negate(NumberColumn([0])).values[0].sign == .plus)
    #expect(Kernels.ceil(NumberColumn([-0.5])).values[0].sign == .plus)
    #expect(Kernels.round(NumberColumn([-0.4])).column.values[0].sign == .plus)
    let (column, count) = Kernels.divide(
      1, NumberColumn([0, 2, 0], Validity(known: Bitmap(words: [0b011], count: 3))))
    #expect(column.cells == [.missing(.notComputable), .known(0.5), .missing(.notRecorded)])
    #expect(count == 1)
    #expect(column.values.allSatisfy { $0.isFinite })
  }

  @Test func conversions() {
    #expect(Kernels.numbers(IntegerColumn([1, -2])).values == [1, -2])
    #expect(Kernels.integers(NumberColumn([1.9, -2.9, 0])).column.values == [1, -2, 0])
    #expect(Kernels.integers(NumberColumn([1, 1e19])).overflowRow == 1)
    #expect(Kernels.integers(NumberColumn([1, 0x1p63])).overflowRow == 1)
    #expect(Kernels.integers(NumberColumn([-0x1p63])).column.values == [.min])
  }
}
