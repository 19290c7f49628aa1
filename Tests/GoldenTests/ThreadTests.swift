import Foundation
import TestSupport
import Testing

/// How many threads work on a statement shows in nothing: not in a result, a ledger, an error or a decimal's last bit.
@Suite("Threads")
struct ThreadTests {
  static let counts = ["1", "2", "3", "7"]

  private func outcomes(_ command: Command) throws -> [Command.Outcome] {
    try Self.counts.map { count in
      var copy = command
      copy.environment["NEP_THREADS"] = count
      return try copy.run()
    }
  }

  private func expectAlike(_ outcomes: [Command.Outcome], _ name: String) {
    for outcome in outcomes.dropFirst() {
      #expect(outcome.status == outcomes[0].status, "\(name): \(outcome.ending)")
      #expect(outcome.output == outcomes[0].output, "\(name)")
      #expect(outcome.errorText == outcomes[0].errorText, "\(name)")
    }
  }

  @Test("the examples", arguments: Self.examples) func example(name: String) throws {
    expectAlike(try outcomes(Command(["run", "examples/\(name)", "examples/data/2023"])), name)
  }

  private static let examples: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: Repository.path("examples").path)
    return (found ?? []).filter { $0.hasSuffix(".nep") }.sorted()
  }()

  @Test("the goldens", arguments: GoldenTests.names) func golden(name: String) throws {
    let golden = try Case(Repository.goldens.appendingPathComponent(name))
    var command = Command(
      ["run", "-"] + golden.snapshots + ["--format", golden.format] + golden.arguments, input: golden.script)
    command.folder = Repository.goldens
    command.environment["NEP_THREADS"] = "3"
    let outcome = try command.run()
    let departures = golden.departures(of: outcome) + golden.unexpectedErrors(of: outcome)
    #expect(departures.isEmpty, "\(golden.report(departures, outcome))")
  }

  /// Large enough for several blocks of households and several runs of members.
  @Test("a district of 40,000 households") func many() throws {
    let folder = try TemporaryFolder()
    let made = try Command(
      ["demo", folder.path("district"), "--households", "40000", "--districts", "all", "--years", "2023"]
    ).run()
    #expect(made.status == 0, "\(made.errorText)")
    for (index, script) in Self.scripts.enumerated() {
      let command = Command(["run", "-", folder.path("district"), "--format", "json"], input: script)
      let all = try outcomes(command)
      expectAlike(all, "script \(index)")
      #expect(all[0].status == (index == 0 ? 0 : 1), "script \(index): \(all[0].errorText)")
    }
  }

  /// One that holds, and those that fail in more than one block.
  private static let scripts = [
    """
    households | count by district across class
    households | summarize mean(income), median(income), stddev(income / 7) by class, district
    households | derive mean(members, age) as a, sum(members where age > 3, age) as b
    | summarize sum(a), mean(b), stddev(a), gini(income) by district
    households | derive income / (size - 3) as z | summarize mean(z), median(z), count() by class
    members | where age > household.size * 2 or not insured | count by sex, ethnicity
    members | summarize mean(age), stddev(age), count(where insured) by household.class across sex
    members | summarize median(age), min(age), max(age), distinct(household) by ethnicity
    households | where count(members where age < 16) > 2
    | summarize share(class = poor), quantile(income, 0.3) by district, class with totals
    households | where not any(members where attending = none and age in 6..15)
    | top 2 by income per district | select code, income
    households | derive first(members by age desc, relation) as r | count by r
    households | where income > mean(income) | summarize sum(income * 1.1) as s, variance(income / 3) as v

    """,
    "households | derive income * 1000000000000 as z | summarize max(z)\n",
    "members | derive 9223372036854775000 + age * 20 as z | summarize max(z)\n",
    "households | where sum(members, age * 4611686018427387904) > 3 | summarize count()\n",
  ]
}
