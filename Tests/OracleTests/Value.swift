import Columns
import Schema

/// A value in a box, as the oracle's interpreter sees it: one cell, with nothing of how columns keep it.
indirect enum Value: Hashable, Sendable {
  case missing(MissingReason)
  case truth(Bool)
  /// An integer, or a date as days since 1970-01-01.
  case whole(Int64)
  case number(Double)
  case text(String)
  /// A value of an enum, by its position.
  case choice(Int)
  /// A row of an entity, by its number.
  case row(Int)
  case set(Set<Int>)
  case list([Value])

  static let unknown = Value.missing(.notRecorded)
  static let notComputable = Value.missing(.notComputable)

  var isMissing: Bool { if case .missing = self { true } else { false } }
  var reason: MissingReason? { if case .missing(let reason) = self { reason } else { nil } }

  /// The truth of a condition; nil where it is undetermined.
  var truth: Bool? { if case .truth(let value) = self { value } else { nil } }

  /// The value as a double, if it is a number.
  var number: Double? {
    switch self {
    case .whole(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  var whole: Int64? { if case .whole(let value) = self { value } else { nil } }
  var text: String? { if case .text(let value) = self { value } else { nil } }
  var elements: Set<Int>? { if case .set(let value) = self { value } else { nil } }
  var row: Int? { if case .row(let value) = self { value } else { nil } }

  init(_ truth: Bool?) { self = truth.map { .truth($0) } ?? .unknown }

  /// A double that is no number is a value that could not be computed (language.md, section 4).
  init(checking number: Double) { self = number.isFinite ? .number(number) : .notComputable }

  /// As a key of groups: why a value is missing does not part groups, but for "not present" (language.md, section 3).
  var asKey: Value {
    guard let reason else { return self == .number(-0.0) ? .number(0) : self }
    return .missing(reason == .notPresent ? .notPresent : .notRecorded)
  }
}

extension Value {
  /// The value of a row of a stored column.
  init(_ column: Column, _ row: Int, _ type: ValueType) {
    if let reason = column.reason(row) {
      self = .missing(reason)
      return
    }
    switch column {
    case .boolean(let bits): self = .truth(bits.bits[row])
    case .integer(let integers): self = .whole(integers.values[row])
    case .number(let numbers): self = .number(numbers.values[row])
    case .set(let sets): self = .set(Set((0..<64).filter { sets.masks[row] >> UInt64($0) & 1 == 1 }))
    case .list(let lists):
      guard case .list(let kind) = type.kind else {
        self = .unknown
        return
      }
      self = .list(
        (lists.offsets[row]..<lists.offsets[row + 1]).map { Value(lists.elements, $0, ValueType(kind)) })
    case .code(let codes):
      let code = Int(codes.codes[row])
      switch type.kind {
      case .enumeration: self = .choice(code)
      case .entity: self = codes.dictionary.map { .text($0[code]) } ?? .row(code)
      default: self = codes.dictionary.map { .text($0[code]) } ?? .choice(code)
      }
    }
  }

  /// Whether two known values are equal: numbers by value, text to the letter.
  static func areEqual(_ a: Value, _ b: Value) -> Bool {
    if let x = a.whole, let y = b.whole { return x == y }
    if let x = a.number, let y = b.number { return x == y }
    return a == b
  }

  /// Whether a known value comes before another: numbers and dates ascending, false before true, enums as declared,
  /// text in Vietnamese collation, rows in their order.
  static func comesBefore(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.whole(let x), .whole(let y)): return x < y
    case (.truth(let x), .truth(let y)): return !x && y
    case (.choice(let x), .choice(let y)): return x < y
    case (.row(let x), .row(let y)): return x < y
    case (.text(let x), .text(let y)): return TextOrder.comesBefore(x, y)
    default:
      guard let x = a.number, let y = b.number else { return false }
      return x < y
    }
  }

  /// The order of keys: known values first, then the missing, then those not present.
  static func keyComesBefore(_ a: Value, _ b: Value) -> Bool {
    switch (a.asKey.reason, b.asKey.reason) {
    case (nil, nil): comesBefore(a, b)
    case (nil, _): true
    case (_, nil): false
    case (let x?, let y?): x != .notPresent && y == .notPresent
    }
  }

  /// The order of rows by several keys, one after the other; nil where they tie.
  static func order(_ a: [Value], _ b: [Value], by comesBefore: (Value, Value) -> Bool) -> Bool? {
    for (x, y) in zip(a, b) {
      if comesBefore(x, y) { return true }
      if comesBefore(y, x) { return false }
    }
    return nil
  }
}
