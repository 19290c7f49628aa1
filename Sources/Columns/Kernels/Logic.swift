/// Three-valued logic, word by word: true is a set bit, false a known unset one.
extension Kernels {
  /// False where either side is false, true where both are true, else unknown.
  package static func and(_ a: BooleanColumn, _ b: BooleanColumn) -> BooleanColumn {
    let bits = a.bits & b.bits
    guard a.validity.known != nil || b.validity.known != nil else { return BooleanColumn(bits) }
    let isFalse = (a.validity.bitmap(bits.count) - a.bits) | (b.validity.bitmap(bits.count) - b.bits)
    return BooleanColumn(bits, firstReason(a.validity, b.validity, known: bits | isFalse))
  }

  /// True where either side is true, false where both are false, else unknown.
  package static func or(_ a: BooleanColumn, _ b: BooleanColumn) -> BooleanColumn {
    let bits = a.bits | b.bits
    guard a.validity.known != nil || b.validity.known != nil else { return BooleanColumn(bits) }
    let isFalse = (a.validity.bitmap(bits.count) - a.bits) & (b.validity.bitmap(bits.count) - b.bits)
    return BooleanColumn(bits, firstReason(a.validity, b.validity, known: bits | isFalse))
  }

  /// True where false and false where true.
  package static func not(_ a: BooleanColumn) -> BooleanColumn {
    BooleanColumn(a.validity.known.map { $0 - a.bits } ?? ~a.bits, a.validity)
  }

  /// Whether a value is missing; always known.
  package static func isMissing(_ a: Column) -> BooleanColumn { BooleanColumn(~knownRows(a)) }

  /// Whether a value is known; always known itself.
  package static func isKnown(_ a: Column) -> BooleanColumn { BooleanColumn(knownRows(a)) }

  /// The reason of each missing value, as the code `MissingReason.rawValue`; missing where the value is known.
  package static func whyMissing(_ a: Column) -> CodeColumn {
    var codes = ContiguousArray(repeating: CodeColumn.missing(.notRecorded), count: a.count)
    (~knownRows(a)).forEachPosition { codes[$0] = Int32((a.reason($0) ?? .notRecorded).rawValue) }
    return CodeColumn(codes)
  }

  /// The rows of a column whose value is known.
  static func knownRows(_ a: Column) -> Bitmap {
    if case .code(let column) = a { return BlockLoops.test(column.codes) { $0 >= 0 } }
    return a.known
  }

  /// Known rows with, at the others, the reason of the first side that is missing.
  private static func firstReason(_ a: Validity, _ b: Validity, known: Bitmap) -> Validity {
    Validity(known: known, reasons: Validity.both(a, b).reasons).normalized
  }
}
