import Foundation
import TestSupport
import Testing

/// The scripts of `examples/`, each beside its exact result.
@Suite("Examples")
struct ExampleTests {
  static let folder = Repository.path("examples")
  static let names = names(ending: ".nep")

  /// Paths below the folder, sub-folders too, without their ending.
  static func names(ending: String) -> [String] {
    Repository.files(below: folder, ending: ending).map {
      String($0.path.dropFirst(folder.path.count + 1).dropLast(ending.count))
    }
  }

  /// `UPDATE_GOLDEN=1` writes what was found, and the test still fails: the diff is the review.
  @Test("gives its result", arguments: names) func result(name: String) throws {
    let outcome = try Command(["run", "examples/\(name).nep", "examples/data/2023"]).run()
    #expect(outcome.status == 0, "\(outcome.ending): \(outcome.errorText)")
    let file = Self.folder.appendingPathComponent("\(name).out")
    let expected = try? String(contentsOf: file, encoding: .utf8)
    guard outcome.outputText != expected else { return }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(outcome.output).write(to: file)
    }
    #expect(outcome.outputText == expected)
  }

  @Test("is in canonical form", arguments: names) func form(name: String) throws {
    let outcome = try Command(["fmt", "--check", "examples/\(name).nep"]).run()
    #expect(outcome.status == 0, "\(outcome.outputText)\(outcome.errorText)")
  }

  @Test("says first who asks and why", arguments: names) func comment(name: String) throws {
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent("\(name).nep"), encoding: .utf8)
    #expect(text.hasPrefix("# Who asks: "))
    let comment = text.split(separator: "\n").prefix { $0.hasPrefix("# ") }.joined(separator: " ")
    #expect(comment.contains("Why: "))
  }

  @Test("are many, and none is without its script") func number() {
    #expect(Self.names.count >= 16)
    #expect(Self.names(ending: ".out") == Self.names)
    #expect(Self.names.contains { $0.hasPrefix("lessons/") })
  }
}
