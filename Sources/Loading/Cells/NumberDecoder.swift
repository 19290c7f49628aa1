import Columns

/// Reads decimals as IEEE doubles, each the nearest to what is written.
struct NumberDecoder: CellDecoder {
  private let format: CellFormat
  private let isOpen: Bool
  private let isTranslated: Bool
  private var values: ContiguousArray<Double> = []
  private var missing = MissingValues()
  private(set) var badCells: [BadCell] = []

  init(_ format: CellFormat, isOpen: Bool) {
    self.format = format
    self.isOpen = isOpen
    isTranslated = format.isTranslated || format.numbers == .vi
  }

  var badCode: DataCode { .badNumber }

  func finish() -> Column { .number(NumberColumn(values, missing.validity(values.count))) }

  mutating func decode(_ block: CellBlock, column: Int, _ bytes: Span<UInt8>) {
    let cells = block.cells.span
    var index = block.first(of: column)
    for _ in 0..<block.rows {
      let cell = cells[index]
      index += 1
      if cell.length == 0, !isTranslated {
        missing.append(values.count, .notRecorded)
        values.append(0)
      } else if !isTranslated,
        let read = NumberDecoder.decimal(bytes, block.base + Int(cell.start), Int(cell.length))
      {
        values.append(read)
      } else {
        appendSlowly(cell, block.base, bytes)
      }
    }
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// A decimal of at most 15 digits: both parts are exact doubles, so one division rounds once, as it must.
  @inline(__always)
  private static func decimal(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Double? {
    var position = start
    let end = start + length
    let isNegative = bytes[start] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    guard position < end, end - position <= 16 else { return nil }
    var mantissa: Int64 = 0
    var point = -1
    while position < end {
      let byte = bytes[position]
      let digit = byte &- 0x30
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ Int64(digit)
      } else if byte == UInt8(ascii: "."), point < 0 {
        point = position
      } else {
        return nil
      }
      position += 1
    }
    let digits = length - (isNegative ? 1 : 0) - (point < 0 ? 0 : 1)
    guard (1...15).contains(digits) else { return nil }
    let value = Double(mantissa) / powers[point < 0 ? 0 : end - point - 1]
    return isNegative ? -value : value
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

  private func outcome(_ written: String) -> CellOutcome<Double> {
    var content = written
    if written.isEmpty {
      guard case .value(let replacement)? = format.empty else { return .missing }
      content = replacement
    }
    guard let content = format.translated(content) else { return .missing }
    return NumberDecoder.number(content, format.numbers).map { .value($0) } ?? .bad
  }

  /// The number a text stands for, however many digits it has; never infinite, never NaN.
  static func number(_ text: String, _ format: NumberFormat) -> Double? {
    if let decimal = DecimalText(text, format: format) { return decimal.number }
    guard format == .en, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }
}
