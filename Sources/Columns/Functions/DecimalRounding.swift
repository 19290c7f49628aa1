/// Rounding to decimal places, halves away from zero, judged on the shortest decimal that reads back: 1.005 is halfway
/// between 1 and 1.01 though the double nearest to it lies below.
struct DecimalRounding {
  private let digits: Int
  /// 10 to the power |digits|, exact to 10²².
  private let scale: Double

  /// - Parameter digits: decimal places to keep; for a negative number places before the point to make zero.
  @inline(__always)
  init(digits: Int) {
    self.digits = digits
    scale = DecimalRounding.powersOfTen[Swift.min(Int(digits.magnitude), 22)]
  }

  private static let powersOfTen: ContiguousArray<Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]

  /// The rounded number; infinite where no finite double holds it.
  @inline(__always)
  func round(_ x: Double) -> Double {
    let magnitude = x.magnitude
    let scaled = digits >= 0 ? magnitude * scale : magnitude / scale
    // Adding and taking away 2⁵² rounds to the nearest whole number.
    let units = (scaled + 0x1p52) - 0x1p52
    let isClear = scaled < 1e13 && (scaled - units).magnitude + scaled * 0x1p-50 < 0.5
    guard isClear, digits >= -22, digits < 22 else { return roundUnclear(x) }
    return Double(signOf: x, magnitudeOf: digits >= 0 ? units / scale : units * scale)
  }

  /// Near the middle the scaled number says nothing; the decimal halfway, of at most 15 digits, does: x is its double
  /// just where the shortest decimal of x is that decimal.
  @inline(never)
  private func roundUnclear(_ x: Double) -> Double {
    let magnitude = x.magnitude
    let scaled = digits >= 0 ? magnitude * scale : magnitude / scale
    guard digits >= -22, digits < 22, scaled < 1e13 else { return roundLong(x) }
    let whole = DecimalRounding.floor(scaled)
    let halfway = whole * 10 + 5
    let isUp = magnitude >= (digits >= 0 ? halfway / (scale * 10) : halfway * (scale / 10))
    let units = isUp ? whole + 1 : whole
    return Double(signOf: x, magnitudeOf: digits >= 0 ? units / scale : units * scale)
  }

  /// The same by the digits of the shortest decimal, for numbers too long for the short way.
  private func roundLong(_ x: Double) -> Double {
    guard x != 0, digits >= -309 else { return 0 }
    guard digits <= 400, let decimal = ShortestDecimal(x.magnitude) else { return x }
    let result = decimal.rounded(digits)
    return x < 0 ? 0 - result : result
  }

  /// The greatest whole double not above x, without a call into the C library.
  ///
  /// Adding and taking away 2⁵² rounds to a whole number where the magnitude is below 2⁵²; beyond, all are whole.
  @inline(__always)
  static func floor(_ x: Double) -> Double {
    let shift = Double(signOf: x, magnitudeOf: 0x1p52)
    let nearest = (x + shift) - shift
    let below = (nearest > x ? nearest - 1 : nearest) + 0
    return x.magnitude < 0x1p52 ? below : x
  }
}

/// The digits of the shortest decimal that reads back as a double.
private struct ShortestDecimal {
  /// The digits 0 to 9, without a point.
  private var digits: [UInt8] = []
  /// The point stands after this many digits; below 0 or beyond the digits where zeros lie between.
  private var point = 0

  /// Reads `123.45`, `1e-05`, `1.5e+20`; nil for what has no digits.
  init?(_ magnitude: Double) {
    var (exponent, sign, seesPoint, seesExponent) = (0, 1, false, false)
    for byte in magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if seesExponent {
          exponent = exponent * 10 + Int(digit)
        } else {
          digits.append(digit)
          if !seesPoint { point += 1 }
        }
      case UInt8(ascii: "."): seesPoint = true
      case UInt8(ascii: "e"): seesExponent = true
      case UInt8(ascii: "-"): sign = -1
      case UInt8(ascii: "+"): break
      default: return nil
      }
    }
    point += sign * exponent
  }

  /// The double nearest to this decimal rounded to some places, halves up.
  func rounded(_ places: Int) -> Double {
    let kept = point + places
    guard kept < digits.count else { return value(digits[...], point) }
    guard kept >= 0 else { return 0 }
    var result = [0] + digits[..<kept]
    if digits[kept] >= 5 {
      var index = result.count - 1
      while index > 0, result[index] == 9 {
        result[index] = 0
        index -= 1
      }
      result[index] += 1
    }
    return value(result[...], point + 1)
  }

  private func value(_ digits: ArraySlice<UInt8>, _ point: Int) -> Double {
    let text = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    return Double("0.\(text)e\(point)") ?? .infinity
  }
}
