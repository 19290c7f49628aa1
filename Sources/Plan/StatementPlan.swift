import Source

/// A piece of a title, text or message.
package enum TemplatePart: Sendable {
  case text(String)
  /// A plan of one value.
  case value(Plan)
}

/// `expect`: a condition without rows, and how to show what breaks it.
package struct ExpectPlan: Sendable {
  package var condition: TypedExpression
  package var text: String
  package var isWarning: Bool
  package var message: [TemplatePart]
  /// The rows that break it or leave it open: their key and the fields that the condition names.
  package var offenders: Plan?

  package init(
    condition: TypedExpression, text: String, isWarning: Bool, message: [TemplatePart], offenders: Plan?
  ) {
    self.condition = condition
    self.text = text
    self.isWarning = isWarning
    self.message = message
    self.offenders = offenders
  }
}

/// What a statement does.
package struct StatementPlan: Sendable {
  package enum Kind: Sendable {
    /// Prints a result and keeps its rows under a number, for `it`.
    case result(Plan, keep: Int)
    case title([TemplatePart])
    case text([TemplatePart])
    case expect(ExpectPlan)
    /// Why a row is what it is; why it is not among some rows.
    case explain(ExplainPlan)
    case trace(TracePlan)
    /// A setting from here on.
    case set(name: String, value: String)
    /// A definition of a value: computed here, once.
    case compute(Subquery)
    /// Any other definition, or a parameter: done when it was resolved.
    case none
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
