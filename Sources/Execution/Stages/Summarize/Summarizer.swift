import Columns
import Plan
import Results
import Schema
import Source
import Store

/// `summarize`: rows into groups, and for each group its outputs; with totals, subtotals, shares and `across`.
///
/// Every level of totals is a grouping of its own over the same rows, so that a rate is computed anew and never added.
final class Summarizer {
  let executor: Executor
  let summarize: Summarize
  var relation: Relation
  /// The calls with what they take in, computed once for all levels.
  private(set) var calls: [PreparedCall] = []
  private(set) var keyColumns: [Column] = []
  /// Where the keys change, if their rows lie together: `keyColumns` then has a value for each run.
  private var keyRuns: ContiguousArray<Int32>?
  private(set) var acrossColumn: Column?

  init(_ executor: Executor, _ summarize: Summarize, _ relation: Relation) {
    self.executor = executor
    self.summarize = summarize
    self.relation = relation
  }

  func run() throws(Diagnostic) -> Relation {
    let weight = try weights()
    for call in summarize.calls {
      try executor.checkInterruption()
      calls.append(try PreparedCall(executor, call, relation, weight: weight))
    }
    keyRuns = executor.keyRuns(summarize.keys, relation)
    let keyRows = keyRuns.map { relation.taking(ContiguousArray($0.dropLast())) } ?? relation
    keyColumns = try executor.evaluate(summarize.keys.map(\.expression), keyRows)
    if let across = summarize.across {
      acrossColumn = try executor.evaluate([across.expression], relation)[0]
    }
    let levels = try groupingLevels()
    return try assemble(levels)
  }

  /// The weight of each row; rows without one are left out and counted (language.md, section 5).
  private func weights() throws(Diagnostic) -> Column? {
    guard let expression = summarize.weight else { return nil }
    var weight = try executor.evaluate([expression], relation)[0]
    let known = weight.known
    if !known.isAllSet {
      executor.ledger.append(
        .unweighted(text: expression.text, count: known.count - known.population))
      let rows = ContiguousArray(known.positions)
      relation = relation.taking(rows)
      weight = Kernels.gather(weight, rows: rows)
    }
    let isNegative =
      switch weight {
      case .integer(let column): column.values.contains { $0 < 0 }
      case .number(let column): column.values.contains { $0 < 0 }
      default: false
      }
    if isNegative { throw Diagnostic(RuntimeCode.negativeWeight, at: expression.range) }
    return weight
  }

  /// The grouping by all keys first, then by ever fewer of them as totals ask.
  private func groupingLevels() throws(Diagnostic) -> [GroupLevel] {
    let count = summarize.keys.count
    var levels = [try level(keys: Array(0..<count), isDetail: true)]
    if summarize.hasSubtotals, count > 1 {
      for kept in stride(from: count - 1, to: 0, by: -1) {
        levels.append(try level(keys: Array(0..<kept), isDetail: false))
      }
    }
    if summarize.hasTotals, count > 0 { levels.append(try level(keys: [], isDetail: false)) }
    return levels
  }

