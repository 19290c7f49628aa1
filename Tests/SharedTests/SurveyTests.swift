import Foundation
import TestSupport
import Testing

/// Figures of the Vietnam Living Standards Survey, each by one program and beside it by another tool.
///
/// The stated figures were computed once with pandas 3.1 and NumPy over the same two files, by the formulas of
/// language.md, section 5, written out anew; those of the first group are also stated by the project's first issue.
@Suite("The survey")
struct SurveyTests {
  struct Figure: Sendable, CustomTestStringConvertible {
    var meaning: String
    var program: String
    var expected: [Double]

    init(_ meaning: String, _ program: String, _ expected: Double...) {
      self.meaning = meaning
      self.program = program
      self.expected = expected
    }

    var testDescription: String { meaning }
  }

  static let snapshot = "Tests/Survey"

  @Test("figure", arguments: stated + distribution + spread + families) func figure(figure: Figure) throws {
    let outcome = try Command(["-c", figure.program, Self.snapshot, "--format", "json"]).run()
    try #require(outcome.status == 0, "\(outcome.ending)\n\(outcome.errorText)")
    let found = Self.numbers(try JSONReader.read(outcome.outputText))
    try #require(found.count == figure.expected.count, "\(figure.meaning): \(found)")
    for (value, expected) in zip(found, figure.expected) {
      let bound = 1e-9 * max(1, abs(expected))
      #expect(abs(value - expected) <= bound, "\(figure.meaning): \(value), not \(expected)")
    }
  }

  /// The numbers of a value in the order in which they stand.
  static func numbers(_ value: JSONValue) -> [Double] {
    switch value {
    case .number(let number): [number]
    case .array(let elements): elements.flatMap(numbers)
    case .object(let members): members.flatMap { numbers($0.value) }
    default: []
    }
  }

  /// A figure to six places, as the issue states it.
  @Test("figures of the issue, to six places") func issue() throws {
    let program = """
      households | summarize gini(spent / size) as g weighted by size
      households | summarize gini(spent / size) as g
      households | summarize fgt(spent / size, 1_789.871, 0) as headcount, poverty_gap(spent / size, 1_789.871) as gap,
        fgt(spent / size, 1_789.871, 2) as severity weighted by size
      """
    let outcome = try Command(["-c", program, Self.snapshot, "--format", "json"]).run()
    try #require(outcome.status == 0, "\(outcome.errorText)")
    let found = Self.numbers(try JSONReader.read(outcome.outputText))
    let rounded = found.map { ($0 * 1_000_000).rounded() / 1_000_000 }
    #expect(rounded == [0.365150, 0.373062, 0.315760, 0.079665, 0.029684])
  }

  @Test("findings are counted, and none is an error") func findings() throws {
    let outcome = try Command(["snapshot", "check", Self.snapshot, "--format", "json"]).run()
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let findings = try #require(try JSONReader.read(outcome.outputText).elements)
    #expect(!findings.contains { $0[key: "severity"]?.text == "error" })
    // pandas: two households differ in size from the members given, eight have members but not one head.
    let codes = findings.compactMap { $0[key: "code"]?.text }
    #expect(codes.count { $0 == "N0664" } == 2)
    #expect(codes.count { $0 == "N0663" } == 8)
  }
}
