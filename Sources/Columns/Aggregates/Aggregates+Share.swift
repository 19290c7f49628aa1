extension Aggregates {
  /// `share(C)`: the rows (or weights) where C is true over those where C is known; missing where there are none.
  package static func share(_ condition: BooleanColumn, _ groups: GroupAssignment, weights: Weights? = nil)
    throws(AggregateError) -> ShareResult
  {
    let known = ParticipatingRows(known: condition.validity.known, groups)
    let numerator = try total(ParticipatingRows(known: condition.bits, groups), groups, weights)
    let denominator = try total(known, groups, weights)
    let above = NumericValues(numerator).values
    let below = NumericValues(denominator).values
    var result = NumberResult(groups: groups.count)
    for group in below.indices where below[group] > 0 { result.set(group, above[group] / below[group]) }
    return ShareResult(
      share: result.finish(skipped: known.skipped), numerator: numerator, denominator: denominator)
  }
}
