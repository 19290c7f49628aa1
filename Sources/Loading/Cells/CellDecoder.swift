import Columns
import Source

/// Reads one column's cells into storage, a block of rows at a time.
protocol CellDecoder: Sendable {
  /// Appends the cells of a block's rows.
  mutating func decode(_ block: CellBlock, column: Int, _ bytes: Span<UInt8>)
  /// The column read so far.
  func finish() -> Column
  /// What kind of finding a bad cell is.
  var badCode: DataCode { get }
  var badCells: [BadCell] { get }
}

/// The missing values of a column that is being read, as a list: most columns have few.
struct MissingValues {
  private var rows: ContiguousArray<Int32> = []
  private var reasons: ContiguousArray<UInt8> = []

  mutating func append(_ row: Int, _ reason: MissingReason) {
    rows.append(Int32(truncatingIfNeeded: row))
    reasons.append(reason.rawValue)
  }

  /// The validity of `count` values.
  func validity(_ count: Int) -> Validity {
    guard !rows.isEmpty else { return .all }
    var words = ContiguousArray<UInt64>(repeating: ~0, count: Bitmap.wordCount(count))
    for row in rows { words[Int(row) >> 6] &= ~(1 << UInt64(row & 63)) }
    let known = Bitmap(words: words, count: count)
    guard reasons.contains(where: { $0 != MissingReason.notRecorded.rawValue }) else {
      return Validity(known: known)
    }
    var all = ContiguousArray<UInt8>(repeating: 0, count: count)
    for (index, row) in rows.enumerated() { all[Int(row)] = reasons[index] }
    return Validity(known: known, reasons: all)
  }
}

/// The text of a cell for slow paths and findings.
func text(of cell: Cell, base: Int, _ bytes: Span<UInt8>) -> String {
  let start = base + Int(cell.start)
  let span = bytes.extracting(start..<start + Int(cell.length))
  guard let valid = try? UTF8Span(validating: span) else { return "" }
  return String(copying: valid)
}

/// A text as findings show it: cut short, and nothing of fields that are not open.
func shown(_ text: String, isOpen: Bool) -> String? {
  guard isOpen else { return nil }
  return text.count <= 40 ? text : text.prefix(39) + "…"
}
