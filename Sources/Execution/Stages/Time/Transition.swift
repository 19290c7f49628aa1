import Columns
import Plan
import Results
import Schema
import Source
import Store

extension Executor {
  /// `transition`: for each group, value before and value after, the households and persons; a household of
  /// one snapshot only is "(not present)" in the other.
  ///
  /// Persons are the size after, of those gone the size before.
  func transition(_ plan: TransitionPlan) throws(Diagnostic) -> Relation {
    let rows = try PairedRows(self, plan.pair, plan.entity)
    let gone = ContiguousArray(
      (0..<rows.before.count).filter { rows.there[$0] < 0 }.map { Int32($0) })
    let first = try evaluate([plan.fieldBefore], rows.before)[0]
    let second = try evaluate([plan.field], rows.after)[0]
    let back = ContiguousArray(rows.back.map { $0 < 0 ? absent : $0 })
    let nowhere = ContiguousArray<Int32>(repeating: absent, count: gone.count)
    let before = Kernels.concatenate([
      Kernels.gather(first, through: CodeColumn(back)), Kernels.gather(first, rows: gone),
    ])
    let after = Kernels.concatenate([second, Kernels.gather(second, through: CodeColumn(nowhere))])
    var keys: [Column] = []
    for key in plan.keys {
      let old = brought(try evaluate([key.expression], rows.before)[0], key.expression.type, plan.pair)
      let new = try evaluate([key.expression], rows.after)[0]
      keys.append(Kernels.concatenate([new, Kernels.gather(old, rows: gone)]) ?? new)
    }
    keys += [before ?? first, after ?? second]
    let total = rows.after.count + gone.count
    let groups = Grouping.densify(
      keyed(keys, plan.keys.map(\.expression) + [plan.field, plan.field]), count: total)
    var households = ContiguousArray<Int64>(repeating: 0, count: groups.count)
    var persons = households
    let sizes = try size(plan, rows, gone)
    for (row, group) in groups.assignment.groups.enumerated() {
      households[Int(group)] += 1
      persons[Int(group)] += sizes[row]
    }
    var result = Relation(count: groups.count, entity: nil, snapshot: plan.pair.to)
    result.columns = keys.map { Kernels.gather($0, rows: groups.representativeRow) }
    result.columns += [.integer(IntegerColumn(households)), .integer(IntegerColumn(persons))]
    return result
  }

  private func size(_ plan: TransitionPlan, _ rows: PairedRows, _ gone: ContiguousArray<Int32>)
    throws(Diagnostic) -> ContiguousArray<Int64>
  {
    guard let size = plan.size, case .integer(let after) = try evaluate([size], rows.after)[0],
      case .integer(let before) = try evaluate([size], rows.before)[0]
    else { return ContiguousArray(repeating: 0, count: rows.after.count + gone.count) }
    var result = ContiguousArray<Int64>()
    for row in 0..<rows.after.count { result.append(after.validity.isKnown(row) ? after.values[row] : 0) }
    for row in gone { result.append(before.validity.isKnown(Int(row)) ? before.values[Int(row)] : 0) }
    return result
  }
}
