import Foundation
import Session
import Source
import TestSupport
import Testing

/// The codes that no script raises by itself: each is raised here by the data or the machine that it speaks of.
@Suite("Codes of data and machine")
struct WorldCodeTests {
  static let data = Repository.goldens.appendingPathComponent("data").path

  /// Codes raised by other tests of this target.
  static let elsewhere: [String: String] = [
    "N0203": "rows/bad/field-not-in-the-snapshot", "N0204": "rows/bad/entity-not-in-the-snapshot",
    "N0408": "definitions/bad/parameter-that-the-script-lacks", "N0411": "definitions/bad/include-of-itself",
    "N0412": "definitions/bad/include-of-nothing", "N0416": "use/bad/without-a-name",
    "N0601": "BadWorldTests", "N0603": "BadWorldTests",
    "N0702": "BadInputTests", "N0703": "BadWorldTests", "N0709": "CommandTests",
    "N0710": "results/bad/unknown-format", "N0701": "inside N0623",
    "N0712": "PromptTests", "N0713": "PromptTests", "N0714": "PromptTests", "N0715": "PromptTests",
    "N0859": "measures/bad/indicators-differ-by-place", "N0861": "measures/bad/too-many-indicators",
    "N0802": "law/bad/gap", "N0803": "law/bad/overlap", "N0819": "law/good/two-laws-in-time",
    "N0225": "programme/bad/a-row-without-key-then", "N0716": "PromptTests", "N0717": "SnapshotTests",
    "N0718": "SnapshotTests",
    "N0901": "PackedTests", "N0902": "DamageTests", "N0903": "DamageTests", "N0904": "PackedTests",
    "N0905": "PackedTests", "N0906": "DamageTests", "N0907": "a file cut while it is open, by hand",
    "N0908": "PackedTests", "N0921": "PackedTests", "N0922": "PackedTests",
  ]

  private func folder(_ snapshot: WrongSnapshot) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in snapshot.files { try folder.write(name, text) }
    return folder
  }

  @Test("stops a load", arguments: WrongSnapshot.refused) func refused(snapshot: WrongSnapshot) throws {
    let folder = try folder(snapshot)
    let outcome = try Command(["-c", "households | count", folder.url.path]).run()
    #expect(outcome.status == 1 && outcome.output.isEmpty, "\(snapshot.code): \(outcome.ending)")
    #expect(outcome.errorText.contains("error[\(snapshot.code)]"), "\(snapshot.code): \(outcome.errorText)")
  }

  @Test("is a finding", arguments: WrongSnapshot.found) func found(snapshot: WrongSnapshot) throws {
    let folder = try folder(snapshot)
    let checked = try Command(["snapshot", "check", folder.url.path, "--format", "json"]).run()
    let findings = try JSONReader.read(checked.outputText).elements ?? []
    let codes = findings.compactMap { $0[key: "code"]?.text }
    #expect(codes.contains(snapshot.code), "\(snapshot.code): \(codes) \(checked.errorText)")
    let counted = try Command(["-c", "households | count", folder.url.path]).run()
    #expect(counted.status == 0, "\(snapshot.code) stops a run: \(counted.errorText)")
  }

  @Test("N0621, a file beyond all bounds") func largeFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("households.csv", "code\nA\n")
    // Sparse: it takes no room on the disk.
    #expect(truncate(file, (1 << 40) + 1) == 0)
    let outcome = try Command(["-c", "households | count", folder.url.path]).run()
    #expect(
      outcome.status == 1 && outcome.errorText.contains("N0621"), "\(outcome.ending) \(outcome.errorText)")
  }

  @Test("N0699, past a hundred thousand findings of a kind") func manyFindings() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<100_007).map { "H\($0),x\n" }.joined()
    try folder.write("households.csv", "code,income\n" + rows)
    let checked = try Command(["snapshot", "check", folder.url.path, "--format", "json"]).run()
    let findings = try #require(try JSONReader.read(checked.outputText).elements)
    let rest = findings.filter { $0[key: "code"]?.text == "N0699" }
    #expect(rest.count == 1 && findings.count == 1_000)
    #expect(rest.first?[key: "count"]?.number == 7, "\(checked.outputText.prefix(400))")
    let counted = try Command(["-c", "households | count", folder.url.path]).run()
    #expect(counted.outputText == "100,007\n" && counted.status == 0, "\(counted.ending)")
  }

  @Test("N0502, more columns than a table can have") func manyColumns() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<100_000).map { "H\($0),\($0)\n" }.joined()
    try folder.write("households.csv", "code,income\n" + rows)
    let outcome = try Command(["-c", "households | count across code", folder.url.path]).run()
    #expect(
      outcome.status == 1 && outcome.errorText.contains("N0502"), "\(outcome.ending) \(outcome.errors.count)")
  }

  @Test("N0504, Ctrl-C stops a run, and nothing is put in place") func interrupted() throws {
    let folder = try TemporaryFolder()
    let statement =
      "households | derive count(commune.households where income < outer.income) as poorer | count\n"
    let saved = "households | count by class | save \"out.csv\"\n"
    try folder.write("long.nep", saved + String(repeating: statement, count: 3_000))
    let snapshot = Repository.path("examples/data/2023").path
    var command = Command.shell(
      "set -m; \"$NEP\" run long.nep '\(snapshot)' & sleep 1; kill -INT $!; wait $!; echo \"status $?\"")
    command.folder = folder.url
    let outcome = try command.run()
    #expect(outcome.outputText.hasSuffix("status 130\n"), "\(outcome.outputText) \(outcome.errorText)")
    #expect(outcome.errorText.contains("N0504"), "\(outcome.errorText)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("out.csv")))
  }

  @Test("N0704, no data beside the command") func noDemonstration() throws {
    let folder = try TemporaryFolder()
    let copy = folder.url.appendingPathComponent("nep")
    try FileManager.default.copyItem(at: Repository.nep, to: copy)
    var command = Command(["-c", "households | count"])
    command.executable = copy
    let outcome = try command.run()
    #expect(
      outcome.status == 1 && outcome.errorText.contains("N0704"), "\(outcome.ending) \(outcome.errorText)")
  }

  @Test(
    "arguments that are not understood",
    arguments: [
      (["run", "-", "--shift"], "N0706", 2), (["help", "nothing_like_it"], "N0708", 2),
    ] as [([String], String, Int32)])
  func arguments(words: [String], code: String, status: Int32) throws {
    let outcome = try Command(words).run()
    #expect(outcome.status == status && outcome.errorText.contains(code), "\(words): \(outcome.errorText)")
  }

  @Test("every code without an example is raised by a test") func complete() {
    let raised = Set(
      WrongSnapshot.refused.map(\.code) + WrongSnapshot.found.map(\.code) + Self.elsewhere.keys
        + ["N0502", "N0504", "N0621", "N0699", "N0704", "N0706", "N0708"])
    let open = HelpText.codes.filter { $0.entry.example.isEmpty && !raised.contains($0.id) }.map(\.id)
    #expect(open.isEmpty, "\(open)")
  }
}
