import Source

/// A range to be marked in a source, with a word on it.
struct Annotation {
  /// Offsets, clamped to the source.
  let place: Range<Int>
  let line: Int
  let text: String
  let isPrimary: Bool

  init(_ range: SourceRange, in source: SourceText, text: String, isPrimary: Bool) {
    let lower = min(max(0, range.lower), source.utf8.count)
    place = lower..<min(max(lower, range.upper), source.utf8.count)
    line = source.line(at: lower)
    self.text = text
    self.isPrimary = isPrimary
  }
}

/// The lines of one source that a diagnostic speaks of, with marks under them.
struct SourceExcerpt {
  let source: SourceText
  /// The first gives the position that the excerpt is headed by.
  let annotations: [Annotation]

  var lastLine: Int { annotations.map(\.line).max() ?? 0 }

  /// `report.nep:3:29`.
  var position: String {
    guard let first = annotations.first else { return source.name }
    return "\(DisplayedText.line(source.name)):\(first.line):\(source.column(of: first.place.lowerBound))"
  }

  /// The lines in order, each followed by its marks, behind a gutter of line numbers.
  func lines(gutter: Int, _ paint: Paint, _ severity: Paint.Style) -> [String] {
    let blank = paint(String(repeating: " ", count: gutter) + " |", .place)
    var result = [blank]
    var previous: Int?
    for line in Set(annotations.map(\.line)).sorted() {
      if let previous, line > previous + 1 { result.append(paint("...", .place)) }
      previous = line
      var rest = annotations.filter { $0.line == line }
      while let first = rest.first {
        let shown = DisplayedLine(source, line: line, showing: first.place)
        let number = String(line)
        let head = String(repeating: " ", count: gutter - number.utf8.count) + number + " |"
        result.append(paint(head, .place) + (shown.text.isEmpty ? "" : " " + shown.text))
        // What a cut line does not hold is shown by another piece of it.
        let here = [first] + rest.dropFirst().filter { shown.holds($0.place) }
        rest = rest.dropFirst().filter { !shown.holds($0.place) }
        for annotation in here { result.append(blank + " " + marks(annotation, shown, paint, severity)) }
      }
    }
    return result
  }

  /// `      ^^^^^ not a value of class`; a range of several lines is marked to the end of its first.
  private func marks(
    _ annotation: Annotation, _ shown: DisplayedLine, _ paint: Paint, _ severity: Paint.Style
  ) -> String {
    let bounds = source.bounds(ofLine: annotation.line)
    let upper = max(annotation.place.lowerBound, min(annotation.place.upperBound, bounds.upperBound))
    let columns = shown.columns(under: annotation.place.lowerBound..<upper)
    let mark = String(repeating: annotation.isPrimary ? "^" : "-", count: columns.count)
    let words = annotation.text.isEmpty ? mark : mark + " " + annotation.text
    return String(repeating: " ", count: columns.lowerBound)
      + paint(words, annotation.isPrimary ? severity : .place)
  }
}
