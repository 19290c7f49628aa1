/// Decimal digits of whole numbers, written straight into bytes: no object a number.
extension [UInt8] {
  /// Appends a number in decimal, with a separator between groups of three digits where one is given.
  mutating func append(decimal value: UInt64, separator: UInt8? = nil) {
    // 20 digits and 6 separators hold every 64-bit number.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 26) { scratch in
      var start = scratch.count
      var rest = value
      var digits = 0
      repeat {
        if let separator, digits > 0, digits % 3 == 0 {
          start -= 1
          scratch[start] = separator
        }
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        start -= 1
        scratch[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        rest = quotient
        digits += 1
      } while rest > 0
      append(contentsOf: UnsafeBufferPointer(rebasing: scratch[start...]))
    }
  }

  /// Appends a signed number in decimal.
  mutating func append(decimal value: Int64, separator: UInt8? = nil) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(decimal: value.magnitude, separator: separator)
  }

  /// Appends a number in decimal with leading zeros up to a width.
  mutating func append(decimal value: UInt64, width: Int) {
    var digits = 1
    var rest = value / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    if digits < width { append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width - digits)) }
    append(decimal: value)
  }
}

extension UInt64 {
  /// Ten to a power from 0 to 19, the powers that fit.
  static func powerOfTen(_ power: Int) -> UInt64 {
    precondition((0...19).contains(power), "ten to this power does not fit in 64 bits")
    var result: UInt64 = 1
    for _ in 0..<power { result *= 10 }
    return result
  }
}
