import Columns
import Plan
import Schema
import Source
import Store

/// The children of a block of rows: a frame of them, and which belong to which row.
struct ChildBlock {
  var frame: Frame
  /// For each row of the block, its children's positions in the frame.
  var starts: [Int32]
  var ends: [Int32]
  /// For each child, its row in the block.
  var parents: ContiguousArray<Int32>
  /// The row at its place, a missing one for its reason, where some rows of the block are missing: what is asked of the
  /// children of no row has no answer.
  var rows: CodeColumn?

  /// Values found for the rows of the block, but for rows that are missing.
  func values(_ column: Column) -> Column { rows.map { Kernels.gather(column, through: $0) } ?? column }
}

extension Evaluator {
  /// The children behind a to-many link of the rows of a frame, or of the rows that `base` leads to; rows that are not
  /// needed have none.
  func children(
    base: TypedExpression?, _ link: String, _ entity: String, _ target: String, _ frame: Frame,
    needsParents: Bool
  ) throws(Diagnostic) -> ChildBlock {
    let table = context.table(target, frame.snapshot)
    let index = context.table(entity, frame.snapshot)?.children[link]
    let rows = try base.map { (path) throws(Diagnostic) in try codes(path, frame).codes }
    if rows == nil, frame.active?.isAllSet ?? true, let index, index.permutation == nil,
      case .range(let range) = frame.rows,
      let block = contiguous(
        index, range, table, target, frame, needsParents || frame.multiplicity != nil)
    {
      return block
    }
    return listed(index, frame.needed(rows ?? frame.rowList), table, target, frame)
  }

  /// Children that lie together in stored order: a range, nothing copied.
  private func contiguous(
    _ index: ChildIndex, _ range: Range<Int>, _ table: EntityTable?, _ target: String, _ frame: Frame,
    _ needsParents: Bool
  ) -> ChildBlock? {
    let (from, to) = (index.starts.span.extracting(range), index.ends.span.extracting(range))
    guard let first = from.indices.first(where: { from[$0] != to[$0] }) else { return nil }
    let lower = from[first]
    var upper = lower
    var isTogether = true
    let ends = [Int32](capacity: range.count) { output in
      for position in from.indices {
        if from[position] != to[position] {
          isTogether = isTogether && from[position] == upper
          upper = to[position]
        }
        output.append(upper &- lower)
      }
    }
    guard isTogether else { return nil }
    // Each begins where the one before it ends.
    let starts = [Int32](capacity: range.count) { output in
      output.append(0)
      for position in 1..<ends.count { output.append(ends[position - 1]) }
    }
    var parents = ContiguousArray<Int32>()
    if needsParents {
      parents = ContiguousArray(repeating: 0, count: Int(upper - lower))
      for position in starts.indices {
        for child in Int(starts[position])..<Int(ends[position]) { parents[child] = Int32(position) }
      }
    }
    let inner = Frame(
      count: Int(upper - lower), entity: target, snapshot: frame.snapshot, table: table,
      rows: .range(Int(lower)..<Int(upper)), outer: frame, outerRows: parents)
    inner.multiplicity = childMultiplicity(frame, parents)
    return ChildBlock(frame: inner, starts: starts, ends: ends, parents: parents)
  }

  private func listed(
    _ index: ChildIndex?, _ rows: ContiguousArray<Int32>, _ table: EntityTable?, _ target: String,
    _ frame: Frame
  ) -> ChildBlock {
    var starts = [Int32](repeating: 0, count: rows.count)
    var ends = starts
    var list = ContiguousArray<Int32>()
    var parents = ContiguousArray<Int32>()
    for (position, row) in rows.enumerated() {
      starts[position] = Int32(list.count)
      if row >= 0, let index, Int(row) < index.starts.count {
        for child in index.starts[Int(row)]..<index.ends[Int(row)] {
          list.append(index.permutation.map { $0[Int(child)] } ?? child)
          parents.append(Int32(position))
        }
      }
      ends[position] = Int32(list.count)
    }
    let inner = Frame(
      count: list.count, entity: target, snapshot: frame.snapshot, table: table, rows: .list(list),
      outer: frame, outerRows: parents)
    inner.multiplicity = childMultiplicity(frame, parents)
    return ChildBlock(
      frame: inner, starts: starts, ends: ends, parents: parents,
      rows: rows.contains { $0 < 0 }
        ? CodeColumn(ContiguousArray(rows.enumerated().map { $1 < 0 ? $1 : Int32($0) })) : nil)
  }

  private func childMultiplicity(_ frame: Frame, _ parents: ContiguousArray<Int32>) -> ContiguousArray<Int>? {
    frame.multiplicity.map { counts in ContiguousArray(parents.map { counts[Int($0)] }) }
  }

  /// What decides `any`, `all`, `none` and `count` over children: the truth of the condition on each.
  func childTruth(_ call: AggregateCall, _ block: ChildBlock) throws(Diagnostic) -> BooleanColumn {
    let condition = try call.condition.map { (test) throws(Diagnostic) in try truth(test, block.frame) }
    guard call.function == .all, let claim = call.arguments.first else {
      if let argument = call.arguments.first, call.function == .any || call.function == .none {
        let claim = try truth(argument, block.frame)
        return condition.map { Kernels.and($0, claim) } ?? claim
      }
      return condition ?? BooleanColumn(Bitmap(repeating: true, count: block.frame.count))
    }
    let holds = try truth(claim, block.frame)
    return condition.map { Kernels.or(Kernels.not($0), holds) } ?? holds
  }

