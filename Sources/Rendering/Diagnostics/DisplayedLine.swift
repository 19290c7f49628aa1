import Source

/// One line of a source as shown under a diagnostic, or as much of it as fits round a place in it.
///
/// However long a line is, the work is bounded by the window, not by the line.
struct DisplayedLine {
  /// The most columns that are shown of a line.
  private static let widest = 160
  /// How many characters are shown before the place that a cut line is shown for.
  private static let lead = 60

  private(set) var text = ""
  /// The byte offset of each character shown, and the column at which it is shown; then those of the end.
  private var offsets: [Int] = []
  private var columns: [Int] = []

  /// The line of a source that holds `place`, a range of offsets that begins in this line.
  init(_ source: SourceText, line: Int, showing place: Range<Int>) {
    let bounds = source.bounds(ofLine: line)
    show(source, from: bounds.lowerBound, in: bounds)
    if !holds(place.clamped(to: bounds)) {
      show(source, from: DisplayedLine.lead(in: source, before: place.lowerBound, in: bounds), in: bounds)
    }
  }

  /// Whether a range that begins here is shown, or at least its beginning where it is long.
  func holds(_ place: Range<Int>) -> Bool {
    guard let first = offsets.first, let end = offsets.last else { return false }
    let reach = min(place.upperBound, place.lowerBound + DisplayedLine.widest / 4)
    return place.lowerBound >= first && reach <= end
  }

  /// The columns under a range of offsets, at least one.
  func columns(under place: Range<Int>) -> Range<Int> {
    let start = columns[lastIndex(notAfter: place.lowerBound)]
    let end = offsets.firstIndex { $0 >= place.upperBound }.map { columns[$0] } ?? columns[columns.count - 1]
    return start..<max(start + 1, end)
  }

  private func lastIndex(notAfter offset: Int) -> Int { (offsets.lastIndex { $0 <= offset }) ?? 0 }

  private mutating func show(_ source: SourceText, from start: Int, in bounds: Range<Int>) {
    text = start > bounds.lowerBound ? "…" : ""
    (offsets, columns) = ([], [])
    var column = text.isEmpty ? 0 : 1
    var offset = start
    // Marks take no column, so the bytes are bounded too.
    var end = min(bounds.upperBound, start + 4 * DisplayedLine.widest)
    while end < bounds.upperBound, end > start, source.utf8[end] & 0xC0 == 0x80 { end -= 1 }
    for scalar in String(decoding: source.utf8[start..<end], as: UTF8.self).unicodeScalars {
      guard column < DisplayedLine.widest else { break }
      let shown = DisplayedText.shown(scalar)
      offsets.append(offset)
      columns.append(column)
      text += shown.text
      column += shown.width
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    columns.append(column)
    if offset < bounds.upperBound { text += "…" }
  }

  private static func lead(in source: SourceText, before offset: Int, in bounds: Range<Int>) -> Int {
    var start = min(max(offset, bounds.lowerBound), bounds.upperBound)
    var characters = 0
    while start > bounds.lowerBound, characters < lead {
      start -= 1
      if source.utf8[start] & 0xC0 != 0x80 { characters += 1 }
    }
    return start
  }
}

extension SourceText {
  /// The offsets of a line, from 1, without its end.
  func bounds(ofLine line: Int) -> Range<Int> {
    let lower = lineStarts[line - 1]
    var upper = line < lineStarts.count ? lineStarts[line] - 1 : utf8.count
    if upper > lower, utf8[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
    return lower..<max(lower, upper)
  }

  /// The column of an offset in its line, from 1, counted in displayed characters: marks that stand on a letter do
  /// not count, a tab counts one.
  func column(of offset: Int) -> Int {
    let bounds = bounds(ofLine: line(at: offset))
    let before = utf8[bounds.lowerBound..<min(max(offset, bounds.lowerBound), bounds.upperBound)]
    if before.allSatisfy({ $0 < 0x80 }) { return before.count + 1 }
    return String(decoding: before, as: UTF8.self).unicodeScalars.reduce(1) {
      $0 + (min(1, DisplayedText.shown($1).width))
    }
  }
}
