import Plan
import Schema
import Source
import Store
import Syntax

/// Conditions on values that are open: decided wherever every value left agrees (criteria.md).
extension Resolver {
  /// A value put through a change, with what is known of it put through the same.
  func opened(_ value: TypedExpression, _ range: SourceRange, _ change: (TypedExpression) -> TypedExpression)
    -> TypedExpression
  {
    var result = change(value)
    result.range = range
    result.openness = value.openness?.map(change)
    return result
  }

  /// `a and b`, `a or b` with less than the usual ceremony.
  private func both(_ a: TypedExpression, _ b: TypedExpression) -> TypedExpression {
    TypedExpression(.and(a, b), .boolean, a.range)
  }

  private func either(_ a: TypedExpression, _ b: TypedExpression) -> TypedExpression {
    TypedExpression(.or(a, b), .boolean, a.range)
  }

  private func not(_ a: TypedExpression) -> TypedExpression { TypedExpression(.not(a), .boolean, a.range) }

  /// Undetermined, because of an open value.
  private func undecided(_ value: TypedExpression) -> TypedExpression {
    TypedExpression(.undecided, .boolean, value.range, text: value.text)
  }

  /// True where `certain` is, false where `possible` is, else undetermined.
  private func decide(_ certain: TypedExpression, _ possible: TypedExpression, _ value: TypedExpression)
    -> TypedExpression
  {
    either(certain, both(possible, undecided(value)))
  }

  /// A comparison of which a side is open; nil where neither is.
  func openComparison(
    _ operation: Comparison, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange
  ) -> TypedExpression? {
    guard a.openness != nil || b.openness != nil else { return nil }
    let open = a.openness == nil ? b : a
    switch open.openness {
    case .range?: return rangeComparison(operation, a, b, open, range)
    case .values?: return valueComparison(operation, a, b, open, range)
    case .elements?: return setComparison(operation, a, b, open, range)
    case nil: return nil
    }
  }

  // MARK: Numbers

  private func ends(_ value: TypedExpression) -> (low: TypedExpression, high: TypedExpression) {
    if case .range(let low, let high)? = value.openness { (low, high) } else { (value, value) }
  }

  private func rangeComparison(
    _ operation: Comparison, _ a: TypedExpression, _ b: TypedExpression, _ open: TypedExpression,
    _ range: SourceRange
  ) -> TypedExpression {
    let (x, y) = (ends(a), ends(b))
    let compare = { (operation: Comparison, left: TypedExpression, right: TypedExpression) in
      TypedExpression(.comparison(operation, left, right), .boolean, range)
    }
    switch operation {
    case .less, .lessOrEqual:
      return decide(compare(operation, x.high, y.low), compare(operation, x.low, y.high), open)
    case .greater, .greaterOrEqual:
      return decide(compare(operation, x.low, y.high), compare(operation, x.high, y.low), open)
    case .equal, .unequal:
      let certain = both(
        both(compare(.equal, x.low, x.high), compare(.equal, y.low, y.high)), compare(.equal, x.low, y.low))
      let possible = both(compare(.lessOrEqual, x.low, y.high), compare(.lessOrEqual, y.low, x.high))
      let equal = decide(certain, possible, open)
      return operation == .equal ? equal : not(equal)
    }
  }

  // MARK: Values of an enum

  private func valueComparison(
    _ operation: Comparison, _ a: TypedExpression, _ b: TypedExpression, _ open: TypedExpression,
    _ range: SourceRange
  ) -> TypedExpression? {
    guard case .enumeration(let type) = open.type.kind else { return nil }
    if case .values(let possible)? = a.openness, case .constant(.enumeration(let code)) = b.kind {
      return among(possible, mask(type, operation, Int(code)), open)
    }
    if case .values(let possible)? = b.openness, case .constant(.enumeration(let code)) = a.kind {
      return among(possible, mask(type, operation.mirrored, Int(code)), open)
    }
    guard operation == .equal || operation == .unequal else { return nil }
    let (x, y) = (possibleValues(a, type), possibleValues(b, type))
    let one = { (set: TypedExpression) in
      let length = TypedExpression(.call(.length, [set]), .integer, range)
      let unit = TypedExpression(.constant(.integer(1)), .integer, range)
      return TypedExpression(.comparison(.equal, length, unit), .boolean, range)
    }
    let meet = TypedExpression(.has(x, .any, y), .boolean, range)
    let equal = decide(both(meet, both(one(x), one(y))), meet, open)
    return operation == .equal ? equal : not(equal)
  }

