import Columns
import Testing

/// A value of a column as the oracles see it: known, or missing for a reason.
enum Cell<Value: Equatable & Sendable>: Equatable, Sendable {
  case known(Value)
  case missing(MissingReason)

  func map<Other>(_ transform: (Value) -> Other) -> Cell<Other> {
    switch self {
    case .known(let value): .known(transform(value))
    case .missing(let reason): .missing(reason)
    }
  }

  func flatMap<Other>(_ transform: (Value) -> Cell<Other>) -> Cell<Other> {
    switch self {
    case .known(let value): transform(value)
    case .missing(let reason): .missing(reason)
    }
  }

  var isKnown: Bool { if case .known = self { true } else { false } }

  /// The rule of every strict operator: the first missing operand decides.
  static func both<A, B>(_ a: Cell<A>, _ b: Cell<B>, _ operation: (A, B) -> Cell<Value>) -> Cell<Value> {
    a.flatMap { x in b.flatMap { y in operation(x, y) } }
  }
}

private func cells<Value>(_ count: Int, _ validity: Validity, _ value: (Int) -> Value) -> [Cell<Value>] {
  (0..<count).map { row in validity.reason(row).map { .missing($0) } ?? .known(value(row)) }
}

extension IntegerColumn {
  var cells: [Cell<Int64>] { KernelTests.cells(values.count, validity) { values[$0] } }
}

extension NumberColumn {
  var cells: [Cell<Double>] {
    #expect(values.allSatisfy { $0.isFinite })
    return KernelTests.cells(values.count, validity) { values[$0] }
  }
}

extension BooleanColumn {
  var cells: [Cell<Bool>] {
    #expect((bits - validity.bitmap(bits.count)).isEmpty, "a bit is set where the value is unknown")
    #expect(
      bits.words.count == Bitmap.wordCount(bits.count) && Bitmap(words: bits.words, count: bits.count) == bits
    )
    return KernelTests.cells(bits.count, validity) { bits[$0] }
  }
}

extension SetColumn {
  var cells: [Cell<UInt64>] { KernelTests.cells(masks.count, validity) { masks[$0] } }
}

extension CodeColumn {
  var cells: [Cell<Int32>] {
    codes.map { code in CodeColumn.reason(code).map { .missing($0) } ?? .known(code) }
  }

  /// The texts that the codes stand for; each text of the dictionary must stand in it once.
  var texts: [Cell<String>] {
    let texts = dictionary?.texts ?? []
    #expect(Set(texts.map { Array($0.utf8) }).count == texts.count, "a text stands twice in its dictionary")
    return cells.map { $0.map { texts[Int($0)] } }
  }
}

/// Any column's cells as text, so that columns of all kinds can be compared.
func described(_ column: Column) -> [String] {
  switch column {
  case .boolean(let column): return column.cells.map { "\($0)" }
  case .integer(let column): return column.cells.map { "\($0)" }
  case .number(let column): return column.cells.map { "\($0)" }
  case .set(let column): return column.cells.map { "\($0)" }
  case .code(let column):
    return column.dictionary == nil ? column.cells.map { "\($0)" } : column.texts.map { "\($0)" }
  case .list(let column):
    let elements = described(column.elements)
    return (0..<(column.offsets.count - 1)).map { row in
      elements[column.offsets[row]..<column.offsets[row + 1]].joined(separator: ";")
    }
  }
}

/// What `described` says of a missing value.
func describedMissing(_ reason: MissingReason) -> String { "\(Cell<Int>.missing(reason))" }
