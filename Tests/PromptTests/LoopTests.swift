import Prompt
import Rendering
import Session
import Source
import Testing

extension PromptTests {
  /// What the prompt does with lines, without a terminal.
  struct LoopTests {
    @Test func runsAStatementWhenItIsComplete() throws {
      let typing = try Typing("households |", "count")
      #expect(typing.results == "1,209\n")
      #expect(typing.prompts == ["nep> ", "...> ", "nep> "])
      #expect(typing.status == .success)
    }

    @Test func goesOnFromTheResultWithABar() throws {
      let typing = try Typing("households | count by class", "| where class = poor | count")
      #expect(typing.results.hasSuffix("\n1\n"))
      #expect(typing.notes.contains("where: kept 1 · dropped"))
    }

    @Test func goesOnFromADefinitionWithABar() throws {
      let typing = try Typing("let few = households | sort code", "| take 3", "few | count")
      #expect(typing.results == "3\n")
    }

    @Test func keepsDefinitionsAndTheResultThroughErrors() throws {
      let typing = try Typing(
        "let limit = 2", "households | take limit", "households | whre class = poor",
        "households | where clas = poor", "it | count", "limit + 1")
      #expect(typing.results.hasSuffix("\n2\n3\n"))
      #expect(typing.notes.contains("error[N0116]"))
      #expect(typing.notes.contains(" --> prompt:1:"))
      #expect(typing.status == .success)
    }

    @Test func keepsTheResultThroughAnErrorWhileRunning() throws {
      let typing = try Typing(
        "households | take 5", "households | derive 9223372036854775807 + size as x", "it | count")
      #expect(typing.results.hasSuffix("\n5\n"))
      #expect(typing.notes.contains("error["))
    }

    @Test func dropsWhatWasTypedOnInterruption() throws {
      let typing = try Typing("households | where (", .interrupt, "1 + 1")
      #expect(typing.results == "2\n")
      #expect(typing.notes.isEmpty)
    }

    @Test func takesVietnameseInEitherForm() throws {
      let typing = try Typing("households | where district = \"Nam Tra\u{0300} My\" | count")
      #expect(typing.results == "180\n")
    }

    @Test func keepsSettings() throws {
      let typing = try Typing(":set format csv", "households | count by area", ":set format")
      #expect(typing.results.hasPrefix("area,count\n"))
      #expect(typing.notes.contains("error["))
    }

    @Test func ignoresEmptyLinesAndComments() throws {
      let typing = try Typing("", "   ", "# only a remark", "2 * 3")
      #expect(typing.results == "6\n")
      #expect(typing.notes.isEmpty)
    }

    @Test func readsNoOtherSnapshotOnTheWay() throws {
      let typing = try Typing("use \"elsewhere\"", "1")
      #expect(typing.notes.contains("error[N0712]"))
      #expect(typing.results == "1\n")
    }

    @Test func stopsWhatRunsAndKeepsTheSession() throws {
      let console = Console(isTerminal: false, width: nil, language: .english, color: false)
      var notes = ""
      var results = ""
      console.sink = { isResult, text in isResult ? (results += text) : (notes += text) }
      let session = Session(
        snapshots: try SnapshotArguments.load([Typing.folder]),
        settings: Settings(format: .plain, language: .english), console: console)
      #expect(session.enter("households | take 4") == .success)
      Interruption.ask()
      #expect(session.enter("households | where class = poor | sort income") == .interrupted)
      Interruption.clear()
      results = ""
      #expect(session.enter("it | count") == .success)
      #expect(results == "4\n")
      #expect(notes.contains("interrupted"))
    }
  }
}
