import Source

/// A name as written; `isQuoted` where backquotes make it one.
package struct Name: Hashable, Sendable {
  package var text: String
  package var range: SourceRange
  package var isQuoted: Bool

  package init(_ text: String, _ range: SourceRange, isQuoted: Bool = false) {
    self.text = text
    self.range = range
    self.isQuoted = isQuoted
  }
}

/// A number as written and as meant: `8.2 million` is the decimal 82 × 10⁵, `5%` is 5 × 10⁻².
package struct NumberLiteral: Hashable, Sendable {
  /// As the formatter writes it.
  package var text: String
  package var value: NumberValue

  package init(text: String, value: NumberValue) {
    self.text = text
    self.value = value
  }
}

/// What a numeric literal stands for, read in decimal.
package enum NumberValue: Hashable, Sendable {
  case integer(Int64)
  case decimal(Double)
}

/// A snapshot as `@` names it.
package enum SnapshotReference: Hashable, Sendable {
  /// `2022`, `2023_06`, `current`, `previous`, or text: as written, without quotes.
  case label(String)
  /// `2023-06` or `2023-06-30`: its last day, and the text as written.
  case date(CivilDate, String)
  /// `$base`.
  case parameter(Name)
}

package enum UnaryOperator: String, Sendable { case minus = "-", not = "not" }

package enum BinaryOperator: String, Sendable {
  case or, and
  case coalesce = "??"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case modulo = "mod"
  case power = "^"
}

package enum ComparisonOperator: String, Sendable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains = "~"
  case containsNot = "!~"
}

/// A link of a chain: `1 < x <= 2` is `1` and two links.
package struct ComparisonLink: Sendable {
  package var comparison: ComparisonOperator
  package var range: SourceRange
  package var operand: Expression

  package init(_ comparison: ComparisonOperator, _ range: SourceRange, _ operand: Expression) {
    self.comparison = comparison
    self.range = range
    self.operand = operand
  }
}

/// What stands right of `in`.
package enum InOperand: Sendable {
  /// `in (a, b)`.
  case list([Expression])
  /// `in 6..15`, both ends in.
  case range(Expression, Expression)
  /// `in school_age`, `in (households | where …)`: any other expression.
  case rows(Expression)
}

package enum HasMode: String, Sendable { case one = "", any, all }

/// A key with its direction.
package struct SortKey: Sendable {
  package var expression: Expression
  package var isDescending: Bool

  package init(_ expression: Expression, descending: Bool) {
    self.expression = expression
    self.isDescending = descending
  }
}

/// An argument of a call: `members`, `members where age < 6`, `supports where … by date desc`, `income desc`.
package struct Argument: Sendable {
  package var expression: Expression
  package var condition: Expression?
  package var order: [SortKey]
  /// `desc` after the expression (`rank(x desc)`).
  package var isDescending: Bool
  package var range: SourceRange

  package init(
    _ expression: Expression, where condition: Expression? = nil, by order: [SortKey] = [],
    descending: Bool = false, range: SourceRange
  ) {
    self.expression = expression
    self.condition = condition
    self.order = order
    self.isDescending = descending
    self.range = range
  }
}

/// A call.
///
/// `count(where C)` has no argument and a `condition`; `rank(x per a, b)` has `per`.
package struct Call: Sendable {
  package var function: Name
  package var arguments: [Argument]
  /// The condition of a call that begins with `where`.
  package var condition: Expression?
  package var per: [Expression]

  package init(
    _ function: Name, _ arguments: [Argument], condition: Expression? = nil, per: [Expression] = []
  ) {
    self.function = function
    self.arguments = arguments
    self.condition = condition
    self.per = per
  }
}

/// An arm of `match`: any of the patterns leads to the value; no pattern is `else`.
package struct MatchArm: Sendable {
  package var patterns: [MatchPattern]
  package var value: Expression

  package init(_ patterns: [MatchPattern], _ value: Expression) {
    self.patterns = patterns
    self.value = value
  }
}

package enum MatchPattern: Sendable {
  case value(Expression)
  case range(Expression, Expression)
  case missing
  case otherwise
}

/// An expression of the source, as written.
package struct Expression: Sendable {
  package indirect enum Kind: Sendable {
    case number(NumberLiteral)
    case text(String)
    case date(CivilDate)
    case boolean(Bool)
    case missing
    case name(Name)
    /// `.poor`
    case enumValue(Name)
    /// `$year`
    case parameter(Name)
    /// `commune.name`
    case member(Expression, Name)
    /// `class@2022`
    case at(Expression, SnapshotReference, SourceRange)
    /// `assessed under decree_351_2025`
    case under(Expression, Name)
    /// `district on 2024-12-31`
    case on(Expression, Expression)
    /// `households[class = poor]`
    case filtered(Expression, Expression)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case comparison(Expression, [ComparisonLink])
    /// `x within y`
    case within(Expression, Expression)
    case membership(Expression, InOperand, isNegated: Bool)
    case isMissing(Expression, isNegated: Bool)
    /// `set has x`, `has any (…)`, `has all (…)`
    case has(Expression, HasMode, [Expression])
    /// `(a, b)`, `()`: a set.
    case tuple([Expression])
    case parenthesized(Expression)
    case conditional(Expression, then: Expression, else: Expression)
    case match(Expression, [MatchArm])
    case call(Call)
    /// A pipeline of at least one stage, in parentheses where a value stands.
    case pipeline(Pipeline)
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
