import Glibc

extension Aggregates {
  /// `fgt(x, z, a)`, the index of Foster, Greer and Thorbecke: the mean over known x of ((z − x)/z)ᵃ where x ≤ z, else 0.
  ///
  /// `line` holds z for each row. A power of 0 gives the headcount. Not computable where a row that counts has a line
  /// of 0 and a power other than 0. Rows where x or z is missing are left out.
  package static func fosterGreerThorbecke(
    _ column: Column, line: Column, power: Double, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult {
    let value = NumericValues(column)
    let line = NumericValues(line)
    let rows = ParticipatingRows(known: bothKnown(value.known, line.known), groups, weights: weights)
    let group = groups.groups
    let weight = weights?.values
    var sums = ContiguousArray(repeating: CompensatedSum(), count: groups.count)
    var totals = sums
    rows.forEach { row in
      let times = weight.map { $0[row] } ?? 1
      let (x, z) = (value.values[row], line.values[row])
      totals[Int(group[row])].add(times)
      if x <= z { sums[Int(group[row])].add(times * gap(x, z, power)) }
    }
    var result = NumberResult(groups: groups.count)
    for index in totals.indices where totals[index].value > 0 {
      result.set(index, sums[index].value / totals[index].value)
    }
    return result.finish(skipped: rows.skipped)
  }

  /// `poverty_gap(x, z)`: `fgt(x, z, 1)`.
  package static func povertyGap(
    _ column: Column, line: Column, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult {
    fosterGreerThorbecke(column, line: line, power: 1, groups, weights: weights)
  }

  /// ((z − x)/z)ᵃ for x ≤ z; the powers in use without `pow`.
  @inline(__always)
  private static func gap(_ x: Double, _ z: Double, _ power: Double) -> Double {
    if power == 0 { return 1 }
    let part = (z - x) / z
    if power == 1 { return part }
    return power == 2 ? part * part : pow(part, power)
  }
}
