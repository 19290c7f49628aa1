import Foundation
import TestSupport
import Testing

/// Input that no one should send, as a process meets it: a clear message, the right exit status, and never a signal.
@Suite("Bad input")
struct BadInputTests {
  static let data = Repository.goldens.appendingPathComponent("data").path

  /// A program whose every part is right but for its size or shape.
  struct Program: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var status: Int32
    /// What standard error must say.
    var says: String

    init(_ name: String, _ text: String, _ status: Int32, _ says: String = "") {
      testDescription = name
      self.text = text
      self.status = status
      self.says = says
    }
  }

  static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static let programs: [Program] = [
    Program("an empty script", "", 0),
    Program("blank lines and a comment", "\n\n  # nothing\n", 0),
    Program("100,000 open brackets", times("(", 100_000), 2, "N0131"),
    Program("100,000 brackets round a number", times("(", 100_000) + "1" + times(")", 100_000), 2, "N0131"),
    Program("100,000 list brackets", times("households[size > (", 100_000), 2, "N0131"),
    Program("100,000 closing brackets", times(")", 100_000), 2, "N0115"),
    Program("not not not …", "households | where " + times("not ", 100_000) + "merit", 2, "N0131"),
    Program("minus minus …", times("- ", 100_000) + "1", 2, "N0131"),
    Program("if then else …", times("if true then 1 else ", 100_000) + "2", 2, "N0131"),
    Program("2 ^ 2 ^ …", "1" + times(" ^ 1", 100_000), 2, "N0131"),
    Program("100,000 stages", "households" + times(" | take 1", 100_000), 2, "N0132"),
    Program("any in any in any …", "households | where " + times("any(members where ", 50_000), 2, "N0131"),
    Program("a text that does not end", "households | where head_name = \"abc", 2, "N0102"),
    Program("a block that does not end", "text \"\"\"abc\n", 2, "N0102"),
    Program("a name that does not end", "households | select `abc", 2, "N0104"),
    Program("nothing but noise", times("§ ¤ ¦ ", 1_000), 2, "N0101"),
    Program("control characters", "households \u{1} | count \u{7F}", 2, "N0101"),
    Program("a stage without an end", "households |", 2),
    Program("a name of a million letters", times("a", 1_000_000), 2),
    Program("a number of a million digits", times("9", 1_000_000), 2, "N0107"),
    Program("a line of ten megabytes of words", times("abc ", 2_500_000), 2),
  ]

  @Test("a script is refused, or run", arguments: programs) func program(program: Program) throws {
    let outcome = try Command(["run", "-", Self.data, "--format", "json"], input: program.text).run()
    #expect(outcome.signal == nil && !outcome.isTimedOut, "\(program): \(outcome.ending)")
    #expect(outcome.status == program.status, "\(program): \(outcome.errorText.prefix(2_000))")
    #expect(program.says.isEmpty || outcome.errorText.contains(program.says), "\(program): \(outcome.errorText.prefix(2_000))")
    #expect(outcome.output.isEmpty, "\(program)")
    #expect(outcome.errors.count < 100_000, "\(program): a message of \(outcome.errors.count) bytes")
    if program.status != 0 { #expect(!outcome.errors.isEmpty, "\(program)") }
  }

  @Test("1 + 1 + … adds up or is refused, and ends") func longSum() throws {
    for (operation, sum) in [(" + 1", "100001"), (" - 1 + 1", "1")] {
      let text = "1" + Self.times(operation, 100_000)
      let outcome = try Command(["run", "-", Self.data, "--format", "json"], input: text).run()
      #expect(outcome.signal == nil && !outcome.isTimedOut, "\(outcome.ending)")
      let isAdded = outcome.status == 0 && outcome.outputText.hasPrefix(sum)
      #expect(isAdded || (outcome.status == 2 && outcome.errorText.contains("N0131")), "\(outcome.ending)")
    }
  }

  @Test("100,000 conditions joined by and, or") func longCondition() throws {
    for word in ["and", "or"] {
      let text = "households | where size > 0" + Self.times(" \(word) size > 0", 100_000) + " | count"
      let outcome = try Command(["run", "-", Self.data], input: text).run()
      #expect(outcome.signal == nil && !outcome.isTimedOut, "\(outcome.ending)")
      #expect(outcome.status == 0 || outcome.errorText.contains("N0131"), "\(outcome.ending)")
    }
  }

  @Test("a text of ten megabytes is a text") func longText() throws {
    let program = "households | where head_name = \"\(Self.times("a", 10_000_000))\" | count"
    let outcome = try Command(["run", "-", Self.data, "--format", "json", "--quiet"], input: program).run()
    #expect(outcome.status == 0, "\(outcome.ending) \(outcome.errorText.prefix(500))")
    #expect(outcome.outputText.hasPrefix("0"))
  }

  @Test("a script of ten thousand errors says how many") func manyErrors() throws {
    let program = Self.times("households | where nothing_of_that_name\n", 10_000)
    let outcome = try Command(["run", "-", Self.data], input: program).run()
    #expect(outcome.status == 2 && outcome.signal == nil)
    #expect(outcome.errors.count < 1_000_000, "\(outcome.errors.count) bytes")
  }

  @Test("a script that is no text") func binary() throws {
    let folder = try TemporaryFolder()
    let files: [(String, [UInt8])] = [
      ("zeros.nep", [UInt8](repeating: 0, count: 1_000)), ("elf.nep", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]),
      ("latin.nep", [0x22, 0x6E, 0xE9, 0x22]), ("cut.nep", Array("\"nế".utf8.dropLast())),
    ]
    for (name, bytes) in files {
      let outcome = try Command(["run", try folder.write(name, bytes), Self.data]).run()
      #expect(outcome.status == 2 && outcome.errorText.contains("N0702"), "\(name): \(outcome.errorText)")
    }
  }

  @Test("a script that is not there, or is a folder") func noScript() throws {
    let folder = try TemporaryFolder()
    let missing = try Command(["run", folder.path("nothing.nep"), Self.data]).run()
    #expect(missing.status == 2 && missing.errorText.contains("N0702"), "\(missing.errorText)")
    let directory = try Command(["run", folder.url.path, Self.data]).run()
    #expect(directory.status == 2 && directory.errorText.contains("N0702"), "\(directory.errorText)")
  }

  @Test("scripts that include one another, deeply or in a circle") func includes() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.nep", "include \"b.nep\"\n")
    try folder.write("b.nep", "include \"a.nep\"\n")
    let circle = try Command(["run", folder.path("a.nep"), Self.data]).run()
    #expect(circle.status == 2 && circle.errorText.contains("N0411"), "\(circle.errorText)")
    for index in 0..<200 { try folder.write("n\(index).nep", "include \"n\(index + 1).nep\"\n") }
    try folder.write("n200.nep", "households | count\n")
    let deep = try Command(["run", folder.path("n0.nep"), Self.data]).run()
    #expect(deep.signal == nil && deep.status == 2, "\(deep.ending)")
  }
}
