/// What is known of a value whose facts are not all there: it lies in a range, or among some values, or some elements of a
/// set are open (criteria.md).
///
/// The expression that carries it reads as missing, or for a set as its known elements, where the value is open; a
/// condition on it is decided wherever every value left agrees.
package indirect enum Openness: Sendable {
  /// The least and the greatest whole number that it may be; equal where it is known.
  case range(TypedExpression, TypedExpression)
  /// The set of the values of an enum that it may be; of one element where it is known.
  case values(TypedExpression)
  /// The elements that the set has for certain and those that are open.
  case elements(known: TypedExpression, open: TypedExpression)

  /// The same with each part put through a function.
  package func map(_ change: (TypedExpression) -> TypedExpression) -> Openness {
    switch self {
    case .range(let low, let high): .range(change(low), change(high))
    case .values(let possible): .values(change(possible))
    case .elements(let known, let open): .elements(known: change(known), open: change(open))
    }
  }

  package var parts: [TypedExpression] {
    switch self {
    case .range(let low, let high): [low, high]
    case .values(let possible): [possible]
    case .elements(let known, let open): [known, open]
    }
  }
}

/// A value of each row of an entity that is worth keeping: computed once for a snapshot, however often it is read.
///
/// It reads only stored fields, other computed values and what a what-if put in their place, never columns of a pipeline.
package final class ComputedValue: Sendable {
  /// Unlike for every unlike value of a session.
  package let number: Int
  /// The entity on whose rows it is read.
  package let entity: String
  package let expression: TypedExpression
  /// Whether it reads what a `suppose` put in place, so that it holds only until the next one.
  package let isSupposed: Bool

  package init(number: Int, entity: String, _ expression: TypedExpression, isSupposed: Bool) {
    self.number = number
    self.entity = entity
    self.expression = expression
    self.isSupposed = isSupposed
  }
}

/// `suppose`: for the rows at hand, a value in the place of a fact (language.md, section 9).
package struct Assumption: Sendable {
  /// By this number the value is read from here on.
  package var number: Int
  /// The entity whose rows get the value.
  package var entity: String
  /// The to-many link that leads to those rows from the rows at hand; nil where they are the rows at hand.
  package var link: String?
  /// Read on the rows that get it.
  package var value: TypedExpression
  /// What the other rows keep; nil where the snapshot has no such fact.
  package var original: TypedExpression?

  package init(number: Int, entity: String, link: String?, value: TypedExpression, original: TypedExpression?)
  {
    self.number = number
    self.entity = entity
    self.link = link
    self.value = value
    self.original = original
  }
}
