import Columns
import Plan
import Results
import Schema
import Source

extension Evaluator {
  /// An aggregate over groups of rows already picked.
  ///
  /// - Parameter notes: whether what is skipped goes into the ledger; total rows repeat what their parts said.
  func aggregate(
    _ call: AggregateCall, _ arguments: [Column], _ groups: GroupAssignment, weights: Weights?,
    ranks: ContiguousArray<Int32>?, notes: Bool
  ) throws(Diagnostic) -> AggregateResult {
    try checkParameters(call, arguments)
    do throws(AggregateError) {
      let result = try compute(call, arguments, groups, weights, ranks)
      if notes { note(call, skipped: result.skipped, notComputable: result.notComputable) }
      return result
    } catch {
      throw Diagnostic(RuntimeCode.integerOverflow, at: call.range, ["text": call.text])
    }
  }

  /// Notes how many rows an aggregate skipped and how many of its values could not be computed.
  func note(_ call: AggregateCall, skipped: Int, notComputable: Int) {
    if let children = call.weighedBy { ledger.append(.weighed(text: call.text, by: children)) }
    if tellsSkipped(call) { ledger.skipped(call.text, at: call.range, skipped) }
    ledger.notComputable(call.text, notComputable)
  }

  /// The parameters of an aggregate are one value for all rows.
  private func checkParameters(_ call: AggregateCall, _ arguments: [Column]) throws(Diagnostic) {
    let positions: [Int] =
      switch call.function {
      case .quantile, .atkinson: [1]
      case .quantileShare: [1, 2]
      case .fgt: [2]
      default: []
      }
    for position in positions where call.arguments[position].constant == nil {
      let values: Set<Double>
      switch arguments[position] {
      case .number(let column): values = Set(column.values)
      case .integer(let column): values = Set(column.values.map { Double($0) })
      default: values = []
      }
      guard values.count <= 1 else {
        throw Diagnostic(
          RuntimeCode.badArgument, at: call.arguments[position].range, ["text": call.text])
      }
    }
  }

  /// `count(x)`, `any` and their like say by what they are that missing values do not count.
  private func tellsSkipped(_ call: AggregateCall) -> Bool {
    switch call.function {
    case .count, .any, .all, .none: false
    default: true
    }
  }

  private func compute(
    _ call: AggregateCall, _ arguments: [Column], _ groups: GroupAssignment, _ weights: Weights?,
    _ ranks: ContiguousArray<Int32>?
  ) throws(AggregateError) -> AggregateResult {
    guard let first = arguments.first else {
      return try Aggregates.countRows(groups, weights: weights)
    }
    switch call.function {
    case .count: return try Aggregates.countKnown(first, groups, weights: weights)
    case .distinct: return Aggregates.distinct(first, groups)
    case .sum: return try Aggregates.sum(first, groups, weights: weights)
    case .mean: return Aggregates.mean(first, groups, weights: weights)
    case .median: return Aggregates.median(first, groups, weights: weights)
    case .min: return Aggregates.minimum(first, ranks: ranks, groups)
    case .max: return Aggregates.maximum(first, ranks: ranks, groups)
    case .stddev: return Aggregates.standardDeviation(first, groups, weights: weights)
    case .variance: return Aggregates.variance(first, groups, weights: weights)
    case .mode: return Aggregates.mode(first, ranks: ranks, groups)
    case .gini: return Aggregates.gini(first, groups, weights: weights)
    case .theil: return Aggregates.theil(first, groups, weights: weights)
    case .first: return picked(Aggregates.first(first, groups), first)
    case .last: return picked(Aggregates.last(first, groups), first)
    case .list: return Aggregates.list(first, groups)
    case .quantile:
      return Aggregates.quantile(first, constant(arguments, 1), groups, weights: weights)
    case .atkinson:
      return Aggregates.atkinson(first, aversion: constant(arguments, 1), groups, weights: weights)
    case .quantileShare:
      return Aggregates.quantileShare(
        first, from: constant(arguments, 1), to: constant(arguments, 2), groups, weights: weights)
    case .fgt:
      return Aggregates.fosterGreerThorbecke(
        first, line: arguments[1], power: constant(arguments, 2), groups, weights: weights)
    case .povertyGap: return Aggregates.povertyGap(first, line: arguments[1], groups, weights: weights)
    case .correlation: return Aggregates.correlation(first, arguments[1], groups, weights: weights)
    case .share:
      guard case .boolean(let condition) = first else { return AggregateResult(column: first) }
      return try Aggregates.share(condition, groups, weights: weights).share
    case .any, .all, .none:
      guard case .boolean(let condition) = first else { return AggregateResult(column: first) }
      let column =
        switch call.function {
        case .any: Aggregates.any(condition, groups)
        case .all: Aggregates.all(condition, groups)
        default: Aggregates.none(condition, groups)
        }
      return AggregateResult(column: .boolean(column))
    }
  }

  private func picked(_ result: RowResult, _ column: Column) -> AggregateResult {
    AggregateResult(column: Kernels.gather(column, rows: result.rows), skipped: result.skipped)
  }

  /// The value of a parameter of an aggregate, which is one for all rows; 0 where there are none.
  private func constant(_ arguments: [Column], _ index: Int) -> Double {
    switch arguments[index] {
    case .number(let column): column.values.first ?? 0
    case .integer(let column): column.values.first.map { Double($0) } ?? 0
    default: 0
    }
  }
}
