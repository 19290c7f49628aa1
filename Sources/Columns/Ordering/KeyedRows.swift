/// Rows with the keys they are to be sorted by, and the stable radix sort that all ordering here comes down to.
struct KeyedRows {
  var keys: ContiguousArray<UInt64>
  var rows: ContiguousArray<Int32>

  init(keys: ContiguousArray<UInt64>, rows: ContiguousArray<Int32>) {
    precondition(keys.count == rows.count, "every row has a key")
    self.keys = keys
    self.rows = rows
  }

  /// The rows that take part in an aggregate, with their keys, in row order.
  init(_ keys: ContiguousArray<UInt64>, _ participating: ParticipatingRows) {
    guard participating.bits != nil else {
      self.init(keys: keys, rows: KeyedRows.identity(participating.rows))
      return
    }
    var kept = ContiguousArray<UInt64>()
    var rows = ContiguousArray<Int32>()
    participating.forEach { row in
      kept.append(keys[row])
      rows.append(Int32(truncatingIfNeeded: row))
    }
    self.init(keys: kept, rows: rows)
  }

  /// The rows from 0 to `count - 1`.
  static func identity(_ count: Int) -> ContiguousArray<Int32> {
    ContiguousArray((0..<count).lazy.map { Int32(truncatingIfNeeded: $0) })
  }

  /// Sorts by key, ascending; rows of one key keep their order.
  ///
  /// Complexity: one pass for each 11 bits between the smallest key and the largest.
  mutating func sort() {
    guard let range = OrderedKeys.range(keys), range.lowest < range.highest else { return }
    if keys.count <= 32 { return insertionSort() }
    let digitBits: UInt64 = keys.count < 4096 ? 8 : 11
    let significant = UInt64(64 - (range.highest - range.lowest).leadingZeroBitCount)
    var sortedKeys = keys
    var sortedRows = rows
    var shift: UInt64 = 0
    while shift < significant {
      if distribute(into: &sortedKeys, &sortedRows, base: range.lowest, shift: shift, bits: digitBits) {
        swap(&keys, &sortedKeys)
        swap(&rows, &sortedRows)
      }
      shift += digitBits
    }
  }

  /// One pass: distributes by one digit of `key - base`; false, and nothing done, where the digit is the same in all.
  private func distribute(
    into sortedKeys: inout ContiguousArray<UInt64>, _ sortedRows: inout ContiguousArray<Int32>, base: UInt64,
    shift: UInt64, bits: UInt64
  ) -> Bool {
    let mask: UInt64 = (1 << bits) - 1
    var next = ContiguousArray<Int>(repeating: 0, count: 1 << Int(bits))
    for key in keys { next[Int(truncatingIfNeeded: ((key &- base) >> shift) & mask)] += 1 }
    var start = 0
    for digit in next.indices {
      if next[digit] == keys.count { return false }
      let count = next[digit]
      next[digit] = start
      start += count
    }
    for index in keys.indices {
      let digit = Int(truncatingIfNeeded: ((keys[index] &- base) >> shift) & mask)
      let target = next[digit]
      next[digit] = target + 1
      sortedKeys[target] = keys[index]
      sortedRows[target] = rows[index]
    }
    return true
  }

  private mutating func insertionSort() {
    for index in keys.indices.dropFirst() {
      let key = keys[index]
      let row = rows[index]
      var place = index
      while place > 0, keys[place - 1] > key {
        keys[place] = keys[place - 1]
        rows[place] = rows[place - 1]
        place -= 1
      }
      keys[place] = key
      rows[place] = row
    }
  }
}

extension OrderedKeys {
  /// The smallest and the largest of some keys; nil where there are none.
  static func range(_ keys: ContiguousArray<UInt64>) -> (lowest: UInt64, highest: UInt64)? {
    guard var lowest = keys.first else { return nil }
    var highest = lowest
    for key in keys {
      lowest = min(lowest, key)
      highest = max(highest, key)
    }
    return (lowest, highest)
  }
}
