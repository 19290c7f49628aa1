import Columns
import Plan
import Results
import Schema
import Source
import Store

/// What each row of a relation lacks, as a bit an indicator, and its score as a whole number.
struct DeprivationScores {
  /// The rows whose indicators are all determined.
  private(set) var relation: Relation
  /// Bit `i` of a row: whether it lacks the indicator with that bit.
  private(set) var masks: ContiguousArray<UInt64>

  /// Reads every indicator, leaves out the rows with an undetermined one, and says so in the ledger.
  init(_ executor: Executor, _ plan: MeasurePlan, _ relation: Relation) throws(Diagnostic) {
    let wanted = plan.indicators.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1.bit) }
    var lacks: ContiguousArray<UInt64>
    var open: ContiguousArray<UInt64>
    switch plan.lacks {
    case .sets(let known, let undetermined):
      let found = try DeprivationScores.sets(known, executor, relation)
      lacks = found.masks
      open = try DeprivationScores.sets(undetermined, executor, relation).masks
      // A set that is missing itself leaves every indicator open.
      for row in open.indices where !found.validity.isKnown(row) { open[row] = .max }
    case .conditions(let conditions):
      lacks = ContiguousArray(repeating: 0, count: relation.count)
      open = lacks
      for (indicator, condition) in zip(plan.indicators, conditions) {
        let truth = try executor.truth(condition, relation)
        truth.bits.add(1 << UInt64(indicator.bit), to: &lacks)
        if let known = truth.validity.known { (~known).add(1 << UInt64(indicator.bit), to: &open) }
      }
    }
    var kept = Bitmap(count: relation.count)
    for row in open.indices where open[row] & wanted == 0 { kept[row] = true }
    let count = kept.population
    if count < relation.count {
      let causes = try DeprivationScores.causes(executor, plan, relation, ~kept)
      executor.ledger.append(
        .filter(
          stage: "mpi", kept: count, dropped: 0, undetermined: relation.count - count, causes: causes))
    }
    let rows = ContiguousArray(kept.positions)
    self.relation = count < relation.count ? relation.taking(rows) : relation
    masks = ContiguousArray(rows.map { lacks[Int($0)] & wanted })
  }

  private static func sets(_ expression: TypedExpression, _ executor: Executor, _ relation: Relation)
    throws(Diagnostic) -> SetColumn
  {
    if case .set(let sets) = try executor.evaluate([expression], relation)[0] { return sets }
    let nothing = ContiguousArray<UInt64>(repeating: 0, count: relation.count)
    return SetColumn(nothing, .none(relation.count, .notRecorded))
  }

  /// Σ of the weights of what each row lacks: a loop an indicator, so that each is one of adds alone.
  func scores(_ indicators: [MeasurePlan.Indicator]) -> ContiguousArray<Int64> {
    let parts = Parallel.map(Parallel.runs(masks.count)) { run in
      var scores = ContiguousArray<Int64>(repeating: 0, count: run.count)
      for indicator in indicators where indicator.weight > 0 {
        let (bit, weight) = (UInt64(indicator.bit), indicator.weight)
        for row in scores.indices {
          scores[row] &+= Int64(truncatingIfNeeded: (masks[run.lowerBound &+ row] &>> bit) & 1) &* weight
        }
      }
      return scores
    }
    var scores = ContiguousArray<Int64>()
    scores.reserveCapacity(masks.count)
    for part in parts { scores += part }
    return scores
  }

  /// The rows that lack an indicator.
  func rows(lacking indicator: MeasurePlan.Indicator) -> Bitmap {
    let bit = UInt64(indicator.bit)
    return Bitmap(count: masks.count) { (masks[$0] &>> bit) & 1 }
  }

  // MARK: Causes

  /// The fields whose missing values leave indicators open, each row counted once a field.
  private static func causes(
    _ executor: Executor, _ plan: MeasurePlan, _ relation: Relation, _ open: Bitmap
  ) throws(Diagnostic) -> [LedgerEntry.Cause] {
    executor.ledger.isMuted = true
    defer { executor.ledger.isMuted = false }
    let rows = relation.taking(ContiguousArray(open.positions))
    let frame = executor.frame(rows, 0..<rows.count)
    var causes = Causes(executor.evaluator)
    let conditions: [TypedExpression]
    switch plan.lacks {
    case .conditions(let all): conditions = all
    case .sets(let known, _): conditions = DeprivationScores.conditions(of: known)
    }
    for condition in conditions {
      try executor.prepare(condition, rows.entity, rows.snapshot, rows: rows.count)
      let truth = try executor.evaluator.truth(condition, frame)
      guard let known = truth.validity.known else { continue }
      try causes.collect(condition, frame, ~known)
    }
    return Causes.ordered(causes.counts)
  }

  /// The conditions that a set of indicators is made of, where they can be told.
  private static func conditions(of set: TypedExpression) -> [TypedExpression] {
    switch set.kind {
    case .computed(let value): conditions(of: value.expression)
    case .flags(let conditions, _):
      conditions.map { condition in
        if case .computed(let value) = condition.kind { return value.expression }
        return condition
      }
    case .conditional(_, let national, let local): conditions(of: national) + conditions(of: local)
    default: []
    }
  }
}

extension Bitmap {
  /// A bit a row, from a function that gives 0 or 1.
  @inline(__always)
  init(count: Int, _ bit: (Int) -> UInt64) {
    var words = ContiguousArray<UInt64>(repeating: 0, count: Bitmap.wordCount(count))
    for word in words.indices {
      let start = word * 64
      var bits: UInt64 = 0
      for place in 0..<Swift.min(64, count - start) { bits |= bit(start + place) << UInt64(place) }
      words[word] = bits
    }
    self.init(words: words, count: count)
  }

  /// Puts a bit into the masks of the rows that are set.
  func add(_ bit: UInt64, to masks: inout ContiguousArray<UInt64>) {
    for row in positions { masks[Int(row)] |= bit }
  }
}
