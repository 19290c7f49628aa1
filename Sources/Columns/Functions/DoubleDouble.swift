/// A number as the unevaluated sum of two doubles, the second at most half the last place of the first: some 106 bits.
///
/// The algorithms are Dekker's and Knuth's ("A floating-point technique for extending the available precision", 1971).
struct DoubleDouble {
  var high: Double
  var low: Double

  @inline(__always)
  init(_ value: Double) {
    high = value
    low = 0
  }

  /// For |high| at least |low|.
  @inline(__always)
  private init(normalizing high: Double, _ low: Double) {
    self.high = high + low
    self.low = low - (self.high - high)
  }

  /// Twice this number, exactly.
  @inline(__always)
  var doubled: DoubleDouble { DoubleDouble(normalizing: high + high, low + low) }

  /// The sum of two doubles without error.
  @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    var result = DoubleDouble(a + b)
    let part = result.high - a
    result.low = (a - (result.high - part)) + (b - part)
    return result
  }

  /// The product of two doubles without error, for magnitudes below 2⁹⁹⁶ and products above 2⁻⁹⁶⁰.
  @inline(__always)
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    var result = DoubleDouble(a * b)
    let (aHigh, bHigh) = (upperHalf(a), upperHalf(b))
    let (aLow, bLow) = (a - aHigh, b - bHigh)
    result.low = ((aHigh * bHigh - result.high) + aHigh * bLow + aLow * bHigh) + aLow * bLow
    return result
  }

  /// The first 26 bits.
  @inline(__always)
  private static func upperHalf(_ a: Double) -> Double {
    let scaled = 134_217_729 * a
    return scaled - (scaled - a)
  }

  @inline(__always)
  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let (high, low) = (sum(a.high, b.high), sum(a.low, b.low))
    let partial = DoubleDouble(normalizing: high.high, high.low + low.high)
    return DoubleDouble(normalizing: partial.high, partial.low + low.low)
  }

  @inline(__always)
  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = product(a.high, b.high)
    return DoubleDouble(normalizing: high.high, high.low + (a.high * b.low + a.low * b.high))
  }

  @inline(__always)
  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a + DoubleDouble(-first) * b
    return DoubleDouble(normalizing: first, rest.high / b.high)
  }
}
