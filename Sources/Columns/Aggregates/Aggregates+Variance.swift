extension Aggregates {
  /// `variance(x)`: Σ wᵢ(xᵢ − μ)² / (W − 1), in two passes about the mean; not computable where W ≤ 1.
  package static func variance(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  {
    spread(column, groups, weights, root: false)
  }

  /// `stddev(x)`: the square root of `variance(x)`.
  package static func standardDeviation(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  {
    spread(column, groups, weights, root: true)
  }

  private static func spread(_ column: Column, _ groups: GroupAssignment, _ weights: Weights?, root: Bool)
    -> AggregateResult
  {
    let rows = ParticipatingRows(known: column.knownRows, groups, weights: weights)
    let moments = GroupMeans(column, rows, groups, weights)
    let squares = squaredDeviations(NumericValues(column).values, about: moments.means, rows, groups, weights)
    var result = NumberResult(groups: groups.count)
    for group in squares.indices where moments.weights[group] > 0 {
      let freedom = moments.weights[group] - 1
      if freedom > 0 {
        let variance = squares[group] / freedom
        result.set(group, root ? variance.squareRoot() : variance)
      } else {
        result.setNotComputable(group)
      }
    }
    return result.finish(skipped: rows.skipped)
  }

  private static func squaredDeviations(
    _ values: ContiguousArray<Double>, about means: ContiguousArray<Double>, _ rows: ParticipatingRows,
    _ groups: GroupAssignment, _ weights: Weights?
  ) -> ContiguousArray<Double> {
    let group = groups.groups
    guard let weights = weights?.values else {
      return RunTables.compensated(rows, groups) { row in
        let deviation = values[row] - means[Int(group[row])]
        return deviation * deviation
      }
    }
    return RunTables.compensated(rows, groups) { row in
      let deviation = values[row] - means[Int(group[row])]
      return weights[row] * deviation * deviation
    }
  }
}
