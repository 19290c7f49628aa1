import Source

/// How numbers are written: separators and places for people, or in full for programs.
///
/// No locale is asked: the two sets of separators are those of language.md section 10.
package struct NumberFormat: Sendable {
  /// The most decimal places that print unless `set decimals` says otherwise.
  package static let usualDecimals = 2
  /// From more digits before the point on, decimals print with an exponent.
  ///
  /// The contract asks for none below 1e15; 18 digits are what a 64-bit number holds whole.
  private static let digitsBeforeExponent = 18

  /// Between groups of three digits; nil where digits are not grouped.
  package var groupSeparator: UInt8?
  package var decimalSeparator: UInt8
  /// The most decimal places; nil for all of the shortest decimal that reads back.
  package var decimals: Int?

  /// For people: `1,204.5`, or `1.204,5` in Vietnamese.
  package init(separators language: Language, decimals: Int = NumberFormat.usualDecimals) {
    let isEnglish = language == .english
    groupSeparator = isEnglish ? UInt8(ascii: ",") : UInt8(ascii: ".")
    decimalSeparator = isEnglish ? UInt8(ascii: ".") : UInt8(ascii: ",")
    self.decimals = min(max(0, decimals), 17)
  }

  private init() {
    groupSeparator = nil
    decimalSeparator = UInt8(ascii: ".")
    decimals = nil
  }

  /// For programs: a decimal point, no groups, every digit that reading back needs.
  package static let full = NumberFormat()

  /// The same without groups: years and codes.
  package var ungrouped: NumberFormat {
    var copy = self
    copy.groupSeparator = nil
    return copy
  }

  /// Appends a whole number.
  @inline(__always)
  package func append(_ value: Int64, to bytes: inout [UInt8]) {
    bytes.append(decimal: value, separator: groupSeparator)
  }

  /// Appends a double, `shift` places to the left (two for per cent), rounded as this format says, without trailing
  /// zeros; false, and nothing appended, where it is no finite number.
  package func append(_ value: Double, shift: Int = 0, to bytes: inout [UInt8]) -> Bool {
    guard var decimal = ShortestDecimal(value)?.shifted(by: shift) else { return false }
    if decimal.integerDigits > NumberFormat.digitsBeforeExponent {
      appendWithExponent(decimal, to: &bytes)
      return true
    }
    if let decimals { decimal = decimal.rounded(to: decimals) }
    appendPositional(decimal, to: &bytes)
    return true
  }

  /// A number in this format as text; a number that is not finite is `–`.
  package func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    return append(value, to: &bytes) ? String(decoding: bytes, as: UTF8.self) : "–"
  }

  /// A whole number in this format as text.
  package func text(_ value: Int) -> String {
    var bytes: [UInt8] = []
    append(Int64(value), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func appendPositional(_ decimal: ShortestDecimal, to bytes: inout [UInt8]) {
    // What rounds to zero has no sign.
    if decimal.isNegative, decimal.significand > 0 { bytes.append(UInt8(ascii: "-")) }
    if decimal.exponent >= 0 {
      let whole = decimal.significand == 0 ? 0 : decimal.significand * .powerOfTen(decimal.exponent)
      bytes.append(decimal: whole, separator: groupSeparator)
      return
    }
    var places = -decimal.exponent
    let unit: UInt64? = places <= 19 ? .powerOfTen(places) : nil
    bytes.append(decimal: unit.map { decimal.significand / $0 } ?? 0, separator: groupSeparator)
    var fraction = unit.map { decimal.significand % $0 } ?? decimal.significand
    guard fraction > 0 else { return }
    while fraction % 10 == 0 {
      fraction /= 10
      places -= 1
    }
    bytes.append(decimalSeparator)
    bytes.append(decimal: fraction, width: places)
  }

  /// `1.5e300`.
  private func appendWithExponent(_ decimal: ShortestDecimal, to bytes: inout [UInt8]) {
    var power = decimal.integerDigits - 1
    var mantissa = decimal.shifted(by: -power)
    if let decimals { mantissa = mantissa.rounded(to: decimals) }
    if mantissa.integerDigits > 1 {
      mantissa = mantissa.shifted(by: -1)
      power += 1
    }
    appendPositional(mantissa, to: &bytes)
    bytes.append(UInt8(ascii: "e"))
    bytes.append(decimal: UInt64(power))
  }
}
