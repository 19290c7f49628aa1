import Columns
import Testing

/// Aggregates against the same thing worked out group by group, row by row, on random data.
@Suite struct AggregateOracleTests {
  private static let samples = [
    Sample(seed: 1, rows: 1000, groups: 7), Sample(seed: 2, rows: 300, groups: 60),
    Sample(seed: 3, rows: 5000, groups: 1), Sample(seed: 4, rows: 0, groups: 3),
  ]

  private func close(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
  }

  private func expect(
    _ result: AggregateResult, _ sample: Sample, _ oracle: (Int) -> Double?, _ comment: Comment,
    location: SourceLocation = #_sourceLocation
  ) {
    for (group, value) in result.column.doubles.enumerated() {
      #expect(close(value, oracle(group)), comment, sourceLocation: location)
    }
  }

  @Test(arguments: samples) func countsAndSums(_ sample: Sample) throws {
    let column = Column.integers(sample.integers)
    let whole = Weights(ContiguousArray(sample.wholeWeights))
    for weights in [nil, whole] {
      let isWeighted = weights != nil
      let known = try Aggregates.countKnown(column, sample.groups, weights: weights)
      expect(known, sample, { Double(sample.repeated($0, weighted: isWeighted).count) }, "count")
      let sum = try Aggregates.sum(column, sample.groups, weights: weights)
      expect(
        sum, sample,
        { group in
          let rows = sample.rows(group)
          let isOpen = !rows.isEmpty && rows.allSatisfy { sample.integers[$0] == nil }
          return isOpen ? nil : sample.repeated(group, weighted: isWeighted).reduce(0, +)
        }, "sum")
      let mean = Aggregates.mean(column, sample.groups, weights: weights)
      expect(mean, sample, { Oracle.mean(sample.repeated($0, weighted: isWeighted)) }, "mean")
    }
  }

  @Test(arguments: samples) func weightsRepeatRows(_ sample: Sample) {
    let column = Column.integers(sample.integers)
    let other = Column.numbers(sample.numbers.map { $0.map { ($0 - 2) * ($0 - 2) } })
    let line = Column.integers(sample.integers.indices.map { Int64($0 % 5) * 9000 + 1000 })
    var copies: [Int] = []
    for row in sample.wholeWeights.indices {
      copies += Array(repeating: row, count: Int(sample.wholeWeights[row]))
    }
    let groups = GroupAssignment(
      groups: ContiguousArray(copies.map { sample.groups.groups[$0] }), count: sample.groups.count)
    func repeated(_ column: Column) -> Column {
      let values = column.doubles
      return .numbers(copies.map { values[$0] })
    }
    let weights = Weights(ContiguousArray(sample.wholeWeights))
    let (x, y, z) = (repeated(column), repeated(other), repeated(line))
    let pairs: [(String, AggregateResult, AggregateResult)] = [
      (
        "variance", Aggregates.variance(column, sample.groups, weights: weights),
        Aggregates.variance(x, groups)
      ),
      ("gini", Aggregates.gini(column, sample.groups, weights: weights), Aggregates.gini(x, groups)),
      ("theil", Aggregates.theil(column, sample.groups, weights: weights), Aggregates.theil(x, groups)),
      (
        "atkinson", Aggregates.atkinson(column, aversion: 0.7, sample.groups, weights: weights),
        Aggregates.atkinson(x, aversion: 0.7, groups)
      ),
      (
        "quantile_share",
        Aggregates.quantileShare(column, from: 0.1, to: 0.45, sample.groups, weights: weights),
        Aggregates.quantileShare(x, from: 0.1, to: 0.45, groups)
      ),
      (
        "fgt",
        Aggregates.fosterGreerThorbecke(column, line: line, power: 1.5, sample.groups, weights: weights),
        Aggregates.fosterGreerThorbecke(x, line: z, power: 1.5, groups)
      ),
      (
        "correlation", Aggregates.correlation(column, other, sample.groups, weights: weights),
        Aggregates.correlation(x, y, groups)
      ),
      ("median", Aggregates.median(column, sample.groups, weights: weights), Aggregates.median(x, groups)),
    ]
    for (name, weighted, plain) in pairs {
      for (a, b) in zip(weighted.column.doubles, plain.column.doubles) { #expect(close(a, b), "\(name)") }
    }
  }

  @Test(arguments: samples) func indicesByTheirDefinition(_ sample: Sample) {
    let column = Column.integers(sample.integers)
    let groups = sample.groups
    func values(_ group: Int) -> [Double] { sample.repeated(group, weighted: false).sorted() }
    expect(Aggregates.variance(column, groups), sample, { Oracle.variance(values($0)) }, "variance")
    expect(Aggregates.gini(column, groups), sample, { Oracle.gini(values($0)) }, "gini")
    expect(Aggregates.mode(column, groups), sample, { Oracle.mode(values($0)) }, "mode")
    expect(Aggregates.minimum(column, groups), sample, { values($0).first }, "min")
    expect(Aggregates.maximum(column, groups), sample, { values($0).last }, "max")
    expect(Aggregates.distinct(column, groups), sample, { Double(Set(values($0)).count) }, "distinct")
    for p in [0, 0.1, 0.25, 0.5, 0.9, 1] {
      expect(
        Aggregates.quantile(column, p, groups), sample, { Oracle.quantile(values($0), p) }, "quantile \(p)")
    }
  }

  @Test(arguments: samples) func decimalWeights(_ sample: Sample) {
    let column = Column.numbers(sample.numbers)
    let weights = Weights(ContiguousArray(sample.weights))
    for p in [0.1, 0.5, 0.8] {
      let result = Aggregates.quantile(column, p, sample.groups, weights: weights)
      expect(
        result, sample,
        { group in
          let rows = sample.rows(group).filter { sample.numbers[$0] != nil && sample.weights[$0] > 0 }
          let pairs = rows.map { (sample.numbers[$0] ?? 0, sample.weights[$0]) }.sorted { $0.0 < $1.0 }
          let total = pairs.reduce(0) { $0 + $1.1 }
          var running = 0.0
          for (value, weight) in pairs {
            running += weight
            if running > p * total { return value }
          }
          return pairs.last?.0
        }, "weighted quantile")
    }
  }
}

/// The definitions, on plain arrays in ascending order.
private enum Oracle {
  static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  static func variance(_ values: [Double]) -> Double? {
    guard values.count > 1, let mean = mean(values) else { return nil }
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  static func gini(_ values: [Double]) -> Double? {
    let sum = values.reduce(0, +)
    guard sum > 0 else { return nil }
    let n = Double(values.count)
    return values.enumerated().reduce(0) { $0 + (2 * Double($1.offset + 1) - n - 1) * $1.element } / (n * sum)
  }

  static func mode(_ values: [Double]) -> Double? {
    var counts: [Double: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let most = counts.values.max()
    return values.first { counts[$0] == most }
  }

  static func quantile(_ values: [Double], _ p: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let rank = Double(values.count - 1) * p
    let lower = Int(rank.rounded(.down))
    let upper = min(lower + 1, values.count - 1)
    return values[lower] + (rank - Double(lower)) * (values[upper] - values[lower])
  }
}
