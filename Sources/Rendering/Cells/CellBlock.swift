import Source

/// The written cells of one column and some rows, end to end in one buffer.
struct CellBlock: Sendable {
  var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`; it begins where the one before it ends.
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func endCell() { ends.append(bytes.count) }

  @inline(__always)
  func range(_ cell: Int) -> Range<Int> { (cell == 0 ? 0 : ends[cell - 1])..<ends[cell] }

  /// Appends the bytes of a cell.
  @inline(__always)
  func append(_ cell: Int, to output: inout [UInt8]) {
    let range = range(cell)
    bytes.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The columns that a cell takes on a terminal.
  func displayWidth(_ cell: Int) -> Int { bytes[range(cell)].displayWidth }
}

extension ArraySlice<UInt8> {
  /// The columns that this UTF-8 text takes on a terminal.
  var displayWidth: Int {
    allSatisfy { $0 < 0x80 } ? count : String(decoding: self, as: UTF8.self).displayWidth
  }
}
