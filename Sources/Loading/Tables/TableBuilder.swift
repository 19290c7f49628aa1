import Columns
import Schema
import Source
import Store

/// One table of a snapshot in the making: its rows in their final order, its links becoming rows of other tables.
struct TableBuilder {
  var entity: Entity
  var decoded: DecodedTable
  /// The row of the file at each final position; rows that repeat others have none.
  var order: ContiguousArray<Int32> = []
  /// By key's number, the final row; -1 where rows of unlike content share it.
  private(set) var rowsByKey: ContiguousArray<Int32> = []
  /// The keys, once something links to them.
  private var index = ByteTable()
  /// Columns in the final order.
  var columns: [String: Column] = [:]
  var children: [String: ChildIndex] = [:]
  /// Fields of `columns` that no file gave.
  var derived: Set<String> = []

  init(_ decoded: DecodedTable) {
    self.decoded = decoded
    entity = decoded.entity
  }

  var count: Int { order.count }

  /// Whether the rows stand as in the file.
  private(set) var isIdentity = false

  /// The rows that stay, in the order of the file.
  var keptRows: ContiguousArray<Int32> {
    let dropped = decoded.keys.dropped
    let all = 0..<Int32(truncatingIfNeeded: decoded.count)
    return dropped.isEmpty ? ContiguousArray(all) : ContiguousArray(all.filter { !dropped.contains($0) })
  }

  /// Fixes the final order and with it the row of each key.
  mutating func setOrder(_ rows: ContiguousArray<Int32>) {
    order = rows
    isIdentity =
      rows.count == decoded.count && rows.indices.allSatisfy { rows[$0] == Int32(truncatingIfNeeded: $0) }
    let keys = decoded.keys
    guard !keys.codes.isEmpty else {
      // The row number is the key.
      rowsByKey = ContiguousArray(repeating: -1, count: decoded.count)
      for (row, source) in rows.enumerated() { rowsByKey[Int(source)] = Int32(truncatingIfNeeded: row) }
      return
    }
    rowsByKey = ContiguousArray(repeating: -1, count: keys.texts.count)
    for (row, source) in rows.enumerated() {
      let code = keys.codes[Int(source)]
      if code >= 0, keys.shared[code] == nil { rowsByKey[Int(code)] = Int32(truncatingIfNeeded: row) }
    }
  }

  /// Stable order by a number a row of the file (a row of the target, negative last), by counting.
  mutating func setOrder(by positions: ContiguousArray<Int32>, targets: Int) {
    var starts = ContiguousArray<Int32>(repeating: 0, count: targets + 2)
    let rows = keptRows
    for row in rows {
      let position = positions[Int(row)]
      starts[(position < 0 ? targets : Int(position)) + 1] += 1
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var sorted = ContiguousArray<Int32>(repeating: 0, count: rows.count)
    for row in rows {
      let bucket = positions[Int(row)] < 0 ? targets : Int(positions[Int(row)])
      sorted[Int(starts[bucket])] = row
      starts[bucket] += 1
    }
    setOrder(sorted)
  }

  /// Makes the keys ready to be looked up.
  mutating func prepareIndex() {
    if index.count == 0 { index = ByteTable(decoded.keys.texts) }
  }

  /// The final row that each text of a dictionary names.
  func rows(named dictionary: TextDictionary) -> ContiguousArray<KeyMatch> {
    let bytes = dictionary.bytes
    var result: ContiguousArray<KeyMatch> = []
    result.reserveCapacity(dictionary.count)
    for code in 0..<dictionary.count {
      let start = dictionary.offsets[code]
      result.append(row(named: bytes.span.extracting(start..<dictionary.offsets[code + 1])))
    }
    return result
  }

  private func row(named key: Span<UInt8>) -> KeyMatch {
    if decoded.keys.codes.isEmpty {
      // The row number is the key, counted in the file.
      guard let number = key.isEmpty ? nil : IntegerDecoder.digits(key, 0, key.count), number >= 1,
        number <= decoded.count
      else { return .none }
      let row = rowsByKey[Int(number) - 1]
      return row >= 0 ? .row(row) : .none
    }
    guard let code = index.find(in: key, from: 0, length: key.count) else { return .none }
    let row = rowsByKey[code]
    return row >= 0 ? .row(row) : .shared
  }

  enum KeyMatch {
    case row(Int32)
    case none
    /// Several unlike rows have the key.
    case shared
  }

  /// The keys of the final rows.
  var keyTexts: TextDictionary {
    let keys = decoded.keys
    guard !keys.codes.isEmpty else { return TextDictionary() }
    if isIdentity, keys.suffixes.isEmpty, keys.texts.count == count { return keys.texts }
    var bytes: ContiguousArray<UInt8> = []
    var offsets: ContiguousArray<Int> = [0]
    bytes.reserveCapacity(keys.texts.bytes.count)
    offsets.reserveCapacity(count + 1)
    let texts = keys.texts
    for source in order {
      let code = keys.codes[Int(source)]
      if code >= 0 {
        bytes.append(contentsOf: texts.bytes[texts.offsets[Int(code)]..<texts.offsets[Int(code) + 1]])
        if let suffix = keys.suffixes[source] { bytes.append(contentsOf: "#\(suffix)".utf8) }
      }
      offsets.append(bytes.count)
    }
    return TextDictionary(bytes: bytes, offsets: offsets)
  }

  /// A finding about a final row.
  func finding(
    _ code: any DiagnosticCode, row: Int, field: String?, severity: Severity = .warning,
    _ arguments: [String: String] = [:]
  ) -> Finding {
    let source = order[row]
    return sourceFinding(code, source: source, field: field, severity: severity, arguments)
  }

  /// A finding about a row of the file.
  func sourceFinding(
    _ code: any DiagnosticCode, source: Int32, field: String?, severity: Severity = .warning,
    _ arguments: [String: String] = [:]
  ) -> Finding {
    let key = decoded.keys.shown(source)
    var all = arguments
    if let field { all["field"] = field }
    all["key"] = key ?? ""
    return Finding(
      code, severity: severity, entity: entity.name, field: field, key: key, file: decoded.shown,
      line: decoded.lines.isEmpty ? nil : Int(decoded.lines[Int(source)]),
      column: field.flatMap { decoded.positions[$0] }, arguments: all)
  }

  /// The finished table.
  func table() -> EntityTable {
    EntityTable(
      entity: entity, count: count, columns: columns, children: children, derived: derived, keys: keyTexts)
  }
}
