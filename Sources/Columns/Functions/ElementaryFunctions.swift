/// Exponential, logarithms and powers, to within 0.52 of the last place and alike on every machine.
///
/// The standard library has none of its own, and those of C differ from system to system. Here the logarithm is a sum
/// of two doubles with some 70 true bits (argument reduced by a table of 64ths, then the series of artanh), and the
/// exponential takes such a sum (reduced by powers of two and a table of 32nds, then Taylor's series).
package struct ElementaryFunctions: Sendable {
  private let logarithms: LogarithmTable
  private let exponentials: ExponentialTable

  /// The one instance, its tables made at first use; kernels take it once a block.
  package static let shared = ElementaryFunctions()

  private init() {
    logarithms = LogarithmTable()
    exponentials = ExponentialTable(logarithmOfTwo: logarithms.logarithmOfTwo)
  }

  /// e to the power x; infinite beyond every double.
  package func exponential(_ x: Double) -> Double { exponential(DoubleDouble(x)) }

  /// The natural logarithm; not a number at 0 and below.
  package func naturalLogarithm(_ x: Double) -> Double {
    x > 0 ? logarithm(x).high : .nan
  }

  /// The decimal logarithm, exact for powers of ten; not a number at 0 and below.
  package func decimalLogarithm(_ x: Double) -> Double {
    x > 0 ? (logarithm(x) * logarithms.inverseOfTen).high : .nan
  }

  /// x to the power y.
  ///
  /// 1 for y = 0; not a number for a negative x with a fraction in y; infinite beyond every double and for 0 to a
  /// negative power.
  package func power(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if y == 1 { return x }
    if y == 2 { return x * x }
    if x == 0 { return y > 0 ? 0 : .infinity }
    guard x < 0 else { return positivePower(x, y) }
    guard DecimalRounding.floor(y) == y else { return .nan }
    let isOdd = y.magnitude < 0x1p53 && Int64(y) & 1 == 1
    return isOdd ? 0 - positivePower(-x, y) : positivePower(-x, y)
  }

  private func positivePower(_ x: Double, _ y: Double) -> Double {
    let logarithm = logarithm(x)
    let rough = logarithm.high * y
    if rough > 800 { return .infinity }
    if rough < -800 { return 0 }
    // Below 2⁻⁶⁰ the power is 1; splitting so small a product for its error would lose bits.
    if rough.magnitude < 0x1p-60 { return 1 }
    return exponential(y.magnitude > 0x1p900 ? DoubleDouble(rough) : logarithm * DoubleDouble(y))
  }

  /// For x > 0.
  private func logarithm(_ x: Double) -> DoubleDouble {
    // x = m · 2^e with m between √½ and √2, near which lies c = k / 64.
    let isSmall = x < 0x1p-1000
    let bits = (isSmall ? x * 0x1p60 : x).bitPattern
    var e = Double(Int64(bits &>> 52)) - (isSmall ? 1083 : 1023)
    var m = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    if m > 1.414 {
      m *= 0.5
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
    let ratio = s.doubled + DoubleDouble(tail)
    return (logarithms.logarithmOfTwo * DoubleDouble(e) + logarithms.values[Int(k)]) + ratio
  }

  private func exponential(_ x: DoubleDouble) -> Double {
    if x.high > 710 { return .infinity }
    if x.high < -746 { return 0 }
    let exponent = DecimalRounding.floor(x.high * exponentials.inverseOfLogarithmOfTwo + 0.5)
    let reduced = x + logarithms.logarithmOfTwo * DoubleDouble(-exponent)
    let k = DecimalRounding.floor(reduced.high * 32 + 0.5)
    let rest = reduced + DoubleDouble(-k / 32)
    let r = rest.high
    let tail =
      r * r
      * (1 / 2.0 + r
        * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r * (1 / 720.0 + r * (1 / 5040.0 + r / 40320.0))))))
    let factor = DoubleDouble(1) + (rest + DoubleDouble(tail))
    let significand = (exponentials.values[Int(k) + 16] * factor).high
    // In two steps, so that neither power of two leaves the range of normal doubles.
    let half = Int(exponent) / 2
    return significand * powerOfTwo(half) * powerOfTwo(Int(exponent) - half)
  }

  /// For exponents of normal doubles.
  @inline(__always)
  private func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: exponent &+ 1023) &<< 52)
  }
}

/// ln 2, 1 / ln 10 and ln(k / 64), computed at first use by the series of artanh.
private struct LogarithmTable {
  let logarithmOfTwo: DoubleDouble
  let inverseOfTen: DoubleDouble
  /// ln(k / 64) at place k, for k from 45 to 91.
  let values: ContiguousArray<DoubleDouble>

  init() {
    logarithmOfTwo = LogarithmTable.logarithm(2, 1)
    // 10 = 2³ · 5/4
    let ten = logarithmOfTwo * DoubleDouble(3) + LogarithmTable.logarithm(5, 4)
    inverseOfTen = DoubleDouble(1) / ten
    values = ContiguousArray(
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
  let values: ContiguousArray<DoubleDouble>

  init(logarithmOfTwo: DoubleDouble) {
    inverseOfLogarithmOfTwo = 1 / logarithmOfTwo.high
    values = ContiguousArray(
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