  private func possibleValues(_ value: TypedExpression, _ type: EnumType) -> TypedExpression {
    if case .values(let possible)? = value.openness { possible } else { singleton(value, type) }
  }

  /// The values of a type that stand in a relation to one of them.
  private func mask(_ type: EnumType, _ operation: Comparison, _ code: Int) -> UInt64 {
    type.values.indices.reduce(0) { mask, value in
      let holds =
        switch operation {
        case .equal: value == code
        case .unequal: value != code
        case .less: value < code
        case .lessOrEqual: value <= code
        case .greater: value > code
        case .greaterOrEqual: value >= code
        }
      return holds ? mask | 1 << UInt64(value) : mask
    }
  }

  /// Whether every value left is among some: true, where none is: false.
  func among(_ possible: TypedExpression, _ mask: UInt64, _ value: TypedExpression) -> TypedExpression {
    let set = { (mask: UInt64) in TypedExpression(.constant(.set(mask)), possible.type, value.range) }
    let meets = TypedExpression(.has(possible, .any, set(mask)), .boolean, value.range)
    let leaves = TypedExpression(.has(possible, .any, set(~mask)), .boolean, value.range)
    return both(meets, either(not(leaves), undecided(value)))
  }

  /// `x in (a, b)` where `x` is open and every element is a constant; nil where that is not so.
  func openList(_ value: TypedExpression, _ constants: [Constant]) -> TypedExpression? {
    if case .range(let low, let high)? = value.openness { return openNumbers(value, low, high, constants) }
    guard case .values(let possible)? = value.openness else { return nil }
    var mask: UInt64 = 0
    for constant in constants {
      guard case .enumeration(let code) = constant else { return nil }
      mask |= 1 << UInt64(code)
    }
    return among(possible, mask, value)
  }

  /// Whether a number that lies in a range is among whole numbers: true where all of the range are, false where none is.
  private func openNumbers(
    _ value: TypedExpression, _ low: TypedExpression, _ high: TypedExpression, _ constants: [Constant]
  ) -> TypedExpression? {
    var numbers = Set<Int64>()
    for constant in constants {
      guard case .integer(let number) = constant else { return nil }
      numbers.insert(number)
    }
    let whole = { (number: Int64) in
      TypedExpression(.constant(.integer(number)), .integer, value.range)
    }
    let compare = { (operation: Comparison, left: TypedExpression, right: TypedExpression) in
      TypedExpression(.comparison(operation, left, right), .boolean, value.range)
    }
    var certain: TypedExpression?
    var possible: TypedExpression?
    for run in runs(of: numbers.sorted()) {
      let inside = both(
        compare(.greaterOrEqual, low, whole(run.lowerBound)),
        compare(.lessOrEqual, high, whole(run.upperBound)))
      let meets = both(
        compare(.lessOrEqual, low, whole(run.upperBound)),
        compare(.greaterOrEqual, high, whole(run.lowerBound)))
      certain = certain.map { either($0, inside) } ?? inside
      possible = possible.map { either($0, meets) } ?? meets
    }
    guard let certain, let possible else { return nil }
    return decide(certain, possible, value)
  }

