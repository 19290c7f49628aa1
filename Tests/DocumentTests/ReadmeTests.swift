import Foundation
import TestSupport
import Testing

/// The README says what the program does.
@Suite("README")
struct ReadmeTests {
  let blocks: [FencedBlock]

  init() throws {
    blocks = FencedBlock.all(
      in: try String(contentsOf: Repository.path("README.md"), encoding: .utf8))
  }

  /// Every `nep` block, run in one session in order on the demonstration data, gives the `text` blocks.
  @Test("the tour gives what it shows") func tour() throws {
    let script = blocks.filter { $0.tag == "nep" }.map(\.text).joined()
    let expected = blocks.filter { $0.tag == "text" }.map(\.text).joined(separator: "\n")
    let outcome = try Command(
      ["run", "-", "examples/data/2023", "--format", "plain"], input: script
    ).run()
    #expect(outcome.status == 0, "\(outcome.ending): \(outcome.errorText)")
    #expect(outcome.outputText == expected)
  }

  @Test("what `make run` asks is what it shows first") func questions() throws {
    let tour = try String(contentsOf: Repository.path("scripts/tour"), encoding: .utf8)
    let asked = tour.matches(of: /(?m)^ +'([^']*)'$/).map { "\($0.1)\n" }
    #expect(asked.count == 3)
    #expect(Array(blocks.filter { $0.tag == "nep" }.map(\.text).prefix(3)) == asked)
  }

  @Test("the two commands stand alone in their blocks") func commands() {
    let commands = blocks.filter { $0.tag == "sh" }.map(\.text)
    #expect(Array(commands.prefix(2)) == ["make run\n", "make test\n"])
  }
}
