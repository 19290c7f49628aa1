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

  /// Has a closure append each block to the output: the cells of its columns, and the rows that they belong to.
  func write(
    to bytes: inout [UInt8], _ body: (_ cells: [CellBlock], _ rows: Range<Int>, inout [UInt8]) -> Void
  ) {
    var blocks = Array(repeating: CellBlock(), count: writers.count)
    var start = 0
    while start < count {
      let rows = start..<min(start + Self.rowsPerBlock, count)
      for index in writers.indices {
        blocks[index].removeAll()
        writers[index].write(rows, to: &blocks[index])
      }
      let length = bytes.count
      body(blocks, rows, &bytes)
      if start == 0 { reserve(bytes.count - length, to: &bytes) }
      start = rows.upperBound
    }
  }

  /// Makes room for the rest of a long table by the length of its first block, so that the output, which can be
  /// larger than the data, is seldom copied as it grows.
  private func reserve(_ length: Int, to bytes: inout [UInt8]) {
    let blocks = count / Self.rowsPerBlock
    if blocks > 0 { bytes.reserveCapacity(bytes.count + length * blocks / 16 * 17) }
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
