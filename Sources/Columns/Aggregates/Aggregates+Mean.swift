extension Aggregates {
  /// `mean(x)`: Σ wᵢxᵢ / Σ wᵢ over the known values, a number; missing where there are none.
  ///
  /// The sum of integers with whole weights is exact, so that their mean is off by two roundings at most.
  package static func mean(_ column: Column, _ groups: GroupAssignment, weights: Weights? = nil)
    -> AggregateResult
  {
    let rows = ParticipatingRows(known: column.knownRows, groups, weights: weights)
    let moments = GroupMeans(column, rows, groups, weights)
    var result = NumberResult(groups: groups.count)
    for group in moments.means.indices where moments.weights[group] > 0 {
      result.set(group, moments.means[group])
    }
    return result.finish(skipped: rows.skipped)
  }
}
