import Columns
import Plan
import Schema
import Source
import Store

/// What expressions read beside their rows is computed before they are evaluated, so that evaluation changes nothing
/// that blocks share.
extension Executor {
  /// The rows that an expression is read on.
  private struct Scope {
    var entity: String?
    var snapshot: SnapshotID
    /// How many rows the outermost of the frames has.
    var rows: Int
  }

  /// Computes and keeps what an expression reads: subqueries, aligned rows, rows by key, ranks of texts.
  ///
  /// - Parameter rows: on how many rows it is to be read; values of standards are kept only where these are many.
  func prepare(_ expression: TypedExpression, _ entity: String?, _ snapshot: SnapshotID, rows: Int)
    throws(Diagnostic)
  {
    try prepare(expression, [Scope(entity: entity, snapshot: snapshot, rows: rows)])
  }

  /// - Parameter scopes: the frame that the expression is read in as the last, before it those around.
  private func prepare(_ expression: TypedExpression, _ scopes: [Scope]) throws(Diagnostic) {
    guard let here = scopes.last else { return }
    let around = Array(scopes.dropLast())
    for operand in expression.operands { try prepare(operand, scopes) }
    switch expression.kind {
    case .constant(let constant): keepRows([constant], here.snapshot)
    case .isOneOf(let value, let constants):
      keepRows(constants, here.snapshot)
      try keepOpenRows(value)
    case .present(let id, let entity): keepAlignment(entity, from: here.snapshot, to: id)
    case .aligned(let id, let entity, let value):
      keepAlignment(entity, from: here.snapshot, to: id)
      if case .entity(let name, _) = value.type.kind { keepAlignment(name, from: id, to: here.snapshot) }
      try prepare(value, around + [Scope(entity: entity, snapshot: id, rows: here.rows)])
    case .follow(_, let entity, let value):
      try prepare(value, around + [Scope(entity: entity, snapshot: here.snapshot, rows: here.rows)])
    case .outer(let value): try prepare(value, around)
    case .nested(let call, _, _, _, let target):
      let inside = scopes + [Scope(entity: target, snapshot: here.snapshot, rows: here.rows)]
      for argument in call.arguments { try prepare(argument, inside) }
      if let condition = call.condition { try prepare(condition, inside) }
      for key in call.order {
        try prepare(key.expression, inside)
        keepRanks(key.expression, target, here.snapshot)
      }
    case .scalar(let subquery): _ = try scalar(subquery)
    case .isAmong(let value, let subquery):
      try keepMembership(subquery, here.snapshot)
      if case .entity(let entity, _) = value.type.kind { keepRows([.entity(entity, key: "")], here.snapshot) }
    case .computed(let value):
      if try keep(value, here.snapshot, rows: here.rows) { return }
      try prepare(value.expression, scopes)
    case .comparison(_, let a, let b):
      try keepOpenRows(a)
      try keepOpenRows(b)
    default: break
    }
  }

  /// The value of a subquery, as a column of one row; computed once.
  func scalar(_ subquery: Subquery) throws(Diagnostic) -> Column {
    if let value = context.scalars[subquery.number] { return value }
    let relation = try rows(subquery.plan)
    let type = subquery.plan.output.first?.expression.type ?? ValueType(.missing)
    var value = evaluator.missing(type, 1)
    if relation.count == 1, let column = subquery.plan.output.first {
      value = try evaluate([column.expression], relation)[0]
    }
    context.scalars[subquery.number] = value
    return value
  }

  /// How many rows the condition of a count over rows of their own leaves open.
  private func keepOpenRows(_ expression: TypedExpression) throws(Diagnostic) {
    guard case .scalar(let subquery) = expression.kind, evaluator.isOpenCount(expression),
      context.openRows[subquery.number] == nil
    else { return }
    var plan = subquery.plan
    guard case .summarize(let summarize)? = plan.stages.popLast()?.kind,
      let condition = summarize.calls.first?.condition
    else { return }
    let relation = try rows(plan).withoutTotals()
    let known = try truth(condition, relation).validity.known
    context.openRows[subquery.number] = known.map { $0.count - $0.population } ?? 0
  }

  /// The values or rows that a subquery gives `in` to look among, rows of an entity as rows of the snapshot that asks.
  private func keepMembership(_ subquery: Subquery, _ snapshot: SnapshotID) throws(Diagnostic) {
    let key = EvaluationContext.MembershipKey(subquery: subquery.number, snapshot: snapshot)
    guard context.memberships[key] == nil else { return }
    let relation = try rows(subquery.plan).withoutTotals()
    guard let column = subquery.plan.output.first else { return }
    var value = try evaluate([column.expression], relation)[0]
    if case .entity(let entity, _) = column.expression.type.kind, relation.snapshot != snapshot,
      case .code(let codes) = value
    {
      let there = alignment(entity, from: relation.snapshot, to: snapshot)
      value = Kernels.gather(.code(CodeColumn(there)), through: codes)
    }
    context.memberships[key] = value
  }

  /// For each row of an entity in one snapshot its row in another, by key; kept for the session.
  func alignment(_ entity: String, from: SnapshotID, to: SnapshotID) -> ContiguousArray<Int32> {
    let key = EvaluationContext.AlignmentKey(entity: entity, from: from, to: to)
    if let known = context.alignments[key] { return known }
    let rows = context.alignment(entity, from: from, to: to)
    context.alignments[key] = rows
    return rows
  }

  private func keepAlignment(_ entity: String, from: SnapshotID, to: SnapshotID) {
    _ = alignment(entity, from: from, to: to)
  }

  /// The row of an entity with a key in a snapshot.
  func row(_ entity: String, key: String, _ snapshot: SnapshotID) -> Int32? {
    keepRows([.entity(entity, key: key)], snapshot)
    return context.row(entity, key: key, snapshot)
  }

  /// Keeps the rows by key of the entities that constants name.
  private func keepRows(_ constants: [Constant], _ snapshot: SnapshotID) {
    for case .entity(let entity, _) in constants where entity != schema.roles.places {
      let name = EvaluationContext.TableKey(entity: entity, snapshot: snapshot)
      guard context.keyRows[name] == nil, let keys = table(entity, snapshot)?.keys else { continue }
      var rows: [String: Int32] = [:]
      for row in 0..<keys.count { rows[keys[row]] = Int32(row) }
      context.keyRows[name] = rows
    }
  }

  /// Keeps the collation ranks of a stored text.
  private func keepRanks(_ expression: TypedExpression, _ entity: String?, _ snapshot: SnapshotID) {
    guard case .field(let name) = expression.kind, let entity, expression.type.kind == .text,
      case .code(let codes)? = table(entity, snapshot)?.read(name), let dictionary = codes.dictionary
    else { return }
    let key = EvaluationContext.TableKey(entity: entity, field: name, snapshot: snapshot)
    if context.textRanks[key]?.count != dictionary.count {
      context.textRanks[key] = dictionary.collationRanks()
    }
  }

  /// The collation ranks of a text column's dictionary; those of stored fields are kept.
  func ranks(_ expression: TypedExpression, _ column: Column, _ relation: Relation) -> ContiguousArray<Int32>?
  {
    keepRanks(expression, relation.entity, relation.snapshot)
    return context.ranks(expression, column, relation.entity, relation.snapshot)
  }
}
