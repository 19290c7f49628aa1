/// The order of rows by keys: stable, and missing last in both directions.
///
/// A key becomes 64 ordered bits a row, and each key is one stable radix sort over the digits in which its values
/// differ, the last key first. A key of few codes is thus one counting sort, and no comparison is ever made by row.
package enum Ordering {
  /// The rows from 0 to `count - 1` in the order of `keys`, the first key deciding first; ties in row order.
  package static func sortOrder(_ keys: [SortColumn], count: Int) -> ContiguousArray<Int32> {
    var order = KeyedRows.identity(count)
    for key in keys.reversed() {
      precondition(key.column.count == count, "every row has a key")
      sort(&order, by: key.ordered)
    }
    return order
  }

  /// Sorts rows by one key, stably; those whose key is missing go last.
  static func sort(_ order: inout ContiguousArray<Int32>, by ordered: OrderedKeys) {
    var known = ContiguousArray<Int32>()
    var missing = ContiguousArray<Int32>()
    if let bits = ordered.known {
      known.reserveCapacity(order.count)
      for row in order {
        if bits[Int(row)] { known.append(row) } else { missing.append(row) }
      }
    } else {
      known = order
    }
    var keyed = KeyedRows(keys: ContiguousArray(known.lazy.map { ordered.keys[Int($0)] }), rows: known)
    keyed.sort()
    order = keyed.rows
    order.append(contentsOf: missing)
  }
}
