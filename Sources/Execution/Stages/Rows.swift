import Columns
import Plan
import Results
import Schema
import Source
import Store

extension Executor {
  func project(_ values: [TypedExpression], _ relation: inout Relation) throws(Diagnostic) {
    let columns = try evaluate(values, relation)
    var noneCodes: [Int: Int32] = [:]
    var hidden: Set<Int> = []
    for (index, value) in values.enumerated() {
      guard case .column(let slot) = value.kind else { continue }
      noneCodes[index] = relation.noneCodes[slot]
      if relation.hidden.contains(slot) { hidden.insert(index) }
    }
    relation.columns = columns
    relation.noneCodes = noneCodes
    relation.hidden = hidden
    relation.extra = []
    relation.forgetEntity()
  }

  /// `sort`: data rows in order, stable; total rows stay where they are, and rows are sorted between them.
  func sort(_ keys: [OrderKey], _ relation: inout Relation) throws(Diagnostic) {
    let columns = try sortColumns(keys, relation)
    guard let roles = relation.roles else {
      relation = relation.taking(Ordering.sortOrder(columns, count: relation.count))
      return
    }
    let order = Ordering.sortOrder(columns, count: relation.count)
    var runs: [Int] = []
    var run = 0
    for role in roles {
      if role != .data { run += 1 }
      runs.append(run)
    }
    var ordered = Array(repeating: [Int32](), count: run + 1)
    for row in order where roles[Int(row)] == .data { ordered[runs[Int(row)]].append(row) }
    var next = Array(repeating: 0, count: run + 1)
    var positions = ContiguousArray<Int32>()
    for (row, role) in roles.enumerated() {
      guard role == .data else {
        positions.append(Int32(row))
        continue
      }
      positions.append(ordered[runs[row]][next[runs[row]]])
      next[runs[row]] += 1
    }
    relation = relation.taking(positions)
  }

  func take(_ from: Int, _ through: Int, _ per: [TypedExpression], _ relation: inout Relation)
    throws(Diagnostic)
  {
    if per.isEmpty {
      let lower = min(from - 1, relation.count)
      let upper = min(max(through, lower), relation.count)
      relation = relation.taking(ContiguousArray((lower..<upper).map { Int32($0) }))
      return
    }
    let groups = try groups(per, relation)
    let lower = from - 1
    relation = relation.taking(Ordering.takeOrder(lower..<max(through, lower), per: groups))
  }

  func top(
    _ count: Int, _ keys: [OrderKey], _ word: String, _ per: [TypedExpression], _ relation: inout Relation
  ) throws(Diagnostic) {
    let columns = try sortColumns(keys, relation)
    let selection =
      per.isEmpty
      ? Ordering.topOrder(count, columns, count: relation.count)
      : Ordering.topOrder(count, columns, per: try groups(per, relation))
    if selection.cutTies > 0 {
      ledger.append(.cut(stage: word, kept: selection.rows.count, tied: selection.cutTies))
    }
    relation = relation.taking(selection.rows)
  }

  func distinct(_ keys: [TypedExpression], _ keepsRows: Bool, _ relation: inout Relation) throws(Diagnostic) {
    let columns = try evaluate(keys, relation)
    let rows = Grouping.distinctFirst(columns, count: relation.count)
    if keepsRows {
      relation = relation.taking(rows)
      return
    }
    relation.columns = columns
    relation.noneCodes = [:]
    relation.hidden = []
    relation.extra = []
    relation.forgetEntity()
    relation = relation.taking(rows)
  }

  /// A sample without replacement in row order: Knuth's selection sampling (The Art of Computer Programming 2, algorithm S)
  /// driven by SplitMix64, so that a seed means the same rows everywhere.
  func sample(_ wanted: Int, _ seed: UInt64, _ relation: inout Relation) {
    var state = seed
    var rows = ContiguousArray<Int32>()
    var left = min(wanted, relation.count)
    for row in 0..<relation.count where left > 0 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      mixed ^= mixed >> 31
      let remaining = UInt64(relation.count - row)
      if mixed % remaining < UInt64(left) {
        rows.append(Int32(row))
        left -= 1
      }
    }
    relation = relation.taking(rows)
  }

  func expand(_ link: String, _ entity: String, _ target: String, _ relation: inout Relation)
    throws(Diagnostic)
  {
    let block = try evaluator.children(
      base: nil, link, entity, target, frame(relation, 0..<relation.count), needsParents: true)
    var result = Relation(
      count: block.frame.count, entity: target, snapshot: relation.snapshot, rows: block.frame.rowList)
    result.columns = relation.columns.map { Kernels.gather($0, rows: block.parents) }
    result.noneCodes = relation.noneCodes
    result.hidden = relation.hidden
    relation = result
  }

  func expandSet(_ value: TypedExpression, _ type: EnumType, _ relation: inout Relation) throws(Diagnostic) {
    guard case .set(let sets) = try evaluate([value], relation)[0] else { return }
    var rows = ContiguousArray<Int32>()
    var codes = ContiguousArray<Int32>()
    let isKnown = sets.validity.bitmap(relation.count)
    let masks = sets.masks
    rows.reserveCapacity(relation.count)
    codes.reserveCapacity(relation.count)
    for row in masks.indices where masks[row] != 0 && isKnown[row] {
      var rest = masks[row]
      while rest != 0 {
        rows.append(Int32(row))
        codes.append(Int32(rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
    relation = relation.taking(rows)
    relation.columns.append(.code(CodeColumn(codes)))
  }

  func appendRows(_ plan: Plan, _ relation: inout Relation) throws(Diagnostic) {
    let below = try rows(plan)
    relation.rows = frame(relation, 0..<relation.count).rowList + frame(below, 0..<below.count).rowList
    relation.count += below.count
  }

  func append(_ plan: Plan, _ columns: [TypedExpression?], _ relation: inout Relation) throws(Diagnostic) {
    let below = try rows(plan).withoutTotals()
    var joined: [Column] = []
    for (slot, column) in relation.columns.enumerated() {
      let part: Column
      if slot < columns.count, let expression = columns[slot] {
        part = try evaluate([expression], below)[0]
      } else {
        let nothing = ContiguousArray<Int32>(repeating: CodeColumn.missing(.notRecorded), count: below.count)
        part = Kernels.gather(column, through: CodeColumn(nothing))
      }
      joined.append(Kernels.concatenate([column, part]) ?? column)
    }
    relation.count += below.count
    relation.columns = joined
    relation.extra = []
    relation.forgetEntity()
  }
}
