import Plan
import Schema
import Store

/// An aggregate with what it takes in of some rows: whether each is in, and its arguments there.
struct TakenIn {
  var call: AggregateCall
  var isIn: [Bool]
  var arguments: [[Value]]
}

extension Interpreter {
  /// The condition and arguments of an aggregate on rows; the ledger counts those that the condition leaves open.
  func takeIn(_ call: AggregateCall, _ rows: [RowFrame]) throws -> TakenIn {
    var result = TakenIn(call: call, isIn: [], arguments: [])
    for row in rows {
      var isIn: Bool? = true
      if let condition = call.condition { isIn = try truth(condition, row) }
      if isIn == nil, let condition = call.condition {
        ledger.leaveOut(call.text, call.range, try causes(condition, row))
      }
      result.isIn.append(isIn == true)
      result.arguments.append(isIn == true ? try call.arguments.map { try value($0, row) } : [])
    }
    return result
  }

  /// An aggregate over some of the rows that were taken in.
  func aggregate(_ taken: TakenIn, _ positions: [Int], weights: [Value]? = nil, notes: Bool = true) throws
    -> Value
  {
    let members = positions.filter { taken.isIn[$0] }
    var formula = RowAggregate(taken.call, members.map { taken.arguments[$0] })
    if let weights, taken.call.function.takesWeight { formula.weights = members.map { weights[$0] } }
    let value = try formula.value()
    guard notes else { return value }
    switch taken.call.function {
    case .count, .any, .all, .none: break
    default: ledger.skip(taken.call.text, taken.call.range, formula.skipped)
    }
    if value == .notComputable { ledger.fail(taken.call.text, taken.call.range) }
    return value
  }

  /// The rows behind a to-many link of a row, or of the row that `base` leads to; each within this row.
  func children(_ base: TypedExpression?, _ link: String, _ entity: String, _ row: RowFrame) throws
    -> [RowFrame]
  {
    let parent = try base.map { try value($0, row) } ?? row.row
    guard let number = parent.row else { return [] }
    let target = world.table(entity, row.snapshot)?.entity.manyLink(link)?.target
    return world.children(number, link, entity, row.snapshot).map {
      RowFrame(entity: target, snapshot: row.snapshot, row: .row($0), outer: row)
    }
  }

  /// An aggregate over the children of a row.
  func nested(
    _ call: AggregateCall, _ base: TypedExpression?, _ link: String, _ entity: String, _ target: String,
    _ row: RowFrame
  ) throws -> Value {
    // Rows behind a link that leads nowhere are not known: no aggregate over them is.
    if let base, case let parent = try value(base, row),
      parent.isMissing
    {
      return parent
    }
    var members = try children(base, link, entity, row)
    var taken = try takeIn(call, members)
    if !call.order.isEmpty {
      let keys = try members.map { child in try call.order.map { try value($0.expression, child) } }
      let order = sorted(call.order, keys, Array(members.indices))
      members = order.map { members[$0] }
      taken.isIn = order.map { taken.isIn[$0] }
      taken.arguments = order.map { taken.arguments[$0] }
    }
    return try aggregate(taken, Array(members.indices))
  }

  // MARK: Functions over all rows of a stage

  /// The values of a function over all rows, on each row (language.md, section 3).
  func window(
    _ function: WindowFunction, _ per: [TypedExpression], _ whole: TypedExpression, _ table: RowTable
  ) throws -> [Value] {
    var result = Array(repeating: Value.unknown, count: table.rows.count)
    let groups = try groups(per, table)
    switch function {
    case .aggregate(let call):
      let taken = try takeIn(call, table.rows)
      for group in groups {
        let value = try aggregate(taken, group)
        for row in group { result[row] = value }
      }
    case .number:
      for group in groups {
        for (place, row) in group.enumerated() { result[row] = .whole(Int64(place + 1)) }
      }
    case .rank(let key):
      let values = try evaluate([key.expression], table)
      for group in groups {
        let ranked = sorted([key], values, group.filter { !values[$0][0].isMissing })
        var rank = 1
        for (place, row) in ranked.enumerated() {
          if place > 0, sortOrder(values[ranked[place - 1]], values[row], [key]) != nil { rank = place + 1 }
          result[row] = .whole(Int64(rank))
        }
      }
    case .ntile(let key, let parts):
      let values = try evaluate([key.expression], table)
      for group in groups {
        let ranked = sorted([key], values, group.filter { !values[$0][0].isMissing })
        for (place, row) in ranked.enumerated() {
          result[row] = .whole(Int64(part(of: place, among: ranked.count, parts) + 1))
        }
      }
    case .running(let value):
      let values = try evaluate([value], table)
      for group in groups { try run(group, values, &result) }
    case .apportion(let value, let total):
      let values = try evaluate([value, total], table)
      for group in groups { apportion(group, values, whole, &result) }
    }
    return result
  }

  /// The part that a place falls into where the first parts are one larger.
  private func part(of place: Int, among count: Int, _ parts: Int) -> Int {
    var left = place
    for part in 0..<parts {
      let size = count / parts + (part < count % parts ? 1 : 0)
      if left < size { return part }
      left -= size
    }
    return parts - 1
  }

  /// The sum so far; a missing value adds nothing, and before the first known one there is no sum.
  private func run(_ group: [Int], _ values: [[Value]], _ result: inout [Value]) throws {
    var known: [Value] = []
    for row in group {
      if !values[row][0].isMissing { known.append(values[row][0]) }
      result[row] = known.isEmpty ? .unknown : try RowAggregate.sum(known)
    }
  }

  /// Whole numbers in proportion that add up to n: the largest remainders get what is left, ties in row order.
  private func apportion(
    _ group: [Int], _ values: [[Value]], _ whole: TypedExpression, _ result: inout [Value]
  ) {
    let members = group.filter { !values[$0][0].isMissing }
    let parts = members.compactMap { values[$0][0].whole }
    guard let last = members.last else { return }
    let sum = parts.reduce(0, +)
    guard parts.count == members.count, sum > 0, !parts.contains(where: { $0 < 0 }) else {
      ledger.fail(whole.text, whole.range)
      return
    }
    guard let total = values[last][1].whole else { return }
    let quotas = parts.map { ($0 * total).quotientAndRemainder(dividingBy: sum) }
    let left = total - quotas.reduce(0) { $0 + $1.quotient }
    let order = quotas.indices.sorted { (quotas[$1].remainder, $0) < (quotas[$0].remainder, $1) }
    for (place, index) in order.enumerated() {
      result[members[index]] = .whole(quotas[index].quotient + (place < Int(left) ? 1 : 0))
    }
  }
}
