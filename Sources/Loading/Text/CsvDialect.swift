import Source

/// How one CSV file separates cells and lines.
struct CsvDialect {
  var delimiter: UInt8
  /// Line feed (a carriage return before it is trimmed), or carriage return in files that have only those.
  var newline: UInt8
  /// Where the header begins, and its line from 1.
  var headerStart: Int
  var headerLine: Int

  /// Finds the dialect by Excel's `sep=` line, else by the separator that the header has most of.
  ///
  /// - Parameter declared: the delimiter that the manifest names.
  init(of contents: FileContents, declared: UInt8?) {
    newline = CsvDialect.newline(of: contents)
    headerStart = contents.start
    headerLine = 1
    let separator = Array("sep=".utf8)
    let first = CsvDialect.lineEnd(contents, from: contents.start, newline)
    var line = contents.bytes[contents.start..<first]
    if line.last == 0x0D { line.removeLast() }
    if line.count == 5, line.prefix(4).map({ $0 | 0x20 }).elementsEqual(separator.map { $0 | 0x20 }) {
      delimiter = declared ?? line[contents.start + 4]
      headerStart = min(first + 1, contents.end)
      headerLine = 2
    } else {
      delimiter = declared ?? CsvDialect.commonest(in: line)
    }
  }

  private static func newline(of contents: FileContents) -> UInt8 {
    let bytes = contents.bytes
    guard let first = bytes[contents.start..<contents.end].firstIndex(where: { $0 == 0x0A || $0 == 0x0D })
    else { return 0x0A }
    if bytes[first] == 0x0A || bytes[contents.start..<contents.end].contains(0x0A) { return 0x0A }
    return 0x0D
  }

  private static func lineEnd(_ contents: FileContents, from start: Int, _ newline: UInt8) -> Int {
    contents.bytes[start..<contents.end].firstIndex(of: newline) ?? contents.end
  }

  /// The separator that stands most often outside quotes; the comma where none does.
  private static func commonest(in line: ContiguousArray<UInt8>.SubSequence) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    var counts = [0, 0, 0, 0]
    var quoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if !quoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}
