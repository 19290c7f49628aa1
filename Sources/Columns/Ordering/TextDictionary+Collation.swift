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
      keys: ContiguousArray((0..<count).map { keys.prefix($0, from: 0) }),
      rows: KeyedRows.identity(count))
    sorted.sort()
    keys.settle(&sorted)
    var ranks = ContiguousArray<Int32>(repeating: 0, count: count)
    var rank: Int32 = 0
    for (place, code) in sorted.rows.enumerated() {
      if place > 0, !isSame(Int(sorted.rows[place - 1]), Int(code)) { rank += 1 }
      ranks[Int(code)] = rank
    }
    return ranks
  }

  /// Whether two texts are equal; from the end, where neighbours in order differ first.
  private func isSame(_ a: Int, _ b: Int) -> Bool {
    guard length(a) == length(b) else { return false }
    var first = offsets[a + 1]
    var second = offsets[b + 1]
    while first > offsets[a] {
      first -= 1
      second -= 1
      if bytes[first] != bytes[second] { return false }
    }
    return true
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

  /// Sorts each run of texts whose first eight bytes are the same by the next eight, and so on.
  ///
  /// A run is put on the list of what is left only where its keys go on, so that the list ends.
  func settle(_ sorted: inout KeyedRows) {
    var open = runs(sorted.keys, from: 0, position: 8)
    while let run = open.popLast() {
      let codes = ContiguousArray(sorted.rows[run.range])
      var part = KeyedRows(
        keys: ContiguousArray(codes.map { prefix(Int($0), from: run.position) }), rows: codes)
      part.sort()
      for (offset, code) in part.rows.enumerated() { sorted.rows[run.range.lowerBound + offset] = code }
      let isLonger = codes.contains { starts[Int($0) + 1] - starts[Int($0)] > run.position + 8 }
      if isLonger { open += runs(part.keys, from: run.range.lowerBound, position: run.position + 8) }
    }
  }

  /// Texts at some places of the order that are alike up to a position.
  private struct Run {
    var range: Range<Int>
    var position: Int
  }

  /// The runs of like keys longer than one.
  private func runs(_ keys: ContiguousArray<UInt64>, from first: Int, position: Int) -> [Run] {
    var result: [Run] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      if end - start > 1 { result.append(Run(range: first + start..<first + end, position: position)) }
      start = end
    }
    return result
  }
}
