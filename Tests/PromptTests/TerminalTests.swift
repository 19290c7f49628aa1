import Foundation
import TestSupport
import Testing

extension PromptTests {
  /// The prompt as a person meets it: the built command on a real pseudo-terminal, in a locale without UTF-8.
  struct TerminalTests {
    @Test func typesAPipelineOfSeveralLinesInVietnamese() throws {
      let home = try TemporaryFolder()
      let terminal = try Terminal([Repository.path("examples/data/2023").path], home: home.url.path)
      try #require(terminal.shows("nep>"))
      terminal.type("households |\r")
      #expect(terminal.shows("...> "))
      // The mark comes after its letter, and is to end up on it.
      terminal.type("where district = \"Nam Tra\u{0300} My\" |\r")
      #expect(terminal.shows("à"))
      #expect(terminal.shows("...> "))
      terminal.type("count by class\r")
      #expect(terminal.shows("┌"))
      #expect(terminal.shows("│ near_poor │    10 │"))
      #expect(terminal.shows("kept 180"))
      #expect(terminal.shows("nep>"))
      terminal.type("half a thou\u{3}")
      #expect(terminal.shows("nep>"))
      terminal.type("\u{1B}[200~1 +\n2\n\u{1B}[201~")
      #expect(terminal.shows("2"))
      terminal.type("\r")
      #expect(terminal.shows("3\r\n"))
      #expect(terminal.shows("nep>"))
      terminal.type("\u{1B}[A\u{1B}[A0\r")
      #expect(terminal.shows("12\r\n"))
      #expect(terminal.shows("nep>"))
      terminal.type("\u{4}")
      #expect(terminal.status() == 0)
      let history = try home.read(".local/state/nep/history")
      #expect(
        history.contains("\"text\":\"households |\\nwhere district = \\\"Nam Trà My\\\" |\\ncount by class\"")
      )
      #expect(!history.contains("half"))
    }
  }
}
