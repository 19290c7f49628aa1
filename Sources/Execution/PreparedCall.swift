import Columns
import Plan
import Results
import Schema
import Source

/// An aggregate with its condition computed once over all rows and its arguments on those taken in, to be taken over any grouping of them.
struct PreparedCall {
  let call: AggregateCall
  let arguments: [Column]
  /// The collation ranks of the first argument, where it is text.
  let ranks: ContiguousArray<Int32>?
  /// Rows that are taken in; nil where all are.
  let included: Bitmap?
  let weight: Column?

  init(_ executor: Executor, _ call: AggregateCall, _ relation: Relation, weight: Column?) throws(Diagnostic)
  {
    self.call = call
    self.weight = call.function.takesWeight ? weight : nil
    included = try call.condition.map { (condition) throws(Diagnostic) in
      let truth = try executor.truth(condition, relation)
      if let known = truth.validity.known, !known.isAllSet {
        let causes = try executor.causes(condition, relation, ~known)
        executor.ledger.undeterminedInside(call.text, known.count - known.population, causes)
      }
      return truth.bits
    }
    var arguments: [Column] = []
    for argument in call.arguments {
      arguments.append(try executor.evaluate(argument, relation, active: included))
    }
    self.arguments = arguments
    if let value = call.arguments.first, let column = arguments.first {
      ranks = executor.ranks(value, column, relation)
    } else {
      ranks = nil
    }
  }

  /// The aggregate over groups of all rows.
  func aggregate(_ evaluator: Evaluator, _ groups: GroupAssignment, notes: Bool) throws(Diagnostic) -> Column
  {
    guard let included else {
      return try evaluator.aggregate(
        call, arguments, groups, weights: weight.flatMap { Weights($0) }, ranks: ranks, notes: notes
      )
      .column
    }
    let rows = ContiguousArray(included.positions)
    return try over(
      evaluator, rows, ContiguousArray(rows.map { groups.groups[Int($0)] }), groups.count, notes)
  }

  /// The aggregate over entries: each names a row and its group, so that a row may stand in several groups.
  func aggregate(
    _ evaluator: Evaluator, rows: ContiguousArray<Int32>, groups: ContiguousArray<Int32>, count: Int,
    notes: Bool
  ) throws(Diagnostic) -> Column {
    guard let included else { return try over(evaluator, rows, groups, count, notes) }
    var keptRows = ContiguousArray<Int32>()
    var keptGroups = ContiguousArray<Int32>()
    for (row, group) in zip(rows, groups) where included[Int(row)] {
      keptRows.append(row)
      keptGroups.append(group)
    }
    return try over(evaluator, keptRows, keptGroups, count, notes)
  }

  private func over(
    _ evaluator: Evaluator, _ rows: ContiguousArray<Int32>, _ groups: ContiguousArray<Int32>, _ count: Int,
    _ notes: Bool
  ) throws(Diagnostic) -> Column {
    let picked = arguments.map { Kernels.gather($0, rows: rows) }
    let weights = weight.flatMap { Weights(Kernels.gather($0, rows: rows)) }
    return try evaluator.aggregate(
      call, picked, GroupAssignment(groups: groups, count: count), weights: weights, ranks: ranks,
      notes: notes
    ).column
  }
}
