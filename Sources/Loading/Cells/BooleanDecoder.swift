import Columns
import Source

/// Reads truth values: 1/0, yes/no, true/false, có/không, and what the manifest adds.
struct BooleanDecoder: CellDecoder {
  private let format: CellFormat
  private let isOpen: Bool
  private var table = ByteTable()
  /// By number in the table: 1 true, 0 false, else a code of what is missing.
  private var meanings: ContiguousArray<Int32> = []
  private var words: ContiguousArray<UInt64> = []
  /// The bits since the last whole word.
  private var pending: UInt64 = 0
  private var count = 0
  private var missing = MissingValues()
  private let emptyCode: Int32
  private(set) var badCells: [BadCell] = []

  private static let bad = CodeColumn.missing(.badValue)
  private static let absent = CodeColumn.missing(.notRecorded)
  private static let usual: [String: Bool] = [
    "1": true, "0": false, "yes": true, "no": false, "true": true, "false": false, "co": true, "khong": false,
  ]

  init(_ format: CellFormat, isOpen: Bool) {
    self.format = format
    self.isOpen = isOpen
    if case .value(let text)? = format.empty {
      emptyCode = BooleanDecoder.code(of: text, format)
    } else {
      emptyCode = BooleanDecoder.absent
    }
  }

  var badCode: DataCode { .badBoolean }

  func finish() -> Column {
    let all = count & 63 == 0 ? words : words + [pending]
    return .boolean(BooleanColumn(Bitmap(words: all, count: count), missing.validity(count)))
  }

  mutating func decode(_ block: CellBlock, column: Int, _ bytes: Span<UInt8>) {
    let cells = block.cells.span
    var index = block.first(of: column)
    for _ in 0..<block.rows {
      let cell = cells[index]
      index += 1
      var code = cell.isAbsent ? BooleanDecoder.absent : emptyCode
      if cell.length > 0 {
        let number = table.number(in: bytes, from: block.base + Int(cell.start), length: Int(cell.length))
        if number >= meanings.count { meanings.append(BooleanDecoder.code(of: table[number], format)) }
        code = meanings[number]
      }
      append(code, cell, block.base, bytes)
    }
  }

  @inline(__always)
  private mutating func append(_ code: Int32, _ cell: Cell, _ base: Int, _ bytes: Span<UInt8>) {
    if code == 1 {
      pending |= 1 << UInt64(count & 63)
    } else if code < 0 {
      missing.append(count, code == BooleanDecoder.bad ? .badValue : .notRecorded)
      if code == BooleanDecoder.bad {
        let written = text(of: cell, base: base, bytes)
        badCells.append(BadCell(row: Int32(truncatingIfNeeded: count), text: shown(written, isOpen: isOpen)))
      }
    }
    count += 1
    if count & 63 == 0 {
      words.append(pending)
      pending = 0
    }
  }

  private static func code(of written: String, _ format: CellFormat) -> Int32 {
    guard let content = format.translated(written) else { return absent }
    if format.trueTexts.contains(content) { return 1 }
    if format.falseTexts.contains(content) { return 0 }
    return usual[content.folded].map { $0 ? 1 : 0 } ?? bad
  }
}
