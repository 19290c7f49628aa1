import Columns
import Schema
import Source

/// The texts by which rows are known: the parts of a key, joined by `/`.
enum KeyTexts {
  /// One text a row, as codes into a dictionary of the different ones; a row with a missing part has none.
  ///
  /// - Parameter types: of the columns; integers that are dates are written as dates.
  static func joined(_ columns: [Column], count: Int, types: [ValueType] = []) -> Column {
    let (table, codes) = interned(columns, count: count, types: types)
    return .code(CodeColumn(codes, dictionary: table.dictionary))
  }

  /// The table of different texts, and each row's number in it.
  static func interned(_ columns: [Column], count: Int, types: [ValueType] = []) -> (
    ByteTable, ContiguousArray<Int32>
  ) {
    var table = ByteTable()
    var codes: ContiguousArray<Int32> = []
    codes.reserveCapacity(count)
    var text: ContiguousArray<UInt8> = []
    let writers = columns.indices.map {
      PartWriter(columns[$0], types.indices.contains($0) ? types[$0] : nil)
    }
    for row in 0..<count {
      text.removeAll(keepingCapacity: true)
      var reason: MissingReason?
      for (index, writer) in writers.enumerated() {
        if index > 0 { text.append(UInt8(ascii: "/")) }
        if let missing = writer.write(row, to: &text) { reason = reason ?? missing }
      }
      if let reason {
        codes.append(CodeColumn.missing(reason))
      } else {
        codes.append(Int32(truncatingIfNeeded: table.number(in: text.span, from: 0, length: text.count)))
      }
    }
    return (table, codes)
  }

  /// Whether a key of a text and a number rises from row to row within each text, and texts stand together: then no two keys
  /// are alike, which is told without comparing them.
  static func isAscending(_ columns: [Column], count: Int) -> Bool {
    guard columns.count == 2, case .code(let texts) = columns[0], case .integer(let numbers) = columns[1],
      numbers.validity.known == nil, count > 0, texts.codes[0] >= 0
    else { return false }
    for row in 1..<max(1, count) {
      let (before, code) = (texts.codes[row - 1], texts.codes[row])
      if code < before || (code == before && numbers.values[row] <= numbers.values[row - 1]) { return false }
    }
    return true
  }

  /// The texts of all rows, known to be different.
  static func listed(_ columns: [Column], count: Int, types: [ValueType]) -> TextDictionary {
    var bytes: ContiguousArray<UInt8> = []
    var offsets: ContiguousArray<Int> = [0]
    offsets.reserveCapacity(count + 1)
    let writers = columns.indices.map {
      PartWriter(columns[$0], types.indices.contains($0) ? types[$0] : nil)
    }
    for row in 0..<count {
      for (index, writer) in writers.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: "/")) }
        _ = writer.write(row, to: &bytes)
      }
      offsets.append(bytes.count)
    }
    return TextDictionary(bytes: bytes, offsets: offsets)
  }

  /// Writes one part of the text of a row.
  private struct PartWriter {
    private let column: Column
    private let enumeration: EnumType?
    private let isDate: Bool

    init(_ column: Column, _ type: ValueType?) {
      self.column = column
      enumeration = type?.enumeration
      isDate = type?.kind == .date
    }

    /// The reason where the part is missing.
    @inline(__always)
    func write(_ row: Int, to text: inout ContiguousArray<UInt8>) -> MissingReason? {
      switch column {
      case .code(let codes):
        let code = codes.codes[row]
        guard code >= 0 else { return CodeColumn.reason(code) }
        if let dictionary = codes.dictionary {
          text.append(
            contentsOf: dictionary.bytes[dictionary.offsets[Int(code)]..<dictionary.offsets[Int(code) + 1]])
        } else if let enumeration, enumeration.values.indices.contains(Int(code)) {
          text.append(contentsOf: enumeration.values[Int(code)].name.utf8)
        }
        return nil
      case .integer(let integers):
        if let reason = integers.validity.reason(row) { return reason }
        let value = integers.values[row]
        if isDate {
          text.append(contentsOf: CivilDate(days: Int(value)).iso.utf8)
        } else {
          PartWriter.append(value, to: &text)
        }
        return nil
      default:
        if let reason = column.reason(row) { return reason }
        if case .number(let numbers) = column {
          let value = numbers.values[row]
          // A code computed as a decimal is still the whole number that people wrote.
          text.append(contentsOf: (Int64(exactly: value).map(String.init) ?? String(value)).utf8)
        }
        if case .boolean(let booleans) = column { text.append(contentsOf: "\(booleans.bits[row])".utf8) }
        return nil
      }
    }

    private static func append(_ value: Int64, to text: inout ContiguousArray<UInt8>) {
      guard value >= 0, value < 1000 else {
        text.append(contentsOf: String(value).utf8)
        return
      }
      if value >= 100 { text.append(0x30 + UInt8(value / 100)) }
      if value >= 10 { text.append(0x30 + UInt8(value / 10 % 10)) }
      text.append(0x30 + UInt8(value % 10))
    }
  }
}
