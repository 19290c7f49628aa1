import Columns
import Plan
import Schema
import Source
import Store

/// A computed value in one snapshot.
struct ComputedKey: Hashable {
  var number: Int
  var snapshot: SnapshotID
  var isSupposed: Bool

  init(_ value: ComputedValue, _ snapshot: SnapshotID) {
    number = value.number
    self.snapshot = snapshot
    isSupposed = value.isSupposed
  }
}

extension Evaluator {
  /// A computed value at the rows of a frame: as it is kept for its table, else computed for this frame alone, on all
  /// of its rows, since other parts of the expression may need others.
  func computed(_ value: ComputedValue, _ frame: Frame) throws(Diagnostic) -> Column {
    if let column = context.computed[ComputedKey(value, frame.snapshot)] { return frame.read(column) }
    if let column = frame.computed.columns[value.number] { return column }
    let column = try evaluate(value.expression, frame.whole ?? frame)
    frame.computed.columns[value.number] = column
    return column
  }
}

/// Values of standards are computed once for a whole table where many rows are read, else for the rows at hand.
extension Executor {
  /// Rows from which on a value is computed for the whole table, in the expectation that more will be asked.
  private static let wholeFrom = 4096
  /// Bytes of computed values that are kept; beyond them all are dropped, to be computed anew.
  private static let keptBytes = 1 << 30

  /// Computes a value for every row of its table, unless that was done before; false where too few rows ask for it.
  func keep(_ value: ComputedValue, _ snapshot: SnapshotID, rows: Int) throws(Diagnostic) -> Bool {
    let key = ComputedKey(value, snapshot)
    if context.computed[key] != nil { return true }
    guard let table = table(value.entity, snapshot), rows >= min(Executor.wholeFrom, table.count / 8) else {
      return false
    }
    if context.computed.count * table.count * 8 > Executor.keptBytes { context.computed = [:] }
    let relation = Relation(count: table.count, entity: value.entity, snapshot: snapshot)
    context.computed[key] = try evaluate([value.expression], relation)[0]
    return true
  }

  /// `suppose`: the rows at hand, or those behind a link of theirs, get values; the others keep what they had.
  func suppose(_ assumptions: [Assumption], _ relation: Relation) throws(Diagnostic) {
    context.computed = context.computed.filter { !$0.key.isSupposed }
    var columns: [Int: Column] = [:]
    for assumption in assumptions {
      columns[assumption.number] = try spread(assumption, relation)
    }
    context.supposed.merge(columns) { $1 }
  }

  /// The column of an assumption over the whole table of its entity.
  private func spread(_ assumption: Assumption, _ relation: Relation) throws(Diagnostic) -> Column {
    let count = table(assumption.entity, relation.snapshot)?.count ?? 0
    let rows = rowsThatGet(assumption, relation)
    let values = try evaluate([assumption.value], rows)[0]
    var positions = ContiguousArray<Int32>(repeating: CodeColumn.missing(.notRecorded), count: count)
    for position in 0..<rows.count {
      let row = rows.rows.map { Int($0[position]) } ?? position
      if row >= 0, row < count { positions[row] = Int32(position) }
    }
    let index = CodeColumn(positions)
    let all = Relation(count: count, entity: assumption.entity, snapshot: relation.snapshot)
    let before =
      try assumption.original.map { (value) throws(Diagnostic) in try evaluate([value], all)[0] }
      ?? evaluator.missing(assumption.value.type, count)
    return Kernels.select(
      condition: Kernels.isKnown(.code(index)), then: Kernels.gather(values, through: index), else: before)
  }

  private func rowsThatGet(_ assumption: Assumption, _ relation: Relation) -> Relation {
    guard let link = assumption.link, let entity = relation.entity,
      let children = table(entity, relation.snapshot)?.children[link]
    else { return relation }
    var rows = ContiguousArray<Int32>()
    for position in 0..<relation.count {
      let row = relation.rows.map { Int($0[position]) } ?? position
      for place in children.starts[row]..<children.ends[row] {
        rows.append(children.permutation?[Int(place)] ?? place)
      }
    }
    return Relation(count: rows.count, entity: assumption.entity, snapshot: relation.snapshot, rows: rows)
  }
}
