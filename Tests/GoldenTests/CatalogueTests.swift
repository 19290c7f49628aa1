import Foundation
import Session
import Source
import TestSupport
import Testing

/// What `nep help N0123` shows of each code is true: the example raises it and nothing else, and the remedy runs.
@Suite("Catalogue of codes")
struct CatalogueTests {
  static let withExample = HelpText.codes.filter { !$0.entry.example.isEmpty }.map(\.id)

  static func entry(_ id: String) throws -> CatalogueEntry {
    try #require(HelpText.codes.first { $0.id == id }).entry
  }

  static func run(_ program: String) throws -> Command.Outcome {
    // A folder of its own takes the files that an example saves.
    let folder = try TemporaryFolder()
    var command = Command(
      ["run", "-", Repository.goldens.appendingPathComponent("data").path, "--format", "json"],
      input: program)
    command.folder = folder.url
    return try command.run()
  }

  /// The codes of the errors and warnings on standard error.
  static func codes(_ text: String) -> Set<String> {
    Set(text.matches(of: /(?:error|warning)\[(N\d{4})\]/).map { String($0.1) })
  }

  @Test("its example raises it alone", arguments: withExample) func example(id: String) throws {
    let entry = try Self.entry(id)
    let outcome = try Self.run(entry.example)
    let isAsSaid = Self.codes(outcome.errorText) == [id] && outcome.status == entry.status.rawValue
    #expect(isAsSaid, "\(id)\n\(entry.example)\n\(outcome.ending)\n\(outcome.errorText)")
    if outcome.status == 2 { #expect(outcome.output.isEmpty, "\(id)") }
  }

  @Test("its remedy runs", arguments: withExample) func remedy(id: String) throws {
    let entry = try Self.entry(id)
    let outcome = try Self.run(entry.remedy)
    #expect(outcome.status == 0, "\(id)\n\(entry.remedy)\n\(outcome.ending)\n\(outcome.errorText)")
    #expect(!entry.remedy.isEmpty, "\(id) shows what is wrong and not what is right")
  }

  @Test("is explained in both languages", arguments: HelpText.codes.map(\.id))
  func explained(id: String) throws {
    for language in Language.allCases {
      let outcome = try Command(["help", id, "--lang", language.rawValue]).run()
      #expect(outcome.status == 0 && outcome.outputText.hasPrefix("\(id): "), "\(id)")
      #expect(outcome.outputText.contains(try Self.entry(id).explanation[language]), "\(id)")
    }
  }

  @Test("has each code once") func unique() {
    let ids = HelpText.codes.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /N\d{4}/) != nil })
  }
}
