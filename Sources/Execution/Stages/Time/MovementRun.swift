import Columns
import Plan
import Results
import Schema
import Source
import Store

/// `movement`: opening stock, decreases, increases and closing stock of a class, in households and in persons.
///
/// opening − decreases + increases = closing holds by construction: every row counted in a stock and not in the other
/// falls into exactly one flow, and a change of group or of size while staying goes through the `other` flows.
struct MovementRun {
  /// The flows in the order of their columns.
  private enum Flow: Int, CaseIterable {
    case opening, toBeside, left, otherDecrease, fromBeside, returned, new, otherIncrease, closing
  }

  private let executor: Executor
  private let plan: MovementPlan

  init(_ executor: Executor, _ plan: MovementPlan) {
    self.executor = executor
    self.plan = plan
  }

  func run() throws(Diagnostic) -> Relation {
    let rows = try PairedRows(executor, plan.pair, plan.entity)
    let state = try MovementState(executor, plan, rows)
    var keys: [Column] = []
    for key in plan.keys {
      let old = executor.brought(
        try executor.evaluate([key.expression], rows.before)[0], key.expression.type, plan.pair)
      let new = try executor.evaluate([key.expression], rows.after)[0]
      keys.append(Kernels.concatenate([old, new]) ?? new)
    }
    let total = rows.before.count + rows.after.count
    let levels = plan.hasSubtotals || plan.hasTotals ? levelSizes() : [plan.keys.count]
    var tables: [(keys: [Column], count: Int, flows: [[Int64]])] = []
    for size in levels {
      let used = Array(keys.prefix(size))
      let groups = Grouping.densify(
        executor.keyed(used, plan.keys.prefix(size).map(\.expression)), count: total)
      let count = size == 0 ? 1 : groups.count
      let assignment = size == 0 ? ContiguousArray(repeating: 0, count: total) : groups.assignment.groups
      tables.append(
        (
          used.map { Kernels.gather($0, rows: groups.representativeRow) }, count,
          flows(rows, state, assignment, count)
        ))
    }
    return assemble(tables, levels)
  }

  private func levelSizes() -> [Int] {
    var sizes = [plan.keys.count]
    if plan.hasSubtotals { sizes += stride(from: plan.keys.count - 1, to: 0, by: -1) }
    if plan.hasTotals, !plan.keys.isEmpty { sizes.append(0) }
    return sizes
  }

  /// For each flow its households by group, then its persons by group.
  private func flows(
    _ rows: PairedRows, _ state: MovementState, _ groups: ContiguousArray<Int32>, _ count: Int
  ) -> [[Int64]] {
    var flows = Array(repeating: Array(repeating: Int64(0), count: count), count: Flow.allCases.count * 2)
    func add(_ flow: Flow, _ group: Int32, _ persons: Int64, households: Int64 = 1) {
      flows[flow.rawValue * 2][Int(group)] += households
      flows[flow.rawValue * 2 + 1][Int(group)] += persons
    }
    let offset = rows.before.count
    for row in 0..<rows.before.count where state.isInBefore[row] {
      let group = groups[row]
      let size = state.sizeBefore[row]
      add(.opening, group, size)
      let after = Int(rows.there[row])
      guard after >= 0, state.isInAfter[after] else {
        add(leaver(after, state), group, size)
        continue
      }
      let groupAfter = groups[offset + after]
      if groupAfter != group {
        add(.otherDecrease, group, size)
        add(.otherIncrease, groupAfter, state.sizeAfter[after])
      } else if state.sizeAfter[after] > size {
        add(.otherIncrease, group, state.sizeAfter[after] - size, households: 0)
      } else if state.sizeAfter[after] < size {
        add(.otherDecrease, group, size - state.sizeAfter[after], households: 0)
      }
    }
    for row in 0..<rows.after.count where state.isInAfter[row] {
      let group = groups[offset + row]
      let size = state.sizeAfter[row]
      add(.closing, group, size)
      let before = Int(rows.back[row])
      if before >= 0, state.isInBefore[before] { continue }
      add(entrant(row, before, state), group, size)
    }
    return flows
  }

  private func leaver(_ after: Int, _ state: MovementState) -> Flow {
    guard after >= 0 else { return state.coversAll ? .otherDecrease : .left }
    if state.isBesideAfter[after] { return .toBeside }
    return state.isClassedAfter[after] || state.isEscaped[after] ? .left : .otherDecrease
  }

  private func entrant(_ row: Int, _ before: Int, _ state: MovementState) -> Flow {
    if before >= 0, state.isBesideBefore[before] { return .fromBeside }
    if state.isBroughtIn[row] { return .otherIncrease }
    return state.wasInEarlier[row] ? .returned : .new
  }

