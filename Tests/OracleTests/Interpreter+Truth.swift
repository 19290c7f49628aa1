import Plan
import Schema

extension Interpreter {
  /// The truth of a condition on a row by Kleene's logic; nil where it is undetermined (language.md, section 7).
  func truth(_ expression: TypedExpression, _ row: RowFrame) throws -> Bool? {
    switch expression.kind {
    case .not(let operand): return try truth(operand, row).map { !$0 }
    case .and(let a, let b):
      let (left, right) = (try truth(a, row), try truth(b, row))
      if left == false || right == false { return false }
      return left == nil || right == nil ? nil : true
    case .or(let a, let b):
      let (left, right) = (try truth(a, row), try truth(b, row))
      if left == true || right == true { return true }
      return left == nil || right == nil ? nil : false
    case .comparison(let operation, let a, let b): return try compare(operation, a, b, row)
    case .isMissing(let operand): return try value(operand, row).isMissing
    case .undetermined(let operand): return try truth(operand, row) == nil
    case .isOneOf(let operand, let list): return try isOneOf(operand, list, expression, row)
    case .contains(let text, let part):
      guard let whole = try value(text, row).text, let sought = try value(part, row).text else { return nil }
      let folded = TextOrder.folded(sought)
      return folded.isEmpty || TextOrder.folded(whole).contains(folded)
    case .isWithin(let place, let above): return try isWithin(place, above, row)
    case .has(let set, let test, let part):
      guard let whole = try value(set, row).elements, let wanted = try value(part, row).elements else {
        return nil
      }
      return test == .any ? !whole.isDisjoint(with: wanted) : wanted.isSubset(of: whole)
    case .isAmong(let operand, let subquery):
      let sought = try value(operand, row)
      let among = try membership(subquery, in: row.snapshot)
      return sought.isMissing ? nil : among.contains { Value.areEqual($0, sought) }
    default: return try value(expression, row).truth
    }
  }

  private func compare(
    _ operation: Comparison, _ a: TypedExpression, _ b: TypedExpression, _ row: RowFrame
  ) throws -> Bool? {
    let left = try possibleValues(a, row)
    let right = try possibleValues(b, row)
    var answer: Bool?
    for x in left {
      for y in right {
        guard !x.isMissing, !y.isMissing else { return nil }
        let one = Interpreter.holds(operation, x, y)
        if let answer, answer != one { return nil }
        answer = one
      }
    }
    return answer
  }

  private static func holds(_ operation: Comparison, _ a: Value, _ b: Value) -> Bool {
    switch operation {
    case .equal: Value.areEqual(a, b)
    case .unequal: !Value.areEqual(a, b)
    case .less: Value.comesBefore(a, b)
    case .lessOrEqual: !Value.comesBefore(b, a)
    case .greater: Value.comesBefore(b, a)
    case .greaterOrEqual: !Value.comesBefore(a, b)
    }
  }

  private func isOneOf(
    _ operand: TypedExpression, _ list: [Constant], _ whole: TypedExpression, _ row: RowFrame
  ) throws -> Bool? {
    var answer: Bool?
    for sought in try possibleValues(operand, row) {
      guard !sought.isMissing else { return nil }
      let one = try list.contains { constant in
        let wanted = try value(TypedExpression(.constant(constant), operand.type, whole.range), row)
        return !wanted.isMissing && Value.areEqual(sought, wanted)
      }
      if let answer, answer != one { return nil }
      answer = one
    }
    return answer
  }

  private func isWithin(_ place: TypedExpression, _ above: TypedExpression, _ row: RowFrame) throws -> Bool? {
    guard case .entity(let entity, _) = place.type.kind, let inner = try value(place, row).row,
      let outer = try value(above, row).row
    else { return nil }
    if world.line(inner, entity, row.snapshot).contains(outer) { return true }
    // A place known only above the level asked is undetermined there.
    if world.isPlaces(entity), world.line(outer, entity, row.snapshot).contains(inner) { return nil }
    return false
  }

  // MARK: Open counts

  /// Computes something a second time: what it says was said.
  func muted<Result>(_ compute: () throws -> Result) rethrows -> Result {
    let before = ledger.isMuted
    ledger.isMuted = true
    defer { ledger.isMuted = before }
    return try compute()
  }

  /// The values that an operand of a comparison may have: of a count that is open for some rows every possible count.
  func possibleValues(_ operand: TypedExpression, _ row: RowFrame) throws -> [Value] {
    guard let count = try openCount(operand, row) else { return [try value(operand, row)] }
    return (count.least...count.least + count.open).map { .whole(Int64($0)) }
  }

  /// For how many rows the condition of a count holds, and for how many more it may; nil where it is no such count.
  func openCount(_ operand: TypedExpression, _ row: RowFrame) throws -> (least: Int, open: Int)? {
    switch operand.kind {
    case .nested(let call, let base, let link, let entity, _):
      guard call.function == .count, call.arguments.isEmpty, let condition = call.condition else {
        return nil
      }
      if let base, try value(base, row).isMissing { return nil }
      let truths = try children(base, link, entity, row).map { try truth(condition, $0) }
      return (truths.count { $0 == true }, truths.count { $0 == nil })
    case .follow(let link, let entity, let count):
      guard case .nested = count.kind, case let there = try followed(link, entity, row), !there.row.isMissing
      else { return nil }
      return try openCount(count, there)
    case .scalar(let subquery):
      var plan = subquery.plan
      guard case .summarize(let summarize)? = plan.stages.popLast()?.kind, summarize.keys.isEmpty,
        summarize.across == nil, summarize.weight == nil, summarize.calls.count == 1,
        case .aggregate? = summarize.outputs.first?.expression.kind, let call = summarize.calls.first,
        call.function == .count, call.arguments.isEmpty, let condition = call.condition
      else { return nil }
      let truths = try muted { try rows(plan).withoutTotals.rows.map { try truth(condition, $0) } }
      return (truths.count { $0 == true }, truths.count { $0 == nil })
    default: return nil
    }
  }
}
