import Columns
import Plan
import Schema
import Source
import Store

/// Conditions on a count whose own condition is open for some rows: decided where every possible count agrees
/// (language.md, section 7).
extension Evaluator {
  /// The counts that are possible on each row.
  private struct PossibleCounts {
    var least: IntegerColumn
    var most: IntegerColumn
  }

  /// A comparison of which a side is such a count; nil where neither is.
  func compareOpenCount(
    _ op: ComparisonOperator, _ a: TypedExpression, _ b: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> BooleanColumn? {
    if isOpenCount(b) {
      guard isOpenCount(a) else { return try compareOpenCount(op.mirrored, b, a, frame) }
      return compare(op, try possibleCounts(a, frame), try possibleCounts(b, frame))
    }
    guard isOpenCount(a) else { return nil }
    return compare(op, try possibleCounts(a, frame), try numbers(b, frame))
  }

  private func compare(_ op: ComparisonOperator, _ counts: PossibleCounts, _ other: NumberColumn)
    -> BooleanColumn
  {
    let low = Kernels.compare(counts.least, op, other)
    let high = Kernels.compare(counts.most, op, other)
    guard op == .equal || op == .notEqual else { return agreed(low, high) }
    let isExact = Kernels.compare(counts.least, .equal, counts.most).bits
    let isOutside =
      Kernels.compare(counts.least, .greater, other).bits | Kernels.compare(counts.most, .less, other).bits
    return equality(op, low, isExact: isExact, isOutside: isOutside)
  }

  /// Each count may be any of its range whatever the other is.
  private func compare(_ op: ComparisonOperator, _ a: PossibleCounts, _ b: PossibleCounts) -> BooleanColumn {
    guard op == .equal || op == .notEqual else {
      return agreed(Kernels.compare(a.least, op, b.most), Kernels.compare(a.most, op, b.least))
    }
    let isExact =
      Kernels.compare(a.least, .equal, a.most).bits & Kernels.compare(b.least, .equal, b.most).bits
    let isOutside =
      Kernels.compare(a.least, .greater, b.most).bits | Kernels.compare(a.most, .less, b.least).bits
    return equality(op, Kernels.compare(a.least, op, b.least), isExact: isExact, isOutside: isOutside)
  }

  /// An order is the same for all counts where it is for both ends.
  private func agreed(_ low: BooleanColumn, _ high: BooleanColumn) -> BooleanColumn {
    let bits = low.bits & high.bits
    return BooleanColumn(bits, Validity(known: bits | (Kernels.not(low).bits & Kernels.not(high).bits)))
  }

  /// - Parameter ofLeast: the answer where both sides are one value.
  private func equality(
    _ op: ComparisonOperator, _ ofLeast: BooleanColumn, isExact: Bitmap, isOutside: Bitmap
  ) -> BooleanColumn {
    let known = (isExact | isOutside) & ofLeast.validity.bitmap(ofLeast.bits.count)
    let bits = op == .equal ? ofLeast.bits & isExact : (ofLeast.bits & isExact) | isOutside
    return BooleanColumn(bits & known, Validity(known: known))
  }

  /// Whether such a count is one of some numbers: decided where all possible counts are among them, or none is.
  func isOpenCountOneOf(_ value: TypedExpression, _ numbers: [Double], _ frame: Frame) throws(Diagnostic)
    -> BooleanColumn
  {
    let counts = try possibleCounts(value, frame)
    let wanted = Set(numbers.compactMap { Int64(exactly: $0) }).sorted()
    var bits = Bitmap(count: frame.count)
    var known = Bitmap(count: frame.count)
    for row in 0..<frame.count where counts.least.validity.isKnown(row) {
      let possible = counts.least.values[row]...max(counts.least.values[row], counts.most.values[row])
      let found = wanted.count { possible.contains($0) }
      bits[row] = found == possible.count
      known[row] = found == 0 || found == possible.count
    }
    return BooleanColumn(bits, Validity(known: known))
  }

  /// Whether an expression is a count with a condition that may be open: over children, or over rows of their own.
  func isOpenCount(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .nested(let call, _, _, _, _): return isConditional(call)
    case .follow(_, _, let value):
      if case .nested = value.kind { return isOpenCount(value) }
      return false
    case .scalar(let subquery):
      guard case .summarize(let summarize)? = subquery.plan.stages.last?.kind, summarize.keys.isEmpty,
        summarize.across == nil, summarize.weight == nil, summarize.calls.count == 1,
        case .aggregate? = summarize.outputs.first?.expression.kind
      else { return false }
      return isConditional(summarize.calls[0])
    default: return false
    }
  }

  private func isConditional(_ call: AggregateCall) -> Bool {
    call.function == .count && call.arguments.isEmpty && call.condition != nil
  }

  private func possibleCounts(_ expression: TypedExpression, _ frame: Frame) throws(Diagnostic)
    -> PossibleCounts
  {
    if case .follow(let link, let entity, let value) = expression.kind {
      let (inner, places) = followed(try codes(link, frame), entity, frame)
      let counts = try possibleCounts(value, inner)
      let found = [counts.least, counts.most].map {
        Kernels.gather(.integer($0), through: CodeColumn(places))
      }
      guard case .integer(let least) = found[0], case .integer(let most) = found[1] else { return counts }
      return PossibleCounts(least: least, most: most)
    }
    let least: IntegerColumn
    let unknown: IntegerColumn
    if case .nested(let call, let base, let link, let entity, let target) = expression.kind {
      (least, unknown) = try openCount(call, base: base, link, entity, target, frame)
    } else if case .scalar(let subquery) = expression.kind {
      least = try integers(expression, frame)
      unknown = Kernels.constant(Int64(context.openRows[subquery.number] ?? 0), count: frame.count)
    } else {
      least = try integers(expression, frame)
      unknown = Kernels.constant(0, count: frame.count)
    }
    return PossibleCounts(least: least, most: Kernels.add(least, unknown).column)
  }
}
