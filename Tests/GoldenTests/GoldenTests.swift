import Foundation
import TestSupport
import Testing

/// The goldens: small scripts with their exact results, in `Tests/Golden/FEATURE/{good,bad}`.
@Suite("Goldens")
struct GoldenTests {
  static let files = Repository.files(below: Repository.goldens, ending: ".case")

  /// The path of a golden below their folder: the name under which a failure is reported.
  static let names = files.map { $0.path.dropFirst(Repository.goldens.path.count + 1).description }

  /// `UPDATE_GOLDEN=1` writes what was found into the third part, and the test still fails: the diff is the review.
  static let isBlessing = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  @Test("holds", arguments: names) func golden(name: String) throws {
    let golden = try Case(Repository.goldens.appendingPathComponent(name))
    let outcome = try golden.run(in: Repository.goldens)
    let departures = golden.departures(of: outcome) + golden.unexpectedErrors(of: outcome)
    guard !departures.isEmpty else { return }
    if Self.isBlessing, outcome.status == golden.status, outcome.signal == nil { try golden.bless(outcome) }
    Issue.record("\(golden.report(departures, outcome))")
  }

  @Test("lies in good or bad as its exit status says", arguments: names)
  func place(name: String) throws {
    let golden = try Case(Repository.goldens.appendingPathComponent(name))
    let isBad = name.contains("/bad/")
    #expect(isBad == (golden.status != 0), "\(name)")
    #expect(isBad || name.contains("/good/"), "\(name)")
  }

  @Test("speak of errors in a third of their number, and of sixty codes") func proportions() throws {
    let bad = Self.names.filter { $0.contains("/bad/") }
    #expect(bad.count * 3 >= Self.names.count)
    let codes = try bad.reduce(into: Set<String>()) { codes, name in
      let text = try String(contentsOf: Repository.goldens.appendingPathComponent(name), encoding: .utf8)
      codes.formUnion(text.matches(of: /error\[(N\d{4})\]/).map { String($0.1) })
    }
    #expect(codes.count >= 60, "\(codes.sorted())")
  }
}

extension Case {
  /// Our own goldens fix what standard error says of an error to the byte: wording and carets are part of the result.
  func unexpectedErrors(of outcome: Command.Outcome) -> [String] {
    guard case .errors(let lines) = expectation else { return [] }
    let found = outcome.errorText.split(separator: "\n").map(String.init)
    guard found != lines else { return [] }
    let wanted = lines.joined(separator: "\n")
    return [
      "standard error differs:\n\(Case.comparison(of: found.joined(separator: "\n"), with: wanted))"
    ]
  }

  /// Writes what was found into the third part.
  func bless(_ outcome: Command.Outcome) throws {
    let isOutput = [0, 3, 5].contains(status)
    let third = isOutput ? outcome.outputText : outcome.errorText
    let text = head + (isOutput ? "----\n" : "---- stderr\n") + third
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
