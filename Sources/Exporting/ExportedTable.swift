import Columns
import Schema
import Store

/// One table as it is exported: the columns that the snapshot gave, not those that follow from them.
struct ExportedTable {
  let table: EntityTable
  /// Stored fields in the order of the model, each with its column.
  let columns: [(field: Field, column: Column)]
  private let snapshot: Snapshot

  init(_ table: EntityTable, of snapshot: Snapshot) {
    self.table = table
    self.snapshot = snapshot
    var columns: [(field: Field, column: Column)] = []
    for field in table.entity.fields where field.origin == .stored && !table.derived.contains(field.name) {
      if let column = table.columns[field.name] { columns.append((field, column)) }
    }
    // A table whose key is the number of the row is written in that order, and the number is not.
    if table.entity.key == [ExportedTable.rowField],
      let (order, number) = ExportedTable.rowOrder(columns)
    {
      columns.remove(at: number)
      self.order = order
      numbersRows = true
    } else {
      order = nil
      numbersRows = false
    }
    self.columns = columns
  }

  private static let rowField = "row"

  /// The rows in the order in which they are written; nil where that is the order of the table.
  let order: ContiguousArray<Int32>?
  /// Whether the key is the number of the row.
  let numbersRows: Bool

  /// The rows by the numbers in the column `row`, where those are 1 to the number of rows.
  private static func rowOrder(_ columns: [(field: Field, column: Column)]) -> (ContiguousArray<Int32>, Int)?
  {
    guard let index = columns.firstIndex(where: { $0.field.name == rowField }),
      case .integer(let numbers) = columns[index].column, numbers.validity.known == nil
    else { return nil }
    var order = ContiguousArray<Int32>(repeating: -1, count: numbers.values.count)
    for (row, number) in numbers.values.enumerated() {
      guard (1...Int64(order.count)).contains(number), order[Int(number) - 1] < 0 else { return nil }
      order[Int(number) - 1] = Int32(truncatingIfNeeded: row)
    }
    return (order, index)
  }

  /// One part of a row's key; nil where the key's text does not tell it for certain.
  func keyPart(_ part: Int, of row: Int) -> String? {
    guard row < table.keys.count else { return nil }
    let parts = table.keys[row].split(separator: "/", omittingEmptySubsequences: false)
    // Rows that share a key have a number behind it.
    guard parts.count == table.entity.key.count, part < parts.count - 1 || !parts[part].contains("#") else {
      return nil
    }
    return String(parts[part])
  }

  /// The text by which a link names a row of its target: its key, or its number in the file where it has none.
  func linkTexts(_ target: String) -> TextDictionary? {
    guard let table = snapshot.tables[target] else { return nil }
    if table.keys.count > 0 { return table.keys }
    return TextDictionary((0..<table.count).map { String($0 + 1) })
  }
}
