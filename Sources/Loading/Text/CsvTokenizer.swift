import Source

/// Splits the bytes of a CSV file into cells (RFC 4180), block by block, in one pass and without copying text.
///
/// Doubled quotes are undone in place, so a cell is always one range of the file's bytes.
struct CsvTokenizer {
  let delimiter: UInt8
  let newline: UInt8
  let end: Int
  /// The separators in each byte of a word.
  private let delimiters: UInt64
  private let newlines: UInt64
  private(set) var position: Int
  private(set) var line: Int
  /// The header's cells, by which its repetition as data is told.
  var header: [ContiguousArray<UInt8>] = []

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")

  init(_ contents: FileContents, _ dialect: CsvDialect) {
    self.init(dialect, from: dialect.headerStart, to: contents.end, line: dialect.headerLine)
  }

  /// - Parameters:
  ///   - position: where the first row begins.
  ///   - line: the number of its line.
  init(_ dialect: CsvDialect, from position: Int, to end: Int, line: Int) {
    delimiter = dialect.delimiter
    newline = dialect.newline
    delimiters = 0x0101_0101_0101_0101 &* UInt64(dialect.delimiter)
    newlines = 0x0101_0101_0101_0101 &* UInt64(dialect.newline)
    (self.end, self.position, self.line) = (end, position, line)
  }

  /// Whether the line of an opened quote was found open at the end of the file.
  private(set) var unclosedLine: Int?

  /// Reads the header: the cells of the first line that has any; empty at the end of the file.
  mutating func readHeader(_ bytes: inout ContiguousArray<UInt8>) -> [String] {
    while position < end {
      var cells: [ContiguousArray<UInt8>] = []
      var isLast = false
      while !isLast {
        let (start, stop, ended) = nextCell(&bytes)
        cells.append(ContiguousArray(bytes[start..<stop]))
        isLast = ended
      }
      line += 1
      if cells.contains(where: { !$0.isEmpty }) {
        header = cells
        return cells.map { String(decoding: $0, as: UTF8.self).composed }
      }
    }
    return []
  }

  /// Fills a block with the next rows; its `rows` is 0 at the end of the file.
  mutating func fill(_ block: inout CellBlock, _ bytes: inout ContiguousArray<UInt8>, _ log: inout RowLog) {
    block.rows = 0
    block.base = position
    let width = block.width
    while position < end, block.rows < CellBlock.capacity {
      let (rowStart, rowLine) = (position, Int32(clamping: line))
      let offset = block.rows
      var count = 0
      var hasContent = false
      var isLast = false
      while !isLast {
        let (start, stop, ended) = nextCell(&bytes)
        isLast = ended
        if stop > start { hasContent = true }
        if count < width {
          block.cells[offset + count * CellBlock.capacity] = Cell(
            start: UInt32(truncatingIfNeeded: start - block.base),
            length: UInt32(truncatingIfNeeded: stop - start))
        }
        count += 1
      }
      line += 1
      guard hasContent else {
        if count > 1 { log.emptyLines.append(rowLine) }
        continue
      }
      if count < width {
        for column in count..<width { block.cells[offset + column * CellBlock.capacity] = .absent }
      }
      if count == width, isHeader(block, offset, bytes) {
        log.headerLines.append(rowLine)
        continue
      }
      if count != width { log.uneven.append((Int32(log.lines.count), count)) }
      log.lines.append(rowLine)
      log.starts.append(rowStart)
      log.lengths.append(UInt32(truncatingIfNeeded: position - rowStart))
      block.rows += 1
    }
  }

  /// The next cell's range, trimmed, and whether it ends its row; moves past its separator.
  @inline(__always)
  private mutating func nextCell(_ bytes: inout ContiguousArray<UInt8>) -> (
    start: Int, stop: Int, ended: Bool
  ) {
    var start = position
    var stop: Int
    if position < end, bytes[position] == CsvTokenizer.quote {
      (start, stop) = quotedCell(&bytes)
    } else {
      position = separator(from: position, bytes.span.bytes)
      stop = position
    }
    while start < stop, CsvTokenizer.isSpace(bytes[start]) { start += 1 }
    while stop > start, CsvTokenizer.isSpace(bytes[stop - 1]) { stop -= 1 }
    let ended = position >= end || bytes[position] == newline
    position += 1
    return (start, stop, ended)
  }

  /// The position of the next separator, or the end; looks at eight bytes at once, which the file's padding allows.
  @inline(__always)
  private func separator(from start: Int, _ bytes: RawSpan) -> Int {
    var cursor = start
    while cursor < end {
      let word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: cursor, as: UInt64.self))
      let found = CsvTokenizer.zeroBytes(word ^ delimiters) | CsvTokenizer.zeroBytes(word ^ newlines)
      if found != 0 { return min(end, cursor + found.trailingZeroBitCount >> 3) }
      cursor += 8
    }
    return end
  }

  /// The high bit of each byte that is zero; above the lowest such byte others may be marked too.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0D || byte == 0x09 }

  /// A cell in quotes, leaving the position at its separator; what follows the closing quote is kept as it
  /// is.
  ///
  /// Lines in it end with a line feed.
  private mutating func quotedCell(_ bytes: inout ContiguousArray<UInt8>) -> (Int, Int) {
    let openedAt = line
    let start = position + 1
    var cursor = start
    var write = start
    var isOpen = true
    while cursor < end {
      let byte = bytes[cursor]
      if isOpen, byte == CsvTokenizer.quote {
        if cursor + 1 < end, bytes[cursor + 1] == CsvTokenizer.quote {
          cursor += 1
        } else {
          isOpen = false
          cursor += 1
          continue
        }
      } else if !isOpen, byte == delimiter || byte == newline {
        break
      } else if byte == newline {
        line += 1
      } else if byte == CsvTokenizer.carriageReturn, cursor + 1 < end, bytes[cursor + 1] == newline {
        // Text has one way to end a line, whatever wrote the file.
        cursor += 1
        continue
      }
      if isOpen, byte == newline {
        bytes[write] = CsvTokenizer.lineFeed
      } else if write != cursor {
        bytes[write] = byte
      }
      write += 1
      cursor += 1
    }
    if isOpen, unclosedLine == nil { unclosedLine = openedAt }
    position = cursor
    return (start, write)
  }

  private func isHeader(_ block: CellBlock, _ offset: Int, _ bytes: ContiguousArray<UInt8>) -> Bool {
    for (column, name) in header.enumerated() {
      let cell = block.cells[offset + column * CellBlock.capacity]
      guard Int(cell.length) == name.count else { return false }
      let start = block.base + Int(cell.start)
      guard bytes[start..<start + name.count].elementsEqual(name) else { return false }
    }
    return true
  }
}
