import Columns
import Results
import Schema
import Source

/// Writes the cells of one column of a result, many rows at a time, in one syntax.
struct ColumnWriter<Syntax: CellSyntax>: Sendable {
  let column: ResultColumn
  private let syntax: Syntax
  private let numbers: NumberFormat
  /// The values of an enum, written.
  private let values: [[UInt8]]
  private let noneText: [UInt8]
  /// The entities that print with the one above them.
  private let colliding: Set<Int32>
  private let roles: RowRoles?
  /// The place of this column among the keys; nil where it is none.
  private let key: Int?

  init(_ column: ResultColumn, _ syntax: Syntax, roles: RowRoles? = nil, key: Int? = nil) {
    self.column = column
    self.syntax = syntax
    self.roles = roles
    self.key = key
    numbers = column.type.display == .ungrouped ? syntax.numbers.ungrouped : syntax.numbers
    noneText = syntax.cell(CellText.none)
    colliding = syntax.isForPeople ? NameCollisions.codes(in: column) : []
    switch (column.type.kind, column.column) {
    case (.enumeration(let type), _), (.set(let type), .code):
      values = type.values.map { syntax.cell(syntax.name(of: $0)) }
    case (.set(let type), _):
      values = type.values.map { syntax.element.cell(syntax.name(of: $0)) }
    default: values = []
    }
  }

  /// One writer a column of a table.
  static func writers(of table: ResultTable, _ syntax: Syntax) -> [ColumnWriter] {
    let roles = RowRoles(table)
    var keys = 0
    return table.columns.map { column in
      defer { if column.isKey { keys += 1 } }
      return ColumnWriter(column, syntax, roles: roles, key: column.isKey ? keys : nil)
    }
  }

  /// Appends the cells of some rows to a block.
  func write(_ rows: Range<Int>, to block: inout CellBlock) {
    if column.type.kind == .missing {
      for row in rows { writeMissing(row, .notRecorded, to: &block) }
      return
    }
    switch column.column {
    case .boolean(let storage): write(storage, rows, to: &block)
    case .integer(let storage): write(storage, rows, to: &block)
    case .number(let storage): write(storage, rows, to: &block)
    case .code(let storage): write(storage, rows, to: &block)
    case .set(let storage): write(storage, rows, to: &block)
    case .list(let storage): write(storage, rows, to: &block)
    }
  }

  private func write(_ storage: BooleanColumn, _ rows: Range<Int>, to block: inout CellBlock) {
    for row in rows {
      if let reason = storage.validity.reason(row) {
        writeMissing(row, reason, to: &block)
      } else {
        block.bytes += (storage.bits[row] ? "true" : "false").utf8
        block.endCell()
      }
    }
  }

  private func write(_ storage: IntegerColumn, _ rows: Range<Int>, to block: inout CellBlock) {
    let kind = column.type.kind
    for row in rows {
      guard storage.validity.isKnown(row) else {
        writeMissing(row, storage.validity.reason(row), to: &block)
        continue
      }
      let value = storage.values[row]
      switch kind {
      case .date: writeDate(Int(value), row, to: &block)
      case .share, .points: write(Double(value), row, to: &block)
      default:
        numbers.append(value, to: &block.bytes)
        block.endCell()
      }
    }
  }

  /// Days beyond a million years print as missing rather than leave 64 bits in the arithmetic of the calendar.
  private func writeDate(_ days: Int, _ row: Int, to block: inout CellBlock) {
    guard days.magnitude < 365_000_000 else { return writeMissing(row, .notComputable, to: &block) }
    syntax.append(date: CivilDate(days: days), display: column.type.display, to: &block.bytes)
    block.endCell()
  }

  private func write(_ storage: NumberColumn, _ rows: Range<Int>, to block: inout CellBlock) {
    for row in rows {
      if storage.validity.isKnown(row) {
        write(storage.values[row], row, to: &block)
      } else {
        writeMissing(row, storage.validity.reason(row), to: &block)
      }
    }
  }

  private func write(_ value: Double, _ row: Int, to block: inout CellBlock) {
    let kind: NumberKind =
      switch column.type.kind {
      case .share: .share
      case .points: .points
      default: .plain
      }
    guard syntax.append(number: value, kind: kind, numbers: numbers, to: &block.bytes) else {
      return writeMissing(row, .notComputable, to: &block)
    }
    block.endCell()
  }

  private func write(_ storage: CodeColumn, _ rows: Range<Int>, to block: inout CellBlock) {
    if let dictionary = storage.dictionary { return write(storage, dictionary, rows, to: &block) }
    for row in rows {
      let code = storage.codes[row]
      if values.indices.contains(Int(code)) {
        block.bytes += values[Int(code)]
      } else if let none = column.noneCode, code == none {
        block.bytes += noneText
      } else {
        writeMissing(row, CodeColumn.reason(code), to: &block)
        continue
      }
      block.endCell()
    }
  }

  private func write(
    _ storage: CodeColumn, _ names: TextDictionary, _ rows: Range<Int>, to block: inout CellBlock
  ) {
    names.bytes.withUnsafeBufferPointer { texts in
      for row in rows {
        let code = storage.codes[row]
        guard code >= 0, Int(code) < names.count else {
          writeMissing(row, CodeColumn.reason(code), to: &block)
          continue
        }
        if !colliding.isEmpty, colliding.contains(code), let qualified = column.qualified,
          Int(code) < qualified.count
        {
          syntax.append(text: qualified[Int(code)], to: &block.bytes)
        } else {
          let range = names.offsets[Int(code)]..<names.offsets[Int(code) + 1]
          syntax.append(text: UnsafeBufferPointer(rebasing: texts[range]), to: &block.bytes)
        }
        block.endCell()
      }
    }
  }

  private func write(_ storage: SetColumn, _ rows: Range<Int>, to block: inout CellBlock) {
    for row in rows {
      if let reason = storage.validity.reason(row) {
        writeMissing(row, reason, to: &block)
        continue
      }
      var rest = storage.masks[row]
      if values.count < 64 { rest &= (1 << UInt64(values.count)) - 1 }
      syntax.append(listOf: rest.nonzeroBitCount, to: &block.bytes) { _, bytes in
        bytes += values[rest.trailingZeroBitCount]
        rest &= rest &- 1
      }
      block.endCell()
    }
  }

  private func write(_ storage: ListColumn, _ rows: Range<Int>, to block: inout CellBlock) {
    let kind = if case .list(let kind) = column.type.kind { kind } else { ValueKind.missing }
    let element = ResultColumn(
      name: column.name, type: ValueType(kind, display: column.type.display), column: storage.elements,
      qualified: column.qualified)
    let writer = ColumnWriter(element, syntax.element)
    var cells = CellBlock()
    for row in rows {
      let range = storage.offsets[row]..<storage.offsets[row + 1]
      cells.removeAll()
      writer.write(range, to: &cells)
      syntax.append(listOf: range.count, to: &block.bytes) { cells.append($0, to: &$1) }
      block.endCell()
    }
  }

  private func writeMissing(_ row: Int, _ reason: MissingReason?, to block: inout CellBlock) {
    if let key, let roles, roles.sums(row, overKey: key) {
      syntax.appendTotal(to: &block.bytes)
    } else if column.namesMissing {
      syntax.appendMissingKey(reason ?? .notRecorded, to: &block.bytes)
    } else {
      syntax.appendMissing(to: &block.bytes)
    }
    block.endCell()
  }
}
