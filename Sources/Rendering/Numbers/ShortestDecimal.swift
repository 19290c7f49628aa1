/// The shortest decimal that reads back as a given double: `significand × 10^exponent`.
///
/// Rounding is judged on it (language.md sections 4 and 10), so that 1.005, whose double lies below, is 1.01 at two
/// places. The digits are those of the standard library's `description` (Adams, "Ryū", PLDI 2018, and its
/// successors), which depends on no locale.
package struct ShortestDecimal: Sendable {
  package private(set) var isNegative: Bool
  /// At most 18 digits.
  package private(set) var significand: UInt64
  package private(set) var exponent: Int

  /// Nil for what is no number or infinite.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let magnitude = value.magnitude
    isNegative = value < 0
    if let (significand, exponent) = ShortestDecimal.fewPlaces(magnitude) {
      self.significand = significand
      self.exponent = exponent
    } else {
      (significand, exponent) = ShortestDecimal.parse(magnitude.description)
    }
  }

  /// The decimal of a double with up to four places and 15 digits, which is most of them, without a text.
  ///
  /// A decimal of up to 15 digits that reads back is the shortest: two such decimals never read as one double
  /// (`DBL_DIG`). That `nearest / power` reads back is one correctly rounded division of two exact doubles.
  private static func fewPlaces(_ magnitude: Double) -> (UInt64, Int)? {
    guard magnitude < 1e15 else { return nil }
    var power = 1.0
    for places in 0...4 {
      let scaled = magnitude * power
      guard scaled < 1e15 else { return nil }
      let nearest = UInt64(scaled + 0.5)
      if Double(nearest) / power == magnitude { return (nearest, -places) }
      power *= 10
    }
    return nil
  }

  /// Reads `12.5`, `1e-07`, `1.5e+300`.
  private static func parse(_ text: String) -> (UInt64, Int) {
    var text = text
    var (significand, exponent): (UInt64, Int) = text.withUTF8 { bytes in
      var significand: UInt64 = 0
      var places = 0
      var isFraction = false
      for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "e") {
          return (significand, readExponent(bytes[(index + 1)...]) - places)
        } else if byte == UInt8(ascii: ".") {
          isFraction = true
        } else {
          significand = significand &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
          if isFraction { places += 1 }
        }
      }
      return (significand, -places)
    }
    while significand > 0, significand % 10 == 0 {
      significand /= 10
      exponent += 1
    }
    return (significand, exponent)
  }

  private static func readExponent(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let digits = bytes.filter { $0 >= UInt8(ascii: "0") }
    let magnitude = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return bytes.first == UInt8(ascii: "-") ? -magnitude : magnitude
  }

  /// This number times a power of ten, exactly: a fraction as per cent is its shift by two.
  package func shifted(by places: Int) -> ShortestDecimal {
    var copy = self
    copy.exponent += places
    return copy
  }

  /// This number with at most so many decimal places, halves rounded away from zero.
  package func rounded(to places: Int) -> ShortestDecimal {
    let dropped = -places - exponent
    guard dropped > 0 else { return self }
    var copy = self
    copy.exponent = -places
    // The significand is below 10^18, so beyond 18 dropped digits less than a half is left.
    guard dropped <= 18 else {
      copy.significand = 0
      return copy
    }
    let unit = UInt64.powerOfTen(dropped)
    let (quotient, rest) = significand.quotientAndRemainder(dividingBy: unit)
    copy.significand = rest >= unit - rest ? quotient + 1 : quotient
    return copy
  }

  /// How many digits stand before the decimal point; zero or less for numbers below one.
  var integerDigits: Int {
    var digits = 0
    var rest = significand
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return digits + exponent
  }
}
