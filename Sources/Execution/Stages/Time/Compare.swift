import Columns
import Plan
import Results
import Schema
import Source
import Store

extension Executor {
  /// `compare`: the rows of two results matched by their keys, in key order; rows of places are matched as units, so
  /// that the keys of the first snapshot are brought to the second.
  func compare(_ plan: ComparePlan) throws(Diagnostic) -> Relation {
    let before = try rows(plan.pair.before).withoutTotals()
    let after = try rows(plan.pair.after).withoutTotals()
    let first = try evaluate(plan.pair.before.output.map(\.expression), before)
    let second = try evaluate(plan.pair.after.output.map(\.expression), after)
    var keys: [Column] = []
    for index in 0..<plan.keyCount {
      let old = brought(first[index], plan.pair.before.output[index].expression.type, plan.pair)
      keys.append(Kernels.concatenate([old, second[index]]) ?? second[index])
    }
    let groups = Grouping.densify(
      keyed(keys, plan.pair.after.output.map(\.expression)), count: before.count + after.count)
    var rowBefore = ContiguousArray<Int32>(repeating: absent, count: groups.count)
    var rowAfter = rowBefore
    for (row, group) in groups.assignment.groups.enumerated() {
      if row < before.count {
        rowBefore[Int(group)] = Int32(row)
      } else {
        rowAfter[Int(group)] = Int32(row - before.count)
      }
    }
    var result = Relation(count: groups.count, entity: nil, snapshot: plan.pair.to)
    result.columns = keys.map { Kernels.gather($0, rows: groups.representativeRow) }
    result.columns.append(
      .code(
        CodeColumn(
          ContiguousArray((0..<groups.count).map { rowBefore[$0] < 0 ? 1 : (rowAfter[$0] < 0 ? 2 : 0) }))))
    for (offset, change) in plan.changes.enumerated() {
      let index = plan.keyCount + offset
      let old = Kernels.gather(first[index], through: CodeColumn(rowBefore))
      let new = Kernels.gather(second[index], through: CodeColumn(rowAfter))
      result.columns += [old, new]
      if change != nil { result.columns.append(difference(new, old)) }
    }
    return result
  }

  var absent: Int32 { CodeColumn.missing(.notPresent) }

  func keyed(_ columns: [Column], _ expressions: [TypedExpression]) -> [GroupKey] {
    zip(columns, expressions).map { column, expression in
      guard expression.type.kind == .text, case .code(let codes) = column else { return GroupKey(column) }
      return GroupKey(column, ranks: codes.dictionary?.collationRanks())
    }
  }

  /// A column of the first snapshot as one of the second: rows of entities by their counterparts.
  func brought(_ column: Column, _ type: ValueType, _ pair: SnapshotPair) -> Column {
    guard case .entity(let entity, _) = type.kind, case .code(let codes) = column else { return column }
    let there = alignment(entity, from: pair.from, to: pair.to)
    return Kernels.gather(.code(CodeColumn(there)), through: codes)
  }

  private func difference(_ a: Column, _ b: Column) -> Column {
    switch (a, b) {
    case (.integer(let x), .integer(let y)): .integer(Kernels.subtract(x, y).column)
    case (.number(let x), .number(let y)): .number(Kernels.subtract(x, y).column)
    default: a
    }
  }
}
