import Results
import Source

/// The cells of a table, written in blocks of rows, so that the work inside a column is one loop and the memory
/// stays small however long the table is.
struct RowBlocks<Syntax: CellSyntax> {
  private static var rowsPerBlock: Int { 1024 }

  private let writers: [ColumnWriter<Syntax>]
  private let count: Int

  init(_ table: ResultTable, _ syntax: Syntax) {
    writers = ColumnWriter.writers(of: table, syntax)
    count = table.count
  }

  /// Calls a closure once a block with the cells of each column and the rows that they belong to.
  func forEach(_ body: (_ cells: [CellBlock], _ rows: Range<Int>) -> Void) {
    var blocks = Array(repeating: CellBlock(), count: writers.count)
    var start = 0
    while start < count {
      let rows = start..<min(start + Self.rowsPerBlock, count)
      for index in writers.indices {
        blocks[index].removeAll()
        writers[index].write(rows, to: &blocks[index])
      }
      body(blocks, rows)
      start = rows.upperBound
    }
  }
}

extension ResultColumn {
  /// The column's heading for people: its label in a language, else its name.
  func heading(_ language: Language?) -> String { language.flatMap { label?[$0] } ?? name }
}

extension RowRole {
  /// What the `_row` of a sum says; nil for data.
  var mark: String? {
    switch self {
    case .data: nil
    case .subtotal: "subtotal"
    case .total: "total"
    }
  }
}
