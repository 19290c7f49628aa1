import Columns
import Store

/// Stored columns as the kernels take them. Only these and `Evaluator.storedTruth` know in which form a column is stored.
extension EntityTable {
  /// A field at some rows; nil where the snapshot does not carry it.
  func read(_ field: String, _ rows: FrameRows) -> Column? {
    guard let column = columns[field] else { return nil }
    return switch rows {
    case .range(let range): Kernels.slice(column, range)
    case .list(let rows): Kernels.gather(column, through: CodeColumn(rows))
    }
  }

  /// A field at the rows that a link leads to; where the link is missing, so is the value, for its reason.
  func read(_ field: String, through link: CodeColumn) -> Column? {
    columns[field].map { Kernels.gather($0, through: link) }
  }

  /// A field of every row; nil where the snapshot does not carry it.
  func read(_ field: String) -> Column? { columns[field] }
}
