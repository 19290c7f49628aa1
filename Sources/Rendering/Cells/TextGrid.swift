import Results
import Schema

/// The cells of a table for people, all written and measured: what `plain` and `table` lay out in columns.
struct TextGrid: Sendable {
  struct Column: Sendable {
    let heading: [UInt8]
    let headingWidth: Int
    let cells: CellBlock
    let isRightAligned: Bool
    let isKey: Bool
    /// The columns of the terminal that the widest of heading and cells takes.
    let width: Int
  }

  let columns: [Column]
  let count: Int

  init(_ table: ResultTable, _ syntax: TextSyntax) {
    count = table.count
    columns = ColumnWriter.writers(of: table, syntax).map { writer in
      var cells = CellBlock()
      writer.write(0..<table.count, to: &cells)
      let heading = syntax.cell(writer.column.heading(syntax.labels))
      let headingWidth = heading.withUnsafeBufferPointer(\.displayWidth)
      var width = headingWidth
      for cell in 0..<cells.count { width = max(width, cells.displayWidth(cell)) }
      return Column(
        heading: heading, headingWidth: headingWidth, cells: cells,
        isRightAligned: writer.column.type.isRightAligned,
        isKey: writer.column.isKey, width: width)
    }
  }
}

extension TextGrid.Column {
  /// Appends a cell (the heading where nil), padded to the column's width.
  func append(_ cell: Int?, to bytes: inout [UInt8]) {
    let padding = width - (cell.map(cells.displayWidth) ?? headingWidth)
    let blanks = repeatElement(UInt8(ascii: " "), count: max(0, padding))
    if isRightAligned { bytes.append(contentsOf: blanks) }
    if let cell { cells.append(cell, to: &bytes) } else { bytes += heading }
    if !isRightAligned { bytes.append(contentsOf: blanks) }
  }
}
