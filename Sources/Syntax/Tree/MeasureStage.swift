import Source

/// `mpi of (d_water, d_toilet) k = 1/3 weights (d_water = 2) with indicators weighted by size by district`.
package struct MeasureStage: Sendable {
  /// How indicators weigh against each other; equally where nothing is written.
  package enum Weights: Sendable {
    /// Each service the same, divided equally within it; the range of the clause.
    case byService(SourceRange)
    /// Those named; the others weigh 1.
    case given([(name: Name, weight: Expression)])
  }

  /// The conditions that stand for lacks; nil for the indicators of the standard.
  package var indicators: [NamedExpression]?
  /// The poverty cutoff, its lower end, or the set of several.
  package var cutoff: Expression
  /// The upper end of a range of cutoffs.
  package var through: Expression?
  package var weights: Weights?
  /// The clauses of `summarize`, with `indicators` among their options.
  package var clauses: GroupClauses

  package init(
    indicators: [NamedExpression]?, cutoff: Expression, through: Expression?, weights: Weights?,
    clauses: GroupClauses
  ) {
    self.indicators = indicators
    self.cutoff = cutoff
    self.through = through
    self.weights = weights
    self.clauses = clauses
  }

  /// Whether a row stands for an indicator rather than for a group.
  package var listsIndicators: Bool { clauses.options.contains { $0.option.isIndicators } }

  /// The cutoffs one by one; with `through`, the ends of the range.
  package var cutoffs: [Expression] {
    if let through { return [cutoff, through] }
    if case .tuple(let items) = cutoff.unwrapped.kind { return items }
    return [cutoff]
  }
}
