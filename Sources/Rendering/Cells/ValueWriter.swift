import Columns
import Results

/// Writes a single value: a column of one row.
struct ValueWriter<Syntax: CellSyntax> {
  private let syntax: Syntax

  init(_ syntax: Syntax) { self.syntax = syntax }

  func cell(of column: ResultColumn) -> [UInt8] {
    var block = CellBlock()
    guard column.column.count > 0 else {
      syntax.appendMissing(to: &block.bytes)
      return block.bytes
    }
    ColumnWriter(column, syntax).write(0..<1, to: &block)
    return block.bytes
  }
}
