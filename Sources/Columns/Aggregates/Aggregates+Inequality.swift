import Glibc

/// Indices of inequality; all of them are not computable where a value is negative or Σx is 0.
extension Aggregates {
  /// `gini(x)` = Σ(2i − n − 1)xᵢ / (n Σxᵢ), x ascending, i from 1; weighted Σwᵢxᵢ(2Cᵢ₋₁ + wᵢ − W) / (W Σwᵢxᵢ), C the
  /// running weight.
  package static func gini(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  {
    let input = Incomes(column, groups, weights)
    var result = NumberResult(groups: groups.count)
    for group in 0..<groups.count where input.grouped.range(group).count > 0 {
      guard input.isComputable[group] else {
        result.setNotComputable(group)
        continue
      }
      let total = input.moments.weights[group]
      var running = CompensatedSum()
      var sum = CompensatedSum()
      var spread = CompensatedSum()
      for index in input.grouped.range(group) {
        let times = input.weights.map { $0[index] } ?? 1
        let amount = times * input.values[index]
        spread.add(amount * (2 * running.value + times - total))
        sum.add(amount)
        running.add(times)
      }
      result.set(group, spread.value / (total * sum.value))
    }
    return result.finish(skipped: input.rows.skipped)
  }

  /// `theil(x)`: the mean of (x/μ) ln(x/μ), 0 at x = 0.
  package static func theil(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  {
    let input = Incomes(column, groups, weights)
    let means = input.meanOfRatios { $0 == 0 ? 0 : $0 * log($0) }
    return input.finish { group in means[group] }
  }

  /// `atkinson(x, e)` = 1 − (mean of (x/μ)^(1−e))^(1/(1−e)), at e = 1 one less the geometric mean over μ.
  package static func atkinson(
    _ column: Column, aversion e: Double, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult {
    let input = Incomes(column, groups, weights)
    if e == 1 {
      let means = input.meanOfRatios { log($0) }
      // ln 0 is −∞, with which the compensated sum is NaN: one value of 0 makes the geometric mean 0.
      return input.finish { group in means[group].isFinite ? 1 - exp(means[group]) : 1 }
    }
    let means = input.meanOfRatios { pow($0, 1 - e) }
    // For e > 1 a value of 0 makes the mean infinite and the index 1.
    return input.finish { group in
      means[group].isFinite || e < 1 ? 1 - pow(means[group], 1 / (1 - e)) : 1
    }
  }

  /// `quantile_share(x, a, b)` = L(b) − L(a): the part of Σx that the rows between two points of the ascending order
  /// have, on the Lorenz curve, straight between its points (Cᵢ/W, Σⱼ≤ᵢ wⱼxⱼ / Σwx).
  ///
  /// Not computable for a point outside 0 to 1.
  package static func quantileShare(
    _ column: Column, from lower: Double, to upper: Double, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult {
    let input = Incomes(column, groups, weights)
    let curve = LorenzCurve(input)
    return input.finish { group in
      guard (0...1).contains(lower), (0...1).contains(upper) else { return .nan }
      return curve.height(at: upper, group) - curve.height(at: lower, group)
    }
  }
}
