import Plan
import Source
import Syntax

/// A fraction of whole numbers, as cutoffs and weights are written: `1/3`, `33%`, `0.25`, `3`.
///
/// It is never brought to a double, so that a score of exactly a third reaches a cutoff of a third.
struct ExactFraction: Equatable {
  /// In lowest terms; the denominator is positive.
  let numerator: Int64
  let denominator: Int64

  init(_ whole: Int64) { (numerator, denominator) = (whole, 1) }

  /// Nil where the denominator is 0, or the terms leave 64 bits.
  init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    let divisor = ExactFraction.divisor(numerator, denominator) * denominator.signum()
    guard let top = Int64(exactly: numerator / divisor), let bottom = Int64(exactly: denominator / divisor)
    else { return nil }
    (self.numerator, self.denominator) = (top, bottom)
  }

  func divided(by other: ExactFraction) -> ExactFraction? {
    ExactFraction(
      Int128(numerator) * Int128(other.denominator), over: Int128(denominator) * Int128(other.numerator))
  }

  /// A number in decimal notation: digits, perhaps with `_`, a point, an exponent, `%` at the end.
  init?(decimal text: String) {
    var digits: Int128 = 0
    var scale = 0
    var isBehindPoint = false
    var rest = Substring(text.filter { $0 != "_" })
    if rest.last == "%" {
      scale -= 2
      rest.removeLast()
    }
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let exponent = Int(rest[rest.index(after: mark)...]), abs(exponent) <= 18 else { return nil }
      scale += exponent
      rest = rest[..<mark]
    }
    guard !rest.isEmpty, rest.utf8.count <= 20 else { return nil }
    for character in rest {
      if character == ".", !isBehindPoint {
        isBehindPoint = true
        continue
      }
      guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
      digits = digits * 10 + Int128(digit)
      if isBehindPoint { scale -= 1 }
    }
    guard abs(scale) <= 18 else { return nil }
    let power = (0..<abs(scale)).reduce(Int128(1)) { result, _ in result * 10 }
    if scale < 0 { self.init(digits, over: power) } else { self.init(digits * power, over: 1) }
  }

  private static func divisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (x, y) = (a.magnitude, b.magnitude)
    while y != 0 { (x, y) = (y, x % y) }
    return Int128(x)
  }

  /// The least whole number that is not below this part of a whole.
  func threshold(of whole: Int64) -> Int64 {
    let product = Int128(numerator) * Int128(whole)
    let least = (product + Int128(denominator) - 1) / Int128(denominator)
    return Int64(clamping: least)
  }

  /// Fractions as whole numbers in the same proportions, the smallest ones; nil where their sum leaves 31 bits, so that
  /// no sum of scores over rows leaves 63.
  static func proportions(_ fractions: [ExactFraction]) -> [Int64]? {
    var common: Int128 = 1
    for fraction in fractions {
      common = common / divisor(common, Int128(fraction.denominator)) * Int128(fraction.denominator)
      guard common <= Int128(Int64.max) else { return nil }
    }
    let wholes = fractions.map { Int128($0.numerator) * (common / Int128($0.denominator)) }
    let shared = max(1, wholes.reduce(0, divisor))
    let least = wholes.map { $0 / shared }
    var sum: Int128 = 0
    for whole in least {
      guard whole <= Int128(Int32.max) else { return nil }
      sum += whole
    }
    return sum <= Int128(Int32.max) ? least.map { Int64(clamping: $0) } : nil
  }
}

/// A cutoff or weight as it is written.
struct WrittenFraction {
  var value: ExactFraction
  /// Without blanks: `1/3`.
  var text: String
  /// Whether it is an integer by its form: a number of lacks.
  var isWhole: Bool
}

extension Resolver {
  /// A number, a quotient of numbers or a parameter; nil for anything else.
  func fraction(_ expression: Expression) throws(Diagnostic) -> WrittenFraction? {
    switch expression.kind {
    case .parenthesized(let inner): return try fraction(inner)
    case .number(let literal): return number(literal)
    case .binary(.divide, let left, let right):
      guard let a = try fraction(left), let b = try fraction(right), let value = a.value.divided(by: b.value)
      else { return nil }
      return WrittenFraction(value: value, text: "\(a.text)/\(b.text)", isWhole: false)
    case .parameter(let name):
      let value = try resolve(expression, Context(row: nil, snapshot: catalog.current))
      switch value.constant {
      case .integer(let whole)?:
        return WrittenFraction(value: ExactFraction(whole), text: String(whole), isWhole: true)
      case .number(let number)?:
        let text = parameters[name.text]?.text ?? ""
        return (ExactFraction(decimal: text) ?? ExactFraction(decimal: "\(number)")).map {
          WrittenFraction(value: $0, text: text, isWhole: false)
        }
      default: return nil
      }
    default: return nil
    }
  }

  private func number(_ literal: NumberLiteral) -> WrittenFraction? {
    if let value = ExactFraction(decimal: literal.text) {
      let isWhole = literal.text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      return WrittenFraction(value: value, text: literal.text, isWhole: isWhole)
    }
    // `2 thousand`: no cutoff, and as a weight the integer that it is.
    guard case .integer(let whole) = literal.value else { return nil }
    return WrittenFraction(value: ExactFraction(whole), text: literal.text, isWhole: true)
  }
}
