import Foundation
import Plan
import Schema
import Source

extension Interpreter {
  /// A function of known values; nil where it is outside its domain (language.md, section 4).
  func call(
    _ function: ScalarFunction, _ values: [Value], _ arguments: [TypedExpression], _ type: ValueType
  ) throws -> Value? {
    switch function {
    case .exp, .ln, .log10, .sqrt: return elementary(function, values[0])
    case .abs, .round, .floor, .ceil, .min, .max, .bin, .cut:
      return try numeric(function, values, arguments, type)
    case .year, .month, .day, .quarter, .date, .yearsBetween, .monthsBetween:
      return calendar(function, values.compactMap(\.whole))
    default: return text(function, values)
    }
  }

  private func elementary(_ function: ScalarFunction, _ value: Value) -> Value? {
    guard let x = value.number else { return nil }
    let result =
      switch function {
      case .exp: Foundation.exp(x)
      case .ln: x > 0 ? Foundation.log(x) : Double.nan
      case .log10: x > 0 ? Foundation.log10(x) : Double.nan
      default: x >= 0 ? x.squareRoot() : Double.nan
      }
    return result.isFinite ? .number(result) : nil
  }

  private func numeric(
    _ function: ScalarFunction, _ values: [Value], _ arguments: [TypedExpression], _ type: ValueType
  ) throws -> Value? {
    switch function {
    case .abs:
      if let whole = values[0].whole {
        guard whole != .min else { throw OracleError.overflow }
        return .whole(Swift.abs(whole))
      }
      return values[0].number.map { .number(Swift.abs($0)) }
    case .min, .max:
      let isFirst = Value.comesBefore(values[0], values[1]) == (function == .min)
      let chosen = Value.areEqual(values[0], values[1]) || isFirst ? values[0] : values[1]
      return type.kind == .number ? chosen.number.map { .number($0) } : chosen
    case .floor, .ceil:
      guard let x = values[0].number, values[0].whole == nil else { return values[0] }
      return try whole(function == .floor ? x.rounded(.down) : x.rounded(.up))
    case .round: return try rounded(values, type)
    case .bin: return bin(values, type)
    default:
      guard let x = values[0].number else { return nil }
      return .choice(values.dropFirst().count { ($0.number ?? 0) <= x })
    }
  }

  private func whole(_ number: Double) throws -> Value {
    guard let whole = Int64(exactly: number) else { throw OracleError.overflow }
    return .whole(whole)
  }

  /// Halves away from zero, judged on the shortest decimal that reads back.
  private func rounded(_ values: [Value], _ type: ValueType) throws -> Value? {
    let digits = values.count > 1 ? Int(values[1].whole ?? 0) : 0
    guard var exact = Decimal(string: values[0].whole.map { "\($0)" } ?? "\(values[0].number ?? 0)") else {
      return nil
    }
    var result = Decimal()
    NSDecimalRound(&result, &exact, digits, .plain)
    if type.kind == .integer { return Int64("\(result)").map { .whole($0) } }
    return Double("\(result)").map { .number($0) }
  }

  private func bin(_ values: [Value], _ type: ValueType) -> Value? {
    if type.kind == .date {
      guard let days = values[0].whole, let unit = values[1].text else { return nil }
      let (year, month, _) = CivilDate(days: Int(days)).components
      let first = unit == "year" ? 1 : unit == "quarter" ? (month - 1) / 3 * 3 + 1 : month
      return CivilDate(year: year, month: first, day: 1).map { .whole(Int64($0.days)) }
    }
    if let x = values[0].whole, let width = values[1].whole {
      guard width > 0 else { return nil }
      let rest = x % width
      return .whole(x - (rest < 0 ? rest + width : rest))
    }
    guard let x = values[0].number, let width = values[1].number, width > 0 else { return nil }
    guard let exact = Decimal(string: "\(x)"), let step = Decimal(string: "\(width)") else { return nil }
    var quotient = exact / step
    var lower = Decimal()
    NSDecimalRound(&lower, &quotient, 0, .down)
    return Double("\(lower * step)").map { .number($0) }
  }

  private func calendar(_ function: ScalarFunction, _ values: [Int64]) -> Value? {
    if function == .date {
      guard let year = Int(exactly: values[0]), let month = Int(exactly: values[1]),
        let day = Int(exactly: values[2])
      else { return nil }
      return CivilDate(year: year, month: month, day: day).map { .whole(Int64($0.days)) }
    }
    let (year, month, day) = CivilDate(days: Int(values[0])).components
    switch function {
    case .year: return .whole(Int64(year))
    case .month: return .whole(Int64(month))
    case .day: return .whole(Int64(day))
    case .quarter: return .whole(Int64((month + 2) / 3))
    default:
      let months = Interpreter.months(from: values[0], to: values[1])
      return .whole(function == .monthsBetween ? months : months / 12)
    }
  }

  /// Completed months; a day that a month lacks counts on the first of the next.
  private static func months(from a: Int64, to b: Int64) -> Int64 {
    if b < a { return -months(from: b, to: a) }
    let (x, y) = (CivilDate(days: Int(a)).components, CivilDate(days: Int(b)).components)
    let months = (y.year - x.year) * 12 + y.month - x.month
    return Int64(y.day < x.day ? months - 1 : months)
  }

  private func text(_ function: ScalarFunction, _ values: [Value]) -> Value? {
    if case .set(let elements) = values[0] { return .whole(Int64(elements.count)) }
    guard let text = values[0].text else { return nil }
    let part = values.count > 1 ? values[1].text ?? "" : ""
    let number = values.count > 1 ? values[1].whole ?? 0 : 0
    switch function {
    case .lower: return .text(text.lowercased())
    case .upper: return .text(text.uppercased())
    case .trim: return .text(text.trimmingCharacters(in: .whitespacesAndNewlines))
    case .length: return .whole(Int64(text.count))
    case .left: return .text(String(text.prefix(Int(max(0, number)))))
    case .right: return .text(String(text.suffix(Int(max(0, number)))))
    case .word: return TextOrder.word(text, number).map { .text($0) }
    case .startsWith: return .truth(text.hasPrefix(part))
    case .endsWith: return .truth(text.hasSuffix(part))
    case .contains: return .truth(part.isEmpty || text.contains(part))
    case .replace: return .text(text.replacingOccurrences(of: part, with: values[2].text ?? ""))
    default: return .text(TextOrder.folded(text))
    }
  }
}
