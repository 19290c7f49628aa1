extension PlanStage {
  /// The expressions that the stage reads on the rows before it.
  package var expressions: [TypedExpression] {
    switch kind {
    case .filter(let condition): [condition]
    case .derive(let values), .project(let values): values
    case .summarize(let summarize):
      summarize.keys.map(\.expression) + (summarize.across.map { [$0.expression] } ?? [])
        + summarize.calls.flatMap(\.expressions) + (summarize.weight.map { [$0] } ?? [])
    case .sort(let keys): keys.map(\.expression)
    case .take(_, _, let per): per
    case .top(_, let keys, _, let per): keys.map(\.expression) + per
    case .distinct(let keys, _): keys
    case .expandSet(let value, _): [value]
    case .describe(let columns), .save(_, _, let columns): columns.map(\.expression)
    case .suppose(let assumptions): assumptions.map(\.value)
    case .append, .appendRows, .expand, .rebase, .sample, .compare, .movement, .transition: []
    }
  }
}
