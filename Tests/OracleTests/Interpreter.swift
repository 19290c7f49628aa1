import Columns
import Plan
import Results
import Schema
import Source
import Store

/// What stops a plan while it runs.
enum OracleError: Error {
  case overflow
  case badArgument
  case negativeWeight
  case notCovered(String)
}

/// Runs plans row by row as language.md says, as plainly as can be: for every row, for every node, one boxed value.
///
/// It shares the resolved plan with the engine and nothing of how the engine runs it.
final class Interpreter {
  let world: World
  var ledger = RowLedger()
  private var kept: [Int: RowTable] = [:]
  private var scalars: [Int: Value] = [:]
  private var memberships: [String: [Value]] = [:]

  init(_ world: World) { self.world = world }

  /// What a plan shows: its rows with the values of its columns, those named by the data last.
  struct Answer {
    var table: RowTable
    var names: [String]
    var types: [ValueType]
    var columns: [[Value]]
  }

  func run(_ plan: Plan, keep number: Int) throws -> Answer {
    ledger = RowLedger()
    let table = try rows(plan)
    if number != 0 { kept[number] = table }
    var answer = Answer(table: table, names: [], types: [], columns: [])
    for column in plan.output {
      if case .column(let slot) = column.expression.kind, table.hidden.contains(slot) { continue }
      let values = try evaluate([column.expression], table).map { $0[0] }
      answer.names.append(column.name)
      answer.types.append(column.expression.type)
      answer.columns.append(values.map { named($0, column.expression.type, table.snapshot) })
    }
    for (index, name) in table.extraNames.enumerated() {
      answer.names.append(name)
      answer.types.append(ValueType(.missing))
      answer.columns.append(table.rows.map { $0.extra[index] })
    }
    return answer
  }

  /// A row of an entity as a result shows it.
  private func named(_ value: Value, _ type: ValueType, _ snapshot: Int) -> Value {
    guard case .entity(let entity, _) = type.kind, let row = value.row else { return value }
    return .text(world.name(entity, row, snapshot))
  }

  func compute(_ subquery: Subquery) throws {
    ledger = RowLedger()
    _ = try scalar(subquery)
  }

  func defined(_ number: Int) -> Value { scalars[number] ?? .unknown }

  func decide(_ condition: TypedExpression) throws -> Bool? {
    ledger = RowLedger()
    let last = world.snapshots.count - 1
    return try truth(condition, RowFrame(entity: nil, snapshot: last, row: .unknown))
  }

  // MARK: Plans

  func rows(_ plan: Plan) throws -> RowTable {
    var table = source(plan.source)
    for stage in plan.stages { table = try apply(stage, table) }
    return table
  }

  private func source(_ source: PlanSource) -> RowTable {
    switch source {
    case .scan(let entity, let snapshot):
      let rows = (0..<world.count(entity, snapshot.index)).map {
        RowFrame(entity: entity, snapshot: snapshot.index, row: .row($0))
      }
      return RowTable(rows: rows, entity: entity, snapshot: snapshot.index)
    case .row(let entity, let key, let snapshot):
      let rows = world.row(entity, key: key, snapshot.index).map {
        [RowFrame(entity: entity, snapshot: snapshot.index, row: .row($0))]
      }
      return RowTable(rows: rows ?? [], entity: entity, snapshot: snapshot.index)
    case .unit:
      let last = world.snapshots.count - 1
      return RowTable(rows: [RowFrame(entity: nil, snapshot: last, row: .unknown)], snapshot: last)
    case .kept(let number):
      return kept[number] ?? RowTable(rows: [], snapshot: 0)
    }
  }

  private func apply(_ stage: PlanStage, _ table: RowTable) throws -> RowTable {
    switch stage.kind {
    case .derive(let values):
      let added = try evaluate(values, table)
      var result = table
      result.rows = zip(table.rows, added).map { $0.with(columns: $0.columns + $1) }
      return result
    case .project(let values): return try project(values, table)
    case .sort(let keys): return try sort(keys, table)
    default: return try applyToData(stage, table.withoutTotals)
    }
  }

