import Columns
import Plan
import Results
import Schema
import Source
import Store

/// The columns of one level of a table, after its keys.
private struct LevelColumns {
  var columns: [Column] = []
  /// Outputs whose share is asked: the place of the value and of the share behind it.
  var shares: [(value: Int, share: Int, output: Int)] = []
}

extension Summarizer {
  private var hasShare: Bool { if case .none = summarize.share { false } else { true } }

  /// Puts the levels together: a subtotal before its rows, the total last.
  func assemble(_ levels: [GroupLevel]) throws(Diagnostic) -> Relation {
    var parts: [LevelColumns] = []
    var across: AcrossValues?
    for level in levels {
      var values: AcrossValues?
      parts.append(try columns(level, &values))
      if level.isDetail { across = values }
    }
    if hasShare { try fillShares(levels, &parts) }
    let order = rowOrder(levels)
    var result = Relation(count: order.count, entity: nil, snapshot: relation.snapshot)
    result.columns = keys(levels, order)
    for (index, key) in summarize.keys.enumerated() where key.elements != nil {
      result.noneCodes[index] = noneCode(key)
    }
    appendValues(levels, parts, order, across, &result)
    if summarize.hasTotals || summarize.hasSubtotals, !summarize.keys.isEmpty {
      result.roles = order.map { entry in
        entry.level == 0 ? .data : (levels[entry.level].keys.isEmpty ? .total : .subtotal)
      }
      result.keysKept = order.map { levels[$0.level].keys.count }
    }
    return result
  }

  private func appendValues(
    _ levels: [GroupLevel], _ parts: [LevelColumns], _ order: [(level: Int, group: Int)],
    _ across: AcrossValues?, _ result: inout Relation
  ) {
    var starts: [Int] = []
    var total = 0
    for level in levels {
      starts.append(total)
      total += level.count
    }
    let rows = ContiguousArray(order.map { Int32(starts[$0.level] + $0.group) })
    let width = parts.first?.columns.count ?? 0
    let perValue = unitsPerValue
    for column in 0..<width {
      let joined = Kernels.concatenate(parts.map { $0.columns[column] }) ?? parts[0].columns[column]
      let placed = Kernels.gather(joined, rows: rows)
      guard let across else {
        result.columns.append(placed)
        continue
      }
      let value = column / perValue
      let isTotal = value >= across.count
      if let names = across.names {
        result.extra.append(
          extraColumn(placed, column % perValue, isTotal ? "total" : names[value], isTotal))
      } else {
        if !isTotal, !across.occurs[value] { result.hidden.insert(result.columns.count) }
        result.columns.append(placed)
      }
    }
  }

  /// How many columns a value of `across` has: its outputs and their shares.
  private var unitsPerValue: Int {
    summarize.outputs.reduce(0) { $0 + 1 + (hasShare && $1.isAdditive ? 1 : 0) }
  }

  private func extraColumn(_ column: Column, _ unit: Int, _ value: String, _ isTotal: Bool) -> ResultColumn {
    var units: [(name: String, type: ValueType)] = []
    let additive = summarize.outputs.filter(\.isAdditive).count
    for output in summarize.outputs {
      units.append((output.name, output.expression.type))
      if hasShare, output.isAdditive {
        units.append((additive > 1 ? "\(output.name)_share" : "share", .share))
      }
    }
    let isPlain = unit == 0 && summarize.outputs.count == 1
    return ResultColumn(
      name: isPlain ? value : "\(units[unit].name)_\(value)", type: units[unit].type, column: column)
  }

  /// The outputs of a level, with room for shares; under `across` value by value, then the total.
  private func columns(_ level: GroupLevel, _ across: inout AcrossValues?) throws(Diagnostic) -> LevelColumns
  {
    guard let key = summarize.across, let column = acrossColumn else {
      return withShares(
        try outputs(
          entries: level.entries, groups: level.groups, runs: level.runs, count: level.count,
          keyValues: level.keyValues,
          notes: level.isDetail))
    }
    var entries = level.entries
    var groups = level.groups
    var values = entries.map { Kernels.gather(column, rows: $0) } ?? column
    if key.elements != nil, case .set(let sets) = values {
      let (rows, codes) = SetKeys.elements(sets, noneCode: noneCode(key))
      entries = entries.map { old in ContiguousArray(rows.map { old[Int($0)] }) } ?? rows
      groups = ContiguousArray(rows.map { groups[Int($0)] })
      values = .code(CodeColumn(codes))
    }
    let found = try acrossValues(values, key)
    across = found
    let cells = ContiguousArray(
      zip(groups, found.places).map { $0 &* Int32(truncatingIfNeeded: found.count) &+ $1 })
    let count = level.count * found.count
    let cellKeys = level.keyValues.map { column in
      Kernels.gather(
        column, rows: ContiguousArray((0..<count).map { Int32($0 / max(1, found.count)) }))
    }
    let all = try outputs(
      entries: entries, groups: cells, count: count, keyValues: cellKeys, notes: level.isDetail)
    var result = LevelColumns()
    for value in 0..<found.count {
      let rows = ContiguousArray((0..<level.count).map { Int32($0 * found.count + value) })
      append(all.map { Kernels.gather($0, rows: rows) }, to: &result)
    }
    if summarize.hasTotals {
      append(
        try outputs(
          entries: level.entries, groups: level.groups, runs: level.runs, count: level.count,
          keyValues: level.keyValues,
          notes: false), to: &result)
    }
    return result
  }

  private func acrossValues(_ column: Column, _ key: Summarize.Key) throws(Diagnostic) -> AcrossValues {
    if let domain = summarize.acrossDomain {
      return AcrossValues(
        column, domain: domain, hasNone: key.elements != nil, executor, relation.snapshot,
        hasEmpty: summarize.hasEmpty)
    }
    return try AcrossValues(column, key, executor.ranks(key.expression, column, relation))
  }

