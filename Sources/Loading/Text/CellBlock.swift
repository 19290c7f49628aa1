/// Where a cell's text lies: an offset from the block's base, and a length in bytes after trimming.
struct Cell {
  var start: UInt32
  var length: UInt32

  /// A cell that its row is too short to have.
  static let absent = Cell(start: .max, length: 0)

  var isAbsent: Bool { start == .max }
}

/// Some hundreds of rows of a file as cell positions, column by column: each column's decoder reads its cells in one loop over
/// memory that lies together.
struct CellBlock: Sendable {
  /// Cells a row: the width of the header.
  let width: Int
  static let capacity = 512
  var rows = 0
  /// The offset in the text to which cells are relative.
  var base = 0
  /// The cell of a column and a row at `column * capacity + row`.
  var cells: ContiguousArray<Cell>

  init(width: Int) {
    self.width = width
    cells = ContiguousArray(repeating: .absent, count: width * CellBlock.capacity)
  }

  /// Where the cells of a column begin.
  func first(of column: Int) -> Int { column * CellBlock.capacity }
}

/// Where each row of a text stood, and which rows were not data.
struct RowLog: Sendable {
  /// The line of each row, from 1.
  var lines: ContiguousArray<Int32> = []
  /// The byte range of each row, by which rows alike in every cell are told.
  var starts: ContiguousArray<Int> = []
  var lengths: ContiguousArray<UInt32> = []
  /// Rows whose cells are more or fewer than the header's: the row, and its cells.
  var uneven: [(row: Int32, cells: Int)] = []
  /// Lines of rows without any content, and of the header come again.
  var emptyLines: [Int32] = []
  var headerLines: [Int32] = []

  /// Adds the rows of the text that follows.
  ///
  /// - Parameters:
  ///   - line: how many lines stand before that text.
  ///   - offset: how many bytes stand before it.
  mutating func append(_ other: RowLog, line: Int, offset: Int) {
    let rows = Int32(truncatingIfNeeded: lines.count)
    let before = Int32(clamping: line)
    lines.append(contentsOf: other.lines.lazy.map { $0 &+ before })
    starts.append(contentsOf: other.starts.lazy.map { $0 + offset })
    lengths.append(contentsOf: other.lengths)
    uneven += other.uneven.map { ($0.row &+ rows, $0.cells) }
    emptyLines += other.emptyLines.map { $0 &+ before }
    headerLines += other.headerLines.map { $0 &+ before }
  }
}
