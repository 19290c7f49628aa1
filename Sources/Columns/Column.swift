/// Whole numbers: counts, đồng, points, and dates as days since 1970-01-01.
package struct IntegerColumn: Sendable {
  package var values: ContiguousArray<Int64>
  package var validity: Validity

  package init(_ values: ContiguousArray<Int64>, _ validity: Validity = .all) {
    self.values = values
    self.validity = validity
  }
}

/// IEEE doubles; never NaN, never infinite: what is not computable is missing.
package struct NumberColumn: Sendable {
  package var values: ContiguousArray<Double>
  package var validity: Validity

  package init(_ values: ContiguousArray<Double>, _ validity: Validity = .all) {
    self.values = values
    self.validity = validity
  }
}

/// Truth values.
///
/// Invariant: `bits` is zero where a value is not known, so `bits` alone is "is true".
package struct BooleanColumn: Sendable {
  package var bits: Bitmap
  package var validity: Validity

  package init(_ bits: Bitmap, _ validity: Validity = .all) {
    self.bits = bits
    self.validity = validity
  }
}

/// Codes: a value of an enum (in declared order), a text of a dictionary, or the row of a link's target.
///
/// A negative code is missing: `-1 - reason`.
package struct CodeColumn: Sendable {
  package var codes: ContiguousArray<Int32>
  /// The texts, where the codes stand for text.
  package var dictionary: TextDictionary?

  package init(_ codes: ContiguousArray<Int32>, dictionary: TextDictionary? = nil) {
    self.codes = codes
    self.dictionary = dictionary
  }

  /// The code that stands for a missing value.
  @inline(__always)
  package static func missing(_ reason: MissingReason) -> Int32 { -1 - Int32(reason.rawValue) }

  /// The reason that a negative code stands for.
  package static func reason(_ code: Int32) -> MissingReason? {
    code < 0 ? MissingReason(rawValue: UInt8(truncatingIfNeeded: -1 - code)) : nil
  }
}

/// Sets of up to 64 elements as bit masks, element `i` at bit `i`.
package struct SetColumn: Sendable {
  package var masks: ContiguousArray<UInt64>
  package var validity: Validity

  package init(_ masks: ContiguousArray<UInt64>, _ validity: Validity = .all) {
    self.masks = masks
    self.validity = validity
  }
}

/// Lists, the result of `list(x)`: the elements of row `i` are `elements[offsets[i]..<offsets[i + 1]]`.
package struct ListColumn: Sendable {
  package var offsets: ContiguousArray<Int>
  package var elements: Column

  package init(offsets: ContiguousArray<Int>, elements: Column) {
    self.offsets = offsets
    self.elements = elements
  }
}

/// A column in storage form.
///
/// What its codes or numbers mean is said by its type, which travels beside it.
package indirect enum Column: Sendable {
  case boolean(BooleanColumn)
  case integer(IntegerColumn)
  case number(NumberColumn)
  case code(CodeColumn)
  case set(SetColumn)
  case list(ListColumn)

  package var count: Int {
    switch self {
    case .boolean(let column): column.bits.count
    case .integer(let column): column.values.count
    case .number(let column): column.values.count
    case .code(let column): column.codes.count
    case .set(let column): column.masks.count
    case .list(let column): column.offsets.count - 1
    }
  }

  /// Whether the value of a row is known.
  package func isKnown(_ row: Int) -> Bool {
    switch self {
    case .boolean(let column): column.validity.isKnown(row)
    case .integer(let column): column.validity.isKnown(row)
    case .number(let column): column.validity.isKnown(row)
    case .code(let column): column.codes[row] >= 0
    case .set(let column): column.validity.isKnown(row)
    case .list: true
    }
  }

  /// Why the value of a row is missing; nil where it is known.
  package func reason(_ row: Int) -> MissingReason? {
    switch self {
    case .boolean(let column): column.validity.reason(row)
    case .integer(let column): column.validity.reason(row)
    case .number(let column): column.validity.reason(row)
    case .code(let column): CodeColumn.reason(column.codes[row])
    case .set(let column): column.validity.reason(row)
    case .list: nil
    }
  }

  /// A bitmap of the rows whose value is known.
  package var known: Bitmap {
    switch self {
    case .boolean(let column): return column.validity.bitmap(column.bits.count)
    case .integer(let column): return column.validity.bitmap(column.values.count)
    case .number(let column): return column.validity.bitmap(column.values.count)
    case .set(let column): return column.validity.bitmap(column.masks.count)
    case .list(let column): return Bitmap(repeating: true, count: column.offsets.count - 1)
    case .code(let column):
      var bits = Bitmap(count: column.codes.count)
      for (row, code) in column.codes.enumerated() where code >= 0 { bits[row] = true }
      return bits
    }
  }
}
