import Columns
import Results

/// One row as expressions read it: of an entity, with the columns that were added, within the row around.
final class RowFrame {
  let entity: String?
  let snapshot: Int
  /// The number of the row; missing where a link led nowhere.
  let row: Value
  let columns: [Value]
  let outer: RowFrame?
  /// What the outputs of `summarize` read.
  var aggregates: [Value] = []
  var keys: [Value] = []
  var outputs: [Value] = []
  /// Values of columns that only the data name.
  var extra: [Value] = []

  init(entity: String?, snapshot: Int, row: Value, columns: [Value] = [], outer: RowFrame? = nil) {
    self.entity = entity
    self.snapshot = snapshot
    self.row = row
    self.columns = columns
    self.outer = outer
  }

  /// This row with other columns.
  func with(columns: [Value]) -> RowFrame {
    let copy = RowFrame(entity: entity, snapshot: snapshot, row: row, columns: columns, outer: outer)
    copy.extra = extra
    return copy
  }

  /// Columns only, no longer a row of an entity.
  func onlyColumns(_ columns: [Value]) -> RowFrame {
    RowFrame(entity: nil, snapshot: snapshot, row: .unknown, columns: columns)
  }
}

/// The rows between two stages.
struct RowTable {
  var rows: [RowFrame]
  var entity: String?
  var snapshot: Int
  var roles: [RowRole]?
  /// For total rows, how many keys are their own.
  var keysKept: [Int]?
  /// Slots that the result does not show: values of `across` that did not occur.
  var hidden: Set<Int> = []
  var extraNames: [String] = []

  /// The data rows alone: totals are no data.
  var withoutTotals: RowTable {
    guard let roles else { return self }
    var result = self
    result.rows = zip(rows, roles).filter { $0.1 == .data }.map(\.0)
    result.roles = nil
    result.keysKept = nil
    return result
  }
}
