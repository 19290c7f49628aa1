import Columns
import Schema
import Source

/// The keys of one file's rows: which rows repeat others, and which share a key with unlike rows.
struct TableKeys: Sendable {
  /// The different keys; empty where rows have none.
  private(set) var texts = TextDictionary()
  /// By row, its key's number among the texts, negative where it has none; empty where the entity has no key.
  private(set) var codes: ContiguousArray<Int32> = []
  /// Keys of several unlike rows, each with how many.
  private(set) var shared: [Int32: Int] = [:]
  /// Rows alike in every cell to one above.
  private(set) var dropped: Set<Int32> = []
  /// By row, its number among the unlike rows of one key, from 2.
  private(set) var suffixes: [Int32: Int] = [:]
  /// The unlike rows of the keys that several share, the first ones too, in the order of the file.
  private(set) var unlike: [Int32] = []
  /// Rows whose key is missing, in the order of the file.
  private(set) var keyless: [Int32] = []
  /// Whether findings may show the keys.
  private var isOpen = true

  init() {}

  /// - Parameters:
  ///   - key: as the manifest declares it.
  ///   - rows: the texts of the rows, by which rows alike in every cell are told.
  init(of decoded: DecodedTable, key: EntityManifest.Key?, _ rows: RowTexts) throws(Diagnostics) {
    var rows = rows
    let columns = decoded.entity.key.compactMap { decoded.columns[$0] }
    if columns.isEmpty {
      if case .anonymous? = key { return }
      try dropRepeated(&rows)
      return
    }
    isOpen = decoded.entity.key.allSatisfy { decoded.entity.field($0)?.privacy == .open }
    let types = decoded.entity.key.compactMap { decoded.entity.field($0)?.type }
    let isRead = decoded.entity.key.allSatisfy { decoded.positions[$0] != nil }
    (texts, codes) = TableKeys.interned(columns, count: decoded.count, types, isDistinct: isRead)
    try findDuplicates(&rows)
  }

  /// The key of a row, nil where it is missing.
  func text(_ row: Int32) -> String? {
    guard codes.indices.contains(Int(row)), codes[Int(row)] >= 0 else { return nil }
    let key = texts[Int(codes[Int(row)])]
    return suffixes[row].map { "\(key)#\($0)" } ?? key
  }

  /// The key of a row as findings show it: nil where it is missing or not open.
  func shown(_ row: Int32) -> String? { isOpen ? text(row) : nil }

  /// The different keys, and each row's.
  ///
  /// - Parameter isDistinct: whether a dictionary holds each text once, as those read from a file do.
  private static func interned(_ columns: [Column], count: Int, _ types: [ValueType], isDistinct: Bool)
    -> (TextDictionary, ContiguousArray<Int32>)
  {
    if columns.count == 1, case .code(let column) = columns[0], let dictionary = column.dictionary {
      if isDistinct || ByteTable.isDistinct(dictionary) { return (dictionary, column.codes) }
    } else if KeyTexts.isAscending(columns, count: count) {
      return (
        KeyTexts.listed(columns, count: count, types: types), ContiguousArray(0..<Int32(clamping: count))
      )
    }
    let (table, codes) = KeyTexts.interned(columns, count: count, types: types)
    return (table.dictionary, codes)
  }

  private mutating func findDuplicates(_ rows: inout RowTexts) throws(Diagnostics) {
    var first = ContiguousArray<Int32>(repeating: -1, count: texts.count)
    // The texts of all rows whose key stands more than once.
    var seen = ByteTable()
    for row in codes.indices {
      let code = codes[row]
      let number = Int32(truncatingIfNeeded: row)
      if code < 0 {
        keyless.append(number)
      } else if first[Int(code)] < 0 {
        first[Int(code)] = number
      } else {
        if shared[code] == nil {
          shared[code] = 1
          _ = try rows.isNew(Int(first[Int(code)]), in: &seen)
        }
        if try rows.isNew(row, in: &seen) {
          shared[code, default: 1] += 1
          suffixes[number] = shared[code]
        } else {
          dropped.insert(number)
        }
      }
    }
    shared = shared.filter { $0.value > 1 }
    unlike = (shared.keys.map { first[Int($0)] } + suffixes.keys).sorted()
  }

  private mutating func dropRepeated(_ rows: inout RowTexts) throws(Diagnostics) {
    var seen = ByteTable()
    for row in 0..<rows.count where try !rows.isNew(row, in: &seen) {
      dropped.insert(Int32(truncatingIfNeeded: row))
    }
  }
}

extension ByteTable {
  /// Whether no two texts of a dictionary are alike.
  static func isDistinct(_ dictionary: TextDictionary) -> Bool {
    ByteTable(dictionary).count == dictionary.count
  }

  /// A table of a dictionary's texts under their codes.
  init(_ dictionary: TextDictionary) {
    self.init()
    let bytes = dictionary.bytes
    for code in 0..<dictionary.count {
      let start = dictionary.offsets[code]
      _ = number(in: bytes.span, from: start, length: dictionary.offsets[code + 1] - start)
    }
  }
}
