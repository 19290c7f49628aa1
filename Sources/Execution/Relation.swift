import Columns
import Plan
import Results
import Schema

/// The rows between two stages: rows of an entity, columns of their own, or both.
///
/// Invariants: every column has `count` values; `rows`, where there is one, has `count` row numbers of the entity's table.
struct Relation: Sendable {
  var count: Int
  var entity: String?
  var snapshot: SnapshotID
  /// The rows of the entity's table, in order; nil where they are all of them in stored order, or no rows of one.
  var rows: ContiguousArray<Int32>?
  /// The columns by slot.
  var columns: [Column] = []
  /// Slots that the result does not show: values of `across` that did not occur.
  var hidden: Set<Int> = []
  /// Columns that only the data name, behind those with slots.
  var extra: [ResultColumn] = []
  var roles: [RowRole]?
  /// For subtotal and total rows, how many keys are their own.
  var keysKept: [Int]?
  /// Where a set was a key: the code of the empty set, by slot.
  var noneCodes: [Int: Int32] = [:]

  /// A frame over some positions.
  func frame(_ range: Range<Int>, _ context: EvaluationContext) -> Frame {
    let isWhole = range.lowerBound == 0 && range.upperBound == count
    var read = FrameRows.range(range)
    if entity != nil, let rows { read = .list(isWhole ? rows : ContiguousArray(rows[range])) }
    return Frame(
      count: range.count, entity: entity, snapshot: snapshot,
      table: entity.flatMap { context.table($0, snapshot) }, rows: read,
      columns: columns, part: isWhole ? nil : range)
  }

  /// The rows at some positions, in their order.
  func taking(_ positions: ContiguousArray<Int32>) -> Relation {
    var result = self
    result.count = positions.count
    if entity != nil {
      result.rows =
        rows.map { old in ContiguousArray(positions.map { old[Int($0)] }) } ?? positions
    }
    result.columns = columns.map { Kernels.gather($0, rows: positions) }
    result.extra = extra.map { column in
      var copy = column
      copy.column = Kernels.gather(column.column, rows: positions)
      return copy
    }
    result.roles = roles.map { old in positions.map { old[Int($0)] } }
    result.keysKept = keysKept.map { old in positions.map { old[Int($0)] } }
    return result
  }

  /// The data rows alone: totals are no data, and most stages drop them (language.md, section 3).
  func withoutTotals() -> Relation {
    guard let roles else { return self }
    var positions = ContiguousArray<Int32>()
    for (index, role) in roles.enumerated() where role == .data { positions.append(Int32(index)) }
    var result = taking(positions)
    result.roles = nil
    result.keysKept = nil
    return result
  }

  /// No longer rows of an entity: columns only.
  mutating func forgetEntity() {
    entity = nil
    rows = nil
  }
}
