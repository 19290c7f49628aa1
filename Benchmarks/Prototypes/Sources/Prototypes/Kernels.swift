/// The rows that one call of a kernel is for; 64 divides `start`, so that bitmaps are read word by word.
struct Block {
  let start: Int
  let count: Int

  /// Calls `body` with the blocks of at most `size` rows that make up `count` rows.
  static func each(of count: Int, size: Int, _ body: (Block) -> Void) {
    var start = 0
    while start < count {
      body(Block(start: start, count: min(size, count - start)))
      start += size
    }
  }

  var wordStart: Int { start >> 6 }
  var wordCount: Int { (count + 63) >> 6 }
}

/// Truth of the rows of a block; the first row is the lowest bit of word 0.
///
/// There is one word more than the rows need, so that a range of bits can be cut out of two words without a test.
struct Truth {
  var isTrue: [UInt64]
  var isKnown: [UInt64]

  init(rows: Int) {
    isTrue = [UInt64](repeating: 0, count: (rows + 63) / 64 + 1)
    isKnown = isTrue
  }
}

/// The bits of a comparison, 64 rows to a word.
///
/// `holds` is inlined: each caller below is a concrete kernel.
@inline(__always)
private func pack(_ count: Int, into words: inout MutableSpan<UInt64>, _ holds: (Int) -> Bool) {
  let whole = count >> 6
  for index in 0..<whole {
    var word: UInt64 = 0
    for bit in 0..<64 { word |= (holds((index &<< 6) &+ bit) ? 1 : 0) &<< UInt64(bit) }
    words[index] = word
  }
  if count & 63 != 0 {
    var word: UInt64 = 0
    for bit in 0..<(count & 63) { word |= (holds((whole &<< 6) &+ bit) ? 1 : 0) &<< UInt64(bit) }
    words[whole] = word
  }
}

/// `values >= bound` for each row, known or not.
func compareAtLeast(_ values: Span<Int64>, _ bound: Int64, into words: inout MutableSpan<UInt64>) {
  pack(values.count, into: &words) { values[$0] >= bound }
}

/// `left <= right` for each row, known or not.
func compareAtMost(_ left: Span<Int64>, _ right: Span<Int64>, into words: inout MutableSpan<UInt64>) {
  pack(left.count, into: &words) { left[$0] <= right[$0] }
}

/// Keeps of a comparison what is known.
func confirm(
  _ isTrue: inout MutableSpan<UInt64>, _ isKnown: inout MutableSpan<UInt64>, known: Span<UInt64>
) {
  for index in known.indices {
    isKnown[index] = known[index]
    isTrue[index] &= known[index]
  }
}

/// `left and not right` by Kleene's tables, into `left`.
func conjoinNegated(
  _ leftTrue: inout MutableSpan<UInt64>, _ leftKnown: inout MutableSpan<UInt64>,
  _ rightTrue: Span<UInt64>, _ rightKnown: Span<UInt64>
) {
  for index in rightTrue.indices {
    let leftFalse = leftKnown[index] & ~leftTrue[index]
    let result = leftTrue[index] & rightKnown[index] & ~rightTrue[index]
    leftTrue[index] = result
    leftKnown[index] = result | leftFalse | rightTrue[index]
  }
}

/// `count` bits from bit `start`, 63 at most, cut out of two words.
@inline(__always)
func bits(_ words: Span<UInt64>, from start: Int, count: Int) -> UInt64 {
  let shift = UInt64(truncatingIfNeeded: start & 63)
  let low = words[start >> 6] &>> shift
  let high = (words[(start >> 6) &+ 1] &<< 1) &<< (63 &- shift)
  return (low | high) & ((1 &<< UInt64(truncatingIfNeeded: count)) &- 1)
}

/// How many bits are set.
func population(_ words: Span<UInt64>) -> Int {
  var total = 0
  for index in words.indices { total &+= words[index].nonzeroBitCount }
  return total
}

/// The numbers of the rows whose bit is set, from `base` on; returns how many.
func rowNumbers(_ words: Span<UInt64>, base: Int, into rows: inout MutableSpan<Int32>) -> Int {
  var found = 0
  for index in words.indices {
    var word = words[index]
    while word != 0 {
      rows[found] = Int32(truncatingIfNeeded: base &+ (index &<< 6) &+ word.trailingZeroBitCount)
      found &+= 1
      word &= word &- 1
    }
  }
  return found
}
