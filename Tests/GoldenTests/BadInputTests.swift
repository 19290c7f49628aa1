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
    let isSaid = program.says.isEmpty || outcome.errorText.contains(program.says)
    #expect(isSaid, "\(program): \(outcome.errorText.prefix(2_000))")
    #expect(outcome.output.isEmpty, "\(program)")
    #expect(outcome.errors.count < 100_000, "\(program): a message of \(outcome.errors.count) bytes")
    if program.status != 0 { #expect(!outcome.errors.isEmpty, "\(program)") }
  }

  /// Programs that are only long: each is answered, or refused by a code of its own.
  static let long: [Program] = [
    Program("1 + 1 + …", "1" + times(" + 1", 100_000), 0),
    Program("1 - 1 + 1 …", "1" + times(" - 1 + 1", 100_000), 0),
    Program("a text of 100,000 parts", "\"a\"" + times(" + \"a\"", 100_000), 0),
    Program("1 ?? 1 ?? …", "1" + times(" ?? 1", 100_000), 0),
    Program("1 < 2 < 2 …", "1" + times(" < 2", 100_000), 0),
    Program("and and …", "households | where size > 0" + times(" and size > 0", 100_000), 0),
    Program("or or …", "households | where size > 0" + times(" or size > 0", 100_000), 0),
    Program("a list of 100,000 numbers", "households | where size in (\(times("1, ", 100_000))2) | count", 0),
    Program(
      "a match of 100,000 arms",
      "households | select match size { \(times("1 -> 2, ", 100_000))else -> 3 } as x | take 1", 0),
    Program("100,000 columns", "households | select \(times("size, ", 100_000))code", 0),
    Program("a path of 100,000 links", "members | select household\(times(".household", 100_000))", 0),
    Program("a title of 100,000 values", "title \"\(times("{1}", 100_000))\"", 0),
    Program("20,000 statements", times("households | count\n", 20_000), 0),
    Program(
      "20,000 definitions, each by the one before",
      "let a0 = 1\n" + (1..<20_000).map { "let a\($0) = a\($0 - 1) + 1\n" }.joined() + "a19999", 0),
    Program(
      "2,000 views, each by the one before",
      "let v0 = households\n" + (1..<2_000).map { "let v\($0) = v\($0 - 1) | where size > 0\n" }.joined()
        + "v1999 | count", 0),
    Program(
      "functions that double forty times",
      "let f0(x) = x + 1\n" + (1..<40).map { "let f\($0)(x) = f\($0 - 1)(x) + f\($0 - 1)(x)\n" }.joined()
        + "f39(1)", 0),
  ]

  @Test("a program that is only long", arguments: long) func longProgram(program: Program) throws {
    var command = Command(["run", "-", Self.data, "--format", "json", "--quiet"], input: program.text)
    command.timeout = 60
    let outcome = try command.run()
    #expect(outcome.signal == nil && !outcome.isTimedOut, "\(program): \(outcome.ending)")
    #expect([0, 2].contains(outcome.status), "\(program): \(outcome.errorText.prefix(1_000))")
    #expect(outcome.errors.count < 100_000, "\(program): a message of \(outcome.errors.count) bytes")
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
