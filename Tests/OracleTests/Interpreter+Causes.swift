import Plan

extension Interpreter {
  /// The fields whose missing values leave a condition open on a row, or a value missing: from the top down, through
  /// every part that is open itself (language.md, section 7).
  func causes(_ expression: TypedExpression, _ row: RowFrame) throws -> Set<String> {
    try muted { try openFields(expression, row) }
  }

  private func openFields(_ expression: TypedExpression, _ row: RowFrame) throws -> Set<String> {
    switch expression.kind {
    case .constant, .isMissing, .undetermined: return []
    case .and(let a, let b), .or(let a, let b):
      return try [a, b].filter { try truth($0, row) == nil }.reduce(into: []) {
        $0.formUnion(try openFields($1, row))
      }
    case .not(let operand): return try openFields(operand, row)
    case .comparison(_, let a, let b): return try openOperands([a, b], row)
    case .isOneOf(let operand, _): return try openOperands([operand], row)
    case .conditional(let test, let a, let b):
      guard let truth = try truth(test, row) else { return try openFields(test, row) }
      return try openFields(truth ? a : b, row)
    case .outer(let inner):
      return row.outer == nil ? [] : [inner.text]
    case .follow(let link, let entity, let inner):
      guard try !value(link, row).isMissing else { return try openFields(link, row) }
      return try openFields(inner, followed(link, entity, row))
    case .nested(let call, let base, let link, let entity, _):
      if let base, try value(base, row).isMissing { return try openFields(base, row) }
      return try openFields(call, children(base, link, entity, row))
    case .column, .field, .ancestor, .aligned, .present, .scalar, .defined, .row, .window, .aggregate, .key,
      .output:
      return [expression.text]
    default:
      return try expression.operands.filter { try value($0, row).isMissing }.reduce(into: []) {
        $0.formUnion(try openFields($1, row))
      }
    }
  }

  /// The causes of the operands that are missing, or counts that are open.
  private func openOperands(_ operands: [TypedExpression], _ row: RowFrame) throws -> Set<String> {
    var result: Set<String> = []
    for operand in operands {
      if let open = try openCount(operand, row)?.open {
        if open > 0 { result.formUnion(try openFields(operand, row)) }
      } else if try value(operand, row).isMissing {
        result.formUnion(try openFields(operand, row))
      }
    }
    return result
  }

  /// The causes of an aggregate over children: of those that its condition leaves open, and of the values that are
  /// missing on those that it takes in.
  private func openFields(_ call: AggregateCall, _ children: [RowFrame]) throws -> Set<String> {
    var result: Set<String> = []
    for child in children {
      var isIn: Bool? = true
      if let condition = call.condition {
        isIn = try truth(condition, child)
        if isIn == nil { result.formUnion(try openFields(condition, child)) }
      }
      guard isIn == true else { continue }
      for argument in call.arguments where try value(argument, child).isMissing {
        result.formUnion(try openFields(argument, child))
      }
    }
    return result
  }
}
