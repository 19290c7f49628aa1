/// The order of rows by keys: stable, and missing last in both directions.
///
/// A key becomes 64 ordered bits a row, and each key is one stable radix sort over the digits in which its values
/// differ, the last key first. A key of few codes is thus one counting sort, and no comparison is ever made by row.
package enum Ordering {
  /// The rows from 0 to `count - 1` in the order of `keys`, the first key deciding first; ties in row order.
  package static func sortOrder(_ keys: [SortColumn], count: Int) -> ContiguousArray<Int32> {
    guard let last = keys.last else { return KeyedRows.identity(count) }
    precondition(keys.allSatisfy { $0.column.count == count }, "every row has a key")
    var order = sorted(last.ordered)
    for key in keys.dropLast().reversed() { sort(&order, by: key.ordered) }
    return order
  }

  /// All rows in the order of one key, those whose key is missing last.
  private static func sorted(_ ordered: OrderedKeys) -> ContiguousArray<Int32> {
    let rows = ParticipatingRows(known: ordered.known, whole: ordered.keys.count)
    var keyed = KeyedRows(ordered.keys, rows)
    keyed.sort()
    if let known = ordered.known { keyed.rows.append(contentsOf: (~known).positions) }
    return keyed.rows
  }

  /// Sorts rows by one key, stably; those whose key is missing go last.
  static func sort(_ order: inout ContiguousArray<Int32>, by ordered: OrderedKeys) {
    var missing: [Int32] = []
    if let bits = ordered.known {
      missing = order.filter { !bits[Int($0)] }
      order = ContiguousArray(order.filter { bits[Int($0)] })
    }
    var keyed = KeyedRows(keys: ContiguousArray(order.map { ordered.keys[Int($0)] }), rows: order)
    keyed.sort()
    order = keyed.rows
    order.append(contentsOf: missing)
  }
}
