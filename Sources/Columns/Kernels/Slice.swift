/// Blocks of a column, and a column from blocks.
extension Kernels {
  /// The rows of a range.
  package static func slice(_ a: Column, _ range: Range<Int>) -> Column {
    if range == 0..<a.count { return a }
    switch a {
    case .boolean(let column):
      return .boolean(BooleanColumn(column.bits.slice(range), column.validity.slice(range)))
    case .integer(let column):
      return .integer(IntegerColumn(ContiguousArray(column.values[range]), column.validity.slice(range)))
    case .number(let column):
      return .number(NumberColumn(ContiguousArray(column.values[range]), column.validity.slice(range)))
    case .code(let column):
      return .code(CodeColumn(ContiguousArray(column.codes[range]), dictionary: column.dictionary))
    case .set(let column):
      return .set(SetColumn(ContiguousArray(column.masks[range]), column.validity.slice(range)))
    case .list(let column):
      let first = column.offsets[range.lowerBound]
      let offsets = ContiguousArray(column.offsets[range.lowerBound...range.upperBound].map { $0 - first })
      let elements = slice(column.elements, first..<column.offsets[range.upperBound])
      return .list(ListColumn(offsets: offsets, elements: elements))
    }
  }

  /// The columns one below the other; nil for none.
  ///
  /// Integers beside doubles become doubles; texts of several
  /// dictionaries get one.
  ///
  /// - Precondition: all are of one kind, or integer and number columns.
  package static func concatenate(_ columns: [Column]) -> Column? {
    guard let first = columns.first else { return nil }
    guard columns.count > 1 else { return first }
    let columns = withOneNumericKind(columns)
    let validity = Validity.concatenate(columns)
    switch columns[0] {
    case .boolean:
      var bits = BitmapBuilder(capacity: columns.reduce(0) { $0 + $1.count })
      for case .boolean(let column) in columns { bits.append(column.bits) }
      return .boolean(BooleanColumn(bits.bitmap, validity))
    case .integer:
      return .integer(
        IntegerColumn(joined(columns) { if case .integer(let c) = $0 { c.values } else { nil } }, validity))
    case .number:
      return .number(
        NumberColumn(joined(columns) { if case .number(let c) = $0 { c.values } else { nil } }, validity))
    case .set:
      return .set(SetColumn(joined(columns) { if case .set(let c) = $0 { c.masks } else { nil } }, validity))
    case .code:
      let parts = unify(columns.compactMap { if case .code(let column) = $0 { column } else { nil } })
      let codes = joined(parts.map { Column.code($0) }) { if case .code(let c) = $0 { c.codes } else { nil } }
      return .code(CodeColumn(codes, dictionary: parts.first?.dictionary))
    case .list:
      return .list(concatenate(columns.compactMap { if case .list(let column) = $0 { column } else { nil } }))
    }
  }

  private static func concatenate(_ lists: [ListColumn]) -> ListColumn {
    var offsets: ContiguousArray<Int> = [0]
    for list in lists {
      let base = offsets[offsets.count - 1]
      offsets.append(contentsOf: list.offsets.dropFirst().map { $0 + base })
    }
    // An empty list column need not know the kind of its elements.
    let filled = lists.filter { $0.elements.count > 0 }
    let elements = concatenate(filled.map(\.elements)) ?? lists[0].elements
    return ListColumn(offsets: offsets, elements: elements)
  }

  private static func withOneNumericKind(_ columns: [Column]) -> [Column] {
    let hasNumbers = columns.contains { if case .number = $0 { true } else { false } }
    let kinds = columns.map { if case .integer = $0, hasNumbers { ColumnKind.number } else { $0.kind } }
    precondition(kinds.allSatisfy { $0 == kinds[0] }, "columns that are joined have one kind")
    guard hasNumbers else { return columns }
    return columns.map { if case .integer(let column) = $0 { .number(numbers(column)) } else { $0 } }
  }

  private static func joined<A>(
    _ columns: [Column], _ values: (Column) -> ContiguousArray<A>?
  ) -> ContiguousArray<A> {
    var result = ContiguousArray<A>()
    result.reserveCapacity(columns.reduce(0) { $0 + $1.count })
    for column in columns { if let part = values(column) { result.append(contentsOf: part) } }
    return result
  }
}

extension Column {
  /// The storage form.
  package var kind: ColumnKind {
    switch self {
    case .boolean: .boolean
    case .integer: .integer
    case .number: .number
    case .code: .code
    case .set: .set
    case .list: .list
    }
  }

  /// Known rows and reasons, where they are stored beside the values.
  fileprivate var storedValidity: Validity {
    switch self {
    case .boolean(let column): column.validity
    case .integer(let column): column.validity
    case .number(let column): column.validity
    case .set(let column): column.validity
    case .code, .list: .all
    }
  }
}

extension Validity {
  /// The validity of a range of rows.
  func slice(_ range: Range<Int>) -> Validity {
    guard let known else { return .all }
    if range == 0..<known.count { return self }
    return Validity(known: known.slice(range), reasons: reasons.map { ContiguousArray($0[range]) }).normalized
  }

  /// The validities of columns one below the other.
  fileprivate static func concatenate(_ columns: [Column]) -> Validity {
    let parts = columns.map { (validity: $0.storedValidity, count: $0.count) }
    guard parts.contains(where: { $0.validity.known != nil }) else { return .all }
    var known = BitmapBuilder(capacity: parts.reduce(0) { $0 + $1.count })
    for part in parts { known.append(part.validity.bitmap(part.count)) }
    guard parts.contains(where: { $0.validity.reasons != nil }) else { return Validity(known: known.bitmap) }
    var reasons = ContiguousArray<UInt8>()
    for part in parts {
      reasons.append(contentsOf: part.validity.reasons ?? ContiguousArray(repeating: 0, count: part.count))
    }
    return Validity(known: known.bitmap, reasons: reasons)
  }
}

/// A bitmap that grows by whole bitmaps, a word at a time wherever the last one ended.
private struct BitmapBuilder {
  private var words = ContiguousArray<UInt64>()
  private var count = 0

  init(capacity: Int) { words.reserveCapacity(Bitmap.wordCount(capacity)) }

  mutating func append(_ bits: Bitmap) {
    let shift = UInt64(count & 63)
    if shift == 0 {
      words.append(contentsOf: bits.words)
    } else {
      for word in bits.words {
        words[words.count - 1] |= word << shift
        words.append(word >> (64 - shift))
      }
    }
    count += bits.count
    words.removeLast(words.count - Bitmap.wordCount(count))
  }

  var bitmap: Bitmap { Bitmap(words: words, count: count) }
}
