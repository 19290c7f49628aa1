/// Ways to find for each row of one snapshot the row of the other with the same key; −1 where there is none.
enum MatchedKeys {
  /// A dictionary of texts: what a first draft would do.
  static func byDictionary(from earlier: [String], to later: [String]) -> [Int32] {
    var rows: [String: Int32] = [:]
    rows.reserveCapacity(earlier.count)
    for (row, key) in earlier.enumerated() { rows[key] = Int32(row) }
    return later.map { rows[$0] ?? -1 }
  }

  /// A table of slots over the bytes, filled with all earlier rows.
  static func byTable(from earlier: KeyColumn, to later: KeyColumn) -> [Int32] {
    var result = [Int32](repeating: -1, count: later.count)
    var table = KeyTable(capacity: earlier.count)
    for row in 0..<earlier.count { table.insert(row, of: earlier) }
    for row in 0..<later.count { result[row] = table.find(row, of: later, in: earlier) }
    return result
  }

  /// Tries the row after the last match first, and puts in the table only what that leaves unmatched.
  ///
  /// Keys are unique within a snapshot, so a row that is matched is no candidate for another one.
  static func byNeighbourThenTable(from earlier: KeyColumn, to later: KeyColumn) -> [Int32] {
    var result = [Int32](repeating: -1, count: later.count)
    var isMatched = [Bool](repeating: false, count: earlier.count)
    var next = 0
    var unmatched: [Int32] = []
    for row in 0..<later.count {
      var candidate = next
      while candidate < min(next + lookahead, earlier.count), !areEqual(candidate, earlier, row, later) {
        candidate += 1
      }
      if candidate < min(next + lookahead, earlier.count) {
        result[row] = Int32(candidate)
        isMatched[candidate] = true
        next = candidate + 1
      } else {
        unmatched.append(Int32(row))
      }
    }
    matchRest(unmatched, isMatched, from: earlier, to: later, into: &result)
    return result
  }

  /// A table small enough for the cache for each place, and one for those who moved.
  ///
  /// `starts` of either snapshot holds the first row of each place, and after the last one the number of rows.
  static func byPlaceThenTable(
    from earlier: KeyColumn, _ earlierStarts: [Int32], to later: KeyColumn, _ laterStarts: [Int32]
  ) -> [Int32] {
    var result = [Int32](repeating: -1, count: later.count)
    var isMatched = [Bool](repeating: false, count: earlier.count)
    var unmatched: [Int32] = []
    for place in 0..<(earlierStarts.count - 1) {
      let rows = Int(earlierStarts[place])..<Int(earlierStarts[place + 1])
      var table = KeyTable(capacity: rows.count)
      for row in rows { table.insert(row, of: earlier) }
      for row in Int(laterStarts[place])..<Int(laterStarts[place + 1]) {
        let match = table.find(row, of: later, in: earlier)
        result[row] = match
        if match < 0 { unmatched.append(Int32(row)) } else { isMatched[Int(match)] = true }
      }
    }
    matchRest(unmatched, isMatched, from: earlier, to: later, into: &result)
    return result
  }

  /// Both sides split by their hash into parts whose table stays in the cache; no order or place is relied on.
  static func byParts(from earlier: KeyColumn, to later: KeyColumn) -> [Int32] {
    var result = [Int32](repeating: -1, count: later.count)
    let (earlierRows, earlierStarts) = split(earlier)
    let (laterRows, laterStarts) = split(later)
    for part in 0..<partCount {
      let range = earlierStarts[part]..<earlierStarts[part + 1]
      var table = KeyTable(capacity: range.count)
      for index in range { table.insert(Int(earlierRows[index]), of: earlier) }
      for index in laterStarts[part]..<laterStarts[part + 1] {
        let row = Int(laterRows[index])
        result[row] = table.find(row, of: later, in: earlier)
      }
    }
    return result
  }

  private static let partCount = 128

  /// The rows of each part in their order, and where each part starts.
  private static func split(_ keys: KeyColumn) -> (rows: [Int32], starts: [Int]) {
    var part = [UInt8](repeating: 0, count: keys.count)
    var starts = [Int](repeating: 0, count: partCount + 1)
    for row in 0..<keys.count {
      let number = Int(hashOfKey(row, keys) >> 24) & (partCount - 1)
      part[row] = UInt8(number)
      starts[number + 1] += 1
    }
    for index in 0..<partCount { starts[index + 1] += starts[index] }
    var next = starts
    var rows = [Int32](repeating: 0, count: keys.count)
    for row in 0..<keys.count {
      rows[next[Int(part[row])]] = Int32(row)
      next[Int(part[row])] += 1
    }
    return (rows, starts)
  }

