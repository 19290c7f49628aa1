import Foundation
import Plan
import Session
import Source
import Syntax
import TestSupport
import Testing

/// The reference manual is what the declarations say, and the declarations are what the parser reads.
@Suite("Reference")
struct ReferenceTests {
  @Test("is fresh: `make reference` would change nothing") func fresh() throws {
    let outcome = try Command(["help", "--reference"]).run()
    #expect(outcome.status == 0)
    let kept = try String(contentsOf: Repository.path("docs/reference.md"), encoding: .utf8)
    #expect(outcome.outputText == kept, "docs/reference.md is stale: run `make reference`")
  }

  @Test("is there in Vietnamese too") func vietnamese() throws {
    let outcome = try Command(["help", "--reference", "--lang", "vi"]).run()
    #expect(outcome.outputText.hasPrefix("# Tra cứu\n"))
    for line in outcome.outputText.split(separator: "\n") where line.hasPrefix("#") {
      #expect(!line.hasSuffix(": "), "\(line)")
    }
  }

  @Test("declares every word that begins a statement or a stage") func words() {
    #expect(LanguageForms.statements.map(\.name).sorted() == Keywords.statements.sorted())
    #expect(LanguageForms.stages.map(\.name).sorted() == Keywords.stages.sorted())
  }

  @Test("helps on every word", arguments: LanguageForms.all.map(\.name) + HelpText.declarations.map(\.name))
  func help(word: String) {
    #expect(HelpText.on(word, .english) != nil)
    #expect(HelpText.on(word, .vietnamese) != nil)
  }

  @Test("every code is of one family only") func codes() {
    let codes = HelpText.codes.map(\.id)
    #expect(Set(codes).count == codes.count)
    #expect(codes.count >= 60)
  }
}
