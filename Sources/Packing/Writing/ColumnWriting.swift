import Columns
import Source

/// Columns put into their narrowest forms.
struct ColumnWriting {
  let sections: SectionWriting

  func narrow(_ writing: NarrowWriting) throws(Diagnostic) -> NarrowLayout {
    var layout = writing.layout
    if layout.size > 0 { layout.section = try sections.add(writing.bytes) }
    return layout
  }

  func write(_ column: Column) throws(Diagnostic) -> ColumnLayout {
    switch column {
    case .boolean(let booleans):
      let bits = booleans.validity.known.map { booleans.bits & $0 } ?? booleans.bits
      return .boolean(try write(bits), try write(booleans.validity, booleans.bits.count))
    case .integer(let integers):
      return .integer(
        try narrow(NarrowWriting(integers.values, known: integers.validity.known)),
        try write(integers.validity, integers.values.count))
    case .number(let numbers): return try write(numbers)
    case .code(let codes):
      guard let dictionary = codes.dictionary else {
        return .code(try narrow(NarrowWriting(codes.codes)), nil)
      }
      let (texts, numbers) = ColumnWriting.inOrderOfRows(codes.codes, dictionary)
      return .code(try narrow(NarrowWriting(numbers)), try write(texts))
    case .set(let sets):
      return .set(
        try narrow(NarrowWriting(sets.masks, known: sets.validity.known, base: 0)),
        try write(sets.validity, sets.masks.count))
    case .list(let lists):
      return .list(
        offsets: try narrow(NarrowWriting(lists.offsets)), elements: try write(lists.elements),
        elementCount: lists.elements.count)
    }
  }

  /// Decimals of at most four places as whole numbers, where that gives back the very same doubles.
  private func write(_ numbers: NumberColumn) throws(Diagnostic) -> ColumnLayout {
    let validity = try write(numbers.validity, numbers.values.count)
    for places in 0...4 {
      guard let whole = ColumnWriting.whole(numbers, places) else { continue }
      let narrow = NarrowWriting(whole, known: numbers.validity.known)
      guard narrow.layout.width < 64 else { break }
      return .decimal(try self.narrow(narrow), places: UInt8(places), validity)
    }
    var writer = ByteWriter()
    for (row, value) in numbers.values.enumerated() {
      writer.write(numbers.validity.isKnown(row) ? value.bitPattern : 0)
    }
    return .number(try sections.add(writer.bytes), validity)
  }

  private static func whole(_ numbers: NumberColumn, _ places: Int) -> ContiguousArray<Int64>? {
    let scale = PowersOfTen.values[places]
    var whole: ContiguousArray<Int64> = []
    whole.reserveCapacity(numbers.values.count)
    for (row, value) in numbers.values.enumerated() {
      guard numbers.validity.isKnown(row) else {
        whole.append(0)
        continue
      }
      // Beyond 2^53 not every whole number is a double.
      guard abs(value) * scale < 9e15 else { return nil }
      let number = Int64((value * scale).rounded())
      guard (Double(number) / scale).bitPattern == value.bitPattern else { return nil }
      whole.append(number)
    }
    return whole
  }

  /// A dictionary of the texts that rows have, in the order in which they first have them, and each row's code in it.
  ///
  /// So two snapshots with the same rows have the same bytes, and a column of unlike texts has the rows for codes.
  static func inOrderOfRows(_ codes: ContiguousArray<Int32>, _ dictionary: TextDictionary) -> (
    TextDictionary, ContiguousArray<Int32>
  ) {
    var numbers = ContiguousArray<Int32>(repeating: -1, count: dictionary.count)
    var order: ContiguousArray<Int32> = []
    var result = codes
    for (row, code) in codes.enumerated() where code >= 0 {
      if numbers[Int(code)] < 0 {
        numbers[Int(code)] = Int32(truncatingIfNeeded: order.count)
        order.append(code)
      }
      result[row] = numbers[Int(code)]
    }
    let isSame = order.count == dictionary.count && order.indices.allSatisfy { Int(order[$0]) == $0 }
    if isSame { return (dictionary, codes) }
    var bytes: ContiguousArray<UInt8> = []
    var offsets: ContiguousArray<Int> = [0]
    bytes.reserveCapacity(dictionary.bytes.count)
    offsets.reserveCapacity(order.count + 1)
    for code in order {
      bytes.append(
        contentsOf: dictionary.bytes[dictionary.offsets[Int(code)]..<dictionary.offsets[Int(code) + 1]])
      offsets.append(bytes.count)
    }
    return (TextDictionary(bytes: bytes, offsets: offsets), result)
  }

  func write(_ dictionary: TextDictionary) throws(Diagnostic) -> DictionaryLayout {
    let offsets = try narrow(NarrowWriting(dictionary.offsets))
    let count = dictionary.bytes.count
    return DictionaryLayout(
      offsets: offsets, byteCount: count, bytes: count > 0 ? try sections.add(dictionary.bytes) : nil)
  }

  private func write(_ bits: Bitmap) throws(Diagnostic) -> SectionNumber {
    var writer = ByteWriter()
    for word in bits.words { writer.write(word) }
    return try sections.add(writer.bytes)
  }

  private func write(_ validity: Validity, _ count: Int) throws(Diagnostic) -> ValidityLayout {
    guard let known = validity.known, !known.isAllSet else { return .all }
    let section = try write(known)
    var reasons = ContiguousArray<UInt8>(repeating: 0, count: count)
    var found: Set<UInt8> = []
    for row in 0..<count where !known[row] {
      reasons[row] = validity.reason(row)?.rawValue ?? 0
      found.insert(reasons[row])
    }
    if found.count == 1, let reason = found.first { return .alike(section, reason: reason) }
    return .each(section, reasons: try narrow(NarrowWriting(reasons, base: 0)))
  }
}

/// Powers of ten that are exact as doubles.
enum PowersOfTen {
  static let values: [Double] = [1, 10, 100, 1_000, 10_000]
}
