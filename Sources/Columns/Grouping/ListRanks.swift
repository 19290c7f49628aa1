/// The order of lists, for `distinct` over them: element by element, a list before those that go on from it.
enum ListRanks {
  /// The place of each row's list; rows with one list share it.
  static func ranks(_ column: ListColumn) -> ContiguousArray<Int32> {
    let elements = DenseCodes(GroupKey(column.elements)).codes
    let rows = column.offsets.count - 1
    func compare(_ a: Int32, _ b: Int32) -> Int {
      let first = elements[column.offsets[Int(a)]..<column.offsets[Int(a) + 1]]
      let second = elements[column.offsets[Int(b)]..<column.offsets[Int(b) + 1]]
      for (x, y) in zip(first, second) where x != y { return x < y ? -1 : 1 }
      return first.count - second.count
    }
    let order = KeyedRows.identity(rows).sorted { a, b in
      let comparison = compare(a, b)
      return comparison != 0 ? comparison < 0 : a < b
    }
    var result = ContiguousArray<Int32>(repeating: 0, count: rows)
    var rank: Int32 = 0
    for (place, row) in order.enumerated() {
      if place > 0, compare(order[place - 1], row) != 0 { rank += 1 }
      result[Int(row)] = rank
    }
    return result
  }
}