  /// An aggregate over the children of each row: one value a row, and never more rows.
  func nested(
    _ call: AggregateCall, base: TypedExpression?, _ link: String, _ entity: String, _ target: String,
    _ whole: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> Column {
    let isSegment = [.any, .all, .none].contains(call.function)
    let isPlainCount = call.function == .count && call.arguments.isEmpty
    let block = try children(
      base: base, link, entity, target, frame,
      needsParents: !(isSegment || isPlainCount) || call.readsOuter)
    return block.values(try nested(call, block, whole))
  }

  private func nested(_ call: AggregateCall, _ block: ChildBlock, _ whole: TypedExpression)
    throws(Diagnostic) -> Column
  {
    let isSegment = [.any, .all, .none].contains(call.function)
    let isPlainCount = call.function == .count && call.arguments.isEmpty
    if isPlainCount, call.condition == nil {
      return .integer(
        Kernels.subtract(
          IntegerColumn(ContiguousArray(block.ends.map { Int64($0) })),
          IntegerColumn(ContiguousArray(block.starts.map { Int64($0) }))
        ).column)
    }
    if isSegment {
      let truth = try childTruth(call, block)
      switch call.function {
      case .any: return .boolean(Segments.any(truth, starts: block.starts, ends: block.ends))
      case .all: return .boolean(Segments.all(truth, starts: block.starts, ends: block.ends))
      default: return .boolean(Segments.none(truth, starts: block.starts, ends: block.ends))
      }
    }
    if isPlainCount {
      let truth = try childTruth(call, block)
      try recordOpen(call, truth, block.frame)
      return .integer(Segments.countTrue(truth, starts: block.starts, ends: block.ends).count)
    }
    return try overChildren(call, block)
  }

  /// The least count of children for which a condition holds, and how many more it may be.
  func openCount(
    _ call: AggregateCall, base: TypedExpression?, _ link: String, _ entity: String, _ target: String,
    _ frame: Frame
  ) throws(Diagnostic) -> (least: IntegerColumn, unknown: IntegerColumn) {
    let block = try children(
      base: base, link, entity, target, frame, needsParents: call.readsOuter)
    let truth = try childTruth(call, block)
    let (count, unknown) = Segments.countTrue(truth, starts: block.starts, ends: block.ends)
    guard case .integer(let least) = block.values(.integer(count)) else { return (count, unknown) }
    return (least, unknown)
  }

  /// Notes the children that an aggregate leaves out because its condition is open on them.
  private func recordOpen(_ call: AggregateCall, _ truth: BooleanColumn, _ frame: Frame) throws(Diagnostic) {
    guard !ledger.isMuted, let condition = call.condition, let known = truth.validity.known, !known.isAllSet
    else { return }
    ledger.isMuted = true
    defer { ledger.isMuted = false }
    var causes = Causes(self)
    try causes.collect(condition, frame, ~known)
    ledger.isMuted = false
    ledger.undeterminedInside(call.text, frame.rowsRead(~known), causes.counts(in: frame))
  }

  /// Any other aggregate: the children for which the condition is true, in groups by row.
  private func overChildren(_ call: AggregateCall, _ block: ChildBlock) throws(Diagnostic) -> Column {
    var frame = block.frame
    var groups = block.parents
    if let condition = call.condition {
      let test = try truth(condition, frame)
      try recordOpen(call, test, frame)
      let kept = test.bits.positions
      let rows = frame.rowList
      groups = ContiguousArray(kept.map { block.parents[Int($0)] })
      frame = Frame(
        count: kept.count, entity: frame.entity, snapshot: frame.snapshot, table: frame.table,
        rows: .list(ContiguousArray(kept.map { rows[Int($0)] })), outer: frame.outer, outerRows: groups)
      frame.multiplicity = block.frame.outer.flatMap { childMultiplicity($0, groups) }
    }
    var arguments: [Column] = []
    for argument in call.arguments { arguments.append(try evaluate(argument, frame)) }
    var order: [SortColumn] = []
    for key in call.order {
      let column = try evaluate(key.expression, frame)
      order.append(
        SortColumn(
          column, ranks: context.ranks(key.expression, column, frame.entity, frame.snapshot),
          descending: key.isDescending)
      )
    }
    if !order.isEmpty {
      let sorted = Ordering.sortOrder(order, count: frame.count)
      arguments = arguments.map { Kernels.gather($0, rows: sorted) }
      groups = ContiguousArray(sorted.map { groups[Int($0)] })
    }
    let assignment = GroupAssignment(groups: groups, count: block.starts.count)
    guard let counts = block.frame.outer?.multiplicity else {
      return try aggregate(call, arguments, assignment, weights: nil, ranks: nil, notes: true).column
    }
    let result = try aggregate(call, arguments, assignment, weights: nil, ranks: nil, notes: false)
    note(call, result, arguments, groups, counts)
    return result.column
  }

  /// Notes what an aggregate skipped, once for each row that reads it.
  private func note(
    _ call: AggregateCall, _ result: AggregateResult, _ arguments: [Column],
    _ groups: ContiguousArray<Int32>, _ counts: ContiguousArray<Int>
  ) {
    var skipped = 0
    if result.skipped > 0 {
      let known = arguments.map(\.known)
      for (row, group) in groups.enumerated() where known.contains(where: { !$0[row] }) {
        skipped += counts[Int(group)]
      }
    }
    var failed = 0
    if result.notComputable > 0 {
      for group in counts.indices where result.column.reason(group) == .notComputable {
        failed += counts[group]
      }
    }
    note(call, skipped: skipped, notComputable: failed)
  }
}
