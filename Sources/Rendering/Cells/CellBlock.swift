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
  func displayWidth(_ cell: Int) -> Int {
    let range = range(cell)
    return bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]).displayWidth }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The columns that this UTF-8 text takes on a terminal.
  ///
  /// ASCII and composed Vietnamese letters, of one column each, are counted by their bytes; a text with anything
  /// else is measured letter by letter.
  var displayWidth: Int {
    var columns = 0
    var index = 0
    while index < count {
      switch self[index] {
      case ..<0x80: index += 1
      // U+00C0 to U+02FF.
      case 0xC3...0xCB: index += 2
      // U+1E00 to U+1EFF.
      case 0xE1 where index + 1 < count && (0xB8...0xBB).contains(self[index + 1]): index += 3
      default: return String(decoding: self, as: UTF8.self).displayWidth
      }
      columns += 1
    }
    return columns
  }
}
