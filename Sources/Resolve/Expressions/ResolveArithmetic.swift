import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  func resolveBinary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ whole: Expression,
    _ context: Context, _ expected: ValueType?
  ) throws(Diagnostic) -> TypedExpression {
    switch operation {
    case .or:
      return TypedExpression(
        .or(try condition(left, context), try condition(right, context)), .boolean, whole.range)
    case .and:
      return TypedExpression(
        .and(try condition(left, context), try condition(right, context)), .boolean, whole.range)
    case .coalesce:
      return try coalesce(left, right, whole, context, expected)
    case .plus, .minus, .times, .divide, .modulo, .power:
      let (a, b) = try operands(left, right, context, expected?.isSet == true ? expected : nil)
      return try arithmetic(operation, a, b, left, right, whole)
    }
  }

  /// `a ?? b`; inside a standard, facts that one side needs are not missed where the other has all of its own.
  private func coalesce(
    _ left: Expression, _ right: Expression, _ whole: Expression, _ context: Context, _ expected: ValueType?
  ) throws(Diagnostic) -> TypedExpression {
    let before = context.standardScope?.absent
    let (a, b) = try operands(left, right, context, expected)
    if let scope = context.standardScope, let before {
      let parts = [left, right].map { part in
        scope.absent = []
        _ = try? resolve(part, context)
        return scope.absent
      }
      scope.absent = parts.contains([]) ? before : parts.reduce(before) { $0.union($1) }
    }
    let type = try commonType(a, b, whole.range)
    return TypedExpression(.coalesce(converted(a, type), converted(b, type)), type, whole.range)
  }

  /// Two operands, each read where the other's type tells what its words mean.
  func operands(_ left: Expression, _ right: Expression, _ context: Context, _ expected: ValueType? = nil)
    throws(Diagnostic) -> (TypedExpression, TypedExpression)
  {
    if let expected {
      return (
        try resolve(left, context, expecting: expected), try resolve(right, context, expecting: expected)
      )
    }
    guard isWordLike(left) else {
      let a = try resolve(left, context)
      return (a, try resolve(right, context, expecting: a.type))
    }
    if !isWordLike(right) || (isText(left) && !isText(right)) {
      if let b = try? resolve(right, context) {
        return (try resolve(left, context, expecting: b.type), b)
      }
    }
    let a: TypedExpression
    do throws(Diagnostic) {
      a = try resolve(left, context)
    } catch {
      guard let b = try? resolve(right, context) else { throw error }
      return (try resolve(left, context, expecting: b.type), b)
    }
    return (a, try resolve(right, context, expecting: a.type))
  }

  private func isText(_ expression: Expression) -> Bool {
    if case .text = expression.kind { true } else { false }
  }

  /// Whether what an expression means may hang on the type expected of it.
  private func isWordLike(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .enumValue, .text, .tuple, .missing: true
    case .parenthesized(let inner): isWordLike(inner)
    default: false
    }
  }

  private func arithmetic(
    _ operation: BinaryOperator, _ a: TypedExpression, _ b: TypedExpression, _ left: Expression,
    _ right: Expression, _ whole: Expression
  ) throws(Diagnostic) -> TypedExpression {
    if operation == .plus || operation == .minus {
      if let special = try additiveSpecial(operation, a, b, whole) { return special }
    }
    guard a.type.isNumeric else { throw notNumeric(operation.rawValue, a, left) }
    guard b.type.isNumeric else { throw notNumeric(operation.rawValue, b, right) }
    let type = try arithmeticType(operation, a, b, left, right)
    let symbol: ArithmeticOperator =
      switch operation {
      case .plus: .add
      case .minus: .subtract
      case .times: .multiply
      case .divide: .divide
      case .modulo: .modulo
      default: .power
      }
    return TypedExpression(
      .arithmetic(symbol, a, b), type, whole.range, text: Formatter.text(whole))
  }

  /// Sums and differences of what is no number: text, dates, sets.
  private func additiveSpecial(
    _ operation: BinaryOperator, _ a: TypedExpression, _ b: TypedExpression, _ whole: Expression
  ) throws(Diagnostic) -> TypedExpression? {
    let text = Formatter.text(whole)
    let symbol: ArithmeticOperator = operation == .plus ? .add : .subtract
    switch (a.type.kind, b.type.kind) {
    case (.text, .text) where operation == .plus:
      return TypedExpression(.arithmetic(.add, a, b), .text, whole.range, text: text)
    case (.date, .date) where operation == .minus:
      return TypedExpression(.arithmetic(.subtract, a, b), .integer, whole.range, text: text)
    case (.date, .integer):
      return TypedExpression(.arithmetic(symbol, a, b), .date, whole.range, text: text)
    case (.integer, .date) where operation == .plus:
      return TypedExpression(.arithmetic(.add, b, a), .date, whole.range, text: text)
    case (.set(let first), .set(let second)) where first == second: break
    case (.set(let first), .enumeration(let second)) where first == second: break
    case (.enumeration(let first), .set(let second)) where first == second: break
    default: return nil
    }
    let (x, y) = (asSet(a), asSet(b))
    return TypedExpression(
      operation == .plus ? .join(x, y) : .takeAway(x, y), x.type, whole.range, text: text,
      openness: openness(joining: x, y, takingAway: operation != .plus))
  }

  /// The type of a number made of two (language.md, section 4, numbers and units).
  private func arithmeticType(
    _ operation: BinaryOperator, _ a: TypedExpression, _ b: TypedExpression, _ left: Expression,
    _ right: Expression
  ) throws(Diagnostic) -> ValueType {
    let isWhole = a.type.kind == .integer && b.type.kind == .integer
    switch operation {
    case .plus, .minus:
      let unit = try commonUnit(a, b, left, right)
      switch (a.type.kind, b.type.kind) {
      case (.share, .share) where operation == .minus: return ValueType(.points)
      case (.share, .share): return .share
      case (.points, .points): return ValueType(.points)
      case (.share, .points), (.points, .share): return .share
      default: break
      }
      let display: Display =
        a.type.display == .ungrouped && b.type.display != .ungrouped ? .ungrouped : .plain
      return ValueType(isWhole ? .integer : .number, unit: unit, display: display)
    case .times:
      let unit = a.type.unit == nil ? b.type.unit : (b.type.unit == nil ? a.type.unit : nil)
      return ValueType(isWhole ? .integer : .number, unit: unit)
    case .divide:
      return ValueType(.number, unit: b.type.unit == nil ? a.type.unit : nil)
    case .modulo:
      return ValueType(isWhole ? .integer : .number, unit: a.type.unit)
    default:
      return .number
    }
  }

  func commonUnit(_ a: TypedExpression, _ b: TypedExpression, _ left: Expression, _ right: Expression)
    throws(Diagnostic) -> Unit?
  {
    guard let first = a.type.unit else { return b.type.unit }
    guard let second = b.type.unit, first != second else { return first }
    throw Diagnostic(
      TypeCode.unlikeUnits, at: left.range.union(right.range),
      [
        "left": Formatter.text(left), "leftUnit": first.symbol, "right": Formatter.text(right),
        "rightUnit": second.symbol,
      ]
    ).label(left.range, en: "in \(first.symbol)", vi: "tính bằng \(first.symbol)")
      .label(right.range, en: "in \(second.symbol)", vi: "tính bằng \(second.symbol)")
  }

  /// The one type of two branches.
  func commonType(_ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange) throws(Diagnostic)
    -> ValueType
  {
    let (first, second) = (a.type, b.type)
    if first.kind == .missing { return second }
    if second.kind == .missing || first.kind == second.kind {
      return ValueType(
        first.kind, unit: first.unit ?? second.unit,
        display: first.display == second.display ? first.display : .plain)
    }
    if first.isNumeric, second.isNumeric { return ValueType(.number, unit: first.unit ?? second.unit) }
    switch (first.kind, second.kind) {
    case (.entity(let x, _), .entity(let y, _)) where x == y: return ValueType(.entity(x, level: nil))
    case (.set(let x), .enumeration(let y)) where x == y: return first
    case (.enumeration(let x), .set(let y)) where x == y: return second
    default: break
    }
    throw Diagnostic(TypeCode.branchesDiffer, at: range, ["left": first.words, "right": second.words])
      .label(a.range, en: first.words, vi: first.words).label(b.range, en: second.words, vi: second.words)
  }

  /// An expression brought to a common type: integers to numbers, values to sets.
  func converted(_ value: TypedExpression, _ type: ValueType) -> TypedExpression {
    if value.type.kind == .missing {
      return TypedExpression(value.kind, type, value.range, text: value.text)
    }
    if type.isSet { return asSet(value) }
    if type.kind == .number, value.type.kind == .integer {
      if case .constant(.integer(let whole)) = value.kind {
        return TypedExpression(.constant(.number(Double(whole))), type, value.range, text: value.text)
      }
      return TypedExpression(.converted(value), type, value.range, text: value.text)
    }
    return value
  }
}
