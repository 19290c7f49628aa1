/// Arithmetic of whole numbers: nothing wraps unseen.
///
/// Each kernel computes wrapping results and, beside them, whether any row can have overflowed; only then rows are
/// looked at one by one.
extension Kernels {
  /// `a + b`; also days after a date.
  package static func add(
    _ a: IntegerColumn, _ b: IntegerColumn, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    var signs: Int64 = 0
    let values = BlockLoops.zip(a.values, b.values) { x, y in
      let sum = x &+ y
      signs |= (x ^ sum) & (y ^ sum)
      return sum
    }
    return checked(values, .both(a.validity, b.validity), active, suspicious: signs < 0) {
      a.values[$0].addingReportingOverflow(b.values[$0]).overflow
    }
  }

  /// `a + b` with one value for all rows.
  package static func add(
    _ a: IntegerColumn, _ b: Int64, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    var signs: Int64 = 0
    let values = BlockLoops.map(a.values) { x in
      let sum = x &+ b
      signs |= (x ^ sum) & (b ^ sum)
      return sum
    }
    return checked(values, a.validity, active, suspicious: signs < 0) {
      a.values[$0].addingReportingOverflow(b).overflow
    }
  }

  /// `a - b`; also days between two dates.
  package static func subtract(
    _ a: IntegerColumn, _ b: IntegerColumn, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    var signs: Int64 = 0
    let values = BlockLoops.zip(a.values, b.values) { x, y in
      let difference = x &- y
      signs |= (x ^ y) & (x ^ difference)
      return difference
    }
    return checked(values, .both(a.validity, b.validity), active, suspicious: signs < 0) {
      a.values[$0].subtractingReportingOverflow(b.values[$0]).overflow
    }
  }

  /// `a - b` with one value on the right.
  package static func subtract(
    _ a: IntegerColumn, _ b: Int64, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    var signs: Int64 = 0
    let values = BlockLoops.map(a.values) { x in
      let difference = x &- b
      signs |= (x ^ b) & (x ^ difference)
      return difference
    }
    return checked(values, a.validity, active, suspicious: signs < 0) {
      a.values[$0].subtractingReportingOverflow(b).overflow
    }
  }

  /// `a - b` with one value on the left.
  package static func subtract(
    _ a: Int64, _ b: IntegerColumn, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    var signs: Int64 = 0
    let values = BlockLoops.map(b.values) { y in
      let difference = a &- y
      signs |= (a ^ y) & (a ^ difference)
      return difference
    }
    return checked(values, b.validity, active, suspicious: signs < 0) {
      a.subtractingReportingOverflow(b.values[$0]).overflow
    }
  }

  /// `-a`.
  package static func negate(
    _ a: IntegerColumn, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    subtract(0, a, active: active)
  }

  /// `a * b`.
  package static func multiply(
    _ a: IntegerColumn, _ b: IntegerColumn, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    var (aBits, bBits): (Int64, Int64) = (0, 0)
    let values = BlockLoops.zip(a.values, b.values) { x, y in
      aBits |= x ^ (x &>> 63)
      bBits |= y ^ (y &>> 63)
      return x &* y
    }
    let suspicious = !productFits(aBits, bBits)
    return checked(values, .both(a.validity, b.validity), active, suspicious: suspicious) {
      a.values[$0].multipliedReportingOverflow(by: b.values[$0]).overflow
    }
  }

  /// `a * b` with one value for all rows.
  package static func multiply(
    _ a: IntegerColumn, _ b: Int64, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    var bits: Int64 = 0
    let values = BlockLoops.map(a.values) { x in
      bits |= x ^ (x &>> 63)
      return x &* b
    }
    let suspicious = !productFits(bits, b ^ (b >> 63))
    return checked(values, a.validity, active, suspicious: suspicious) {
      a.values[$0].multipliedReportingOverflow(by: b).overflow
    }
  }

  /// The remainder of `a / b` with the sign of `a`; not computable where `b` is 0.
  package static func modulo(
    _ a: IntegerColumn, _ b: IntegerColumn, active: Bitmap? = nil
  ) -> (column: IntegerColumn, notComputable: Int) {
    let values = BlockLoops.zip(a.values, b.values) { x, y in
      y == 0 ? 0 : x.remainderReportingOverflow(dividingBy: y).partialValue
    }
    let validity = Validity.both(a.validity, b.validity)
    return computed(values, validity, active, failing: BlockLoops.test(b.values) { $0 == 0 })
  }

  /// The remainder of `a / b` with one divisor for all rows.
  package static func modulo(
    _ a: IntegerColumn, _ b: Int64, active: Bitmap? = nil
  ) -> (column: IntegerColumn, notComputable: Int) {
    let values = BlockLoops.map(a.values) { x in
      b == 0 ? 0 : x.remainderReportingOverflow(dividingBy: b).partialValue
    }
    return computed(values, a.validity, active, failing: Bitmap(repeating: b == 0, count: values.count))
  }
}

extension Kernels {
  /// Whether no product can overflow, from the bits that the magnitudes of each side use together.
  ///
  /// With `x ^ (x >> 63)` below 2ᵖ on one side and 2^q on the other, a product is at most 2^(p + q) in magnitude.
  private static func productFits(_ a: Int64, _ b: Int64) -> Bool {
    (64 - a.leadingZeroBitCount) + (64 - b.leadingZeroBitCount) <= 62
  }

  /// A result of wrapping arithmetic with the first row that overflowed, sought only where there may be one.
  static func checked(
    _ values: ContiguousArray<Int64>, _ validity: Validity, _ active: Bitmap?, suspicious: Bool,
    overflows: (Int) -> Bool
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    let column = IntegerColumn(values, validity)
    guard suspicious else { return (column, nil) }
    let row = values.indices.first { row in
      overflows(row) && validity.isKnown(row) && (active.map { $0[row] } ?? true)
    }
    return (column, row)
  }

  /// A result that is missing where computing failed.
  static func computed(
    _ values: ContiguousArray<Int64>, _ validity: Validity, _ active: Bitmap?, failing: Bitmap
  ) -> (column: IntegerColumn, notComputable: Int) {
    let failed = validity.known.map { failing & $0 } ?? failing
    guard !failed.isEmpty else { return (IntegerColumn(values, validity), 0) }
    return (
      IntegerColumn(values, validity.marking(failed, .notComputable)), failed.population(active: active)
    )
  }
}
