/// `ways out`: what would lead each row to a better class (criteria.md).
package struct WaysOut: Sendable {
  /// Counts of lacks for which the classes ask the same, with the class at the income on record and at the income needed.
  package struct Stretch: Sendable {
    package var counts: ClosedRange<Int>
    package var classNow: TypedExpression
    package var classByIncome: TypedExpression

    package init(counts: ClosedRange<Int>, classNow: TypedExpression, classByIncome: TypedExpression) {
      self.counts = counts
      self.classNow = classNow
      self.classByIncome = classByIncome
    }
  }

  /// The class as assessed; a row whose class is open has no ways.
  package var assessed: TypedExpression
  /// Missing where the count of lacks is open.
  package var count: TypedExpression
  package var lacks: TypedExpression
  /// What is short of the first đồng above the line; missing above it.
  package var incomeNeeded: TypedExpression
  package var stretches: [Stretch]

  package init(
    assessed: TypedExpression, count: TypedExpression, lacks: TypedExpression, incomeNeeded: TypedExpression,
    stretches: [Stretch]
  ) {
    self.assessed = assessed
    self.count = count
    self.lacks = lacks
    self.incomeNeeded = incomeNeeded
    self.stretches = stretches
  }
}
