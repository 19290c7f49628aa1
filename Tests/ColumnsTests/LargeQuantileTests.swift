import Columns
import Testing

/// Quantiles of groups too large to be partitioned, which are counted into buckets first.
@Suite struct LargeQuantileTests {
  private func oracle(_ values: [Double], _ p: Double) -> Double {
    let rank = Double(values.count - 1) * p
    let lower = Int(rank.rounded(.down))
    let upper = min(lower + 1, values.count - 1)
    return values[lower] + (rank - Double(lower)) * (values[upper] - values[lower])
  }

  private func check(_ values: [Double], _ column: Column, _ comment: Comment) {
    let groups = GroupAssignment(whole: values.count)
    let sorted = values.sorted()
    for p in [0, 0.001, 0.25, 0.4999, 0.5, 0.75, 0.9, 0.9999, 1] {
      let found = Aggregates.quantile(column, p, groups).column.doubles[0]
      let wanted = oracle(sorted, p)
      #expect(found.map { abs($0 - wanted) <= 1e-9 * max(1, abs(wanted)) } ?? false, comment)
    }
  }

  @Test(arguments: [2_048, 2_049, 2_050, 10_000])
  func agreesWithASort(_ count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    for range: ClosedRange<Int64> in [
      0...0, 0...1, -5...5, 0...2_047, -1_000_000...1_000_000, -(1 << 50)...(1 << 50),
    ] {
      let values = (0..<count).map { _ in Int64.random(in: range, using: &generator) }
      check(values.map { Double($0) }, .integers(values), "\(range)")
      let decimals = values.map { Double($0) / 8 }
      check(decimals, .numbers(decimals), "decimals of \(range)")
    }
    // One far value leaves all the others in one bucket.
    var skewed = (0..<count).map { _ in Int64.random(in: 0...9, using: &generator) }
    skewed[count / 2] = 1 << 60
    check(skewed.map { Double($0) }, .integers(skewed), "one far value")
  }
}
