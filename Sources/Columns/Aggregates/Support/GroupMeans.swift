/// The mean of each group and the weight behind it: what means, variances and indices of inequality start from.
struct GroupMeans {
  /// Σ wᵢxᵢ / Σ wᵢ; means nothing where the weight is 0.
  var means: ContiguousArray<Double>
  /// Σ wᵢ over the rows that take part: without weights their number.
  var weights: ContiguousArray<Double>

  /// Sums of integers with whole weights are exact before the division; other sums are compensated.
  init(_ column: Column, _ rows: ParticipatingRows, _ groups: GroupAssignment, _ weighting: Weights?) {
    weights = GroupMeans.totals(rows, groups, weighting)
    means = GroupMeans.sums(column, rows, groups, weighting)
    for group in means.indices { means[group] /= weights[group] }
  }

  private static func totals(_ rows: ParticipatingRows, _ groups: GroupAssignment, _ weighting: Weights?)
    -> ContiguousArray<Double>
  {
    guard let weighting else {
      return ContiguousArray(Aggregates.counts(rows, groups).map { Double($0) })
    }
    let weights = weighting.values
    return RunTables.compensated(rows, groups) { weights[$0] }
  }

  private static func sums(
    _ column: Column, _ rows: ParticipatingRows, _ groups: GroupAssignment, _ weighting: Weights?
  ) -> ContiguousArray<Double> {
    if let integers = column.wholeNumbers, weighting == nil || weighting?.integers != nil,
      let wide = Aggregates.wideSums(integers.values, rows, groups, weighting?.integers)
    {
      // The conversion of 128 bits is a hundred times as slow as that of 64.
      return ContiguousArray(wide.map { sum in Int64(exactly: sum).map { Double($0) } ?? Double(sum) })
    }
    return Aggregates.compensatedSums(NumericValues(column).values, rows, groups, weighting?.values)
  }
}
