import Columns
import Source

/// Reads whole numbers, money (rounded to whole đồng), and dates as days since 1970-01-01.
struct IntegerDecoder: CellDecoder {
  enum Meaning { case integer, money, date }

  private let meaning: Meaning
  private let format: CellFormat
  private let isOpen: Bool
  private let isTranslated: Bool
  private var values: ContiguousArray<Int64> = []
  private var missing = MissingValues()
  private(set) var badCells: [BadCell] = []

  init(_ meaning: Meaning, _ format: CellFormat, isOpen: Bool) {
    self.meaning = meaning
    self.format = format
    self.isOpen = isOpen
    isTranslated = format.isTranslated
  }

  var badCode: DataCode { meaning == .date ? .badDate : .badInteger }

  func finish() -> Column { .integer(IntegerColumn(values, missing.validity(values.count))) }

  mutating func decode(_ block: CellBlock, column: Int, _ bytes: Span<UInt8>) {
    let cells = block.cells.span
    var index = block.first(of: column)
    for _ in 0..<block.rows {
      let cell = cells[index]
      index += 1
      if !isTranslated {
        if cell.length == 0 {
          missing.append(values.count, .notRecorded)
          values.append(0)
          continue
        }
        let start = block.base + Int(cell.start)
        let read =
          meaning == .date
          ? IntegerDecoder.isoDate(bytes, start, Int(cell.length))
          : IntegerDecoder.digits(bytes, start, Int(cell.length))
        if let read {
          values.append(read)
          continue
        }
      }
      appendSlowly(cell, block.base, bytes)
    }
  }

  /// Up to 18 digits with a sign, so that nothing can overflow.
  @inline(__always)
  static func digits(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Int64? {
    var position = start
    let end = start + length
    let isNegative = bytes[start] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    guard position < end, end - position <= 18 else { return nil }
    var value: Int64 = 0
    while position < end {
      let digit = bytes[position] &- 0x30
      if digit > 9 { return nil }
      value = value &* 10 &+ Int64(digit)
      position += 1
    }
    return isNegative ? -value : value
  }

  /// `2023-12-15`.
  @inline(__always)
  private static func isoDate(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Int64? {
    guard length == 10, bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      let year = digits(bytes, start, 4), let month = digits(bytes, start + 5, 2),
      let day = digits(bytes, start + 8, 2), year >= 0, month >= 0, day >= 0
    else { return nil }
    return CivilDate(year: Int(year), month: Int(month), day: Int(day)).map { Int64($0.days) }
  }

  private mutating func appendSlowly(_ cell: Cell, _ base: Int, _ bytes: Span<UInt8>) {
    let written = cell.isAbsent ? "" : text(of: cell, base: base, bytes)
    switch cell.isAbsent ? .missing : outcome(written) {
    case .value(let value): values.append(value)
    case .missing:
      missing.append(values.count, .notRecorded)
      values.append(0)
    case .bad:
      badCells.append(
        BadCell(row: Int32(truncatingIfNeeded: values.count), text: shown(written, isOpen: isOpen)))
      missing.append(values.count, .badValue)
      values.append(0)
    }
  }

  /// What a text comes to, as far as it must be known beside the fast path.
  private func outcome(_ written: String) -> CellOutcome<Int64> {
    var content = written
    if written.isEmpty {
      guard case .value(let replacement)? = format.empty else { return .missing }
      content = replacement
    }
    guard let content = format.translated(content) else { return .missing }
    switch meaning {
    case .date: return DateText.days(content, format.dates).map { .value($0) } ?? .bad
    case .integer: return DecimalText(content, format: format.numbers)?.whole.map { .value($0) } ?? .bad
    case .money: return DecimalText(content, format: format.numbers)?.rounded.map { .value($0) } ?? .bad
    }
  }
}
