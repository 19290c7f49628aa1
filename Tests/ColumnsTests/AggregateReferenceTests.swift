import Columns
import Testing

/// Fifty incomes, alone and each repeated by its weight, against the same formulas in NumPy 2 (`numpy.std`,
/// `numpy.quantile`, `numpy.interp` on the cumulated sums).
@Suite struct AggregateReferenceTests {
  /// Thousands of đồng.
  private static let incomes: [Int64] = [
    2365, 2559, 3775, 4752, 174, 720, 4114, 4743, 1246, 1559, 4345, 2116, 1365, 4138, 1284, 2045, 3219,
    2747, 428, 137, 4327, 3767, 4189, 2690, 4087, 1648, 2263, 3942, 619, 1515, 622, 2267, 4884, 670, 1916,
    2015, 4519, 1017, 2511, 1311, 99, 3751, 310, 1402, 2491, 2425, 584, 4903, 3745, 4808,
  ]

  private static let weights: [Int64] = [
    0, 3, 1, 2, 4, 1, 3, 0, 1, 4, 2, 2, 1, 0, 2, 3, 2, 3, 1, 3, 3, 4, 2, 0, 3, 2, 4, 2, 1, 0, 2, 3, 3, 4,
    1, 2, 4, 1, 1, 4, 2, 2, 3, 2, 4, 3, 0, 0, 2, 4,
  ]

  private func results(weights: Weights?) -> [(String, AggregateResult)] {
    let column = Column.integers(Self.incomes.map { $0 * 1000 })
    let all = GroupAssignment(whole: 50)
    return [
      ("stddev", Aggregates.standardDeviation(column, all, weights: weights)),
      ("theil", Aggregates.theil(column, all, weights: weights)),
      ("atkinson(0.5)", Aggregates.atkinson(column, aversion: 0.5, all, weights: weights)),
      ("atkinson(2)", Aggregates.atkinson(column, aversion: 2, all, weights: weights)),
      ("gini", Aggregates.gini(column, all, weights: weights)),
      ("quantile_share", Aggregates.quantileShare(column, from: 0.1, to: 0.4, all, weights: weights)),
      ("quantile(0.9)", Aggregates.quantile(column, 0.9, all)),
      ("quantile(0.37)", Aggregates.quantile(column, 0.37, all)),
      ("median", Aggregates.median(column, all)),
    ]
  }

  @Test func unweighted() {
    expect(
      results(weights: nil),
      [
        1520231.711125052, 0.21180292291844074, 0.11956046204927173, 0.6179815665187451, 0.3506896887791566,
        0.14194984081606132, 4541400.0, 1682839.9999999998, 2316000.0,
      ])
  }

  @Test func weighted() {
    expect(
      Array(results(weights: Weights(ContiguousArray(Self.weights))).prefix(6)),
      [
        1516018.4981399816, 0.21456428253690168, 0.12400419351711944, 0.6551792543777588, 0.34781420978027483,
        0.1467349483906918,
      ])
  }

  private func expect(_ results: [(name: String, result: AggregateResult)], _ references: [Double]) {
    #expect(results.count == references.count)
    for ((name, result), reference) in zip(results, references) {
      let value = result.column.doubles[0] ?? .nan
      #expect(abs(value - reference) <= 1e-14 * abs(reference), "\(name): \(value), not \(reference)")
    }
  }
}
