/// `bin(x, width)` and `cut(x, …)`: numbers gathered into bands.
extension Kernels {
  /// The greatest multiple of `width` not above x; not computable for a width of 0 or below, or beyond 64 bits.
  package static func bin(
    _ a: IntegerColumn, width: IntegerOperand, active: Bitmap? = nil
  ) -> (column: IntegerColumn, notComputable: Int) {
    switch width {
    case .constant(let width):
      guard width > 0 else {
        return computed(a.values, a.validity, active, failing: Bitmap(repeating: true, count: a.values.count))
      }
      var signs: Int64 = 0
      let values = BlockLoops.map(a.values) { x in
        let rest = x % width
        let end = x &- (rest < 0 ? rest &+ width : rest)
        // Only a negative number whose multiple lies below every number of 64 bits has one that is not negative.
        signs |= x & ~end
        return end
      }
      guard signs < 0 else { return (IntegerColumn(values, a.validity), 0) }
      let failing = BlockLoops.test(a.values, values) { $0 & ~$1 < 0 }
      return computed(values, a.validity, active, failing: failing)
    case .column(let width):
      let values = BlockLoops.zip(a.values, width.values) { lowerEnd($0, $1) ?? .min }
      let failing = BlockLoops.test(a.values, width.values) { lowerEnd($0, $1) == nil }
      return computed(values, .both(a.validity, width.validity), active, failing: failing)
    }
  }

  /// The greatest multiple of `width` not above x, in decimal; not computable for a width of 0 or below.
  package static func bin(
    _ a: NumberColumn, width: Double, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    let bands = DecimalBands(width: width)
    return transform(a, active) { bands.lowerEnd($0) }
  }

  /// The greatest multiple of `width` not above x, in decimal, each row with its own width.
  package static func bin(
    _ a: NumberColumn, width: NumberColumn, active: Bitmap? = nil
  ) -> (column: NumberColumn, notComputable: Int) {
    combine(a, width, active) { DecimalBands(width: $1).lowerEnd($0) }
  }

  /// The band of a whole number: 0 below the first break, `k` from break `k` (counted from 1) on, lower end in.
  ///
  /// - Parameter breaks: ascending.
  package static func cut(_ a: IntegerColumn, breaks: [Int64]) -> CodeColumn {
    CodeColumn(bands(a.values, breaks, a.validity))
  }

  /// The band of a double: 0 below the first break, `k` from break `k` (counted from 1) on, lower end in.
  ///
  /// - Parameter breaks: ascending.
  package static func cut(_ a: NumberColumn, breaks: [Double]) -> CodeColumn {
    CodeColumn(bands(a.values, breaks, a.validity))
  }

  private static func lowerEnd(_ x: Int64, _ width: Int64) -> Int64? {
    guard width > 0 else { return nil }
    let rest = x % width
    let (end, overflow) = x.subtractingReportingOverflow(rest < 0 ? rest &+ width : rest)
    return overflow ? nil : end
  }

  /// One pass a break, each of which is a loop without branches.
  @inline(__always)
  private static func bands<A: Comparable>(
    _ values: ContiguousArray<A>, _ breaks: [A], _ validity: Validity
  ) -> ContiguousArray<Int32> {
    var codes = ContiguousArray<Int32>(repeating: 0, count: values.count)
    for end in breaks {
      let source = values.span
      var bands = codes.mutableSpan
      for row in source.indices { bands[row] &+= source[row] >= end ? 1 : 0 }
    }
    if let known = validity.known { (~known).forEachPosition { codes[$0] = validity.missingCode($0) } }
    return codes
  }
}

/// Multiples of a width that was written in decimal: those of 0.1 are 0.3 and not 0.30000000000000004, and 0.3 lies in
/// its own band though 0.3 / 0.1 is a little below 3 in doubles.
private struct DecimalBands {
  private let width: Double
  /// The width as a whole number over a power of ten; scale 0 where it is no such fraction of at most 15 digits.
  private let digits: Double
  private let scale: Double

  @inline(__always)
  init(width: Double) {
    self.width = width
    var (digits, scale) = (width, 1.0)
    var places = 0
    while places < 15, DecimalRounding.floor(digits) != digits || digits / scale != width {
      places += 1
      scale *= 10
      digits = DecimalRounding.floor(width * scale + 0.5)
      if digits / scale == width { break }
    }
    self.digits = digits
    self.scale = digits / scale == width && digits < 0x1p53 ? scale : 0
  }

  /// Not a number for a width of 0 or below.
  @inline(__always)
  func lowerEnd(_ x: Double) -> Double {
    guard width > 0 else { return .nan }
    let quotient = x / width
    let nearest = DecimalRounding.floor(quotient + 0.5)
    // A quotient within the error of both operands' decimal forms is the whole number meant.
    let isWhole = (quotient - nearest).magnitude <= quotient.magnitude * 0x1p-51
    let count = isWhole ? nearest : DecimalRounding.floor(quotient)
    let product = count * digits
    return scale > 0 && product.magnitude < 0x1p53 ? product / scale : count * width
  }
}
