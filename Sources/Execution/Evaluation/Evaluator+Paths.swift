import Columns
import Plan
import Schema
import Source
import Store

extension Evaluator {
  /// The value of an expression on the rows that a link leads to.
  ///
  /// A field is gathered straight; anything dearer is computed once for each different row and then gathered.
  func follow(_ link: TypedExpression, _ entity: String, _ value: TypedExpression, _ frame: Frame)
    throws(Diagnostic) -> Column
  {
    let target = try codes(link, frame)
    let table = context.table(entity, frame.snapshot)
    if case .field(let name) = value.kind, let column = table?.read(name, through: target) { return column }
    let (inner, places) = followed(target, entity, frame)
    return Kernels.gather(try evaluate(value, inner), through: CodeColumn(places))
  }

  /// The different rows that a link leads to, and for each row of the frame its place among them.
  func followed(_ target: CodeColumn, _ entity: String, _ frame: Frame) -> (
    frame: Frame, places: ContiguousArray<Int32>
  ) {
    let (unique, places) = distinctRows(frame.needed(target.codes))
    let inner = Frame(
      count: unique.count, entity: entity, snapshot: frame.snapshot,
      table: context.table(entity, frame.snapshot), rows: .list(unique), outer: frame.outer)
    inner.multiplicity = multiplicity(places, of: unique.count, frame)
    return (inner, places)
  }

  /// For how many rows each of the different rows is read; nil where it is one each.
  private func multiplicity(_ places: ContiguousArray<Int32>, of count: Int, _ frame: Frame)
    -> ContiguousArray<Int>?
  {
    var counts = ContiguousArray<Int>(repeating: 0, count: count)
    for (row, place) in places.enumerated() where place >= 0 {
      counts[Int(place)] += frame.multiplicity?[row] ?? 1
    }
    return counts.contains { $0 != 1 } ? counts : nil
  }

  /// The different rows of a list in ascending order, and for each entry its place among them; missing ones stay.
  func distinctRows(_ rows: ContiguousArray<Int32>) -> (
    unique: ContiguousArray<Int32>, places: ContiguousArray<Int32>
  ) {
    let highest = rows.max() ?? -1
    guard highest >= 0 else { return ([], rows) }
    var place = ContiguousArray<Int32>(repeating: -1, count: Int(highest) + 1)
    for row in rows where row >= 0 { place[Int(row)] = 0 }
    var unique = ContiguousArray<Int32>()
    for row in place.indices where place[row] == 0 {
      place[row] = Int32(unique.count)
      unique.append(Int32(row))
    }
    var places = rows
    for index in places.indices where rows[index] >= 0 { places[index] = place[Int(rows[index])] }
    return (unique, places)
  }

  /// The place at a level at or above a place; missing where the place is known only above that level.
  func ancestor(_ place: TypedExpression, _ level: Int, _ frame: Frame) throws(Diagnostic) -> Column {
    let rows = try codes(place, frame)
    let index = context.snapshots[frame.snapshot.index].places
    guard level < index.ancestors.count else { return .code(rows) }
    return Kernels.gather(.code(CodeColumn(index.ancestors[level])), through: rows)
  }

  /// The value of an expression on the counterparts of the rows in another snapshot; a row of an entity that comes out
  /// of it is brought back to this one.
  func aligned(_ id: SnapshotID, _ entity: String, _ value: TypedExpression, _ frame: Frame)
    throws(Diagnostic) -> Column
  {
    let there = context.alignment(entity, from: frame.snapshot, to: id)
    let rows = Kernels.gather(.code(CodeColumn(there)), through: CodeColumn(frame.rowList))
    guard case .code(let target) = rows else { return rows }
    let inner = Frame(
      count: frame.count, entity: entity, snapshot: id, table: context.table(entity, id),
      rows: .list(target.codes), outer: frame.outer, outerRows: frame.outerRows)
    inner.active = frame.active
    inner.multiplicity = frame.multiplicity
    let result = try evaluate(value, inner)
    guard case .entity(let name, _) = value.type.kind, case .code(let found) = result else { return result }
    let back = context.alignment(name, from: id, to: frame.snapshot)
    return Kernels.gather(.code(CodeColumn(back)), through: found)
  }
}
