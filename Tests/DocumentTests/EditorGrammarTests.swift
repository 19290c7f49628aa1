import Foundation
import Plan
import Syntax
import TestSupport
import Testing

/// The grammar for editors colours the words that the parser knows, and no others.
@Suite("Editor grammar")
struct EditorGrammarTests {
  let repository: [String: Any]

  init() throws {
    let data = try Data(contentsOf: Repository.path("grammar/nep.tmLanguage.json"))
    let grammar = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    repository = try #require(grammar["repository"] as? [String: Any])
  }

  /// The patterns below a rule, in their order.
  private func patterns(of rule: Any?) -> [String] {
    guard let rule = rule as? [String: Any] else { return [] }
    let own = ["match", "begin", "end"].compactMap { rule[$0] as? String }
    return own + (rule["patterns"] as? [Any] ?? []).flatMap(patterns)
  }

  /// The words that a rule lists in groups `(a|b|c)`.
  private func words(_ name: String) -> [String] {
    patterns(of: repository[name]).flatMap { pattern in
      pattern.matches(of: /\(([\p{L}0-9_]+(?:\|[\p{L}0-9_]+)*)\)/).flatMap { $0.1.split(separator: "|") }
    }.map(String.init)
  }

  @Test("knows the words that begin stages and statements") func beginnings() {
    #expect(words("stage") == Keywords.stages)
    #expect(words("statement") == Keywords.statements)
  }

  @Test("knows the keywords, each in its place") func keywords() {
    let coloured = Set(
      ["stage", "statement", "control", "constant", "logic", "clause", "option"].flatMap(words))
    let functions = Set(words("function"))
    #expect(coloured.subtracting(Keywords.all) == [])
    #expect(Keywords.all.subtracting(coloured.union(functions)) == [])
    #expect(Set(words("number")) == Set(Keywords.scales.keys))
  }

  @Test("knows the words of clauses of law, each where it stands") func clauses() {
    #expect(Set(words("law")) == Keywords.clauses)
  }

  @Test("colours every word of law in the shipped standards, and no field of its name")
  func shippedLaw() throws {
    let expressions = try patterns(of: repository["law"]).map {
      try NSRegularExpression(pattern: $0, options: .anchorsMatchLines)
    }
    let coloured = { (line: String) -> [String] in
      let whole = NSRange(line.startIndex..., in: line)
      return expressions.flatMap { $0.matches(in: line, range: whole) }.compactMap {
        Range($0.range(at: 1), in: line).map { String(line[$0]) }
      }.sorted()
    }
    for file in Repository.files(below: Repository.path("Sources/Standards/Law"), ending: ".nep") {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let first = line.split(separator: " ").first.map(String.init) ?? ""
        guard Keywords.clauses.contains(first) else { continue }
        #expect(coloured(String(line)).contains(first), "\(line)")
      }
    }
    #expect(coloured("| where class = poor and lacks has toilet").isEmpty)
    #expect(coloured("class = poor").isEmpty)
    #expect(coloured("  test \"a\" { income = 1 } not lacks toilet") == ["lacks", "test"])
    #expect(coloured("households | ways out") == ["out"])
    #expect(coloured("explain household \"K01\" full") == ["full"])
  }

  @Test("knows the functions") func functions() {
    let declared =
      AggregateFunction.allCases.map(\.rawValue) + ScalarFunction.allCases.map(\.rawValue)
      + RowFunction.allCases.map(\.rawValue) + ["undetermined", "why_missing"]
    #expect(words("function") == declared)
  }

  @Test("has patterns that compile") func compile() throws {
    let all = repository.values.flatMap(patterns)
    #expect(all.count > 20)
    for pattern in all {
      #expect(throws: Never.self, "\(pattern)") { try NSRegularExpression(pattern: pattern) }
    }
  }

  @Test("includes only rules that it has") func includes() throws {
    let text = try String(contentsOf: Repository.path("grammar/nep.tmLanguage.json"), encoding: .utf8)
    let included = Set(text.matches(of: /"include": "#(\w+)"/).map { String($0.1) })
    #expect(included.subtracting(repository.keys) == [])
    #expect(Set(repository.keys).subtracting(included) == [])
  }
}
