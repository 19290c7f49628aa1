/// A number as written, kept in decimal: `digits × 10^exponent`, so that whole numbers are told exactly.
struct DecimalText {
  var isNegative = false
  /// At most 19 digits.
  var digits: UInt64 = 0
  var exponent = 0
  /// The number with a decimal point and without grouping, for the standard library to read.
  private var plain = ""

  /// Nil where the text is no number, or has more digits than fit.
  init?(_ text: String, format: NumberFormat) {
    var seenPoint = false
    var seenDigit = false
    var count = 0
    guard let ungrouped = DecimalText.ungrouped(text, format) else { return nil }
    plain = ungrouped
    var rest = Substring(ungrouped).utf8
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else if (0x30...0x39).contains(byte) {
        seenDigit = true
        if seenPoint { exponent -= 1 }
        if digits > 0 || byte > 0x30 { count += 1 }
        guard count <= 19 else { return nil }
        digits = digits &* 10 &+ UInt64(byte - 0x30)
      } else {
        break
      }
      rest.removeFirst()
    }
    guard seenDigit else { return nil }
    if let letter = rest.first {
      guard letter | 0x20 == UInt8(ascii: "e"), let power = Int(String(Substring(rest.dropFirst()))),
        abs(power) <= 400
      else { return nil }
      exponent += power
    }
  }

  /// The whole number, nil where it is not whole or leaves 64 bits.
  var whole: Int64? {
    var (value, power) = (digits, exponent)
    while power < 0, value != 0 {
      guard value % 10 == 0 else { return nil }
      value /= 10
      power += 1
    }
    return DecimalText.scaled(value, power, isNegative)
  }

  /// The nearest whole number, halves away from zero.
  var rounded: Int64? {
    guard exponent < 0 else { return DecimalText.scaled(digits, exponent, isNegative) }
    guard exponent >= -19 else { return 0 }
    var divisor: UInt64 = 1
    for _ in 0..<(-exponent) {
      let (next, overflow) = divisor.multipliedReportingOverflow(by: 10)
      if overflow { return 0 }
      divisor = next
    }
    let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: divisor)
    return DecimalText.scaled(remainder >= divisor - remainder ? quotient + 1 : quotient, 0, isNegative)
  }

  /// The nearest double, nil where it is not finite.
  var number: Double? {
    Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func scaled(_ value: UInt64, _ power: Int, _ isNegative: Bool) -> Int64? {
    if value == 0 { return 0 }
    guard power <= 19 else { return nil }
    var result = value
    for _ in 0..<max(0, power) {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = next
    }
    return isNegative
      ? (result <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- result) : nil) : Int64(exactly: result)
  }

  /// The text with a decimal point and no grouping; nil where points do not stand between thousands.
  private static func ungrouped(_ text: String, _ format: NumberFormat) -> String? {
    guard format == .vi else { return text }
    let halves = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    guard let head = halves.first else { return nil }
    let groups = head.split(separator: ".", omittingEmptySubsequences: false)
    if groups.count > 1 {
      let lead = groups[0].drop { $0 == "-" || $0 == "+" }
      guard (1...3).contains(lead.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
        return nil
      }
    }
    guard halves.count == 1 || !halves[1].utf8.contains(UInt8(ascii: ".")) else { return nil }
    return groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
  }
}
