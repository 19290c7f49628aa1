import Foundation
import TestSupport
import Testing

/// The shipped law keeps its own tests, and what is supposed never leaves the program without its mark.
@Suite("Law")
struct LawTests {
  static let files = Repository.files(below: Repository.path("Sources/Standards/Law"), ending: ".nep")

  static func text(_ name: String) throws -> String {
    try String(contentsOf: Repository.path("Sources/Standards/Law/\(name)"), encoding: .utf8)
  }

  /// Those with standards: rules have no tests of their own.
  static let standards = files.map(\.lastPathComponent).filter { name in
    (try? text(name))?.contains("\nstandard ") == true
  }

  @Test("is found") func isFound() {
    #expect(Self.standards.count >= 4)
  }

  @Test("keeps the tests in its files, without a warning", arguments: files.map(\.lastPathComponent))
  func check(name: String) throws {
    let outcome = try Command(["check", "Sources/Standards/Law/\(name)"]).run()
    #expect(outcome.status == 0 && outcome.errorText.isEmpty, "\(outcome.ending): \(outcome.errorText)")
  }

  @Test("keeps its meaning when it is formatted", arguments: files.map(\.lastPathComponent))
  func form(
    name: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(name, try Self.text(name))
    var command = Command(["fmt", name])
    command.folder = folder.url
    #expect(try command.run().status == 0)
    let once = try String(contentsOfFile: folder.path(name), encoding: .utf8)
    command.arguments = ["fmt", "--check", name]
    #expect(try command.run().status == 0, "formatting is not idempotent")
    command.arguments = ["check", name]
    #expect(try command.run().status == 0, "\(once)")
  }

  @Test("says which test fails, with status 3", arguments: standards)
  func broken(name: String) throws {
    var lines = try Self.text(name).components(separatedBy: "\n")
    let index = try #require(lines.firstIndex { $0.hasPrefix("  test ") })
    let title = try #require(lines[index].split(separator: "\"").dropFirst().first)
    lines[index] =
      lines[index].contains("} is not ")
      ? lines[index].replacing("} is not ", with: "} is ")
      : lines[index].replacing("} is ", with: "} is not ").replacing("} lacks ", with: "} not lacks ")
    let folder = try TemporaryFolder()
    try folder.write(name, lines.joined(separator: "\n"))
    var command = Command(["check", name])
    command.folder = folder.url
    let outcome = try command.run()
    #expect(outcome.status == 3, "\(outcome.ending): \(outcome.errorText)")
    #expect(outcome.errorText.contains("error[N0810]") && outcome.errorText.contains("“\(title)”"))
    #expect(outcome.errorText.matches(of: /(error|warning)\[/).count == 1, "\(outcome.errorText)")
    command.arguments += ["--format", "json"]
    #expect(try command.run().outputText.contains("N0810"))
  }

  @Test("a test that cannot be put is an error of its own, and the others run") func wrongTests() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "mine.nep",
      """
      standard mine "Chuẩn của tôi"
        cites "Nghị định 1"
        class poor when income < 10 cites "Điều 1"
        class other otherwise
        test "ten" { income = 10 } is poor
        test "nine" { income = 9 } is poor
        test "no facts" { size = 9 } is poor
        test "no such fact" { incom = 9 } is poor
        test "a text" { income = "a" } is poor
        test "no such fact of members" { members = ({ agee = 3 }) } is poor
        test "no such class" { income = 1 } is rich
      end
      """)
    var command = Command(["check", "mine.nep"])
    command.folder = folder.url
    let outcome = try command.run()
    #expect(outcome.status == 2, "\(outcome.ending)")
    let codes = outcome.errorText.matches(of: /error\[(N\d{4})\]/).map { String($0.1) }
    #expect(codes == ["N0810", "N0810", "N0202", "N0301", "N0202", "N0208"], "\(outcome.errorText)")
    #expect(outcome.errorText.contains("nearest: income"))
  }

  // MARK: Marks

  private static let assumed = "households | suppose income = income + 1 | count by assessed"
  private static let data = Repository.goldens.appendingPathComponent("data-law").path

  /// Every file that a what-if leaves: in text formats the mark is in it, in data formats beside it.
  @Test(
    "marks each saved file",
    arguments: [
      ("csv", false), ("tsv", false), ("json", false), ("jsonl", false), ("md", true),
    ] as [(String, Bool)])
  func savedMark(format: String, isInside: Bool) throws {
    let folder = try TemporaryFolder()
    let mark = "WHAT-IF: income = income + 1"
    var command = Command(["-c", "\(Self.assumed) | save \"a.\(format)\"", Self.data])
    command.folder = folder.url
    let saved = try command.run()
    command.arguments = ["-c", Self.assumed, Self.data, "--output", "b.\(format)"]
    let sent = try command.run()
    for (outcome, name) in [(saved, "a.\(format)"), (sent, "b.\(format)")] {
      #expect(outcome.status == 0, "\(outcome.errorText)")
      let text = try String(contentsOfFile: folder.path(name), encoding: .utf8)
      #expect(text.contains(mark) == isInside, "\(name): \(text)")
      let beside = folder.path("\(name).what-if.txt")
      guard !isInside else { continue }
      #expect(try String(contentsOfFile: beside, encoding: .utf8) == mark + "\n")
    }
    #expect(isInside || sent.errorText.contains(mark), "\(sent.errorText)")
  }

  @Test("marks no file of what is") func unmarked() throws {
    let folder = try TemporaryFolder()
    let script = "\(Self.assumed)\nhouseholds | count by assessed | save \"a.csv\""
    var command = Command(["-c", script, Self.data])
    command.folder = folder.url
    #expect(try command.run().status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("a.csv")))
    #expect(!FileManager.default.fileExists(atPath: folder.path("a.csv.what-if.txt")))
  }

  @Test("a province's standard is one file beside the script, and needs no other") func ownStandard() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "quang_nam.nep",
      """
      standard quang_nam_2023 "Chuẩn cao hơn của tỉnh Quảng Nam"
        cites "Nghị quyết giả định"
        in force 2023-01-01 to 2025-12-31
        valid for province "Quảng Nam"
        parameter income_line by area { rural = 9_000_000, urban = 9_000_000 } cites "Điều 1"
        class poor when income <= income_line cites "Điều 2"
        class other otherwise
        test "at the line" { area = rural, income = 9_000_000 } is poor
      end
      """)
    try folder.write("ask.nep", "include \"quang_nam.nep\"\nhouseholds | count by province across assessed\n")
    var command = Command(["run", "ask.nep", Self.data, "--format", "csv"])
    command.folder = folder.url
    let outcome = try command.run()
    // Quảng Nam: six of eight have an income, all below the line. Đồng Nai keeps its own standard.
    #expect(outcome.outputText == "province,poor,(missing)\nQuảng Nam,6,2\nĐồng Nai,1,1\n")
    command.arguments = ["check", "ask.nep", Self.data]
    #expect(try command.run().status == 0)
  }
}
