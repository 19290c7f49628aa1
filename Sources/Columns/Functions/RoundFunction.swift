/// `round(x, digits)`: halves away from zero, judged on the shortest decimal that reads back.
extension Kernels {
  /// Doubles rounded; not computable where the result is beyond every double.
  package static func round(
    _ a: NumberColumn, _ digits: IntegerOperand = .constant(0), active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    switch digits {
    case .constant(let digits):
      let rounding = DecimalRounding(digits: Int(digits))
      return transform(a, active) { rounding.round($0) }
    case .column(let digits):
      // The count of places rides beside the number as a double: beyond 2⁵³ all of them say the same.
      let places = NumberColumn(BlockLoops.map(digits.values) { Double($0) }, digits.validity)
      return combine(a, places, active) { x, places in
        DecimalRounding(digits: Int(Swift.max(-1e6, Swift.min(places, 1e6)))).round(x)
      }
    }
  }

  /// Whole numbers rounded, which changes them for negative `digits` only.
  package static func round(
    _ a: IntegerColumn, _ digits: IntegerOperand, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    var fits = true
    switch digits {
    case .constant(let digits):
      if digits >= 0 { return (a, nil) }
      let values = BlockLoops.map(a.values) { x in
        let result = rounded(x, digits)
        fits = fits && result != nil
        return result ?? 0
      }
      return checked(values, a.validity, active, suspicious: !fits) { rounded(a.values[$0], digits) == nil }
    case .column(let digits):
      let values = BlockLoops.zip(a.values, digits.values) { x, digits in
        let result = rounded(x, digits)
        fits = fits && result != nil
        return result ?? 0
      }
      return checked(values, .both(a.validity, digits.validity), active, suspicious: !fits) {
        rounded(a.values[$0], digits.values[$0]) == nil
      }
    }
  }

  /// Nil beyond 64 bits.
  private static func rounded(_ x: Int64, _ digits: Int64) -> Int64? {
    guard digits < 0 else { return x }
    guard digits >= -19 else { return 0 }
    var unit: UInt64 = 1
    for _ in 0..<(-digits) { unit &*= 10 }
    let (whole, rest) = x.magnitude.quotientAndRemainder(dividingBy: unit)
    let (magnitude, overflow) = (rest >= unit - rest ? whole + 1 : whole).multipliedReportingOverflow(
      by: unit)
    if overflow { return nil }
    return x < 0
      ? (magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil) : Int64(exactly: magnitude)
  }
}
