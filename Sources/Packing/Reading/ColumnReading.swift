import Columns
import Schema
import Source

/// Columns of a packed file on their way into memory, each value checked against what its type allows, so that a file that was
/// made wrongly on purpose is refused and never read beyond its tables.
struct ColumnReading {
  let file: PackedFile
  /// The rows of each table, by entity.
  let counts: [String: Int]

  /// A column.
  ///
  /// - Parameters:
  ///   - kind: what the field's values are.
  ///   - count: the rows of its table.
  ///   - part: the field's name with its entity's, for diagnostics.
  func column(_ layout: ColumnLayout, _ kind: ValueKind, count: Int, _ part: String) throws(Diagnostic)
    -> Column
  {
    switch (layout, kind) {
    case (.boolean(let bits, let validity), .boolean):
      let known = try self.validity(validity, count, part)
      let bits = try bitmap(bits, count, part)
      return .boolean(BooleanColumn(known.known.map { bits & $0 } ?? bits, known))
    case (.integer(let narrow, let validity), .integer), (.integer(let narrow, let validity), .date):
      return try integers(narrow, validity, isDate: kind == .date, count, part)
    case (.number(let section, let validity), .number), (.number(let section, let validity), .share),
      (.number(let section, let validity), .points):
      return try numbers(section, validity, count, part)
    case (.decimal(let narrow, let places, let validity), .number),
      (.decimal(let narrow, let places, let validity), .share),
      (.decimal(let narrow, let places, let validity), .points):
      return try decimals(narrow, Int(places), validity, count, part)
    case (.code(let narrow, let texts?), .text):
      let dictionary = try dictionary(texts, part)
      return .code(
        CodeColumn(try codes(narrow, below: dictionary.count, count, part), dictionary: dictionary))
    case (.code(let narrow, nil), .enumeration(let type)):
      return .code(CodeColumn(try codes(narrow, below: type.values.count, count, part)))
    case (.code(let narrow, nil), .entity(let target, _)):
      return .code(CodeColumn(try codes(narrow, below: counts[target] ?? 0, count, part)))
    case (.set(let narrow, let validity), .set(let type)):
      return try sets(narrow, validity, type.values.count, count, part)
    case (.list(let offsets, let elements, let elementCount), .list(let kind)):
      let starts = try self.offsets(offsets, count: count + 1, upTo: elementCount, part)
      let inner = try column(elements, kind, count: elementCount, part)
      return .list(ListColumn(offsets: starts, elements: inner))
    default: throw file.malformed(part, "its form is not that of its type")
    }
  }

  /// Codes of at most some number of values, or of missing ones.
  func codes(_ layout: NarrowLayout, below bound: Int, _ count: Int, _ part: String) throws(Diagnostic)
    -> ContiguousArray<Int32>
  {
    guard layout.base >= Int64(Int32.min), layout.base <= Int64(Int32.max), layout.width <= 32 else {
      throw file.malformed(part, "a code is out of bounds")
    }
    let codes: ContiguousArray<Int32> = try NarrowReading(layout, count: count, file, part).values()
    var (least, most) = (Int32(0), Int32(-1))
    for code in codes {
      least = min(least, code)
      most = max(most, code)
    }
    guard least >= CodeColumn.missing(.notComputable), Int(most) < bound else {
      throw file.malformed(part, "a code is out of bounds")
    }
    return codes
  }

  private func integers(
    _ layout: NarrowLayout, _ validity: ValidityLayout, isDate: Bool, _ count: Int, _ part: String
  ) throws(Diagnostic) -> Column {
    var values: ContiguousArray<Int64> = try NarrowReading(layout, count: count, file, part).values()
    let known = try self.validity(validity, count, part)
    clear(&values, known, 0)
    if isDate {
      // Some ten thousand years either way: what the calendar can say.
      for days in values where !(-4_000_000...4_000_000).contains(days) {
        throw file.malformed(part, "a date is out of bounds")
      }
    }
    return .integer(IntegerColumn(values, known))
  }

