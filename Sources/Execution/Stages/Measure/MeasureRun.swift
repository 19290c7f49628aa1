import Columns
import Plan
import Results
import Schema
import Source
import Store

/// `mpi`: scores as whole numbers, then counts and sums of them over groups by `summarize`, then the ratios.
///
/// Everything up to the last division is an integer wherever the weights of rows are, so that no measure depends on the
/// order in which something was added.
struct MeasureRun {
  private let executor: Executor
  private let plan: MeasurePlan
  private let original: Relation

  init(_ executor: Executor, _ plan: MeasurePlan, _ relation: Relation) {
    self.executor = executor
    self.plan = plan
    original = relation
  }

  func run() throws(Diagnostic) -> Relation {
    let scored = try DeprivationScores(executor, plan, original)
    var relation = scored.relation
    let scores = scored.scores(plan.indicators)
    let scoreSlot = add(.integer(IntegerColumn(scores)), to: &relation)
    let lacking = plan.listsIndicators ? plan.indicators.map(scored.rows) : []
    let lackingSlots = lacking.map { add(.boolean(BooleanColumn($0)), to: &relation) }
    var counts = Counts()
    counts.add(.count, nil, nil)
    for slot in lackingSlots { counts.add(.count, nil, slot) }
    for cutoff in plan.cutoffs {
      let poor = Bitmap(count: scores.count) { scores[$0] >= cutoff.threshold ? 1 : 0 }
      let slot = add(.boolean(BooleanColumn(poor)), to: &relation)
      counts.add(.count, nil, slot)
      counts.add(.sum, scoreSlot, slot)
      for rows in lacking {
        counts.add(.count, nil, add(.boolean(BooleanColumn(rows & poor)), to: &relation))
      }
    }
    var summarize = plan.grouping
    summarize.calls = counts.calls
    summarize.outputs = counts.outputs(named: plan.grouping.outputs.first?.name ?? "")
    return Measures(plan, try Summarizer(executor, summarize, relation).run()).relation
  }

  private func add(_ column: Column, to relation: inout Relation) -> Int {
    relation.columns.append(column)
    return relation.columns.count - 1
  }

  /// The counts and sums that `summarize` takes.
  private struct Counts {
    private(set) var calls: [AggregateCall] = []
    private let nowhere = SourceRange(SourceID(0), 0, 0)

    mutating func add(_ function: AggregateFunction, _ value: Int?, _ condition: Int?) {
      calls.append(
        AggregateCall(
          function, arguments: value.map { [TypedExpression(.column($0), .integer, nowhere)] } ?? [],
          condition: condition.map { TypedExpression(.column($0), .boolean, nowhere) }, type: .integer,
          text: "mpi", range: nowhere))
    }

    /// All under one name, by which columns that only the data name are told.
    func outputs(named name: String) -> [Summarize.Output] {
      calls.indices.map { index in
        Summarize.Output(
          TypedExpression(.aggregate(index), .integer, nowhere), name: name, isAdditive: false)
      }
    }
  }
}
