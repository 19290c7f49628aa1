import Foundation
import TestSupport
import Testing

/// Packed snapshots on the command line: packed, opened, looked at, exported, refused.
@Suite("Packed snapshots")
struct PackedTests {
  static let data = Repository.goldens.appendingPathComponent("data").path
  static let earlier = Repository.goldens.appendingPathComponent("data-2022").path

  private func run(_ arguments: [String], status: Int32 = 0, in folder: TemporaryFolder) throws
    -> Command.Outcome
  {
    var command = Command(arguments)
    command.folder = folder.url
    let outcome = try command.run()
    #expect(
      outcome.status == status && outcome.signal == nil,
      "\(arguments): \(outcome.ending)\n\(outcome.errorText)")
    return outcome
  }

  @Test("answers are those of the folder") func answers() throws {
    let folder = try TemporaryFolder()
    let packed = try run(["snapshot", "pack", Self.data, "-o", "2023.neps"], in: folder)
    #expect(packed.errorText.hasPrefix("wrote 2023.neps (") && packed.output.isEmpty)
    _ = try run(["snapshot", "pack", Self.earlier, "-o", "2022.neps"], in: folder)
    let programs = [
      "households", "households | count by district across class with totals",
      "members | where age < 16 | count",
      "households | derive count(members where age < 6) as young | select code, young",
      "household.class@2022", "households | count by class@2022 across class",
      "supports | summarize sum(amount) as spent by project", "wells | sort depth desc",
      "households | where place within \"Nam Trà My\" | select code, head_name, income, class",
      "movement of class = poor beside near_poor from 2022 to 2023 by district with totals",
    ]
    for program in programs {
      let expected = try Command(["-c", program, Self.earlier, Self.data, "--format", "csv"]).run()
      let found = try run(
        ["-c", program, "2022.neps", "2023.neps", "--format", "csv"], status: expected.status, in: folder)
      #expect(found.outputText == expected.outputText, "\(program)")
    }
    #expect(
      try run(["snapshot", "info", "2023.neps", "--format", "json"], in: folder).outputText
        == Command(["snapshot", "info", Self.data, "--format", "json"]).run().outputText)
    #expect(
      try run(["snapshot", "check", "2023.neps"], in: folder).outputText
        == Command(["snapshot", "check", Self.data]).run().outputText)
    #expect(try run(["snapshot", "verify", "2023.neps"], in: folder).outputText.contains(": sound ("))
  }

  @Test("a script uses a file, under its label or another") func uses() throws {
    let folder = try TemporaryFolder()
    _ = try run(["snapshot", "pack", Self.data, "-o", "a.neps"], in: folder)
    _ = try run(["snapshot", "pack", "then=\(Self.earlier)", "-o", "b.neps"], in: folder)
    try folder.write(
      "s.nep", "use \"a.neps\" as now\nuse \"b.neps\"\nhouseholds@now | count\nhouseholds@then | count\n")
    #expect(try run(["s.nep", "--format", "csv"], in: folder).outputText == "10\n\n9\n")
    #expect(try run(["-c", "households@x | count", "x=a.neps"], in: folder).outputText == "10\n")
  }

  @Test("an export packs to the same bytes") func export() throws {
    let folder = try TemporaryFolder()
    _ = try run(["snapshot", "pack", Self.earlier, "-o", "a.neps"], in: folder)
    _ = try run(["snapshot", "export", "a.neps", "-o", "out/"], in: folder)
    _ = try run(["snapshot", "pack", "out", "-o", "b.neps"], in: folder)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.path("a.neps")))
        == Data(contentsOf: URL(fileURLWithPath: folder.path("b.neps"))))
    let again = try run(["snapshot", "export", "a.neps", "-o", "out"], status: 1, in: folder)
    #expect(again.errorText.contains("N0921"))
    let nowhere = try run(["snapshot", "export", "a.neps", "-o", "none/out"], status: 1, in: folder)
    #expect(nowhere.errorText.contains("N0922"))
  }

  @Test("no result is printed from a damaged file") func damage() throws {
    let folder = try TemporaryFolder()
    _ = try run(["snapshot", "pack", Self.data, "-o", "a.neps"], in: folder)
    let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path("a.neps"))))
    var codes: Set<String> = []
    for position in stride(from: 64, to: sound.count, by: 607) {
      var bytes = sound
      bytes[position] ^= 0x10
      try folder.write("a.neps", bytes)
      let program = "places\nhouseholds | expand members\nsupports\nallocations\nprojects\nwells\nagencies\n"
      var command = Command(["run", "-", "a.neps", "--format", "csv"], input: program)
      command.folder = folder.url
      let outcome = try command.run()
      let isRefused = outcome.status == 1 && outcome.output.isEmpty && outcome.errorText.contains("error[N09")
      // What the queries do not touch is found by verify alone.
      let verified = try run(["snapshot", "verify", "a.neps"], status: 1, in: folder)
      #expect(verified.errorText.contains("error[N09"), "byte \(position)")
      #expect(isRefused || outcome.status == 0, "byte \(position): \(outcome.ending) \(outcome.errorText)")
      if isRefused { codes.formUnion(outcome.errorText.matches(of: /N09\d\d/).map { String($0.0) }) }
    }
    #expect(codes == ["N0904", "N0905"])
  }

  @Test("words that are not understood") func words() throws {
    let folder = try TemporaryFolder()
    try folder.write("plain.neps", "no snapshot")
    #expect(
      try run(["-c", "households", "plain.neps"], status: 1, in: folder).errorText.contains("N0901"))
    #expect(
      try run(["snapshot", "pack", Self.data, "-o", "none/a.neps"], status: 1, in: folder).errorText.contains(
        "N0908"))
    _ = try run(["snapshot", "pack", Self.data, "-o", "a.csv"], status: 2, in: folder)
    _ = try run(["snapshot", "pack", Self.data], status: 2, in: folder)
  }
}
