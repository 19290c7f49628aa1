/// Exponential, logarithms and powers, to within 0.52 of the last place and alike on every machine.
///
/// The standard library has none of its own, and those of C differ from system to system. Here the logarithm is a sum
/// of two doubles with some 70 true bits (argument reduced by a table of 64ths, then the series of artanh), and the
/// exponential takes such a sum (reduced by powers of two and a table of 32nds, then Taylor's series).
package enum ElementaryFunctions {
  /// e to the power x; infinite beyond every double.
  package static func exponential(_ x: Double) -> Double { exponential(DoubleDouble(x)) }

  /// The natural logarithm; not a number at 0 and below.
  package static func naturalLogarithm(_ x: Double) -> Double {
    x > 0 ? logarithm(x).high : .nan
  }

  /// The decimal logarithm, exact for powers of ten; not a number at 0 and below.
  package static func decimalLogarithm(_ x: Double) -> Double {
    x > 0 ? (logarithm(x) * LogarithmTable.shared.inverseOfTen).high : .nan
  }

  /// x to the power y; 1 for y = 0; not a number for a negative x with a fraction in y; infinite beyond every double
  /// and for 0 to a negative power.
  package static func power(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if y == 1 { return x }
    if y == 2 { return x * x }
    if x == 0 { return y > 0 ? 0 : .infinity }
    guard x < 0 else { return positivePower(x, y) }
    guard DecimalRounding.floor(y) == y else { return .nan }
    let isOdd = y.magnitude < 0x1p53 && Int64(y) & 1 == 1
    return isOdd ? 0 - positivePower(-x, y) : positivePower(-x, y)
  }

  private static func positivePower(_ x: Double, _ y: Double) -> Double {
    let logarithm = logarithm(x)
    let rough = logarithm.high * y
    if rough > 800 { return .infinity }
    if rough < -800 { return 0 }
    // Below 2⁻⁶⁰ the power is 1; splitting so small a product for its error would lose bits.
    if rough.magnitude < 0x1p-60 || y.magnitude > 0x1p900 {
      return rough.magnitude < 0x1p-60 ? 1 : exponential(rough)
    }
    return exponential(logarithm * DoubleDouble(y))
  }

  /// For x > 0.
  private static func logarithm(_ x: Double) -> DoubleDouble {
    if x == 1 { return DoubleDouble(0) }
    let table = LogarithmTable.shared
    // x = m · 2^e with m between √½ and √2, near which lies c = k / 64.
    var (m, e) = (x.significand, Double(x.exponent))
    if m > 1.414 {
      m /= 2
      e += 1
    }
    let k = DecimalRounding.floor(m * 64 + 0.5)
    let c = k / 64
    // ln(m / c) = 2 artanh(s), s = (m - c) / (m + c); m - c is exact.
    let s = DoubleDouble(m - c) / DoubleDouble.sum(m, c)
    let square = s.high * s.high
    let tail =
      s.high * square
      * (2 / 3.0 + square * (2 / 5.0 + square * (2 / 7.0 + square * (2 / 9.0 + square * (2 / 11.0)))))
    let ratio = (s + s) + DoubleDouble(tail)
    return (table.logarithmOfTwo * DoubleDouble(e) + table.logarithms[Int(k)]) + ratio
  }

  private static func exponential(_ x: DoubleDouble) -> Double {
    if x.high > 710 { return .infinity }
    if x.high < -746 { return 0 }
    let table = ExponentialTable.shared
    let exponent = DecimalRounding.floor(x.high * table.inverseOfLogarithmOfTwo + 0.5)
    let reduced = x + LogarithmTable.shared.logarithmOfTwo * DoubleDouble(-exponent)
    let k = DecimalRounding.floor(reduced.high * 32 + 0.5)
    let rest = reduced + DoubleDouble(-k / 32)
    let r = rest.high
    let tail =
      r * r
      * (1 / 2.0 + r
        * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r * (1 / 720.0 + r * (1 / 5040.0 + r / 40320.0))))))
    let factor = DoubleDouble(1) + (rest + DoubleDouble(tail))
    let significand = (table.exponentials[Int(k) + 16] * factor).high
    // In two steps, so that neither power of two leaves the range of doubles.
    let half = Int(exponent) / 2
    return Double(sign: .plus, exponent: half, significand: significand)
      * Double(sign: .plus, exponent: Int(exponent) - half, significand: 1)
  }
}

/// ln 2, 1 / ln 10 and ln(k / 64), computed at first use by the series of artanh.
private struct LogarithmTable {
  let logarithmOfTwo: DoubleDouble
  let inverseOfTen: DoubleDouble
  /// ln(k / 64) at place k, for k from 45 to 91.
  let logarithms: ContiguousArray<DoubleDouble>

  static let shared = LogarithmTable()

  private init() {
    logarithmOfTwo = LogarithmTable.logarithm(2, 1)
    // 10 = 2³ · 5/4
    let ten = logarithmOfTwo * DoubleDouble(3) + LogarithmTable.logarithm(5, 4)
    inverseOfTen = DoubleDouble(1) / ten
    logarithms = ContiguousArray(
      (0..<96).map { $0 < 45 ? DoubleDouble(0) : LogarithmTable.logarithm(Double($0), 64) })
  }

  /// ln(a / b) = 2 artanh((a - b) / (a + b)) = 2 (s + s³/3 + s⁵/5 + …), for a / b from ½ to 2.
  private static func logarithm(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = DoubleDouble(a - b) / DoubleDouble(a + b)
    let square = s * s
    var sum = DoubleDouble(0)
    for odd in stride(from: 79.0, through: 1, by: -2) {
      sum = sum * square + DoubleDouble(1) / DoubleDouble(odd)
    }
    return s * sum * DoubleDouble(2)
  }
}

/// e to the power k / 32, computed at first use by Taylor's series.
private struct ExponentialTable {
  let inverseOfLogarithmOfTwo: Double
  /// e^(k / 32) at place k + 16, for k from -16 to 16.
  let exponentials: ContiguousArray<DoubleDouble>

  static let shared = ExponentialTable()

  private init() {
    inverseOfLogarithmOfTwo = 1 / LogarithmTable.shared.logarithmOfTwo.high
    exponentials = ContiguousArray(
      (-16...16).map { k in
        let x = DoubleDouble(Double(k) / 32)
        var sum = DoubleDouble(1)
        for n in stride(from: 30.0, through: 1, by: -1) {
          sum = DoubleDouble(1) + sum * x / DoubleDouble(n)
        }
        return sum
      })
  }
}
