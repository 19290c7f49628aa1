/// A comparison of two values of one kind.
package enum ComparisonOperator: Sendable, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The operator that says the same with the sides exchanged: `a < b` is `b > a`.
  package var mirrored: ComparisonOperator {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

/// Comparison: one truth value a row, unknown where an operand is missing.
extension Kernels {
  /// Whole numbers or dates with each other.
  package static func compare(
    _ a: IntegerColumn, _ operation: ComparisonOperator, _ b: IntegerColumn
  ) -> BooleanColumn {
    BooleanColumn(unmasked: bits(a.values, operation, b.values), .both(a.validity, b.validity))
  }

  /// Whole numbers or dates with one.
  package static func compare(
    _ a: IntegerColumn, _ operation: ComparisonOperator, _ b: Int64
  ) -> BooleanColumn {
    compare(a, in: 0..<a.values.count, operation, b)
  }

  /// Whole numbers or dates of a range of rows with one.
  package static func compare(
    _ a: IntegerColumn, in rows: Range<Int>, _ operation: ComparisonOperator, _ b: Int64
  ) -> BooleanColumn {
    BooleanColumn(unmasked: bits(a.values, in: rows, operation, b), a.validity.slice(rows))
  }

  /// Whole numbers with doubles, as doubles.
  package static func compare(
    _ a: IntegerColumn, _ operation: ComparisonOperator, _ b: NumberColumn
  ) -> BooleanColumn {
    compare(numbers(a), operation, b)
  }

  /// Whole numbers with a double, as doubles.
  package static func compare(
    _ a: IntegerColumn, _ operation: ComparisonOperator, _ b: Double
  ) -> BooleanColumn {
    compare(numbers(a), operation, b)
  }

  /// Doubles with each other.
  package static func compare(
    _ a: NumberColumn, _ operation: ComparisonOperator, _ b: NumberColumn
  ) -> BooleanColumn {
    BooleanColumn(unmasked: bits(a.values, operation, b.values), .both(a.validity, b.validity))
  }

  /// Doubles with one.
  package static func compare(
    _ a: NumberColumn, _ operation: ComparisonOperator, _ b: Double
  ) -> BooleanColumn {
    compare(a, in: 0..<a.values.count, operation, b)
  }

  /// Doubles of a range of rows with one.
  package static func compare(
    _ a: NumberColumn, in rows: Range<Int>, _ operation: ComparisonOperator, _ b: Double
  ) -> BooleanColumn {
    BooleanColumn(unmasked: bits(a.values, in: rows, operation, b), a.validity.slice(rows))
  }

  /// Truth values with each other, false before true.
  package static func compare(
    _ a: BooleanColumn, _ operation: ComparisonOperator, _ b: BooleanColumn
  ) -> BooleanColumn {
    let (x, y) = (a.bits, b.bits)
    let bits: Bitmap
    switch operation {
    case .equal: bits = ~((x - y) | (y - x))
    case .notEqual: bits = (x - y) | (y - x)
    case .less: bits = y - x
    case .lessOrEqual: bits = ~(x - y)
    case .greater: bits = x - y
    case .greaterOrEqual: bits = ~(y - x)
    }
    return BooleanColumn(unmasked: bits, .both(a.validity, b.validity))
  }

  /// Truth values with one, false before true.
  package static func compare(
    _ a: BooleanColumn, _ operation: ComparisonOperator, _ b: Bool
  ) -> BooleanColumn {
    compare(a, operation, constant(b, count: a.bits.count))
  }
}

extension Kernels {
  /// The comparison itself, chosen once a block; bits at missing rows mean nothing yet.
  @inline(__always)
  static func bits<A: Comparable>(
    _ a: ContiguousArray<A>, _ operation: ComparisonOperator, _ b: ContiguousArray<A>
  ) -> Bitmap {
    switch operation {
    case .equal: BlockLoops.test(a, b) { $0 == $1 }
    case .notEqual: BlockLoops.test(a, b) { $0 != $1 }
    case .less: BlockLoops.test(a, b) { $0 < $1 }
    case .lessOrEqual: BlockLoops.test(a, b) { $0 <= $1 }
    case .greater: BlockLoops.test(a, b) { $0 > $1 }
    case .greaterOrEqual: BlockLoops.test(a, b) { $0 >= $1 }
    }
  }

  @inline(__always)
  static func bits<A: Comparable>(
    _ a: ContiguousArray<A>, in rows: Range<Int>, _ operation: ComparisonOperator, _ b: A
  ) -> Bitmap {
    switch operation {
    case .equal: BlockLoops.test(a, in: rows) { $0 == b }
    case .notEqual: BlockLoops.test(a, in: rows) { $0 != b }
    case .less: BlockLoops.test(a, in: rows) { $0 < b }
    case .lessOrEqual: BlockLoops.test(a, in: rows) { $0 <= b }
    case .greater: BlockLoops.test(a, in: rows) { $0 > b }
    case .greaterOrEqual: BlockLoops.test(a, in: rows) { $0 >= b }
    }
  }
}
