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
    guard let bits = participating.bits else {
      self.init(keys: keys, rows: KeyedRows.identity(participating.rows))
      return
    }
    let rows = ContiguousArray(bits.positions)
    self.init(keys: BlockLoops.map(rows) { keys[Int($0)] }, rows: rows)
  }

  /// The rows from 0 to `count - 1`.
  static func identity(_ count: Int) -> ContiguousArray<Int32> {
    BlockLoops.fill(count) { Int32(truncatingIfNeeded: $0) }
  }

  /// Sorts by key, ascending; rows of one key keep their order.
  ///
  /// Complexity: one pass for each 11 bits between the smallest key and the largest.
  mutating func sort() {
    guard let range = OrderedKeys.range(keys), range.lowest < range.highest else { return }
    if keys.count <= 32 { return insertionSort() }
    let significant = 64 - (range.highest - range.lowest).leadingZeroBitCount
    if significant <= 32 {
      sortPacked(base: range.lowest, significant)
    } else {
      sortPairs(base: range.lowest, significant)
    }
  }

  /// Keys close to one another: distance and row share a word, so that each pass moves one array.
  private mutating func sortPacked(base: UInt64, _ significant: Int) {
    // The arrays are moved out and worked on in place: fresh memory costs as much as a pass.
    var words = ContiguousArray<UInt64>()
    swap(&words, &keys)
    KeyedRows.pack(&words, rows, base: base)
    var sorted = words
    for digit in RadixDigit.digits(base: 0, from: 32, significant, count: words.count) {
      if RadixSort.distribute(words, by: digit, into: &sorted) { swap(&words, &sorted) }
    }
    KeyedRows.unpack(&words, &rows, base: base)
    swap(&words, &keys)
  }

  private static func pack(
    _ words: inout ContiguousArray<UInt64>, _ rows: ContiguousArray<Int32>, base: UInt64
  ) {
    var target = words.mutableSpan
    let source = rows.span
    for index in source.indices {
      target[index] = (target[index] &- base) &<< 32 | UInt64(UInt32(bitPattern: source[index]))
    }
  }

  private static func unpack(
    _ words: inout ContiguousArray<UInt64>, _ rows: inout ContiguousArray<Int32>, base: UInt64
  ) {
    var source = words.mutableSpan
    var target = rows.mutableSpan
    for index in source.indices {
      target[index] = Int32(truncatingIfNeeded: source[index])
      source[index] = (source[index] &>> 32) &+ base
    }
  }

  private mutating func sortPairs(base: UInt64, _ significant: Int) {
    var sorted = self
    for digit in RadixDigit.digits(base: base, from: 0, significant, count: keys.count) {
      if RadixSort.distribute(keys, rows, by: digit, into: &sorted.keys, &sorted.rows) {
        swap(&self, &sorted)
      }
    }
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
