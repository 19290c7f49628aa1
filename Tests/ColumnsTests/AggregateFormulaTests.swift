import Columns
import Testing

/// Each formula on data small enough to be worked out by hand.
@Suite struct AggregateFormulaTests {
  private let one = GroupAssignment(whole: 4)
  private let incomes = Column.integers([10, 20, 30, 40])

  private func value(_ result: AggregateResult) -> Double? { result.column.doubles[0] }

  @Test func sumsKeepWholeNumbersWhole() throws {
    let sum = try Aggregates.sum(.integers([1, nil, 5, 2, nil]), GroupAssignment([0, 0, 0, 2, 3]))
    #expect(sum.column.whole == [6, 0, 2, nil])
    #expect(sum.skipped == 2)
    #expect(sum.notComputable == 0)
  }

  @Test func sumsThatLeave64BitsAreErrors() throws {
    let column = Column.integers([.max, .max, -.max])
    #expect(throws: AggregateError.integerOverflow) {
      try Aggregates.sum(column, GroupAssignment([0, 0, 1]))
    }
    #expect(try Aggregates.sum(column, GroupAssignment(whole: 3)).column.whole == [.max])
    let weights = Weights(ContiguousArray<Int64>([.max, .max, .max, .max, .max]))
    let largest = Column.integers([.max, .max, .max, .max, .max])
    #expect(throws: AggregateError.integerOverflow) {
      try Aggregates.sum(largest, GroupAssignment(whole: 5), weights: weights)
    }
    #expect(value(Aggregates.mean(largest, GroupAssignment(whole: 5), weights: weights)) == 0x1p63)
    #expect(throws: AggregateError.integerOverflow) {
      try Aggregates.countRows(GroupAssignment(whole: 5), weights: weights)
    }
  }

  @Test func sumsOfDecimalsAreCompensated() throws {
    let sum = try Aggregates.sum(.numbers([1e16, 1, -1e16, 1]), GroupAssignment(whole: 4))
    #expect(value(sum) == 2)
    let beyond = try Aggregates.sum(.numbers([1e308, 1e308]), GroupAssignment(whole: 2))
    #expect(value(beyond) == nil)
    #expect(beyond.column.reason(0) == .notComputable)
    #expect(beyond.notComputable == 1)
  }

  @Test func meansAndMedians() {
    #expect(value(Aggregates.mean(incomes, one)) == 25)
    #expect(value(Aggregates.median(incomes, one)) == 25)
    #expect(value(Aggregates.median(.integers([3, 1, nil, 2]), one)) == 2)
    #expect(value(Aggregates.mean(.integers([nil, nil, nil, nil]), one)) == nil)
    #expect(value(Aggregates.median(.integers([nil, nil, nil, nil]), one)) == nil)
    #expect(value(Aggregates.median(.integers([.max, .max, .max, .max]), one)) == 0x1p63)
  }

  @Test func quantilesInterpolate() {
    #expect(value(Aggregates.quantile(incomes, 0.25, one)) == 17.5)
    #expect(value(Aggregates.quantile(incomes, 0, one)) == 10)
    #expect(value(Aggregates.quantile(incomes, 1, one)) == 40)
    #expect(value(Aggregates.quantile(incomes, 1.5, one)) == nil)
    let hundred = Column.integers((0...100).map { Int64($0) })
    #expect(value(Aggregates.quantile(hundred, 0.29, GroupAssignment(whole: 101))) == 29)
  }

  @Test func weightedQuantilesMeetOrPass() {
    let weights = Weights(ContiguousArray<Int64>([1, 1, 1, 1]))
    #expect(value(Aggregates.quantile(incomes, 0.5, one, weights: weights)) == 25)
    #expect(value(Aggregates.quantile(incomes, 0.4, one, weights: weights)) == 20)
    let uneven = Weights(ContiguousArray<Int64>([29, 0, 1, 70]))
    #expect(value(Aggregates.quantile(incomes, 0.29, one, weights: uneven)) == 20)
    #expect(value(Aggregates.quantile(incomes, 0, one, weights: uneven)) == 10)
    #expect(value(Aggregates.quantile(incomes, 1, one, weights: uneven)) == 40)
    let tenths = Weights(ContiguousArray<Double>([0.1, 0.2, 0.1, 0.2]))
    #expect(value(Aggregates.median(incomes, one, weights: tenths)) == 25)
  }

  @Test func spread() {
    #expect(value(Aggregates.variance(incomes, one)) == 500.0 / 3)
    #expect(value(Aggregates.standardDeviation(incomes, one)) == (500.0 / 3).squareRoot())
    let single = Aggregates.variance(.integers([7, nil]), GroupAssignment(whole: 2))
    #expect(value(single) == nil)
    #expect(single.column.reason(0) == .notComputable)
    let standing = Weights(ContiguousArray<Int64>([5, 1]))
    #expect(
      value(Aggregates.variance(.integers([7, nil]), GroupAssignment(whole: 2), weights: standing)) == 0)
  }

  @Test func inequality() throws {
    // Σ(2i − 5)x = −30 − 20 + 30 + 120 = 100, over 4 × 100.
    #expect(value(Aggregates.gini(incomes, one)) == 0.25)
    #expect(value(Aggregates.gini(.numbers([1, 1, 1, 1]), one)) == 0)
    let theil = try #require(value(Aggregates.theil(.integers([0, 0, 0, 8]), one)))
    #expect(abs(theil - 1.3862943611198906) < 1e-15)
    let atkinson = try #require(
      value(Aggregates.atkinson(.integers([1, 4]), aversion: 1, GroupAssignment(whole: 2))))
    #expect(abs(atkinson - 0.2) < 1e-15)
    let half = try #require(
      value(Aggregates.atkinson(.integers([1, 9]), aversion: 0.5, GroupAssignment(whole: 2))))
    #expect(abs(half - 0.2) < 1e-15)
    #expect(value(Aggregates.atkinson(.integers([0, 4]), aversion: 1, GroupAssignment(whole: 2))) == 1)
    #expect(value(Aggregates.atkinson(.integers([0, 4]), aversion: 2, GroupAssignment(whole: 2))) == 1)
    #expect(value(Aggregates.atkinson(.integers([0, 4]), aversion: 0, GroupAssignment(whole: 2))) == 0)
  }

  @Test func inequalityHasNoValueForNegativesAndZeros() {
    for column in [Column.integers([-1, 5, 5, 5]), .integers([0, 0, 0, 0])] {
      for result in [
        Aggregates.gini(column, one), Aggregates.theil(column, one),
        Aggregates.atkinson(column, aversion: 0.5, one),
        Aggregates.quantileShare(column, from: 0, to: 0.4, one),
      ] {
        #expect(value(result) == nil)
        #expect(result.column.reason(0) == .notComputable)
        #expect(result.notComputable == 1)
      }
    }
  }

  @Test func lorenzCurve() {
    #expect(value(Aggregates.quantileShare(incomes, from: 0, to: 0.5, one)) == 0.3)
    #expect(value(Aggregates.quantileShare(incomes, from: 0, to: 0.125, one)) == 0.05)
    #expect(value(Aggregates.quantileShare(incomes, from: 0.5, to: 1, one)) == 0.7)
    let weights = Weights(ContiguousArray<Int64>([2, 0, 0, 2]))
    #expect(value(Aggregates.quantileShare(incomes, from: 0, to: 0.5, one, weights: weights)) == 0.2)
  }

  @Test func poverty() throws {
    let line = Column.integers([20, 20, 20, 50])
    #expect(value(Aggregates.fosterGreerThorbecke(incomes, line: line, power: 0, one)) == 0.75)
    #expect(value(Aggregates.povertyGap(incomes, line: line, one)) == 0.175)
    let severity = try #require(value(Aggregates.fosterGreerThorbecke(incomes, line: line, power: 2, one)))
    #expect(abs(severity - (0.25 + 0.04) / 4) < 1e-15)
    let missing = Aggregates.povertyGap(
      .integers([10, nil]), line: .integers([nil, 10]), GroupAssignment(whole: 2))
    #expect(value(missing) == nil)
    #expect(missing.skipped == 2)
    let absurd = Aggregates.povertyGap(.integers([0]), line: .integers([0]), GroupAssignment(whole: 1))
    #expect(absurd.column.reason(0) == .notComputable)
  }

  @Test func correlations() {
    #expect(value(Aggregates.correlation(incomes, .integers([1, 2, 3, 4]), one)) == 1)
    #expect(value(Aggregates.correlation(incomes, .integers([4, 3, 2, 1]), one)) == -1)
    let level = Aggregates.correlation(incomes, .integers([5, 5, 5, 5]), one)
    #expect(level.column.reason(0) == .notComputable)
    #expect(Aggregates.correlation(incomes, .integers([1, nil, 2, 3]), one).skipped == 1)
  }

  @Test func sharesKeepTheirParts() throws {
    let condition = BooleanColumn([true, false, nil, true, nil])
    let result = try Aggregates.share(condition, GroupAssignment([0, 0, 0, 0, 1]))
    #expect(result.share.column.doubles == [2.0 / 3, nil])
    #expect(result.numerator.whole == [2, 0])
    #expect(result.denominator.whole == [3, 0])
    #expect(result.share.skipped == 2)
    let weights = Weights(ContiguousArray<Double>([0.5, 1, 9, 0.5, 9]))
    let weighted = try Aggregates.share(condition, GroupAssignment([0, 0, 0, 0, 1]), weights: weights)
    #expect(weighted.share.column.doubles == [0.5, nil])
  }

  @Test func conditionsAreCountedWithWhatIsOpen() throws {
    let result = try Aggregates.countTrue(
      BooleanColumn([true, nil, true, false]), GroupAssignment([0, 0, 1, 2]))
    #expect(result.satisfied.whole == [1, 1, 0])
    #expect(result.undetermined.whole == [1, 0, 0])
    #expect(result.skipped == 1)
  }

  @Test func quantifiersAreKleenes() {
    let groups = GroupAssignment(groups: [0, 0, 1, 1, 2, 2, 3, -1], count: 5)
    let condition = BooleanColumn([true, nil, false, nil, false, false, true, nil])
    #expect(Aggregates.any(condition, groups).optionals == [true, nil, false, true, false])
    #expect(Aggregates.all(condition, groups).optionals == [nil, false, false, true, true])
    #expect(Aggregates.none(condition, groups).optionals == [false, nil, true, false, true])
  }

  @Test func pickedValues() {
    let column = Column.codes([nil, 3, 1, 2, 2, nil])
    let groups = GroupAssignment([0, 0, 0, 1, 1, 2])
    #expect(Aggregates.first(column, groups).rows == [1, 3, -1])
    #expect(Aggregates.last(column, groups).rows == [2, 4, -1])
    #expect(Aggregates.first(column, groups).skipped == 2)
    guard case .list(let list) = Aggregates.list(column, groups).column else {
      Issue.record("list gives lists")
      return
    }
    #expect(list.offsets == [0, 2, 4, 4])
    #expect(list.elements.doubles == [3, 1, 2, 2])
  }

  @Test func extremesFollowRanks() {
    let column = Column.codes([0, 1, 2, nil])
    #expect(value(Aggregates.minimum(column, one)) == 0)
    #expect(value(Aggregates.minimum(column, ranks: [1, 2, 0], one)) == 2)
    #expect(value(Aggregates.maximum(column, ranks: [1, 2, 0], one)) == 1)
    #expect(value(Aggregates.maximum(.integers([.min, .min, .min, .min]), one)) == Double(Int64.min))
    #expect(Aggregates.minimum(.integers([nil, 5]), GroupAssignment([0, 1])).column.whole == [nil, 5])
  }

  @Test func modesTakeTheFirstOfTies() {
    #expect(value(Aggregates.mode(.integers([5, 3, 5, 3]), one)) == 3)
    #expect(value(Aggregates.mode(.codes([0, 1, 1, 0]), ranks: [1, 0], one)) == 1)
    #expect(value(Aggregates.mode(.integers([nil, 9, 9, 1]), one)) == 9)
  }

  @Test func distinctValues() {
    #expect(Aggregates.distinct(.integers([5, 3, 5, nil]), one).column.whole == [2])
    #expect(Aggregates.distinct(.integers([.min, .max, .min, 0]), one).column.whole == [3])
    #expect(Aggregates.distinct(.numbers([-0.0, 0, 1.5, nil]), one).column.whole == [2])
    #expect(Aggregates.distinct(.codes([nil, nil, nil, nil]), one).column.whole == [0])
  }
}