  private func withShares(_ outputs: [Column]) -> LevelColumns {
    var result = LevelColumns()
    append(outputs, to: &result)
    return result
  }

  private func append(_ outputs: [Column], to result: inout LevelColumns) {
    for (index, output) in outputs.enumerated() {
      result.columns.append(output)
      guard hasShare, summarize.outputs[index].isAdditive else { continue }
      result.shares.append((result.columns.count - 1, result.columns.count, index))
      result.columns.append(output)
    }
  }

  /// Shares: each value over that of the whole table, or of its group by the key named.
  private func fillShares(_ levels: [GroupLevel], _ parts: inout [LevelColumns]) throws(Diagnostic) {
    var denominatorKeys: [Int] = []
    if case .keys(let keys) = summarize.share { denominatorKeys = keys.sorted() }
    let whole = try level(keys: denominatorKeys, isDetail: false)
    // What there is to say of these rows was said of their groups.
    let wasMuted = executor.ledger.isMuted
    executor.ledger.isMuted = true
    defer { executor.ledger.isMuted = wasMuted }
    let totals = try outputs(
      entries: whole.entries, groups: whole.groups, runs: whole.runs, count: whole.count,
      keyValues: whole.keyValues,
      notes: false)
    for (index, level) in levels.enumerated() {
      let rows = denominatorRows(level, whole)
      for share in parts[index].shares {
        let value = parts[index].columns[share.value]
        parts[index].columns[share.share] = Summarizer.ratio(
          value, Kernels.gather(totals[share.output], rows: rows))
      }
    }
  }

  private func denominatorRows(_ level: GroupLevel, _ whole: GroupLevel) -> ContiguousArray<Int32> {
    guard let key = whole.keys.first else { return ContiguousArray(repeating: 0, count: level.count) }
    guard let place = level.keys.firstIndex(of: key) else {
      return ContiguousArray(repeating: CodeColumn.missing(.notComputable), count: level.count)
    }
    let both = Kernels.concatenate([whole.keyValues[0], level.keyValues[place]]) ?? whole.keyValues[0]
    let groups = Grouping.densify([GroupKey(both)], count: both.count).assignment.groups
    var rowOfGroup: [Int32: Int32] = [:]
    for row in 0..<whole.count { rowOfGroup[groups[row]] = Int32(row) }
    return ContiguousArray(
      (0..<level.count).map { rowOfGroup[groups[whole.count + $0]] ?? CodeColumn.missing(.notComputable) })
  }

  private static func ratio(_ a: Column, _ b: Column) -> Column {
    func numbers(_ column: Column) -> NumberColumn? {
      switch column {
      case .integer(let integers): Kernels.numbers(integers)
      case .number(let numbers): numbers
      default: nil
      }
    }
    guard let x = numbers(a), let y = numbers(b) else { return a }
    return .number(Kernels.divide(x, y).column)
  }

  /// The rows of the table: the groups in key order, each level of subtotals before what it sums, the total last.
  private func rowOrder(_ levels: [GroupLevel]) -> [(level: Int, group: Int)] {
    let detail = (0..<levels[0].count).map { (level: 0, group: $0) }
    guard levels.count > 1 else { return detail }
    let prefixes = levels.dropFirst().enumerated().filter { !$0.element.keys.isEmpty }
    var groupOf: [[Int32]] = []
    for (_, level) in prefixes { groupOf.append(prefixGroups(levels[0], level)) }
    var order: [(level: Int, group: Int)] = []
    var last = Array(repeating: Int32(-1), count: prefixes.count)
    for row in detail {
      for index in prefixes.indices.reversed() where groupOf[index][row.group] != last[index] {
        last[index] = groupOf[index][row.group]
        order.append((prefixes[index].offset + 1, Int(last[index])))
        for inner in 0..<index { last[inner] = -1 }
      }
      order.append(row)
    }
    if let total = levels.indices.dropFirst().first(where: { levels[$0].keys.isEmpty }) {
      order.append((total, 0))
    }
    return order
  }

  /// For each group of the detail the group of its first keys.
  private func prefixGroups(_ detail: GroupLevel, _ prefix: GroupLevel) -> [Int32] {
    var keys: [GroupKey] = []
    for key in prefix.keys.indices {
      let both = Kernels.concatenate([prefix.keyValues[key], detail.keyValues[key]]) ?? detail.keyValues[key]
      keys.append(GroupKey(both))
    }
    let groups = Grouping.densify(keys, count: prefix.count + detail.count).assignment.groups
    var number: [Int32: Int32] = [:]
    for row in 0..<prefix.count { number[groups[row]] = Int32(row) }
    return (0..<detail.count).map { number[groups[prefix.count + $0]] ?? -1 }
  }

  /// The key columns: on a total row the keys that it sums over are missing.
  private func keys(_ levels: [GroupLevel], _ order: [(level: Int, group: Int)]) -> [Column] {
    var starts: [Int] = []
    var total = 0
    for level in levels {
      starts.append(total)
      total += level.count
    }
    let rows = ContiguousArray(order.map { Int32(starts[$0.level] + $0.group) })
    return summarize.keys.indices.map { key in
      let parts = levels.map { level -> Column in
        if key < level.keys.count { return level.keyValues[key] }
        let nothing = ContiguousArray<Int32>(repeating: -1, count: level.count)
        return Kernels.gather(levels[0].keyValues[key], through: CodeColumn(nothing))
      }
      return Kernels.gather(Kernels.concatenate(parts) ?? parts[0], rows: rows)
    }
  }
}
