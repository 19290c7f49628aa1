import Foundation
import TestSupport
import Testing

/// What holds of every condition and of every script, tried on many at random from fixed seeds.
@Suite("Properties")
struct PropertyTests {
  static let demonstration = Repository.path("examples/data/2023").path

  private func answers(_ statements: [String]) throws -> (values: [JSONValue], errors: String) {
    let program = statements.joined(separator: "\n")
    let outcome = try Command(["run", "-", Self.demonstration, "--format", "json"], input: program).run()
    try #require(outcome.status == 0, "\(outcome.ending)\n\(outcome.errorText.prefix(3_000))\n\(program)")
    return (try #require(try JSONReader.read(outcome.outputText).elements), outcome.errorText)
  }

  private func codes(_ value: JSONValue) -> [String] {
    value.elements?.compactMap { $0[key: "code"]?.text } ?? []
  }

  @Test("where, where not and undetermined part the rows", arguments: 0..<12)
  func partition(seed: Int) throws {
    var random = RandomCondition(seed: UInt64(seed))
    let conditions = (0..<25).map { _ in random.household(depth: 3) }
    let statements = conditions.flatMap { condition in
      [condition, "not (\(condition))", "undetermined(\(condition))"].map {
        "households | where \($0) | select code"
      }
    }
    let whole = Set(codes(try answers(["households | select code", "1"]).values[0]))
    let values = try answers(statements).values
    for (index, condition) in conditions.enumerated() {
      let parts = (0..<3).map { codes(values[index * 3 + $0]) }
      let all = parts.flatMap { $0 }
      #expect(
        all.count == whole.count && Set(all) == whole, "\(parts.map(\.count)) of \(whole.count): \(condition)"
      )
    }
  }

  @Test("the order of operands changes neither rows nor ledger", arguments: 0..<6)
  func operands(seed: Int) throws {
    var random = RandomCondition(seed: UInt64(1_000 + seed))
    for _ in 0..<10 {
      let (left, right) = (random.household(depth: 2), random.household(depth: 2))
      for word in ["and", "or"] {
        let forward = try answers(["households | where (\(left)) \(word) (\(right)) | select code", "1"])
        let backward = try answers(["households | where (\(right)) \(word) (\(left)) | select code", "1"])
        #expect(forward.values == backward.values, "(\(left)) \(word) (\(right))")
        let lines = [forward, backward].map {
          $0.errors.split(separator: "\n").filter { $0.hasPrefix("where:") }
        }
        #expect(lines[0] == lines[1], "(\(left)) \(word) (\(right))")
      }
    }
  }

  @Test("not not C is C, and De Morgan's rules hold", arguments: 0..<4)
  func negation(seed: Int) throws {
    var random = RandomCondition(seed: UInt64(2_000 + seed))
    let pairs = (0..<20).flatMap { _ -> [(String, String)] in
      let (a, b) = (random.household(depth: 2), random.household(depth: 2))
      return [
        (a, "not (not (\(a)))"), ("not ((\(a)) and (\(b)))", "(not (\(a))) or (not (\(b)))"),
        ("not ((\(a)) or (\(b)))", "(not (\(a))) and (not (\(b)))"),
      ]
    }
    let values = try answers(
      pairs.flatMap { pair in [pair.0, pair.1].map { "households | where \($0) | select code" } }
    ).values
    for (index, pair) in pairs.enumerated() {
      #expect(values[index * 2] == values[index * 2 + 1], "\(pair.0)  ≠  \(pair.1)")
    }
  }

  @Test("groups add up to the whole", arguments: 0..<4)
  func groups(seed: Int) throws {
    var random = RandomCondition(seed: UInt64(3_000 + seed))
    for _ in 0..<5 {
      let rows = "households | where \(random.household(depth: 2))"
      let values = try answers([
        "\(rows) | summarize count() as n, sum(size) as s",
        "\(rows) | summarize count() as n, sum(size) as s by commune, class",
        "\(rows) | summarize count() as n, sum(size) as s by district with totals",
      ]).values
      let whole = numbers(values[0])
      let groups = values[1].elements ?? []
      for key in ["n", "s"] {
        let sum = groups.reduce(0) { $0 + ($1[key: key]?.number ?? 0) }
        #expect(sum == whole[key], "\(rows)")
        #expect(values[2].elements?.last?[key: key]?.number == whole[key], "\(rows)")
      }
    }
  }

  private func numbers(_ table: JSONValue) -> [String: Double] {
    guard case .object(let members)? = table.elements?.first else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: members.compactMap { member in
        member.value.number.map { (member.key, $0) }
      })
  }

  @Test("the same run gives the same bytes") func sameBytes() throws {
    let program = "households | sample 40 seed 3 | count by district, class with share, subtotals, totals"
    for format in ["plain", "csv", "json", "table", "md"] {
      let runs = try (0..<3).map { _ in
        try Command(["-c", program, Self.demonstration, "--format", format]).run()
      }
      #expect(Set(runs.map(\.output)).count == 1 && runs[0].status == 0)
    }
  }
}