  private func assemble(
    _ tables: [(keys: [Column], count: Int, flows: [[Int64]])], _ levels: [Int]
  ) -> Relation {
    let order = rowOrder(tables, levels)
    let shown = Flow.allCases.filter { plan.isBeside != nil || ($0 != .toBeside && $0 != .fromBeside) }
    let lines = order.flatMap { entry in [(entry, 0), (entry, 1)] }
    var result = Relation(count: lines.count, entity: nil, snapshot: plan.pair.to)
    for key in plan.keys.indices {
      let parts = tables.map { table -> Column in
        if key < table.keys.count { return table.keys[key] }
        let nothing = ContiguousArray<Int32>(repeating: -1, count: table.count)
        return Kernels.gather(tables[0].keys[key], through: CodeColumn(nothing))
      }
      var starts = [0]
      for table in tables { starts.append((starts.last ?? 0) + table.count) }
      let joined = Kernels.concatenate(parts) ?? parts[0]
      result.columns.append(
        Kernels.gather(joined, rows: ContiguousArray(lines.map { Int32(starts[$0.0.level] + $0.0.group) })))
    }
    result.columns.append(.code(CodeColumn(ContiguousArray(lines.map { Int32($0.1) }))))
    for flow in shown {
      result.columns.append(
        .integer(
          IntegerColumn(
            ContiguousArray(
              lines.map { tables[$0.0.level].flows[flow.rawValue * 2 + $0.1][$0.0.group] }))))
    }
    if levels.count > 1 {
      result.roles = lines.map { line in
        line.0.level == 0 ? .data : (levels[line.0.level] == 0 ? .total : .subtotal)
      }
      result.keysKept = lines.map { levels[$0.0.level] }
    }
    return result
  }

  /// Each subtotal before its rows, the total last.
  private func rowOrder(
    _ tables: [(keys: [Column], count: Int, flows: [[Int64]])], _ levels: [Int]
  ) -> [(level: Int, group: Int)] {
    let detail = (0..<tables[0].count).map { (level: 0, group: $0) }
    guard levels.count > 1 else { return detail }
    var prefixes: [(level: Int, groups: ContiguousArray<Int32>)] = []
    for (level, size) in levels.enumerated() where level > 0 && size > 0 {
      let groups = Grouping.densify(
        executor.keyed(Array(tables[0].keys.prefix(size)), plan.keys.prefix(size).map(\.expression)),
        count: tables[0].count)
      prefixes.append((level, groups.assignment.groups))
    }
    var order: [(level: Int, group: Int)] = []
    var last = Array(repeating: Int32(-1), count: prefixes.count)
    for row in detail {
      for index in prefixes.indices.reversed() where prefixes[index].groups[row.group] != last[index] {
        last[index] = prefixes[index].groups[row.group]
        order.append((prefixes[index].level, Int(last[index])))
      }
      order.append(row)
    }
    if let total = levels.firstIndex(of: 0) { order.append((total, 0)) }
    return order
  }
}

/// What `movement` asks of each row before and after.
struct MovementState {
  var isInBefore: Bitmap
  var isInAfter: Bitmap
  var isBesideBefore: Bitmap
  var isBesideAfter: Bitmap
  var isClassedAfter: Bitmap
  var isEscaped: Bitmap
  var isBroughtIn: Bitmap
  var wasInEarlier: Bitmap
  var sizeBefore: ContiguousArray<Int64>
  var sizeAfter: ContiguousArray<Int64>
  var coversAll: Bool

  init(_ executor: Executor, _ plan: MovementPlan, _ rows: PairedRows) throws(Diagnostic) {
    func bits(_ test: TypedExpression?, _ relation: Relation) throws(Diagnostic) -> Bitmap {
      guard let test else { return Bitmap(count: relation.count) }
      return try executor.truth(test, relation).bits
    }
    func sizes(_ relation: Relation) throws(Diagnostic) -> ContiguousArray<Int64> {
      guard let size = plan.size, case .integer(let column) = try executor.evaluate([size], relation)[0]
      else { return ContiguousArray(repeating: 0, count: relation.count) }
      return ContiguousArray(
        column.values.indices.map { column.validity.isKnown($0) ? column.values[$0] : 0 })
    }
    isInBefore = try bits(plan.wasIn, rows.before)
    isInAfter = try bits(plan.isIn, rows.after)
    isBesideBefore = try bits(plan.wasBeside, rows.before)
    isBesideAfter = try bits(plan.isBeside, rows.after)
    isClassedAfter = try bits(plan.isClassed, rows.after)
    isEscaped = try bits(plan.isEscaped, rows.after)
    isBroughtIn = try bits(plan.isBroughtIn, rows.after)
    sizeBefore = try sizes(rows.before)
    sizeAfter = try sizes(rows.after)
    coversAll = executor.snapshots[plan.pair.to.index].coversAll
    wasInEarlier = Bitmap(count: rows.after.count)
    for (index, id) in plan.earlier.enumerated() {
      let test = index < plan.wasInEarlier.count ? plan.wasInEarlier[index] : plan.isIn
      let then = TypedExpression(
        .aligned(id, entity: plan.entity, value: test), .boolean, plan.isIn.range)
      wasInEarlier = wasInEarlier | (try bits(then, rows.after))
    }
  }
}
