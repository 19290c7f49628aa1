import Rendering
import Source
import Testing

private enum TestCode: String, DiagnosticCode {
  case noValue = "N0214"

  var entry: CatalogueEntry {
    CatalogueEntry(
      .usage, Localized(en: "no value \"{value}\" in {field}", vi: "{field} không có giá trị \"{value}\""),
      explanation: Localized("why"))
  }
}

@Suite("Diagnostics")
struct DiagnosticTests {
  private var map = SourceMap()

  private func diagnostic(_ range: SourceRange?, severity: Severity = .error) -> Diagnostic {
    Diagnostic(TestCode.noValue, at: range, ["value": "por", "field": "class"], severity: severity)
  }

  private func render(_ diagnostic: Diagnostic, _ language: Language = .english, color: Bool = false)
    -> String
  {
    DiagnosticRenderer(sources: map, language: language, color: color).render(diagnostic)
  }

  /// The range of a text in a source.
  private func range(of text: String, in source: SourceText) -> SourceRange {
    let wanted = Array(text.utf8)
    let lower = source.utf8.indices.first { source.utf8[$0...].starts(with: wanted) } ?? 0
    return SourceRange(source.id, lower, lower + wanted.count)
  }

  @Test("show the line, the range, notes and helps")
  mutating func whole() {
    let source = map.add(name: "report.nep", text: "households\n| where class = por\n| count\n")
    let range = range(of: "por", in: source)
    let text = render(
      diagnostic(range).label(range, en: "not a value of class", vi: "").note(
        en: "one of poor, other", vi: ""
      )
      .help("households | where class = poor").help("class = other"))
    #expect(
      text == """
        error[N0214]: no value "por" in class
         --> report.nep:2:17
          |
        2 | | where class = por
          |                 ^^^ not a value of class
          |
          = note: one of poor, other
          = help: households | where class = poor
          = help: class = other
        """)
  }

  @Test("speak Vietnamese, without a place too")
  func vietnamese() {
    let text = render(
      diagnostic(nil, severity: .warning).note(en: "", vi: "xem lại").help("a\nb"), .vietnamese)
    #expect(
      text == """
        cảnh báo[N0214]: class không có giá trị "por"
          = ghi chú: xem lại
          = gợi ý: a
                   b
        """)
  }

  @Test("count displayed columns: marks, tabs and wide letters")
  mutating func columns() {
    let source = map.add(name: "-", text: "\thộ = \"漢字\" x ngh\u{65}\u{300}o̰ y z")
    let wide = render(diagnostic(range(of: "x", in: source)))
    #expect(
      wide == """
        error[N0214]: no value "por" in class
         --> -:1:12
          |
        1 |     hộ = "漢字" x nghèo̰ y z
          |                 ^
        """)
    // The mark under the o of its own bytes takes no column.
    #expect(render(diagnostic(range(of: "z", in: source))).contains("-:1:22"))
  }

  @Test("mark related places in their lines and sources")
  mutating func labels() {
    let library = map.add(name: "lib.nep", text: "let a = 1\n")
    let source = map.add(
      name: "main.nep", text: "one\ntwo three\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven")
    let text = render(
      diagnostic(range(of: "three", in: source))
        .label(range(of: "two", in: source), en: "beside", vi: "")
        .label(range(of: "eleven", in: source), en: "far below", vi: "")
        .label(range(of: "one", in: source), en: "above", vi: "")
        .label(range(of: "a", in: library), en: "defined here", vi: ""))
    #expect(
      text == """
        error[N0214]: no value "por" in class
          --> main.nep:2:5
           |
         1 | one
           | --- above
         2 | two three
           |     ^^^^^
           | --- beside
        ...
        10 | eleven
           | ------ far below
          ::: lib.nep:1:5
           |
         1 | let a = 1
           |     - defined here
        """)
  }

  @Test("point behind the end of the text and of lines")
  mutating func ends() {
    let source = map.add(name: "-c", text: "households |\r\n")
    let atEnd = render(diagnostic(SourceRange(source.id, 14, 14)))
    #expect(atEnd.hasSuffix(" --> -c:2:1\n  |\n2 |\n  | ^"))
    let atLineEnd = render(diagnostic(SourceRange(source.id, 12, 14)))
    #expect(atLineEnd.hasSuffix(" --> -c:1:13\n  |\n1 | households |\n  |             ^"))
    let empty = map.add(name: "empty", text: "")
    #expect(render(diagnostic(SourceRange(empty.id, 0, 0))).hasSuffix("1 |\n  | ^"))
  }

  @Test("show the first line of several with marks to its end")
  mutating func severalLines() {
    let source = map.add(name: "-", text: "a | b(c\nd) | e")
    #expect(
      render(diagnostic(SourceRange(source.id, 4, 10))).hasSuffix("1 | a | b(c\n  |     ^^^"))
  }

  @Test("show a window of a long line")
  mutating func longLine() {
    let before = String(repeating: "đ", count: 500_000)
    let source = map.add(name: "-", text: before + "XYZ" + before)
    let text = render(diagnostic(SourceRange(source.id, 1_000_000, 1_000_003)))
    let lines = text.split(separator: "\n")
    #expect(lines[1] == " --> -:1:500001")
    #expect(lines[3].count <= 170)
    #expect(lines[3].hasPrefix("1 | …đđđ"))
    #expect(lines[3].hasSuffix("đđđ…"))
    #expect(lines[4] == "  | " + String(repeating: " ", count: 61) + "^^^")
    #expect(Array(lines[3])[(4 + 61)...].prefix(3) == ["X", "Y", "Z"])
  }

  @Test("show two places of one long line each in its window")
  mutating func twoWindows() {
    let gap = String(repeating: ".", count: 1000)
    let source = map.add(name: "-", text: "A" + gap + "B")
    let text = render(
      diagnostic(range(of: "B", in: source)).label(range(of: "A", in: source), en: "first", vi: ""))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines[3].hasSuffix("B"))
    #expect(lines[5].hasPrefix("1 | A..."))
    #expect(lines[6] == "  | - first")
  }

  @Test("let no text command the terminal")
  mutating func controls() {
    let source = map.add(name: "-", text: "a\u{1B}[31m\u{7F}\u{202E}b")
    let bad = Diagnostic(
      TestCode.noValue, at: range(of: "b", in: source), ["value": "x\u{1B}[2J\ny", "field": "class"])
    let text = render(bad)
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    #expect(text.contains("a␛[31m␡\u{FFFD}b\n  |         ^"))
    #expect(text.hasPrefix("error[N0214]: no value \"x␛[2J␊y\" in class\n"))
  }

  @Test("are coloured only when asked")
  mutating func color() {
    let source = map.add(name: "-", text: "por")
    let painted = render(diagnostic(range(of: "por", in: source)), color: true)
    #expect(painted.hasPrefix("\u{1B}[1;31merror[N0214]\u{1B}[0m"))
    #expect(!render(diagnostic(range(of: "por", in: source))).contains("\u{1B}"))
  }

  @Test("stand any range", arguments: 0..<10)
  mutating func anyRange(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters: [Character] = ["a", "ộ", "\t", "\n", "漢", "\r\n", "🏠", "\u{301}", "\u{0}"]
    let text = String((0..<200).map { _ in letters.randomElement(using: &generator) ?? "a" })
    let source = map.add(name: "-", text: text)
    for _ in 0..<200 {
      let lower = Int.random(in: -5...(source.utf8.count + 5), using: &generator)
      let upper = Int.random(in: -5...(source.utf8.count + 5), using: &generator)
      let other = SourceRange(source.id, upper, lower)
      let text = render(diagnostic(SourceRange(source.id, lower, upper)).label(other, en: "here", vi: ""))
      #expect(text.contains("^"))
    }
    #expect(!render(diagnostic(SourceRange(SourceID(99), 0, 1))).contains("-->"))
  }
}