  /// Matches `unmatched` later rows with the earlier ones not yet matched.
  private static func matchRest(
    _ unmatched: [Int32], _ isMatched: [Bool], from earlier: KeyColumn, to later: KeyColumn,
    into result: inout [Int32]
  ) {
    var table = KeyTable(capacity: isMatched.reduce(0) { $0 + ($1 ? 0 : 1) })
    for row in 0..<earlier.count where !isMatched[row] { table.insert(row, of: earlier) }
    for row in unmatched { result[Int(row)] = table.find(Int(row), of: later, in: earlier) }
  }

  /// The hash of every key alone, for the part it has in the times.
  static func hashAll(_ keys: KeyColumn) -> UInt64 {
    var all: UInt64 = 0
    for row in 0..<keys.count { all ^= hashOfKey(row, keys) }
    return all
  }

  /// How many rows may be gone at a place before the search goes to the table.
  private static let lookahead = 4
}

/// Rows by the hash of their key: open addressing, at most half full, no deletion.
struct KeyTable {
  /// The upper half of the hash and the row plus 1; 0 where free.
  private var slots: [UInt64]
  private let mask: Int

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  mutating func insert(_ row: Int, of keys: KeyColumn) {
    let hash = hashOfKey(row, keys)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(row &+ 1)
  }

  /// The row of `stored`, whose keys the table holds, with the key of `row`.
  func find(_ row: Int, of keys: KeyColumn, in stored: KeyColumn) -> Int32 {
    let hash = hashOfKey(row, keys)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) &>> 32 == 0 {
        let candidate = Int(slots[slot] & 0xFFFF_FFFF) &- 1
        if areEqual(candidate, stored, row, keys) { return Int32(candidate) }
      }
      slot = (slot &+ 1) & mask
    }
    return -1
  }
}

/// Eight bytes as a number, the first one lowest; the compiler makes one load of it.
@inline(__always)
private func number(_ bytes: Span<UInt8>, from start: Int) -> UInt64 {
  let eight = bytes.extracting(start..<(start &+ 8))
  let low = UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24
  let high = UInt64(eight[4]) | UInt64(eight[5]) << 8 | UInt64(eight[6]) << 16 | UInt64(eight[7]) << 24
  return low | high << 32
}

/// Eight bytes at a time, each multiplied to twice its width and folded; the last eight may overlap those before.
@inline(__always)
private func hashOfKey(_ row: Int, _ keys: KeyColumn) -> UInt64 {
  let bytes = keys.bytes.span
  let start = Int(keys.start[row])
  let end = Int(keys.start[row + 1])
  var hash = UInt64(truncatingIfNeeded: end &- start) &* 0x9E37_79B9_7F4A_7C15
  guard end &- start >= 8 else {
    for index in start..<end { hash = (hash ^ UInt64(bytes[index])) &* 0xBF58_476D_1CE4_E5B9 }
    return hash ^ (hash &>> 32)
  }
  var position = start
  while position < end {
    let word = number(bytes, from: min(position, end &- 8))
    let product = (hash ^ word).multipliedFullWidth(by: 0xBF58_476D_1CE4_E5B9)
    hash = product.high ^ product.low
    position &+= 8
  }
  return hash ^ (hash &>> 32)
}

private func areEqual(_ left: Int, _ leftKeys: KeyColumn, _ right: Int, _ rightKeys: KeyColumn) -> Bool {
  let leftStart = Int(leftKeys.start[left])
  let rightStart = Int(rightKeys.start[right])
  let length = Int(leftKeys.start[left + 1]) &- leftStart
  guard length == Int(rightKeys.start[right + 1]) &- rightStart else { return false }
  let leftBytes = leftKeys.bytes.span
  let rightBytes = rightKeys.bytes.span
  // Keys of neighbours differ at their end.
  var index = length &- 1
  while index >= 0 {
    if leftBytes[leftStart &+ index] != rightBytes[rightStart &+ index] { return false }
    index &-= 1
  }
  return true
}
