import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  func resolveConditional(
    _ test: Expression, _ first: Expression, _ second: Expression, _ range: SourceRange, _ context: Context,
    _ expected: ValueType?
  ) throws(Diagnostic) -> TypedExpression {
    let decided = try condition(test, context)
    let (a, b) = try operands(first, second, context, expected)
    let type = try commonType(a, b, range)
    return TypedExpression(
      .conditional(decided, then: converted(a, type), else: converted(b, type)), type, range)
  }

  /// `match` as conditionals, the first arm outermost.
  ///
  /// The test for `missing` stands before all others: it excludes them, and a comparison with a missing
  /// value would leave the whole undetermined.
  func resolveMatch(
    _ subject: Expression, _ arms: [MatchArm], _ range: SourceRange, _ context: Context,
    _ expected: ValueType?
  ) throws(Diagnostic) -> TypedExpression {
    guard arms.count <= 400 else {
      throw Diagnostic(SyntaxCode.tooDeep, at: range, ["limit": "400"])
    }
    let value = try resolve(subject, context)
    var type: ValueType? = expected
    var values: [TypedExpression] = []
    for arm in arms {
      let result = try resolve(arm.value, context, expecting: type)
      if let known = values.first {
        type = try commonType(
          TypedExpression(known.kind, type ?? known.type, known.range), result, arm.value.range)
      } else if type == nil || result.type.kind != .missing {
        type = result.type
      }
      values.append(result)
    }
    let common = type ?? ValueType(.missing)
    var result = TypedExpression(.constant(.missing), common, range)
    var missingArm: TypedExpression?
    for (arm, armValue) in zip(arms, values).reversed() {
      var test: TypedExpression?
      var isElse = false
      for pattern in arm.patterns {
        switch pattern {
        case .otherwise: isElse = true
        case .missing: missingArm = converted(armValue, common)
        default:
          let one = try self.test(pattern, value, subject, context)
          test = test.map { TypedExpression(.or($0, one), .boolean, one.range) } ?? one
        }
      }
      if isElse { result = converted(armValue, common) }
      if let test {
        result = TypedExpression(
          .conditional(test, then: converted(armValue, common), else: result), common, range)
      }
    }
    let known = TypedExpression(.isMissing(value), .boolean, value.range)
    let whenMissing = missingArm ?? TypedExpression(.constant(.missing), common, range)
    return TypedExpression(.conditional(known, then: whenMissing, else: result), common, range)
  }

  private func test(
    _ pattern: MatchPattern, _ value: TypedExpression, _ subject: Expression, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    switch pattern {
    case .range(let low, let high):
      let a = try resolve(low, context, expecting: value.type)
      let b = try resolve(high, context, expecting: value.type)
      let least = try comparison(.greaterOrEqual, value, a, subject, low)
      let most = try comparison(.lessOrEqual, value, b, subject, high)
      return TypedExpression(.and(least, most), .boolean, low.range.union(high.range))
    case .value(let expression):
      let wanted = try resolve(expression, context, expecting: value.type)
      return try comparison(.equal, value, wanted, subject, expression)
    default:
      return TypedExpression(.isMissing(value), .boolean, subject.range)
    }
  }
}
