import Foundation
import TestSupport
import Testing

/// What holds of `mpi` whatever it measures, on random conditions, weights and cutoffs from fixed seeds.
@Suite("Properties of measures")
struct MeasurePropertyTests {
  /// Conditions with whole weights, and a cutoff as a fraction of their sum.
  struct Trial {
    let conditions: [String]
    let weights: [Int]
    let cutoff: (top: Int, bottom: Int)

    init(seed: UInt64) {
      var random = RandomCondition(seed: seed)
      var numbers = SeededRandom(seed: seed ^ 0x5eed)
      conditions = (0..<Int.random(in: 2...9, using: &numbers)).map { _ in random.household(depth: 1) }
      weights = conditions.map { _ in Int.random(in: 1...5, using: &numbers) }
      // A cutoff that some scores meet exactly: the sum of the first weights over the sum of all.
      let first = weights.prefix(Int.random(in: 1...weights.count, using: &numbers)).reduce(0, +)
      cutoff = (first, weights.reduce(0, +))
    }

    var names: [String] { conditions.indices.map { "d\($0)" } }

    var stage: String {
      let columns = zip(conditions, names).map { "(\($0)) as \($1)" }.joined(separator: ", ")
      let given = zip(names, weights).map { "\($0) = \($1)" }.joined(separator: ", ")
      return "mpi of (\(columns)) k = \(cutoff.top)/\(cutoff.bottom) weights (\(given))"
    }

    /// The same measures by `summarize`, the scores as sums of integers.
    var bySummarize: String {
      let known = conditions.map { "not undetermined(\($0))" }.joined(separator: " and ")
      let score = zip(conditions, weights).map { "(if \($0) then \($1) else 0)" }.joined(separator: " + ")
      return """
        households | where \(known) | derive \(score) as score
        | summarize share(score >= \(cutoff.top)) as H, sum(score where score >= \(cutoff.top)) as sum,
          count() as n by area
        """
    }
  }

  private func answers(_ statements: [String]) throws -> [JSONValue] {
    let program = statements.joined(separator: "\n")
    let outcome = try Command(
      ["run", "-", PropertyTests.demonstration, "--format", "json"], input: program
    ).run()
    try #require(outcome.status == 0, "\(outcome.ending)\n\(outcome.errorText.prefix(3_000))\n\(program)")
    return try #require(try JSONReader.read(outcome.outputText).elements)
  }

  @Test("H times A is M0, and H is the share of rows whose score reaches k", arguments: 0..<12)
  func identity(seed: Int) throws {
    let trial = Trial(seed: UInt64(seed))
    let values = try answers(["households | \(trial.stage) by area", trial.bySummarize])
    let groups = try #require(values[0].elements)
    let wanted = try #require(values[1].elements)
    try #require(groups.count == wanted.count, "\(trial.stage)")
    for (group, sums) in zip(groups, wanted) {
      let (share, measure) = (group[key: "H"]?.number ?? -1, group[key: "M0"]?.number ?? -1)
      #expect(share == sums[key: "H"]?.number, "\(trial.stage)")
      let whole = (sums[key: "n"]?.number ?? 0) * Double(trial.cutoff.bottom)
      #expect(measure == (sums[key: "sum"]?.number ?? 0) / whole, "\(trial.stage)")
      if share == 0 {
        #expect(measure == 0 && group[key: "A"]?.number == nil, "\(trial.stage)")
      } else {
        let product = share * (group[key: "A"]?.number ?? -1)
        #expect(abs(product - measure) < 1e-15, "\(trial.stage)")
      }
    }
  }

  @Test("contributions add up to 1, and weighted censored ratios to M0", arguments: 0..<12)
  func contributions(seed: Int) throws {
    let trial = Trial(seed: UInt64(100 + seed))
    let values = try answers([
      "households | \(trial.stage) with indicators weighted by size by area",
      "households | \(trial.stage) weighted by size by area",
    ])
    let rows = try #require(values[0].elements)
    for group in try #require(values[1].elements) {
      let own = rows.filter { $0[key: "area"]?.text == group[key: "area"]?.text }
      try #require(own.count == trial.conditions.count)
      let measure = group[key: "M0"]?.number ?? -1
      let parts = zip(own, trial.weights).map { row, weight in
        (row[key: "censored"]?.number ?? -1) * Double(weight) / Double(trial.cutoff.bottom)
      }
      #expect(abs(parts.reduce(0, +) - measure) < 1e-12, "\(trial.stage)")
      guard measure > 0 else { continue }
      let whole = own.reduce(0) { $0 + ($1[key: "contribution"]?.number ?? -1) }
      #expect(abs(whole - 1) < 1e-12, "\(trial.stage)")
      for row in own {
        #expect((row[key: "raw"]?.number ?? -1) >= (row[key: "censored"]?.number ?? 2), "\(trial.stage)")
      }
    }
  }

  @Test("the decree's indicators: k as a count, a fraction and a per cent are one") func forms() throws {
    let values = try answers([
      "households | mpi k = 3 by district | drop k", "households | mpi k = 1/4 by district | drop k",
      "households | mpi k = 25% by district | drop k",
      "households | mpi k = 3 weights by service by district | drop k",
    ])
    #expect(Set(values.map { "\($0)" }).count == 1)
  }
}
