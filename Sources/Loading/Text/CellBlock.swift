/// Where a cell's text lies: an offset from the block's base, and a length in bytes after trimming.
struct Cell {
  var start: UInt32
  var length: UInt32

  /// A cell that its row is too short to have.
  static let absent = Cell(start: .max, length: 0)

  var isAbsent: Bool { start == .max }
}

/// Some hundreds of rows of a file as cell positions, row by row; each column's decoder then reads its cells in one loop.
struct CellBlock {
  /// Cells a row: the width of the header.
  let width: Int
  static let capacity = 512
  var rows = 0
  /// The offset in the file to which cells are relative.
  var base = 0
  var cells: ContiguousArray<Cell>

  init(width: Int) {
    self.width = width
    cells = ContiguousArray(repeating: .absent, count: width * CellBlock.capacity)
  }
}

/// Where each row of a file stood, and which rows were not data.
struct RowLog {
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
}
