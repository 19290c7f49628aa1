import Source

/// The texts of single rows of a file, read again where rows must be compared cell by cell: few ever are.
struct RowTexts {
  private let source: TextSource
  private let log: RowLog
  /// A stretch of the file at hand, since rows are mostly asked for in their order.
  private var window: ContiguousArray<UInt8> = []
  private var windowStart = 0
  private static let windowSize = 1 << 18

  init(_ source: TextSource, _ log: RowLog) {
    self.source = source
    self.log = log
  }

  var count: Int { log.starts.count }

  /// Whether no row of the same text is in a table; puts it there.
  mutating func isNew(_ row: Int, in seen: inout ByteTable) throws(Diagnostics) -> Bool {
    let range = try placed(log.starts[row], Int(log.lengths[row]))
    var stop = range.upperBound
    while stop > range.lowerBound, window[stop - 1] <= 0x20 { stop -= 1 }
    let before = seen.count
    return seen.number(in: window.span, from: range.lowerBound, length: stop - range.lowerBound) == before
  }

  /// Where a stretch of the file lies in the window, which is moved to it.
  private mutating func placed(_ start: Int, _ length: Int) throws(Diagnostics) -> Range<Int> {
    if start < windowStart || start + length > windowStart + window.count {
      let end = min(source.end, start + max(length, RowTexts.windowSize))
      window = try source.bytes(start..<max(start, end))
      windowStart = start
    }
    let offset = start - windowStart
    return min(offset, window.count)..<min(offset + length, window.count)
  }
}
