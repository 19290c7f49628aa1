import Schema
import Source

/// A column of a plan's result.
package struct OutputColumn: Sendable {
  package var name: String
  package var label: Localized?
  /// Read against the last relation of the plan.
  package var expression: TypedExpression
  package var isKey: Bool
  /// A key of groups: its missing values print as `(missing)`.
  package var namesMissing: Bool
  /// A key of groups that was a set: its codes are elements, one more for the empty set.
  package var isSetKey: Bool

  package init(
    name: String, label: Localized?, expression: TypedExpression, isKey: Bool = false,
    namesMissing: Bool = false, isSetKey: Bool = false
  ) {
    self.name = name
    self.label = label
    self.expression = expression
    self.isKey = isKey
    self.namesMissing = namesMissing
    self.isSetKey = isSetKey
  }
}

/// Where the rows of a plan come from.
package indirect enum PlanSource: Sendable {
  /// Every row of an entity.
  case scan(entity: String, SnapshotID)
  /// The one row of an entity with a key; none where no row has it.
  case row(entity: String, key: String, SnapshotID)
  /// One row without columns: expressions that stand alone.
  case unit
  /// A relation kept by the session under a number: `it`.
  case kept(Int)
}

/// A logical plan: what is asked, without how it is done.
package struct Plan: Sendable {
  package var source: PlanSource
  package var stages: [PlanStage]
  package var output: [OutputColumn]
  /// Whether the result is one value rather than a table of one cell.
  package var isSingleValue: Bool
  /// What the result supposes, in words; empty where it tells what is.
  package var assumed: [String] = []

  package init(source: PlanSource, stages: [PlanStage], output: [OutputColumn], isSingleValue: Bool) {
    self.source = source
    self.stages = stages
    self.output = output
    self.isSingleValue = isSingleValue
  }
}

/// A step from one relation to the next.
package struct PlanStage: Sendable {
  package indirect enum Kind: Sendable {
    /// Keeps the rows for which the condition is true.
    case filter(TypedExpression)
    /// Adds columns after those that are there.
    case derive([TypedExpression])
    /// Leaves these columns only; rows are no longer rows of an entity.
    case project([TypedExpression])
    case summarize(Summarize)
    /// One row a group and cutoff, or a group, cutoff and indicator.
    case measure(MeasurePlan)
    case sort([OrderKey])
    case take(from: Int, through: Int, per: [TypedExpression])
    case top(Int, by: [OrderKey], stage: String, per: [TypedExpression])
    /// Unlike rows by the keys, in the order of their first; with `keepsRows` the rows themselves, else the keys.
    case distinct([TypedExpression], keepsRows: Bool)
    case sample(Int, seed: UInt64)
    /// One row a child behind a to-many link.
    case expand(link: String, entity: String, target: String)
    /// Forgets the columns, keeping the rows of their entity.
    case rebase
    /// One row an element of a set; the element becomes a new column.
    case expandSet(TypedExpression, EnumType)
    /// The rows of another plan below, its columns by slot here; missing where nil.
    case append(Plan, columns: [TypedExpression?])
    /// The rows of another plan of the same entity and snapshot below.
    case appendRows(Plan)
    case describe([OutputColumn])
    /// Two plans of one shape side by side by their keys (the first columns).
    case compare(ComparePlan)
    case movement(MovementPlan)
    case transition(TransitionPlan)
    /// Puts values in the place of facts of the rows, for what is read from here on.
    case suppose([Assumption])
    /// One row a way to a better class; the way, the income needed, the remedies and the class become new columns.
    case waysOut(WaysOut)
    case save(file: String, sheet: String?, output: [OutputColumn])
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// What `summarize` and `count` do.
package struct Summarize: Sendable {
  package struct Key: Sendable {
    package var expression: TypedExpression
    package var name: String
    /// A set puts a row in the group of each of its elements.
    package var elements: EnumType?

    package init(_ expression: TypedExpression, name: String, elements: EnumType?) {
      self.expression = expression
      self.name = name
      self.elements = elements
    }
  }

  package struct Output: Sendable {
    /// Over `aggregate`, `key` and `output`.
    package var expression: TypedExpression
    package var name: String
    /// Whether it is a count or sum, of which `share` takes the part.
    package var isAdditive: Bool

    package init(_ expression: TypedExpression, name: String, isAdditive: Bool) {
      self.expression = expression
      self.name = name
      self.isAdditive = isAdditive
    }
  }

  package enum Share: Sendable {
    case none
    /// Of the whole table.
    case table
    /// Of the group of the first keys, so many.
    case keys(Set<Int>)
  }

  package var keys: [Key] = []
  package var across: Key?
  package var calls: [AggregateCall] = []
  package var outputs: [Output] = []
  package var weight: TypedExpression?
  package var hasTotals = false
  package var hasSubtotals = false
  package var hasEmpty = false
  package var share: Share = .none
  /// The values of `across` that have a slot of their own, in order; nil where only the data tell.
  package var acrossDomain: [Constant]?

  package init() {}
}
