/// Arithmetic of doubles: what is not finite is missing, and there is no negative zero.
extension Kernels {
  /// `a + b`.
  package static func add(
    _ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    combine(a, b, active) { $0 + $1 }
  }

  /// `a + b` with one value for all rows.
  package static func add(
    _ a: NumberColumn, _ b: Double, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    transform(a, active) { $0 + b }
  }

  /// `a - b`.
  package static func subtract(
    _ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    combine(a, b, active) { $0 - $1 }
  }

  /// `a - b` with one value on the right.
  package static func subtract(
    _ a: NumberColumn, _ b: Double, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    transform(a, active) { $0 - b }
  }

  /// `a - b` with one value on the left.
  package static func subtract(
    _ a: Double, _ b: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    transform(b, active) { a - $0 }
  }

  /// `a * b`.
  package static func multiply(
    _ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    combine(a, b, active) { $0 * $1 }
  }

  /// `a * b` with one value for all rows.
  package static func multiply(
    _ a: NumberColumn, _ b: Double, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    transform(a, active) { $0 * b }
  }

  /// `a / b`; not computable where `b` is 0.
  package static func divide(
    _ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    combine(a, b, active) { $0 / $1 }
  }

  /// `a / b` with one divisor for all rows.
  package static func divide(
    _ a: NumberColumn, _ b: Double, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    transform(a, active) { $0 / b }
  }

  /// `a / b` with one dividend for all rows.
  package static func divide(
    _ a: Double, _ b: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    transform(b, active) { a / $0 }
  }

  /// `a` to the power `b`; 1 where `b` is 0, not computable for roots of negative numbers.
  package static func power(
    _ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    let functions = ElementaryFunctions.shared
    return combine(a, b, active) { functions.power($0, $1) }
  }

  /// `a` to the power `b` with one exponent for all rows.
  package static func power(
    _ a: NumberColumn, _ b: Double, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    if b == 2 { return multiply(a, a, active: active) }
    let functions = ElementaryFunctions.shared
    return transform(a, active) { functions.power($0, b) }
  }

  /// The remainder of `a / b` with the sign of `a`, exact; not computable where `b` is 0.
  package static func modulo(
    _ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    combine(a, b, active) { $0.truncatingRemainder(dividingBy: $1) }
  }

  /// `-a`.
  package static func negate(_ a: NumberColumn) -> NumberColumn {
    NumberColumn(BlockLoops.map(a.values) { 0 - $0 }, a.validity)
  }

  /// Whole numbers as doubles.
  package static func numbers(_ a: IntegerColumn) -> NumberColumn {
    NumberColumn(BlockLoops.map(a.values) { Double($0) }, a.validity)
  }

  /// Doubles as whole numbers, their fraction cut off.
  package static func integers(
    _ a: NumberColumn, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    let bound = 0x1p63
    var fits = true
    let values = BlockLoops.map(a.values) { x in
      let inside = x >= -bound && x < bound
      fits = fits && inside
      return inside ? Int64(x) : 0
    }
    return checked(values, a.validity, active, suspicious: !fits) {
      !(a.values[$0] >= -bound && a.values[$0] < bound)
    }
  }
}

extension Kernels {
  /// A number from each pair, missing where it is not finite.
  @inline(__always)
  static func combine(
    _ a: NumberColumn, _ b: NumberColumn, _ active: Bitmap?, _ operation: (Double, Double) -> Double
  ) -> (column: NumberColumn, notComputable: Int) {
    var exponents: UInt64 = 0
    let values = BlockLoops.zip(a.values, b.values) { x, y in
      // Adding 0 makes a negative zero positive and changes nothing else.
      let value = operation(x, y) + 0
      exponents |= carry(value)
      return value
    }
    return computed(values, .both(a.validity, b.validity), active, suspicious: exponents >> 63 == 1)
  }

  /// A number from each number, missing where it is not finite.
  @inline(__always)
  static func transform(
    _ a: NumberColumn, _ active: Bitmap?, _ operation: (Double) -> Double
  ) -> (column: NumberColumn, notComputable: Int) {
    var exponents: UInt64 = 0
    let values = BlockLoops.map(a.values) { x in
      let value = operation(x) + 0
      exponents |= carry(value)
      return value
    }
    return computed(values, a.validity, active, suspicious: exponents >> 63 == 1)
  }

  /// Sets the top bit just where the exponent is the one of infinity and NaN.
  @inline(__always)
  private static func carry(_ value: Double) -> UInt64 {
    (value.bitPattern & 0x7FFF_FFFF_FFFF_FFFF) &+ 0x0010_0000_0000_0000
  }

  private static func computed(
    _ values: ContiguousArray<Double>, _ validity: Validity, _ active: Bitmap?, suspicious: Bool
  ) -> (column: NumberColumn, notComputable: Int) {
    guard suspicious else { return (NumberColumn(values, validity), 0) }
    let failing = BlockLoops.test(values) { !$0.isFinite }
    let finite = BlockLoops.map(values) { $0.isFinite ? $0 : 0 }
    let failed = validity.known.map { failing & $0 } ?? failing
    guard !failed.isEmpty else { return (NumberColumn(finite, validity), 0) }
    return (
      NumberColumn(finite, validity.marking(failed, .notComputable)), failed.population(active: active)
    )
  }
}
