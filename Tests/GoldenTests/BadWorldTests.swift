import Foundation
import TestSupport
import Testing

/// A world that does not do its part: snapshots that cannot be read, disks that are full, readers that leave.
@Suite("Bad world")
struct BadWorldTests {
  static let data = Repository.goldens.appendingPathComponent("data").path

  /// A command that must end with an error of the data or the machine.
  private func expectFailure(_ arguments: [String], code: String, status: Int32 = 1) throws {
    let outcome = try Command(arguments).run()
    #expect(outcome.status == status, "\(arguments): \(outcome.ending) \(outcome.errorText)")
    #expect(outcome.errorText.contains(code), "\(arguments): \(outcome.errorText)")
    #expect(outcome.output.isEmpty, "\(arguments)")
  }

  @Test("snapshots that cannot be read") func snapshots() throws {
    let folder = try TemporaryFolder()
    try folder.write("file.neps", "not a snapshot")
    try expectFailure(["-c", "households | count", "A=\(folder.path("nothing"))"], code: "N0601")
    try expectFailure(["-c", "households | count", "A=\(try folder.write("plain", "x"))"], code: "N06")
    try folder.write("empty/readme.txt", "nothing here")
    try expectFailure(["-c", "households | count", folder.path("empty")], code: "N0606")
    try folder.write("odd/snapshot.yaml", "entities:\n  households: { file: data }\n")
    try folder.write("odd/data/inner.csv", "code\n")
    try expectFailure(["-c", "households | count", folder.path("odd")], code: "N0604")
    try folder.write("binary/households.csv", [0x63, 0x6F, 0x00, 0x01, 0x02])
    try expectFailure(["-c", "households | count", folder.path("binary")], code: "N0605")
    try folder.write("keyless/households.csv", "size,income\n3,4\n")
    try expectFailure(["-c", "households | count", folder.path("keyless")], code: "N0610")
  }

  @Test("a file that no one can open") func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.write("ring/snapshot.yaml", "entities:\n  households: { file: ring.csv }\n")
    // A link to itself stops even root, whom no permission stops.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("ring/ring.csv"), withDestinationPath: "ring.csv")
    try expectFailure(["-c", "households | count", folder.path("ring")], code: "N0603")
  }

  @Test("a link to nothing is a missing file") func dangling() throws {
    let folder = try TemporaryFolder()
    try folder.write("gone/snapshot.yaml", "entities:\n  households: { file: gone.csv }\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("gone/gone.csv"), withDestinationPath: "nowhere.csv")
    try expectFailure(["-c", "households | count", folder.path("gone")], code: "N0602")
  }

  @Test("a field that the snapshot lacks is the script's error, and is named") func missingColumns() throws {
    let folder = try TemporaryFolder()
    try folder.write("small/households.csv", "code,size\nA,3\n")
    try expectFailure(
      ["-c", "households | where income > 3", folder.path("small")], code: "N0203", status: 2)
    try expectFailure(["-c", "members | count", folder.path("small")], code: "N0204", status: 2)
  }

  @Test("repeated keys and links to nowhere are findings, and the rest is answered") func dirt() throws {
    let folder = try TemporaryFolder()
    try folder.write("dirty/households.csv", "code,size\nA,1\nA,2\nB,x\n")
    try folder.write("dirty/members.csv", "household,number,age\nA,1,30\nB,1,200\nC,1,10\n")
    let checked = try Command(["snapshot", "check", folder.path("dirty"), "--format", "json"]).run()
    let findings = try #require(try JSONReader.read(checked.outputText).elements)
    let codes = Set(findings.compactMap { $0[key: "code"]?.text })
    #expect(codes.isSuperset(of: ["N0643", "N0641", "N0640", "N0630", "N0660"]), "\(codes.sorted())")
    let program = "households | select code, size, count(members) as n"
    let outcome = try Command(["-c", program, folder.path("dirty"), "--format", "csv"]).run()
    #expect(outcome.status == 0)
    #expect(outcome.outputText == "code,size,n\nA,1,0\nA#2,2,0\nB,1,1\n")
  }

  @Test("a full disk leaves nothing half-written, and says so") func fullDisk() throws {
    let folder = try TemporaryFolder()
    try folder.write("out.csv", "as before\n")
    // The shell bounds the size of files, and the signal of the bound is ignored: a write then fails as on a full disk.
    let program = "members | append (members) | append (members) | save \\\"out.csv\\\""
    var command = Command.shell(
      "trap '' XFSZ; ulimit -f 1; exec \"$NEP\" -c \"\(program)\" '\(Self.data)' > /dev/null")
    command.folder = folder.url
    let outcome = try command.run()
    #expect(
      outcome.status == 1 && outcome.errorText.contains("N0703"), "\(outcome.ending) \(outcome.errorText)")
    #expect(try folder.read("out.csv") == "as before\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out.csv"])
  }

  @Test("results that standard output does not take are an error") func fullOutput() throws {
    let outcome = try Command.shell("\"$NEP\" -c 'members' '\(Self.data)' > /dev/full").run()
    #expect(outcome.status == 1 && !outcome.errorText.isEmpty, "\(outcome.ending) \(outcome.errorText)")
  }

  @Test("a device is written to, and not replaced") func devices() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("null.csv"), withDestinationPath: "/dev/null")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("full.csv"), withDestinationPath: "/dev/full")
    let written = try Command(["-c", "households | count", Self.data, "--output", folder.path("null.csv")])
      .run()
    #expect(written.status == 0, "\(written.errorText)")
    try expectFailure(
      ["-c", "households | count", Self.data, "--output", folder.path("full.csv")], code: "N0703")
    for name in ["null.csv", "full.csv"] {
      #expect(throws: Never.self) {
        try FileManager.default.destinationOfSymbolicLink(atPath: folder.path(name))
      }
    }
  }

  @Test("files that cannot be put in place") func unwritable() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path("none/out.csv"), folder.url.path + "/sub.csv"] {
      if path.hasSuffix("sub.csv") {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      try expectFailure(
        ["-c", "households | count by class | save \"\(path)\"", Self.data, "--quiet", "--output", path],
        code: "N0703")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["sub.csv"])
  }

  @Test("an error in a later statement leaves no file") func nothingAfterAnError() throws {
    let folder = try TemporaryFolder()
    let program = """
      households | count by class | save "\(folder.path("a.csv"))"
      households | derive income * 10_000_000_000_000 as huge | select huge
      """
    let outcome = try Command(["run", "-", Self.data], input: program).run()
    #expect(outcome.status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path("a.csv")))
  }

  @Test("a reader that leaves ends the run quietly") func closedPipe() throws {
    let program = "members | derive household.head_name as of, rank(age) as place | select name, of, place"
    for format in ["plain", "csv", "json", "md"] {
      let line = """
        "$NEP" -c '\(program)' examples/data/2023 --format \(format) | head -1 > /dev/null
        echo "status ${PIPESTATUS[0]}"
        """
      let outcome = try Command.shell(line).run()
      #expect(outcome.outputText == "status 0\n", "\(format): \(outcome.outputText) \(outcome.errorText)")
    }
  }

  @Test("a closed standard error does not matter") func closedError() throws {
    let outcome = try Command.shell(
      "\"$NEP\" -c 'households | where income > 3 | count' '\(Self.data)' 2>&-"
    ).run()
    #expect(outcome.status == 0 && outcome.outputText == "8\n", "\(outcome.ending) \(outcome.outputText)")
  }
}
