import Plan
import Schema
import Source
import Store
import Syntax

/// A column of the rows at hand.
struct ScopeColumn {
  var name: String
  var label: Localized?
  var type: ValueType
  var slot: Int
  var isKey = false
  var namesMissing = false
  var isSetKey = false
  /// Whether it shows a personal field.
  var isPersonal = false
  /// What is known of it where it is open, by slots of its own.
  var openness: Openness?
}

/// What a row offers: the fields and links of its entity, while it is a row of one, and its columns.
struct RowScope {
  var entity: String?
  var snapshot: SnapshotID
  var columns: [ScopeColumn] = []
  /// How many slots the relation has; columns that were replaced or dropped keep theirs.
  var slotCount = 0
  /// Whether the rows are one number (`count`).
  var isSingleValue = false
  /// Fields of the entity that the rows no longer show.
  var dropped: Set<String> = []
  /// Fields of the entity that the rows show and know under another name.
  var renamed: [String: String] = [:]
  /// Whether columns may follow that only the data name (`across` over text or numbers).
  var hasOpenColumns = false
  /// The views that these rows came from did nothing but filter rows of `entity`; the conditions, in order.
  var onlyFilters: Bool = true

  /// The standard that `under` named for the pipeline.
  var standard: String?
  /// What was supposed before this stage.
  var overlay: Overlay?

  /// A bare row of an entity, of the same snapshot, under the same standard and assumptions.
  func ofEntity(_ entity: String) -> RowScope {
    var row = RowScope(entity: entity, snapshot: snapshot)
    row.standard = standard
    row.overlay = overlay
    return row
  }

  /// Whether a fact of a row reads alike in both: under one standard, after the same assumptions.
  func isJudgedAlike(_ other: RowScope) -> Bool {
    standard == other.standard && overlay?.number == other.overlay?.number
  }

  /// Whether the rows are rows of an entity and nothing more.
  var isPlainRows: Bool { entity != nil && columns.isEmpty && dropped.isEmpty && renamed.isEmpty }

  /// The field of the entity that bears a name here.
  func field(called name: String) -> String { renamed.first { $0.value == name }?.key ?? name }

  func column(_ name: String) -> ScopeColumn? { columns.last { $0.name == name } }

  /// Adds a column, in the place of one of its name.
  mutating func add(_ column: ScopeColumn) {
    if let index = columns.firstIndex(where: { $0.name == column.name }) {
      columns[index] = column
    } else {
      columns.append(column)
    }
  }
}

/// The state of `summarize` while its outputs are resolved.
final class Grouping {
  let rows: Context
  var calls: [AggregateCall] = []
  var keys: [(name: String, text: String, type: ValueType)] = []
  var outputs: [(name: String, type: ValueType)] = []

  init(rows: Context) { self.rows = rows }
}

/// Where an expression stands: the row whose names it sees, the rows around, what may be called.
struct Context {
  /// The row; nil where there is none (`expect`, `{…}`, the prompt).
  var row: RowScope?
  /// The frame around the children of a nested aggregate.
  var outer: Outer?
  /// Set while the outputs of `summarize` are resolved; then `row` is nil.
  var grouping: Grouping?
  /// Arguments of the function being put in place.
  var arguments: [String: Binding] = [:]
  /// Whether aggregates over the rows of the stage stand here (`derive`, `where`, `sort`).
  var allowsWindows = false
  /// Definitions being put in place, to refuse recursion.
  var unfolding: [String] = []
  /// The standard whose clauses are being put in place.
  var standardScope: StandardScope?
  /// The snapshot that bare entities read.
  var snapshot: SnapshotID

  final class Outer {
    let context: Context
    init(_ context: Context) { self.context = context }
  }

  /// An argument with the context of its call.
  final class Binding {
    let expression: Expression
    let context: Context
    init(_ expression: Expression, _ context: Context) {
      self.expression = expression
      self.context = context
    }
  }

  init(row: RowScope?, snapshot: SnapshotID) {
    self.row = row
    self.snapshot = snapshot
  }

  /// The context of the rows in the groups, with the arguments and definitions that are being put in place here.
  func rowsOfGroups(_ grouping: Grouping) -> Context {
    var rows = grouping.rows
    rows.arguments = arguments
    rows.unfolding = unfolding
    return rows
  }

  /// The context of a child row inside this one.
  func child(_ scope: RowScope) -> Context {
    var context = self
    context.row = scope
    context.outer = Outer(self)
    context.grouping = nil
    context.allowsWindows = false
    return context
  }
}

/// A pipeline with its names resolved: a plan in the making and the scope of its rows.
struct ResolvedPipeline {
  var source: PlanSource
  var stages: [PlanStage] = []
  var scope: RowScope
}
