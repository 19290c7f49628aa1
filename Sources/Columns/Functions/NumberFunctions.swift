/// Functions of numbers.
extension Kernels {
  /// `abs(x)` of whole numbers; the least one has none.
  package static func abs(
    _ a: IntegerColumn, active: Bitmap? = nil
  ) -> (column: IntegerColumn, overflowRow: Int?) {
    var signs: Int64 = 0
    let values = BlockLoops.map(a.values) { x in
      let magnitude = (x ^ (x &>> 63)) &- (x &>> 63)
      signs |= magnitude
      return magnitude
    }
    return checked(values, a.validity, active, suspicious: signs < 0) { a.values[$0] == .min }
  }

  /// `abs(x)` of doubles.
  package static func abs(_ a: NumberColumn) -> NumberColumn {
    NumberColumn(BlockLoops.map(a.values) { $0.magnitude }, a.validity)
  }

  /// `floor(x)`, still as a double.
  package static func floor(_ a: NumberColumn) -> NumberColumn {
    NumberColumn(BlockLoops.map(a.values) { DecimalRounding.floor($0) }, a.validity)
  }

  /// `ceil(x)`, still as a double.
  package static func ceil(_ a: NumberColumn) -> NumberColumn {
    NumberColumn(BlockLoops.map(a.values) { 0 - DecimalRounding.floor(-$0) }, a.validity)
  }

  /// `sqrt(x)`; not computable below 0.
  package static func sqrt(
    _ a: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    transform(a, active) { $0.squareRoot() }
  }

  /// `exp(x)`; not computable where the result is beyond every double.
  package static func exp(
    _ a: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    let functions = ElementaryFunctions.shared
    return transform(a, active) { functions.exponential($0) }
  }

  /// `ln(x)`; not computable at 0 and below.
  package static func ln(
    _ a: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    let functions = ElementaryFunctions.shared
    return transform(a, active) { functions.naturalLogarithm($0) }
  }

  /// `log10(x)`; not computable at 0 and below.
  package static func log10(
    _ a: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    let functions = ElementaryFunctions.shared
    return transform(a, active) { functions.decimalLogarithm($0) }
  }
}
