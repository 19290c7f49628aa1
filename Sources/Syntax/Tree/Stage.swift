import Source

/// A comment with its `#`, and whether it stands on a line of its own.
package struct Comment: Hashable, Sendable {
  package var text: String
  package var range: SourceRange
  package var ownLine: Bool

  package init(_ text: String, _ range: SourceRange, ownLine: Bool) {
    self.text = text
    self.range = range
    self.ownLine = ownLine
  }
}

/// `EXPR as NAME`.
package struct NamedExpression: Sendable {
  package var expression: Expression
  package var name: Name?

  package init(_ expression: Expression, as name: Name?) {
    self.expression = expression
    self.name = name
  }

  package var range: SourceRange { name.map { expression.range.union($0.range) } ?? expression.range }
}

/// What `with` asks for.
package enum WithOption: Sendable {
  case totals, subtotals, share, empty
  case sharePer(Expression)
  /// Of `mpi` alone: a row an indicator.
  case indicators

  /// Whether it adds a column of shares.
  package var isShare: Bool {
    switch self {
    case .share, .sharePer: true
    case .totals, .subtotals, .empty, .indicators: false
    }
  }

  package var isIndicators: Bool { if case .indicators = self { true } else { false } }
}

/// The clauses of `summarize` and `count`.
package struct GroupClauses: Sendable {
  package var weight: Expression?
  package var keys: [NamedExpression] = []
  package var across: NamedExpression?
  package var options: [(option: WithOption, range: SourceRange)] = []

  package init() {}
}

/// A pipeline: where rows come from, and what happens to them.
package struct Pipeline: Sendable {
  package var source: Expression
  package var stages: [Stage]

  package init(_ source: Expression, _ stages: [Stage]) {
    self.source = source
    self.stages = stages
  }

  package var range: SourceRange { stages.last.map { source.range.union($0.range) } ?? source.range }
}

/// `movement of class = poor beside near_poor from 2022 to 2023 by district with totals listed`.
package struct Movement: Sendable {
  package var field: Expression
  package var value: Expression
  package var beside: Expression?
  package var from: SnapshotReference
  package var to: SnapshotReference
  package var clauses: GroupClauses
  package var isListed: Bool

  package init(
    field: Expression, value: Expression, beside: Expression?, from: SnapshotReference, to: SnapshotReference,
    clauses: GroupClauses, isListed: Bool
  ) {
    self.field = field
    self.value = value
    self.beside = beside
    self.from = from
    self.to = to
    self.clauses = clauses
    self.isListed = isListed
  }
}

/// A stage of a pipeline, as written.
package struct Stage: Sendable {
  package indirect enum Kind: Sendable {
    case filter(Expression)
    case derive([NamedExpression])
    case select([NamedExpression])
    case drop([Name])
    case rename([(from: Name, to: Name)])
    case summarize([NamedExpression], GroupClauses)
    case count(GroupClauses)
    case sort([SortKey])
    case take(Expression, through: Expression?, per: [Expression])
    /// `top N by KEY …` and, where `isBottom`, `bottom N by KEY …`.
    case top(Expression, by: [SortKey], isBottom: Bool, per: [Expression])
    case distinct([NamedExpression])
    case sample(Expression, seed: Expression?)
    case expand(Expression)
    case append(Pipeline)
    case describe
    case compare(from: SnapshotReference, to: SnapshotReference)
    case movement(Movement)
    case transition(Expression, from: SnapshotReference, to: SnapshotReference, GroupClauses)
    case suppose([Supposition])
    case measure(MeasureStage)
    /// `ways out`: the levers of each row.
    case waysOut
    case save(String, sheet: String?)
    /// `.members` after `households[…]`: the rows become those behind a to-many link.
    case rows(Name)
    /// A stage of the language that this version does not run, by its first word.
    case notYet(Name)
  }

  package var kind: Kind
  package var range: SourceRange
  /// The word that begins the stage.
  package var keyword: SourceRange
  package var leadingComments: [Comment] = []
  package var trailingComment: Comment?

  package init(_ kind: Kind, range: SourceRange, keyword: SourceRange) {
    self.kind = kind
    self.range = range
    self.keyword = keyword
  }
}
