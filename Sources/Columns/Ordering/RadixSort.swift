/// Some bits of the distance of a key from the smallest.
struct RadixDigit {
  private let base: UInt64
  private let shift: UInt64
  private let mask: UInt64

  private init(base: UInt64, shift: Int, bits: Int) {
    self.base = base
    self.shift = UInt64(shift)
    mask = (1 << UInt64(bits)) - 1
  }

  /// The digits, the lowest first, of the `significant` bits from `lowest` on, for sorting `count` keys.
  static func digits(base: UInt64, from lowest: Int, _ significant: Int, count: Int) -> [RadixDigit] {
    let widest = count < 4096 ? 8 : 11
    let passes = (significant + widest - 1) / widest
    let bits = (significant + passes - 1) / passes
    return (0..<passes).map { RadixDigit(base: base, shift: lowest + $0 * bits, bits: bits) }
  }

  /// How many values the digit has.
  var count: Int { Int(mask) + 1 }

  @inline(__always)
  func value(_ key: UInt64) -> Int { Int(truncatingIfNeeded: ((key &- base) &>> shift) & mask) }
}

/// The passes of a radix sort: each distributes by one digit, stably.
enum RadixSort {
  /// Distributes keys; false, and nothing done, where the digit is the same in all.
  static func distribute(
    _ keys: ContiguousArray<UInt64>, by digit: RadixDigit, into sorted: inout ContiguousArray<UInt64>
  ) -> Bool {
    guard var next = starts(keys, digit) else { return false }
    let source = keys.span
    var place = next.mutableSpan
    var target = sorted.mutableSpan
    for index in source.indices {
      let value = digit.value(source[index])
      let position = place[value]
      place[value] = position + 1
      target[position] = source[index]
    }
    return true
  }

  /// Distributes keys and the rows beside them; false, and nothing done, where the digit is the same in all.
  static func distribute(
    _ keys: ContiguousArray<UInt64>, _ rows: ContiguousArray<Int32>, by digit: RadixDigit,
    into sortedKeys: inout ContiguousArray<UInt64>, _ sortedRows: inout ContiguousArray<Int32>
  ) -> Bool {
    guard var next = starts(keys, digit) else { return false }
    let source = keys.span
    let sourceRows = rows.span
    var place = next.mutableSpan
    var target = sortedKeys.mutableSpan
    var targetRows = sortedRows.mutableSpan
    for index in source.indices {
      let value = digit.value(source[index])
      let position = place[value]
      place[value] = position + 1
      target[position] = source[index]
      targetRows[position] = sourceRows[index]
    }
    return true
  }

  /// Where the keys of each value of a digit begin; nil where all keys have one value.
  private static func starts(_ keys: ContiguousArray<UInt64>, _ digit: RadixDigit) -> ContiguousArray<Int>? {
    var counts = ContiguousArray<Int>(repeating: 0, count: digit.count)
    let source = keys.span
    var count = counts.mutableSpan
    for index in source.indices { count[digit.value(source[index])] += 1 }
    var start = 0
    for value in count.indices {
      let size = count[value]
      if size == keys.count { return nil }
      count[value] = start
      start += size
    }
    return counts
  }
}