  private func applyToData(_ stage: PlanStage, _ table: RowTable) throws -> RowTable {
    switch stage.kind {
    case .filter(let condition): return try filter(condition, table)
    case .summarize(let summarize): return try GroupTable(self, summarize, table).table()
    case .take(let from, let through, let per):
      return try pick(per, table) { $0.dropFirst(from - 1).prefix(max(0, through - from + 1)).map { $0 } }
    case .top(let count, let keys, let word, let per): return try top(count, keys, word, per, table)
    case .distinct(let keys, let keepsRows): return try distinct(keys, keepsRows, table)
    case .sample(let count, let seed): return sample(count, seed, table)
    case .expand(let link, let entity, let target): return expand(link, entity, target, table)
    case .expandSet(let value, _): return try expandSet(value, table)
    case .rebase:
      var result = table
      result.rows = table.rows.map { $0.with(columns: []) }
      return result
    case .append(let plan, let columns): return try append(plan, columns, table)
    case .appendRows(let plan):
      var result = table
      result.rows += try rows(plan).rows
      return result
    default: throw OracleError.notCovered("\(stage.kind)")
    }
  }

  // MARK: Subqueries

  /// The one value of a pipeline of one row and one column, computed once.
  func scalar(_ subquery: Subquery) throws -> Value {
    if let known = scalars[subquery.number] { return known }
    let table = try rows(subquery.plan)
    var value = Value.unknown
    if table.rows.count == 1, let column = subquery.plan.output.first {
      value = try evaluate([column.expression], table)[0][0]
    }
    scalars[subquery.number] = value
    return value
  }

  /// The values or rows that `in` looks among; rows of another snapshot as their counterparts.
  func membership(_ subquery: Subquery, in snapshot: Int) throws -> [Value] {
    let key = "\(subquery.number) \(snapshot)"
    if let known = memberships[key] { return known }
    let table = try rows(subquery.plan).withoutTotals
    guard let column = subquery.plan.output.first else { return [] }
    var values = try evaluate([column.expression], table).map { $0[0] }.filter { !$0.isMissing }
    if case .entity(let entity, _) = column.expression.type.kind, table.snapshot != snapshot {
      values = values.compactMap { value in
        value.row.flatMap { world.counterpart(entity, $0, from: table.snapshot, to: snapshot) }
          .map { .row($0) }
      }
    }
    memberships[key] = values
    return values
  }

  // MARK: Expressions over tables

  /// The values of expressions on every row.
  func evaluate(_ expressions: [TypedExpression], _ table: RowTable) throws -> [[Value]] {
    var result = Array(repeating: [Value](), count: table.rows.count)
    for expression in expressions {
      let (plain, rows) = try withoutWindows(expression, table)
      for (index, row) in rows.enumerated() { result[index].append(try value(plain, row)) }
    }
    return result
  }

  /// An expression with its functions over all rows put into columns: on total rows they have no value.
  func withoutWindows(_ expression: TypedExpression, _ table: RowTable) throws -> (
    TypedExpression, [RowFrame]
  ) {
    guard expression.contains(where: { if case .window = $0.kind { true } else { false } }) else {
      return (expression, table.rows)
    }
    let data = table.withoutTotals
    var rows = table.rows
    var failure: (any Error)?
    func replace(_ part: TypedExpression) -> TypedExpression {
      guard case .window(let function, let per) = part.kind else { return part.mapOperands(replace) }
      do {
        let values = try window(function, per, part, data)
        var next = values.makeIterator()
        rows = rows.enumerated().map { index, row in
          let isData = table.roles.map { $0[index] == .data } ?? true
          return row.with(columns: row.columns + [isData ? next.next() ?? .unknown : .notComputable])
        }
      } catch { failure = failure ?? error }
      let slot = (rows.first?.columns.count ?? 1) - 1
      return TypedExpression(.column(slot), part.type, part.range, text: part.text)
    }
    let plain = replace(expression)
    if let failure { throw failure }
    return (plain, rows)
  }
}
