import Rendering
import Results
import Schema
import Source
import Testing

@Suite("The box")
struct TableTests {
  private var wide: [Result] {
    [
      Fixture.table([
        Fixture.texts("district", ["Nam Trà My", "漢"], isKey: true), Fixture.integers("poor", [3, nil]),
        Fixture.integers("near_poor", [2, 1204]), Fixture.texts("note", ["ộ", "x"], isKey: true),
        Fixture.integers("other", [1, 0]),
      ])
    ]
  }

  @Test("is drawn by displayed width")
  func box() {
    #expect(
      rendered(wide, .table) == """
        ┌────────────┬──────┬───────────┬──────┬───────┐
        │ district   │ poor │ near_poor │ note │ other │
        ├────────────┼──────┼───────────┼──────┼───────┤
        │ Nam Trà My │    3 │         2 │ ộ    │     1 │
        │ 漢         │    – │     1,204 │ x    │     0 │
        └────────────┴──────┴───────────┴──────┴───────┘

        """)
  }

  @Test("keeps its keys where the terminal is narrow, and says what it hid")
  func narrow() {
    #expect(
      rendered(wide, .table, RenderingOptions(width: 30)) == """
        ┌────────────┬──────┬──────┐
        │ district   │ poor │ note │
        ├────────────┼──────┼──────┤
        │ Nam Trà My │    3 │ ộ    │
        │ 漢         │    – │ x    │
        └────────────┴──────┴──────┘
        hidden for width (2): near_poor, other

        """)
    #expect(rendered(wide, .table, RenderingOptions(width: 48)) == rendered(wide, .table))
    let narrowest = rendered(wide, .table, RenderingOptions(width: 1))
    #expect(narrowest.hasSuffix("hidden for width (3): poor, near_poor, other\n"))
    let vietnamese = rendered(wide, .table, RenderingOptions(language: .vietnamese, width: 40))
    #expect(vietnamese.hasSuffix("ẩn vì bảng quá rộng (1): other\n"))
  }

  @Test("keeps one column where there are no keys")
  func noKeys() {
    let columns = [Fixture.texts("first", ["aaaaaaaa"]), Fixture.integers("n", [1])]
    #expect(rendered([Fixture.table(columns)], .table, RenderingOptions(width: 3)).contains("│ aaaaaaaa │\n"))
  }

  @Test("is coloured only when asked")
  func color() {
    let painted = rendered(Fixture.integers("n", [1]), as: .table, RenderingOptions(color: true))
    #expect(painted.contains("│ \u{1B}[1mn\u{1B}[0m │\n├───┤\n│ 1 │\n"))
  }

  @Test("aligns random cells", arguments: 0..<20)
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters: [Character] = ["a", "ộ", "Đ", "漢", "\t", "\n", "🏠", "|", " ", "\u{0}"]
    let rows = Int.random(in: 1...8, using: &generator)
    let columns = (0..<Int.random(in: 1...5, using: &generator)).map { index in
      Fixture.texts(
        "c\(index)",
        (0..<rows).map { _ in
          Bool.random(using: &generator)
            ? nil
            : String(
              (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                letters.randomElement(using: &generator) ?? "a"
              })
        })
    }
    let lines = rendered([Fixture.table(columns)], .table).split(separator: "\n")
    #expect(lines.count == rows + 4)
    #expect(Set(lines.map { String($0).displayWidth }).count == 1)
    #expect(Set(lines.map { $0.filter { "│┌┬┐├┼┤└┴┘".contains($0) }.count }) == [columns.count + 1])
  }
}
