/// Collects the numbers of an aggregate.
///
/// Every group is missing (`notRecorded`) until it is given a value.
struct NumberResult {
  private var values: ContiguousArray<Double>
  private var known: Bitmap
  private var reasons: ContiguousArray<UInt8>?
  private var notComputable = 0

  init(groups: Int) {
    values = ContiguousArray(repeating: 0, count: groups)
    known = Bitmap(count: groups)
  }

  /// Gives a group its value; one that is not finite is not computable.
  mutating func set(_ group: Int, _ value: Double) {
    guard value.isFinite else { return setNotComputable(group) }
    values[group] = value
    known[group] = true
  }

  /// Says that a group has known values, but no result.
  mutating func setNotComputable(_ group: Int) {
    if reasons == nil { reasons = ContiguousArray(repeating: 0, count: values.count) }
    reasons?[group] = MissingReason.notComputable.rawValue
    notComputable += 1
  }

  consuming func finish(skipped: Int) -> AggregateResult {
    let validity = known.isAllSet ? Validity.all : Validity(known: known, reasons: reasons)
    return AggregateResult(
      column: .number(NumberColumn(values, validity)), skipped: skipped, notComputable: notComputable)
  }
}