  /// Ascending numbers as runs without a gap.
  private func runs(of numbers: [Int64]) -> [ClosedRange<Int64>] {
    var result: [ClosedRange<Int64>] = []
    for number in numbers {
      if let last = result.last, last.upperBound < Int64.max, last.upperBound + 1 == number {
        result[result.count - 1] = last.lowerBound...number
      } else {
        result.append(number...number)
      }
    }
    return result
  }

  // MARK: Sets

  private func parts(_ value: TypedExpression) -> (known: TypedExpression, open: TypedExpression) {
    if case .elements(let known, let open)? = value.openness { return (known, open) }
    return (value, TypedExpression(.constant(.set(0)), value.type, value.range))
  }

  private func setComparison(
    _ operation: Comparison, _ a: TypedExpression, _ b: TypedExpression, _ open: TypedExpression,
    _ range: SourceRange
  ) -> TypedExpression? {
    guard operation == .equal || operation == .unequal else { return nil }
    let (x, y) = (parts(a), parts(b))
    let none = TypedExpression(.constant(.set(0)), open.type, range)
    let same = { (left: TypedExpression, right: TypedExpression) in
      TypedExpression(.comparison(.equal, left, right), .boolean, range)
    }
    let holds = { (whole: TypedExpression, part: TypedExpression) in
      TypedExpression(.has(whole, .all, part), .boolean, range)
    }
    let join = { (left: TypedExpression, right: TypedExpression) in
      TypedExpression(.join(left, right), open.type, range)
    }
    let certain = both(both(same(x.open, none), same(y.open, none)), same(x.known, y.known))
    let possible = both(holds(join(x.known, x.open), y.known), holds(join(y.known, y.open), x.known))
    let equal = decide(certain, possible, open)
    return operation == .equal ? equal : not(equal)
  }

  /// `set has …` where the set is open.
  func openHas(_ set: TypedExpression, _ test: SetTest, _ wanted: TypedExpression, _ range: SourceRange)
    -> TypedExpression?
  {
    guard case .elements(let known, let open)? = set.openness else { return nil }
    let certain = TypedExpression(.has(known, test, wanted), .boolean, range)
    let rest = test == .any ? open : TypedExpression(.join(known, open), known.type, range)
    return decide(certain, TypedExpression(.has(rest, test, wanted), .boolean, range), set)
  }

  /// `length(set)` where the set is open: a range.
  func openLength(_ set: TypedExpression, _ range: SourceRange) -> TypedExpression? {
    guard case .elements(let known, let open)? = set.openness else { return nil }
    let least = TypedExpression(.call(.length, [known]), .integer, range, text: "length")
    let most = TypedExpression(
      .call(.length, [TypedExpression(.join(known, open), known.type, range)]), .integer, range,
      text: "length")
    let closed = TypedExpression(.comparison(.equal, least, most), .boolean, range)
    let missing = TypedExpression(.constant(.missing), .integer, range)
    return TypedExpression(
      .conditional(closed, then: least, else: missing), .integer, range, text: "length(\(set.text))",
      openness: .range(least, most))
  }

  /// The openness of a sum or difference of sets.
  func openness(joining a: TypedExpression, _ b: TypedExpression, takingAway: Bool) -> Openness? {
    guard a.openness != nil || b.openness != nil else { return nil }
    let (x, y) = (parts(a), parts(b))
    let type = a.type
    let join = { (left: TypedExpression, right: TypedExpression) in
      TypedExpression(.join(left, right), type, a.range)
    }
    let minus = { (left: TypedExpression, right: TypedExpression) in
      TypedExpression(.takeAway(left, right), type, a.range)
    }
    if takingAway {
      // What b may hold leaves open whether a keeps it.
      let known = minus(x.known, join(y.known, y.open))
      let most = minus(join(x.known, x.open), y.known)
      return .elements(known: known, open: minus(most, known))
    }
    let known = join(x.known, y.known)
    return .elements(known: known, open: minus(join(x.open, y.open), known))
  }
}

extension Comparison {
  /// The comparison with its sides changed.
  var mirrored: Comparison {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .unequal: self
    }
  }
}