  /// The entries of a grouping: each row with its group, a row once for each element of its sets.
  func level(keys: [Int], isDetail: Bool) throws(Diagnostic) -> GroupLevel {
    var entries: ContiguousArray<Int32>?
    var columns: [Column] = []
    for key in keys {
      var column = entries.map { Kernels.gather(keyColumns[key], rows: $0) } ?? keyColumns[key]
      if summarize.keys[key].elements != nil, case .set(let sets) = column {
        let (rows, codes) = SetKeys.elements(sets, noneCode: noneCode(summarize.keys[key]))
        entries = entries.map { old in ContiguousArray(rows.map { old[Int($0)] }) } ?? rows
        columns = columns.map { Kernels.gather($0, rows: rows) }
        column = .code(CodeColumn(codes))
      }
      columns.append(column)
    }
    var groupKeys: [GroupKey] = []
    for (key, column) in zip(keys, columns) {
      groupKeys.append(
        GroupKey(column, ranks: executor.ranks(summarize.keys[key].expression, column, relation)))
    }
    let count = entries?.count ?? relation.count
    guard !keys.isEmpty else {
      return GroupLevel(
        keys: keys, entries: entries, groups: ContiguousArray(repeating: 0, count: count), count: 1,
        keyValues: [], isDetail: isDetail)
    }
    let dense = Grouping.densify(groupKeys, count: keyRuns.map { $0.count - 1 } ?? count)
    let values = columns.map { Kernels.gather($0, rows: dense.representativeRow) }
    let runs = keyRuns.map { GroupRuns(starts: $0, groups: dense.assignment.groups) }
    var level = GroupLevel(
      keys: keys, entries: entries, groups: runs?.rows ?? dense.assignment.groups, runs: runs,
      count: dense.count, keyValues: values, isDetail: isDetail)
    if summarize.hasEmpty, isDetail || !keys.isEmpty {
      EmptyGroups(executor, summarize, relation.snapshot).extend(&level)
    }
    return level
  }

  func noneCode(_ key: Summarize.Key) -> Int32 { Int32(key.elements?.values.count ?? 0) }

  /// The outputs over groups of entries: a column an output, with `count` values.
  func outputs(
    entries: ContiguousArray<Int32>?, groups: ContiguousArray<Int32>, runs: GroupRuns? = nil, count: Int,
    keyValues: [Column], notes: Bool
  ) throws(Diagnostic) -> [Column] {
    var aggregates: [Column] = []
    for call in calls {
      try executor.checkInterruption()
      guard let entries else {
        let assignment = GroupAssignment(groups: groups, count: count, runs: runs)
        aggregates.append(try call.aggregate(executor.evaluator, assignment, notes: notes))
        continue
      }
      aggregates.append(
        try call.aggregate(executor.evaluator, rows: entries, groups: groups, count: count, notes: notes))
    }
    let frame = Frame(
      count: count, entity: nil, snapshot: relation.snapshot, table: nil, rows: .range(0..<count))
    frame.aggregates = aggregates
    frame.keys = keyValues
    for output in summarize.outputs {
      try executor.prepare(output.expression, nil, frame.snapshot, rows: frame.count)
      frame.outputs.append(try executor.evaluator.evaluate(output.expression, frame))
    }
    return frame.outputs
  }
}

/// A grouping of the rows by some of the keys.
struct GroupLevel {
  var keys: [Int]
  /// The row of each entry; nil where entries are the rows.
  var entries: ContiguousArray<Int32>?
  var groups: ContiguousArray<Int32>
  /// The groups as runs of rows, where rows of one group lie together.
  var runs: GroupRuns?
  var count: Int
  /// For each of `keys` the value of each group.
  var keyValues: [Column]
  /// Whether its rows are data, not totals.
  var isDetail: Bool
}

/// Sets as keys: a row stands in the group of each of its elements.
enum SetKeys {
  /// For each element of each row the row and the element; the empty set under a code of its own, a missing set under
  /// its reason.
  static func elements(_ sets: SetColumn, noneCode: Int32) -> (
    rows: ContiguousArray<Int32>, codes: ContiguousArray<Int32>
  ) {
    var rows = ContiguousArray<Int32>()
    var codes = ContiguousArray<Int32>()
    for row in sets.masks.indices {
      guard sets.validity.isKnown(row) else {
        rows.append(Int32(row))
        codes.append(CodeColumn.missing(sets.validity.reason(row) ?? .notRecorded))
        continue
      }
      var rest = sets.masks[row]
      if rest == 0 {
        rows.append(Int32(row))
        codes.append(noneCode)
      }
      while rest != 0 {
        rows.append(Int32(row))
        codes.append(Int32(rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
    return (rows, codes)
  }
}
