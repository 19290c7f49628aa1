extension TextDictionary {
  /// The place of each text in Vietnamese collation, from 0; only equal texts share one.
  ///
  /// Texts are sorted by the first bytes of their keys, and by the rest only where those are the same.
  package func collationRanks() -> ContiguousArray<Int32> {
    var builder = CollationKeyBuilder()
    var starts: ContiguousArray<Int> = [0]
    starts.reserveCapacity(count + 1)
    for code in 0..<count {
      builder.append(bytes, offsets[code]..<offsets[code + 1])
      starts.append(builder.bytes.count)
    }
    let keys = CollationKeys(bytes: builder.bytes, starts: starts)
    var sorted = KeyedRows(
      keys: ContiguousArray((0..<count).lazy.map { keys.prefix($0, from: 0) }),
      rows: KeyedRows.identity(count))
    sorted.sort()
    keys.settle(&sorted)
    var ranks = ContiguousArray<Int32>(repeating: 0, count: count)
    var rank: Int32 = 0
    for (place, code) in sorted.rows.enumerated() {
      if place > 0, !keys.isSame(Int(sorted.rows[place - 1]), Int(code)) { rank += 1 }
      ranks[Int(code)] = rank
    }
    return ranks
  }
}

/// The collation keys of a dictionary, one after the other.
private struct CollationKeys {
  let bytes: ContiguousArray<UInt8>
  let starts: ContiguousArray<Int>

  /// Eight bytes of a key from a position on, the first the most significant, zeros after its end.
  func prefix(_ code: Int, from position: Int) -> UInt64 {
    var result: UInt64 = 0
    let start = starts[code] + position
    let end = starts[code + 1]
    for index in start..<start + 8 {
      result = result << 8 | (index < end ? UInt64(bytes[index]) : 0)
    }
    return result
  }

  func isSame(_ a: Int, _ b: Int) -> Bool { compare(Int32(a), Int32(b), from: 0) == 0 }

  /// Sorts each run of texts whose first eight bytes are the same by the rest of their keys.
  func settle(_ sorted: inout KeyedRows) {
    var start = 0
    while start < sorted.rows.count {
      var end = start + 1
      while end < sorted.rows.count, sorted.keys[end] == sorted.keys[start] { end += 1 }
      if end - start > 1 {
        let run = sorted.rows[start..<end].sorted { a, b in
          let comparison = compare(a, b, from: 8)
          return comparison != 0 ? comparison < 0 : a < b
        }
        for (offset, code) in run.enumerated() { sorted.rows[start + offset] = code }
      }
      start = end
    }
  }

  private func compare(_ a: Int32, _ b: Int32, from position: Int) -> Int {
    var first = starts[Int(a)] + position
    var second = starts[Int(b)] + position
    let firstEnd = starts[Int(a) + 1]
    let secondEnd = starts[Int(b) + 1]
    while first < firstEnd, second < secondEnd {
      if bytes[first] != bytes[second] { return bytes[first] < bytes[second] ? -1 : 1 }
      first += 1
      second += 1
    }
    return (firstEnd - first) - (secondEnd - second)
  }
}
