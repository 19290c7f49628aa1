import Source

/// Writes diagnostics for people, in the manner of rustc (language.md section 11).
///
/// ```
/// error[N0214]: no value "nghèo" in class
///  --> report.nep:3:17
///   |
/// 3 | | where class = "nghèo"
///   |                 ^^^^^^^ not a value of class
///   |
///   = note: class is poor, near_poor, average or other
///   = help: class = poor
/// ```
///
/// A label on the range of the error stands beside its carets; others are marked by dashes, in other lines and
/// sources too. Columns are counted in displayed characters, so the carets stand right under tabs, marks and wide
/// letters.
package struct DiagnosticRenderer: Sendable {
  private let sources: SourceMap
  private let language: Language
  private let paint: Paint

  package init(sources: SourceMap, language: Language, color: Bool) {
    self.sources = sources
    self.language = language
    paint = Paint(color)
  }

  /// The text of a diagnostic: lines parted by LF, without one at the end.
  package func render(_ diagnostic: Diagnostic) -> String {
    let (word, style) = severity(diagnostic.severity)
    let message = DisplayedText.line(diagnostic.message[language])
    var lines = [paint("\(word)[\(diagnostic.code.id)]", style) + paint(": " + message, .bold)]
    let excerpts = excerpts(of: diagnostic)
    let gutter = max(1, String(excerpts.map(\.lastLine).max() ?? 0).utf8.count)
    let indent = String(repeating: " ", count: gutter)
    for (index, excerpt) in excerpts.enumerated() {
      lines.append(indent + paint(index == 0 ? "--> " : "::: ", .place) + excerpt.position)
      lines += excerpt.lines(gutter: gutter, paint, style)
    }
    let hasMore = !diagnostic.notes.isEmpty || !diagnostic.helps.isEmpty
    if hasMore, !excerpts.isEmpty { lines.append(paint(indent + " |", .place)) }
    let (note, help) = language == .english ? ("note", "help") : ("ghi chú", "gợi ý")
    for text in diagnostic.notes { lines += remark(note, .note, text[language], indent) }
    for text in diagnostic.helps { lines += remark(help, .help, text, indent) }
    return lines.joined(separator: "\n")
  }

  private func severity(_ severity: Severity) -> (word: String, style: Paint.Style) {
    let isEnglish = language == .english
    switch severity {
    case .error: return (isEnglish ? "error" : "lỗi", .error)
    case .warning: return (isEnglish ? "warning" : "cảnh báo", .warning)
    case .note: return (isEnglish ? "note" : "ghi chú", .note)
    }
  }

  /// `  = help: class = poor`; further lines of a text stand under its first.
  private func remark(_ word: String, _ style: Paint.Style, _ text: String, _ indent: String) -> [String] {
    let head = "\(indent) = "
    let hanging = String(repeating: " ", count: head.count + word.displayWidth + 2)
    return DisplayedText.lines(text).enumerated().map { index, line in
      if index > 0 { return line.isEmpty ? "" : hanging + line }
      return head + paint(word, style) + ": " + line
    }
  }

  /// The places of a diagnostic by source: that of the error first, then those of its labels in order.
  private func excerpts(of diagnostic: Diagnostic) -> [SourceExcerpt] {
    var order: [SourceID] = []
    var places: [SourceID: [Annotation]] = [:]
    func add(_ range: SourceRange, _ text: String, isPrimary: Bool) {
      guard let source = sources[range.source] else { return }
      if places[range.source] == nil { order.append(range.source) }
      let text = DisplayedText.line(text)
      places[range.source, default: []].append(
        Annotation(range, in: source, text: text, isPrimary: isPrimary))
    }
    if let range = diagnostic.range {
      let texts = diagnostic.labels.filter { $0.range == range }.map { $0.text[language] }
      add(range, texts.joined(separator: "; "), isPrimary: true)
    }
    for label in diagnostic.labels where label.range != diagnostic.range {
      add(label.range, label.text[language], isPrimary: false)
    }
    return order.compactMap { id in
      sources[id].map { SourceExcerpt(source: $0, annotations: places[id] ?? []) }
    }
  }
}
