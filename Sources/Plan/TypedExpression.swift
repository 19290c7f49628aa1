import Schema
import Source

package enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case modulo = "mod"
  case power = "^"
}

package enum Comparison: String, Sendable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

package enum SetTest: Sendable { case any, all }

/// A key with its direction.
package struct OrderKey: Sendable {
  package var expression: TypedExpression
  package var isDescending: Bool

  package init(_ expression: TypedExpression, descending: Bool) {
    self.expression = expression
    self.isDescending = descending
  }
}

/// An aggregate with what it takes in.
///
/// The same call serves over groups, over children and over all rows.
package struct AggregateCall: Sendable {
  package var function: AggregateFunction
  /// Evaluated on each row taken in.
  package var arguments: [TypedExpression]
  /// Rows where it is not true are left out; undetermined ones are counted in the ledger.
  package var condition: TypedExpression?
  /// The order in which `first`, `last` and `list` take rows.
  package var order: [OrderKey]
  package var type: ValueType
  /// The entity whose rows weigh a value of their parent: `mean(household.size)` over members.
  package var weighedBy: String?
  /// The call as the formatter writes it, for the ledger.
  package var text: String
  package var range: SourceRange

  package init(
    _ function: AggregateFunction, arguments: [TypedExpression], condition: TypedExpression?,
    order: [OrderKey] = [], type: ValueType, text: String, range: SourceRange
  ) {
    self.function = function
    self.arguments = arguments
    self.condition = condition
    self.order = order
    self.type = type
    self.text = text
    self.range = range
  }
}

/// A value over the rows of the stage that stands on each row.
package enum WindowFunction: Sendable {
  case aggregate(AggregateCall)
  case rank(OrderKey)
  case ntile(OrderKey, Int)
  case running(TypedExpression)
  case number
  case apportion(TypedExpression, TypedExpression)
}

/// An expression with its names resolved and its type known.
///
/// It is read against a frame: the current row (of an entity in a snapshot, or of columns only) and the frame around it.
package struct TypedExpression: Sendable {
  package indirect enum Kind: Sendable {
    case constant(Constant)
    /// A column of the relation, by slot.
    case column(Int)
    /// A stored field of the current row.
    case field(String)
    /// The current row itself.
    case row
    /// The value of an expression read on the row that a link leads to.
    case follow(link: TypedExpression, entity: String, value: TypedExpression)
    /// The place at or above a place, by level.
    case ancestor(TypedExpression, level: Int)
    /// The value of an expression read on this row's counterpart in another snapshot.
    case aligned(SnapshotID, entity: String, value: TypedExpression)
    /// Whether this row has a counterpart in another snapshot.
    case present(SnapshotID, entity: String)
    /// The value of an expression read in the frame around.
    case outer(TypedExpression)

    case negate(TypedExpression)
    case not(TypedExpression)
    case and(TypedExpression, TypedExpression)
    case or(TypedExpression, TypedExpression)
    case arithmetic(ArithmeticOperator, TypedExpression, TypedExpression)
    case comparison(Comparison, TypedExpression, TypedExpression)
    /// Text that contains another, without regard to case and marks.
    case contains(TypedExpression, TypedExpression)
    case isMissing(TypedExpression)
    case isOneOf(TypedExpression, [Constant])
    case isWithin(TypedExpression, TypedExpression)
    case has(TypedExpression, SetTest, TypedExpression)
    /// The set of one value.
    case singleton(TypedExpression)
    case join(TypedExpression, TypedExpression)
    case takeAway(TypedExpression, TypedExpression)
    case coalesce(TypedExpression, TypedExpression)
    case conditional(TypedExpression, then: TypedExpression, else: TypedExpression)
    case call(ScalarFunction, [TypedExpression])
    case undetermined(TypedExpression)
    case whyMissing(TypedExpression)
    /// An integer or share read as a number.
    case converted(TypedExpression)

    /// An aggregate over the rows behind a to-many link: of this row, or of the row that `base` leads to (only where the
    /// call reads this row by `outer`; else the aggregate is a value that is followed to).
    case nested(AggregateCall, base: TypedExpression?, link: String, entity: String, target: String)
    case window(WindowFunction, per: [TypedExpression])
    /// The value of a pipeline of one row and one column, computed once.
    case scalar(Subquery)
    /// The value of a definition, computed where it stands: by number, so that a long chain of definitions is no deep tree.
    case defined(Int)
    /// A value of this row that is kept once computed.
    case computed(ComputedValue)
    /// The value that a `suppose` put in the place of a fact of this row, by its number.
    case supposed(Int)
    /// The set of the values of an enum, in its order, whose conditions are true; with `isOpen` those undetermined.
    case flags([TypedExpression], isOpen: Bool)
    /// The element of a set of one; missing for any other set.
    case sole(TypedExpression)
    /// A condition that is undetermined on every row, because of the value that the expression's text names.
    case undecided
    /// Whether a value is among the values of a pipeline of one column, or a row among its rows.
    case isAmong(TypedExpression, Subquery)

    /// In the outputs of `summarize`: an aggregate, a key, an output before this one.
    case aggregate(Int)
    case key(Int)
    case output(Int)
  }

  package var kind: Kind
  package var type: ValueType
  package var range: SourceRange
  /// The expression as the formatter writes it, for messages and the ledger.
  package var text: String
  /// What is known of the value where it is open; nil for values that are known or missing.
  package var openness: Openness?

  package init(
    _ kind: Kind, _ type: ValueType, _ range: SourceRange, text: String = "", openness: Openness? = nil
  ) {
    self.openness = openness
    self.kind = kind
    self.type = type
    self.range = range
    self.text = text
  }

  /// The constant that this expression is, if it is one.
  package var constant: Constant? {
    if case .constant(let value) = kind { return value }
    return nil
  }
}

/// A pipeline inside an expression; its result is kept for the run under its number.
package final class Subquery: Sendable {
  package let number: Int
  package let plan: Plan

  package init(number: Int, plan: Plan) {
    self.number = number
    self.plan = plan
  }
}
