import Columns
import Plan
import Store

/// The rows of a table that a frame reads.
enum FrameRows {
  case range(Range<Int>)
  /// Row numbers; a negative one is no row, and everything read there is missing for the reason that it stands for.
  case list(ContiguousArray<Int32>)

  var count: Int {
    switch self {
    case .range(let range): range.count
    case .list(let rows): rows.count
    }
  }
}

/// A block of rows against which expressions are read.
final class Frame {
  let count: Int
  let entity: String?
  let snapshot: SnapshotID
  let table: EntityTable?
  let rows: FrameRows
  /// The columns of the relation, and the part of them that this block is; nil where it is the whole.
  private let columns: [Column]
  private let part: Range<Int>?
  /// The frame around, and for each row here the row there.
  let outer: Frame?
  let outerRows: ContiguousArray<Int32>
  /// What the outputs of `summarize` read.
  var aggregates: [Column] = []
  var keys: [Column] = []
  var outputs: [Column] = []
  /// Rows whose values are needed; nil where all are.
  ///
  /// Nothing is said of the others, and their values mean nothing.
  var active: Bitmap?
  /// For how many rows of the outermost frame each row is read; nil where it is one each.
  var multiplicity: ContiguousArray<Int>?
  /// Values computed once for this frame, by their numbers.
  var computed = ComputedColumns()
  /// The frame that this one restricts.
  private(set) var whole: Frame?

  init(
    count: Int, entity: String?, snapshot: SnapshotID, table: EntityTable?, rows: FrameRows,
    columns: [Column] = [], part: Range<Int>? = nil, outer: Frame? = nil,
    outerRows: ContiguousArray<Int32> = []
  ) {
    self.count = count
    self.entity = entity
    self.snapshot = snapshot
    self.table = table
    self.rows = rows
    self.columns = columns
    self.part = part
    self.outer = outer
    self.outerRows = outerRows
  }

  /// This frame where only some rows' values are needed.
  func restricted(to rows: Bitmap) -> Frame {
    let copy = copied()
    copy.active = active.map { $0 & rows } ?? rows
    copy.multiplicity = multiplicity
    return copy
  }

  /// This frame as rows of another read it, of which it is the frame around.
  func read(by inner: Frame) -> Frame {
    var counts = ContiguousArray<Int>(repeating: 0, count: count)
    for row in inner.outerRows.indices where inner.active?[row] ?? true {
      counts[Int(inner.outerRows[row])] += inner.multiplicity?[row] ?? 1
    }
    let copy = copied()
    var active = Bitmap(count: count)
    for row in counts.indices where counts[row] > 0 { active[row] = true }
    copy.active = active
    copy.multiplicity = counts
    return copy
  }

  /// For how many rows of the outermost frame some rows are read.
  func rowsRead(_ rows: Bitmap) -> Int {
    let needed = active.map { $0 & rows } ?? rows
    guard let multiplicity else { return needed.population }
    return needed.positions.reduce(0) { $0 + multiplicity[Int($1)] }
  }

  private func copied() -> Frame {
    let copy = Frame(
      count: count, entity: entity, snapshot: snapshot, table: table, rows: self.rows, columns: columns,
      part: part, outer: outer, outerRows: outerRows)
    copy.aggregates = aggregates
    copy.keys = keys
    copy.outputs = outputs
    copy.computed = computed
    copy.whole = whole ?? self
    return copy
  }

  /// The row numbers as a list.
  var rowList: ContiguousArray<Int32> {
    switch rows {
    case .list(let rows): rows
    case .range(let range): ContiguousArray(range.map { Int32($0) })
    }
  }

  /// Row numbers for the rows of this frame, without those that are not needed.
  func needed(_ rows: ContiguousArray<Int32>) -> ContiguousArray<Int32> {
    guard let active, !active.isAllSet else { return rows }
    var result = rows
    for row in rows.indices where !active[row] { result[row] = CodeColumn.missing(.notRecorded) }
    return result
  }

  /// A column of the relation at the rows of this frame.
  func column(_ slot: Int) -> Column { part.map { Kernels.slice(columns[slot], $0) } ?? columns[slot] }

  /// A stored field at the rows of this frame; nil where the snapshot does not carry it.
  func stored(_ field: String) -> Column? { table?.read(field, rows) }

  /// A column of the whole table at the rows of this frame.
  func read(_ column: Column) -> Column {
    switch rows {
    case .range(let range):
      range.lowerBound == 0 && range.upperBound == column.count ? column : Kernels.slice(column, range)
    case .list(let rows): Kernels.gather(column, through: CodeColumn(rows))
    }
  }
}

/// Columns of computed values by their numbers, shared by a frame and its restrictions.
final class ComputedColumns {
  var columns: [Int: Column] = [:]
}
