import Columns
import Source

/// Reads sets written `a;b;c`; an empty cell is the empty set unless the manifest says otherwise.
struct SetDecoder: CellDecoder {
  private let values: ValueNames
  private let format: CellFormat
  private let isOpen: Bool
  private var table = ByteTable()
  /// By number in the table, the set that a text stands for.
  private var meanings: ContiguousArray<Meaning> = []
  private var masks: ContiguousArray<UInt64> = []
  private var missing = MissingValues()
  private let emptyMeaning: Meaning
  private(set) var badCells: [BadCell] = []

  private struct Meaning {
    var mask: UInt64
    /// Nil where the set is known.
    var reason: MissingReason?
  }

  init(values: ValueNames, _ format: CellFormat, isOpen: Bool) {
    self.values = values
    self.format = format
    self.isOpen = isOpen
    switch format.empty {
    case .missing?: emptyMeaning = Meaning(mask: 0, reason: .notRecorded)
    case .value(let text)?: emptyMeaning = SetDecoder.meaning(of: text, values, format)
    case nil: emptyMeaning = Meaning(mask: 0, reason: nil)
    }
  }

  var badCode: DataCode { .unknownElement }

  func finish() -> Column { .set(SetColumn(masks, missing.validity(masks.count))) }

  mutating func decode(_ block: CellBlock, column: Int, _ bytes: Span<UInt8>) {
    let cells = block.cells.span
    var index = block.first(of: column)
    for _ in 0..<block.rows {
      let cell = cells[index]
      index += 1
      var meaning = cell.isAbsent ? Meaning(mask: 0, reason: .notRecorded) : emptyMeaning
      if cell.length > 0 {
        let number = table.number(in: bytes, from: block.base + Int(cell.start), length: Int(cell.length))
        if number >= meanings.count { meanings.append(SetDecoder.meaning(of: table[number], values, format)) }
        meaning = meanings[number]
      }
      if let reason = meaning.reason {
        missing.append(masks.count, reason)
        if reason == .badValue {
          let written = text(of: cell, base: block.base, bytes)
          badCells.append(
            BadCell(row: Int32(truncatingIfNeeded: masks.count), text: shown(written, isOpen: isOpen)))
        }
      }
      masks.append(meaning.mask)
    }
  }

  private static func meaning(of written: String, _ values: ValueNames, _ format: CellFormat) -> Meaning {
    guard let content = format.translated(written) else { return Meaning(mask: 0, reason: .notRecorded) }
    var mask: UInt64 = 0
    for part in content.split(separator: ";") {
      let element = part.trimmingPrefix { $0.isWhitespace }
      let end = element.lastIndex { !$0.isWhitespace }
      guard let end else { continue }
      guard let name = format.translated(String(element[...end])) else { continue }
      guard let code = values.code(of: name), code < 64 else { return Meaning(mask: 0, reason: .badValue) }
      mask |= 1 << UInt64(code)
    }
    return Meaning(mask: mask, reason: nil)
  }
}