  private func numbers(_ section: SectionNumber, _ validity: ValidityLayout, _ count: Int, _ part: String)
    throws(Diagnostic) -> Column
  {
    let bytes = try file.section(section, size: count * 8, of: part)
    var values: ContiguousArray<Double> = []
    values.reserveCapacity(count)
    for row in 0..<count {
      let bits = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: row * 8, as: UInt64.self))
      values.append(Double(bitPattern: bits))
    }
    let known = try self.validity(validity, count, part)
    clear(&values, known, 0)
    guard values.allSatisfy(\.isFinite) else { throw file.malformed(part, "a number is not finite") }
    return .number(NumberColumn(values, known))
  }

  private func decimals(
    _ layout: NarrowLayout, _ places: Int, _ validity: ValidityLayout, _ count: Int, _ part: String
  ) throws(Diagnostic) -> Column {
    guard PowersOfTen.values.indices.contains(places) else {
      throw file.malformed(part, "a decimal has \(places) places")
    }
    let scale = PowersOfTen.values[places]
    let whole: ContiguousArray<Int64> = try NarrowReading(layout, count: count, file, part).values()
    var values = ContiguousArray(whole.map { Double($0) / scale })
    let known = try self.validity(validity, count, part)
    clear(&values, known, 0)
    return .number(NumberColumn(values, known))
  }

  private func sets(
    _ layout: NarrowLayout, _ validity: ValidityLayout, _ elements: Int, _ count: Int, _ part: String
  ) throws(Diagnostic) -> Column {
    var masks: ContiguousArray<UInt64> = try NarrowReading(layout, count: count, file, part).values()
    let known = try self.validity(validity, count, part)
    clear(&masks, known, 0)
    let all = masks.reduce(UInt64(0)) { $0 | $1 }
    guard elements >= 64 || all >> UInt64(elements) == 0 else {
      throw file.malformed(part, "a set has an element that its type lacks")
    }
    return .set(SetColumn(masks, known))
  }

  /// Puts one value where none is known, as a load does.
  private func clear<Value>(_ values: inout ContiguousArray<Value>, _ validity: Validity, _ value: Value) {
    guard let known = validity.known else { return }
    for (index, word) in known.words.enumerated() where word != ~0 {
      let start = index * 64
      for bit in 0..<min(64, values.count - start) where word >> UInt64(bit) & 1 == 0 {
        values[start + bit] = value
      }
    }
  }

  private func bitmap(_ section: SectionNumber, _ count: Int, _ part: String) throws(Diagnostic) -> Bitmap {
    let words = Bitmap.wordCount(count)
    let bytes = try file.section(section, size: words * 8, of: part)
    var result: ContiguousArray<UInt64> = []
    result.reserveCapacity(words)
    for word in 0..<words {
      result.append(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)))
    }
    return Bitmap(words: result, count: count)
  }

  private func validity(_ layout: ValidityLayout, _ count: Int, _ part: String) throws(Diagnostic) -> Validity
  {
    switch layout {
    case .all: return .all
    case .alike(let section, let number):
      guard let reason = MissingReason(rawValue: number) else {
        throw file.malformed(part, "an unknown reason of a missing value")
      }
      let known = try bitmap(section, count, part)
      guard reason != .notRecorded else { return Validity(known: known) }
      return Validity(known: known, reasons: ContiguousArray(repeating: reason.rawValue, count: count))
    case .each(let section, let narrow):
      let known = try bitmap(section, count, part)
      let reasons: ContiguousArray<UInt8> = try NarrowReading(narrow, count: count, file, part).values()
      guard reasons.allSatisfy({ $0 < UInt8(MissingReason.allCases.count) }) else {
        throw file.malformed(part, "an unknown reason of a missing value")
      }
      return Validity(known: known, reasons: reasons)
    }
  }

  /// Offsets that begin at 0, never fall, and end at a bound.
  func offsets(_ layout: NarrowLayout, count: Int, upTo bound: Int, _ part: String) throws(Diagnostic)
    -> ContiguousArray<Int>
  {
    let offsets: ContiguousArray<Int> = try NarrowReading(layout, count: count, file, part).values()
    var last = 0
    for offset in offsets {
      guard offset >= last, offset <= bound else { throw file.malformed(part, "an offset is out of order") }
      last = offset
    }
    guard offsets.first == 0, last == bound else {
      throw file.malformed(part, "offsets do not span what they divide")
    }
    return offsets
  }

  func dictionary(_ layout: DictionaryLayout, _ part: String) throws(Diagnostic) -> TextDictionary {
    let offsets = try self.offsets(
      layout.offsets, count: layout.offsets.count, upTo: layout.byteCount, part)
    guard let section = layout.bytes else { return TextDictionary(bytes: [], offsets: offsets) }
    let memory = try file.section(section, size: layout.byteCount, of: part)
    let bytes = ContiguousArray(memory)
    let isText = (try? UTF8Span(validating: bytes.span)) != nil
    guard isText, offsets.allSatisfy({ $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }) else {
      throw file.malformed(part, "a text is not UTF-8")
    }
    return TextDictionary(bytes: bytes, offsets: offsets)
  }
}
