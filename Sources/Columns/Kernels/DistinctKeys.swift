/// The different codes, or pairs of values, of a block, each once: what a text function is computed for.
struct DistinctKeys {
  /// Each different key, in the order of its first row.
  let keys: ContiguousArray<UInt64>
  /// For each row the place of its key in `keys`, or the negative code of a missing value.
  let places: ContiguousArray<Int32>

  /// The different codes of a column.
  init(_ column: CodeColumn) {
    let size = column.dictionary?.count ?? 0
    // A table by code where the dictionary is not much longer than the block, else a hash table.
    guard size <= 4 * column.codes.count + 1024 else {
      self.init(count: column.codes.count) { row in
        let code = column.codes[row]
        return code < 0 ? .missing(code) : .key(UInt64(code))
      }
      return
    }
    var table = ContiguousArray<Int32>(repeating: -1, count: size)
    var keys: ContiguousArray<UInt64> = []
    let places = BlockLoops.map(column.codes) { code -> Int32 in
      guard code >= 0 else { return code }
      let known = table[Int(code)]
      if known >= 0 { return known }
      let place = Int32(truncatingIfNeeded: keys.count)
      table[Int(code)] = place
      keys.append(UInt64(code))
      return place
    }
    self.init(keys: keys, places: places)
  }

  private init(keys: ContiguousArray<UInt64>, places: ContiguousArray<Int32>) {
    self.keys = keys
    self.places = places
  }

  /// The different pairs of the keys of two columns; a pair is missing for the reason of its first missing side.
  ///
  /// Key `k` stands for the keys at the places `k >> 32` of `a` and `k & 0xFFFF_FFFF` of `b`.
  init(pairs a: DistinctKeys, _ b: DistinctKeys) {
    precondition(a.places.count == b.places.count, "columns of one block have one length")
    self.init(count: a.places.count) { row in
      let (x, y) = (a.places[row], b.places[row])
      if x < 0 { return .missing(x) }
      if y < 0 { return .missing(y) }
      return .key(UInt64(x) << 32 | UInt64(y))
    }
  }

  /// The different values of a column of whole numbers, as their bit patterns.
  init(_ column: IntegerColumn) {
    self.init(count: column.values.count) { row in
      column.validity.isKnown(row)
        ? .key(UInt64(bitPattern: column.values[row])) : .missing(column.validity.missingCode(row))
    }
  }

  private enum Key {
    case key(UInt64)
    case missing(Int32)
  }

  /// Open addressing with linear probing in a table at most half full.
  @inline(__always)
  private init(count: Int, _ key: (Int) -> Key) {
    var shift = UInt64(60)
    while 1 << (64 - shift) < 2 * count { shift -= 1 }
    let mask = (1 << Int(64 - shift)) - 1
    var slots = ContiguousArray<Int32>(repeating: -1, count: mask + 1)
    var keys: ContiguousArray<UInt64> = []
    let places = BlockLoops.fill(count) { row -> Int32 in
      switch key(row) {
      case .missing(let code): return code
      case .key(let key):
        // Fibonacci hashing: the high bits of the product depend on all bits of the key.
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
        while slots[slot] >= 0 {
          if keys[Int(slots[slot])] == key { return slots[slot] }
          slot = (slot &+ 1) & mask
        }
        let place = Int32(truncatingIfNeeded: keys.count)
        slots[slot] = place
        keys.append(key)
        return place
      }
    }
    self.keys = keys
    self.places = places
  }
}
