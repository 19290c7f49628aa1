import Prompt
import Source
import Testing

extension PromptTests {
  /// The commands that begin with a colon.
  struct CommandTests {
    @Test func helpListsEveryCommandAndKeys() throws {
      let typing = try Typing(":help")
      for word in [":help", ":schema", ":values", ":snapshots", ":set", ":history", ":quit", "Ctrl-D"] {
        #expect(typing.results.contains(word))
      }
    }

    @Test(arguments: [("sum", "sum("), ("N0116", "N0116: "), ("schema", ":schema [ENTITY]")])
    func helpExplains(topic: String, words: String) throws {
      #expect(try Typing(.line(":help \(topic)")).results.contains(words))
    }

    @Test func helpOnNothingKnownIsAnError() throws {
      #expect(try Typing(":help nothing_known").notes.contains("error[N0708]"))
    }

    @Test func schemaListsEntitiesAndFields() throws {
      #expect(try Typing(":schema").results.contains("households"))
      let fields = try Typing(":schema household").results
      #expect(fields.contains("class"))
      #expect(fields.contains("members"))
      #expect(try Typing(":schema househlds").notes.contains("households"))
    }

    @Test func valuesCountsAndKeepsTheResult() throws {
      let typing = try Typing("households | take 3", ":values class", "it | count")
      #expect(typing.results.contains("near_poor  Near-poor"))
      #expect(typing.results.hasSuffix("\n3\n"))
    }

    @Test func valuesOfManyKinds() throws {
      let typing = try Typing(
        ":values district", ":values income", ":values recorded_lacks", ":values merit", ":values members.sex"
      )
      #expect(typing.notes.isEmpty)
      #expect(typing.results.contains("Nam Trà My"))
    }

    @Test func valuesOfPersonalFieldsAreNotListed() throws {
      let typing = try Typing(":values head_name", ":values clas")
      #expect(typing.results.isEmpty)
      #expect(typing.notes.contains("error[N0715]"))
      #expect(typing.notes.contains("nearest: class"))
    }

    @Test func snapshotsMarksTheCurrentOne() throws {
      #expect(try Typing(":snapshots").results.hasPrefix("*  2023  2023-"))
    }

    @Test func unknownCommandsSuggestTheNearest() throws {
      #expect(try Typing(":hlep").notes.contains("nearest: :help"))
      #expect(try Typing(":s").notes.contains(":schema, :snapshots, :set"))
      #expect(try Typing(":").notes.contains("there are: :help"))
    }

    @Test func quitLeavesByItsFirstLetter() throws {
      let typing = try Typing(":q", "1 + 1")
      #expect(typing.results.isEmpty)
      #expect(typing.status == .success)
    }

    @Test func historyShowsWhatWasTyped() throws {
      #expect(try Typing("1 + 1", ":history").results == "2\n1 + 1\n:history\n")
    }
  }
}
