import Foundation
import Prompt
import TestSupport
import Testing

extension PromptTests {
  /// The file of typed statements, and what never gets into it.
  struct HistoryTests {
    @Test func keepsStatementsOfSeveralLinesForTheNextSession() throws {
      let folder = try TemporaryFolder()
      let path = folder.path("state/nep/history")
      _ = try Typing("households |", "count", "\"Trà My\"", history: HistoryFile(path: path))
      #expect(HistoryFile(path: path).read() == ["households |\ncount", "\"Trà My\""])
      #expect(try folder.read("state/nep/history").split(separator: "\n").count == 2)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func passesOverDamage() throws {
      let folder = try TemporaryFolder()
      let path = try folder.write(
        "history", "{\"time\":\"\",\"text\":\"one\"}\nnot json\n\u{0}\n{\"text\":3}\n{\"ti")
      let file = HistoryFile(path: path)
      #expect(file.read() == ["one"])
      file.append("two")
      #expect(file.read() == ["one", "two"])
    }

    @Test func closesAFileThatOthersCouldRead() throws {
      let folder = try TemporaryFolder()
      let path = try folder.write("history", "")
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      HistoryFile(path: path).append("1")
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }

    @Test func livesWithoutAFile() throws {
      let folder = try TemporaryFolder()
      try folder.write("history/inside", "")
      try folder.write("file", "")
      for path in ["history", "file/below/history"] {
        let typing = try Typing("1 + 1", history: HistoryFile(path: folder.path(path)))
        #expect(typing.results == "2\n")
        #expect(typing.notes.isEmpty)
        #expect(typing.history == ["1 + 1"])
      }
    }

    @Test func isSharedByTwoSessions() throws {
      let folder = try TemporaryFolder()
      let file = HistoryFile(path: folder.path("history"))
      let (one, two) = (History(file: file), History(file: file))
      one.add("1")
      two.add("2")
      one.add("3")
      #expect(file.read() == ["1", "2", "3"])
    }

    @Test func liesWhereTheEnvironmentSays() throws {
      let folder = try TemporaryFolder()
      HistoryFile(environment: ["XDG_STATE_HOME": folder.path("s"), "HOME": "/nonexistent"])?.append("1")
      #expect(try folder.read("s/nep/history").contains("\"text\":\"1\""))
      HistoryFile(environment: ["XDG_STATE_HOME": "relative", "HOME": folder.path("h")])?.append("2")
      #expect(try folder.read("h/.local/state/nep/history").contains("\"text\":\"2\""))
      #expect(HistoryFile(environment: [:]) == nil)
    }

    @Test(arguments: [
      "households | where head_name = \"An\"",
      "households | where lower(head_name) ~ \"an\"",
      "members[name = \"An\"] | count",
      "households | where any(members where birth_date < 1950-01-01) | count",
      "households | where head_name in (\"An\", \"Bình\")",
      "households | where head.name = \"An\"",
      "let elders = members | where birth_date < 1950-01-01",
      "households | derive head_name as who | where who = \"An\"",
      "households | wher head_name = \"An\"",
    ])
    func leavesOutComparisonsOfPersonalFields(statement: String) throws {
      #expect(try Typing(.line(statement)).history.isEmpty)
    }

    @Test func leavesOutComparisonsByAnotherName() throws {
      let typing = try Typing("households | derive head_name as who", "| where who = \"An\"", "| count")
      #expect(typing.history == ["households | derive head_name as who", "| count"])
    }

    @Test(arguments: [
      "households | where class = poor", "members | select name, birth_date",
      "places | where name = \"Trà My\"", "households | where commune.name ~ \"tra\"",
      "households | where ethnicity != kinh | count", "members | where birth_date is missing | count",
    ])
    func keepsOtherStatements(statement: String) throws {
      #expect(try Typing(.line(statement)).history == [statement])
    }
  }
}
