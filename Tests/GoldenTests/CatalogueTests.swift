import Foundation
import Session
import Source
import TestSupport
import Testing

/// What `nep help N0123` shows of each code is true: the example raises it and nothing else, and the remedy runs.
@Suite("Catalogue of codes")
struct CatalogueTests {
  /// Codes that only `nep check` raises.
  static let checked: Set<String> = ["N0810"]

  /// A code that is said only after many others have been.
  static let afterOthers = "N0133"

  static let withExample = HelpText.codes.filter { !$0.entry.example.isEmpty }.map(\.id)

  static func entry(_ id: String) throws -> CatalogueEntry {
    try #require(HelpText.codes.first { $0.id == id }).entry
  }

  /// Codes that speak of an earlier snapshot, and are tried with one.
  static let withEarlier: Set<String> = ["N0126", "N0325"]

  static func run(_ program: String, of id: String) throws -> Command.Outcome {
    // A folder of its own takes the files that an example saves.
    let folder = try TemporaryFolder()
    let names = withEarlier.contains(id) ? ["data", "data-2022"] : ["data"]
    let snapshots = names.map { Repository.goldens.appendingPathComponent($0).path }
    var command = Command(["run", "-"] + snapshots + ["--format", "json"], input: program)
    if checked.contains(id) {
      try folder.write("program.nep", program)
      command = Command(["check", "program.nep"] + snapshots)
    }
    command.folder = folder.url
    return try command.run()
  }

  /// The codes of the errors, warnings and notes on standard error.
  static func codes(_ text: String) -> Set<String> {
    Set(text.matches(of: /(?:error|warning|note)\[(N\d{4})\]/).map { String($0.1) })
  }

  @Test("its example raises it alone", arguments: withExample) func example(id: String) throws {
    let entry = try Self.entry(id)
    let outcome = try Self.run(entry.example, of: id)
    let codes = Self.codes(outcome.errorText)
    let isAlone = codes == [id] || (id == Self.afterOthers && codes.contains(id))
    let isAsSaid = isAlone && outcome.status == entry.status.rawValue
    #expect(isAsSaid, "\(id)\n\(entry.example)\n\(outcome.ending)\n\(outcome.errorText)")
    if outcome.status == 2 { #expect(outcome.output.isEmpty, "\(id)") }
  }

  @Test("its remedy runs", arguments: withExample) func remedy(id: String) throws {
    let entry = try Self.entry(id)
    let outcome = try Self.run(entry.remedy, of: id)
    #expect(outcome.status == 0, "\(id)\n\(entry.remedy)\n\(outcome.ending)\n\(outcome.errorText)")
    #expect(!Self.codes(outcome.errorText).contains(id), "\(id)\n\(entry.remedy)")
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
