import Columns
import Plan
import Schema
import Results
import Source

extension Executor {
  /// Computes the windows of an expression over all rows and puts columns in their place.
  func hoistWindows(_ expression: TypedExpression, _ relation: inout Relation) throws(Diagnostic)
    -> TypedExpression
  {
    guard expression.contains(where: { if case .window = $0.kind { true } else { false } }) else {
      return expression
    }
    if case .window(let function, let per) = expression.kind {
      let data = relation.withoutTotals()
      var column = try window(function, per, expression, data)
      if let roles = relation.roles { column = spread(column, roles) }
      relation.columns.append(column)
      return TypedExpression(
        .column(relation.columns.count - 1), expression.type, expression.range, text: expression.text)
    }
    var failure: Diagnostic?
    let result = expression.mapOperands { operand in
      do throws(Diagnostic) {
        return try hoistWindows(operand, &relation)
      } catch {
        failure = failure ?? error
        return operand
      }
    }
    if let failure { throw failure }
    return result
  }

  /// Values of data rows at their places among totals, which have none.
  private func spread(_ column: Column, _ roles: [Results.RowRole]) -> Column {
    var next: Int32 = 0
    let rows = ContiguousArray(
      roles.map { role -> Int32 in
        guard role == .data else { return CodeColumn.missing(.notComputable) }
        next += 1
        return next - 1
      })
    return Kernels.gather(column, rows: rows)
  }

  /// The groups of `per KEY, …`; one group where there is none.
  func groups(_ per: [TypedExpression], _ relation: Relation) throws(Diagnostic) -> GroupAssignment {
    if per.isEmpty { return GroupAssignment(whole: relation.count) }
    return Grouping.densify(try groupKeys(per, relation), count: relation.count).assignment
  }

  func groupKeys(_ keys: [TypedExpression], _ relation: Relation) throws(Diagnostic) -> [GroupKey] {
    var result: [GroupKey] = []
    for (key, column) in zip(keys, try evaluate(keys, relation)) {
      result.append(GroupKey(column, ranks: ranks(key, column, relation)))
    }
    return result
  }

  func sortColumns(_ keys: [OrderKey], _ relation: Relation) throws(Diagnostic) -> [SortColumn] {
    var result: [SortColumn] = []
    for (key, column) in zip(keys, try evaluate(keys.map(\.expression), relation)) {
      result.append(
        SortColumn(column, ranks: ranks(key.expression, column, relation), descending: key.isDescending))
    }
    return result
  }

  private func window(
    _ function: WindowFunction, _ per: [TypedExpression], _ expression: TypedExpression, _ relation: Relation
  ) throws(Diagnostic) -> Column {
    let groups = try groups(per, relation)
    switch function {
    case .number: return Windows.number(groups)
    case .rank(let key): return Windows.rank(try sortColumns([key], relation)[0], groups)
    case .ntile(let key, let parts):
      return Windows.ntile(try sortColumns([key], relation)[0], into: Int64(parts), groups)
    case .running(let value):
      let column = try evaluate([value], relation)[0]
      do throws(AggregateError) {
        return try Windows.running(column, groups).column
      } catch { throw evaluator.overflow(expression) }
    case .apportion(let value, let total):
      let columns = try evaluate([value, total], relation)
      return apportion(columns[0], columns[1], groups, expression)
    case .aggregate(let call):
      let prepared = try PreparedCall(self, call, relation, weight: nil)
      let result = try prepared.aggregate(evaluator, groups, notes: true)
      return Kernels.gather(result, rows: groups.groups)
    }
  }

  /// `apportion(x, n)`: in a group whose n is missing every part is.
  private func apportion(
    _ values: Column, _ totals: Column, _ groups: GroupAssignment, _ expression: TypedExpression
  ) -> Column {
    guard case .integer(let wholes) = totals else { return evaluator.missing(expression.type, groups.rows) }
    var perGroup = ContiguousArray<Int64>(repeating: 0, count: groups.count)
    var reasons = [MissingReason?](repeating: nil, count: groups.count)
    for (row, group) in groups.groups.enumerated() where values.isKnown(row) {
      perGroup[Int(group)] = wholes.values[row]
      reasons[Int(group)] = wholes.validity.reason(row)
    }
    let result = Windows.apportion(values, totals: perGroup, groups)
    ledger.notComputable(expression.text, result.notComputable)
    guard reasons.contains(where: { $0 != nil }) else { return result.column }
    let rows = groups.groups.enumerated().map { row, group -> Int32 in
      guard result.column.isKnown(row), let reason = reasons[Int(group)] else { return Int32(row) }
      return CodeColumn.missing(reason)
    }
    return Kernels.gather(result.column, through: CodeColumn(ContiguousArray(rows)))
  }
}
