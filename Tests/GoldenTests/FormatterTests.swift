import Foundation
import TestSupport
import Testing

/// `nep fmt` over every golden that can be read: what it writes stays, and means the same.
@Suite("Formatter")
struct FormatterTests {
  static let readable = GoldenTests.names.filter { !$0.contains("/bad/") }

  private func format(_ script: String) throws -> Command.Outcome {
    try Command(["fmt", "-"], input: script).run()
  }

  @Test("is idempotent and keeps results", arguments: readable) func golden(name: String) throws {
    var golden = try Case(Repository.goldens.appendingPathComponent(name))
    let once = try format(golden.script)
    try #require(once.status == 0, "\(name): \(once.errorText)")
    let twice = try format(once.outputText)
    #expect(twice.output == once.output, "\(Case.comparison(of: twice.outputText, with: once.outputText))")
    let before = try golden.run(in: Repository.goldens)
    golden.script = once.outputText
    let after = try golden.run(in: Repository.goldens)
    #expect(after.status == before.status, "\(name): \(after.errorText)")
    #expect(after.outputText == before.outputText, "\(name)\n\(once.outputText)")
  }

  @Test("keeps every comment", arguments: readable) func comments(name: String) throws {
    let golden = try Case(Repository.goldens.appendingPathComponent(name))
    let formatted = try format(golden.script).outputText
    for comment in golden.script.matches(of: /(?m)(?:^|\s)(#[^"\n]*)$/) {
      let text = comment.1.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
      #expect(formatted.contains(text), "\(name) loses: \(comment.1)")
    }
  }

  @Test("--check lists what is not canonical, and rewrites nothing") func check() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("good.nep", "households | count\n")
    let bad = try folder.write("bad.nep", "households|count")
    let checked = try Command(["fmt", "--check", good, bad]).run()
    #expect(checked.status == 1 && checked.outputText == "\(bad)\n", "\(checked.outputText)")
    #expect(try folder.read("bad.nep") == "households|count")
    let written = try Command(["fmt", good, bad]).run()
    #expect(written.status == 0)
    #expect(try folder.read("bad.nep") == "households | count\n")
  }

  @Test("a script that cannot be read is left alone") func broken() throws {
    let folder = try TemporaryFolder()
    let broken = try folder.write("broken.nep", "households | where (")
    let outcome = try Command(["fmt", broken]).run()
    #expect(outcome.status == 2 && !outcome.errors.isEmpty)
    #expect(try folder.read("broken.nep") == "households | where (")
  }
}
