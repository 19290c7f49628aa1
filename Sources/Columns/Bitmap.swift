/// A sequence of bits in 64-bit words.
///
/// Invariant: bits at and beyond `count` in the last word are zero, so that population counts need no mask.
package struct Bitmap: Sendable, Equatable {
  package var words: ContiguousArray<UInt64>
  package private(set) var count: Int

  /// `count` bits, all alike.
  package init(repeating bit: Bool = false, count: Int) {
    self.count = count
    words = ContiguousArray(repeating: bit ? ~0 : 0, count: Bitmap.wordCount(count))
    if bit { clearTail() }
  }

  /// Bits from words; what lies beyond `count` is cleared.
  package init(words: ContiguousArray<UInt64>, count: Int) {
    self.words = words
    self.count = count
    clearTail()
  }

  package static func wordCount(_ bits: Int) -> Int { (bits + 63) / 64 }

  /// Restores the invariant after words were written whole.
  package mutating func clearTail() {
    let tail = count & 63
    if tail != 0, !words.isEmpty { words[words.count - 1] &= (1 << UInt64(tail)) - 1 }
  }

  package subscript(index: Int) -> Bool {
    get { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }
    set {
      let mask: UInt64 = 1 << UInt64(index & 63)
      if newValue { words[index >> 6] |= mask } else { words[index >> 6] &= ~mask }
    }
  }

  /// How many bits are set.
  package var population: Int {
    var total = 0
    for word in words { total += word.nonzeroBitCount }
    return total
  }

  package var isAllSet: Bool { population == count }
  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  package mutating func append(_ bit: Bool) {
    if count & 63 == 0 { words.append(0) }
    count += 1
    if bit { self[count - 1] = true }
  }

  /// The positions of the set bits, ascending.
  package var positions: ContiguousArray<Int32> {
    ContiguousArray<Int32>(capacity: population) { output in
      for index in words.indices {
        var rest = words[index]
        let base = Int32(truncatingIfNeeded: index << 6)
        while rest != 0 {
          output.append(base &+ Int32(truncatingIfNeeded: rest.trailingZeroBitCount))
          rest &= rest &- 1
        }
      }
    }
  }

  package static func & (a: Bitmap, b: Bitmap) -> Bitmap { a.combined(b) { $0 & $1 } }
  package static func | (a: Bitmap, b: Bitmap) -> Bitmap { a.combined(b) { $0 | $1 } }
  /// The bits of `a` that are not in `b`.
  package static func - (a: Bitmap, b: Bitmap) -> Bitmap { a.combined(b) { $0 & ~$1 } }

  package static prefix func ~ (a: Bitmap) -> Bitmap {
    var result = a
    for index in result.words.indices { result.words[index] = ~result.words[index] }
    result.clearTail()
    return result
  }

  @inline(__always)
  private func combined(_ other: Bitmap, _ operation: (UInt64, UInt64) -> UInt64) -> Bitmap {
    precondition(count == other.count, "bitmaps of one relation have one length")
    var result = self
    for index in result.words.indices { result.words[index] = operation(words[index], other.words[index]) }
    return result
  }

  /// The bits of a range of positions, moved to the front.
  package func slice(_ range: Range<Int>) -> Bitmap {
    var result = Bitmap(count: range.count)
    let shift = UInt64(range.lowerBound & 63)
    let first = range.lowerBound >> 6
    for index in result.words.indices {
      let low = words[first + index] >> shift
      let next = first + index + 1
      let high = shift == 0 || next >= words.count ? 0 : words[next] << (64 - shift)
      result.words[index] = low | high
    }
    result.clearTail()
    return result
  }

  /// The bits at some positions, in their order; a negative position gives false.
  package func gather(_ rows: [Int32]) -> Bitmap {
    var result = Bitmap(count: rows.count)
    for (index, row) in rows.enumerated() where row >= 0 && self[Int(row)] { result[index] = true }
    return result
  }

  /// Writes another bitmap's bits from a position on.
  package mutating func replace(from start: Int, with other: Bitmap) {
    if start & 63 == 0 {
      for (index, word) in other.words.enumerated() {
        let target = (start >> 6) + index
        let bits = min(64, other.count - index * 64)
        let mask: UInt64 = bits == 64 ? ~0 : (1 << UInt64(bits)) - 1
        words[target] = (words[target] & ~mask) | (word & mask)
      }
    } else {
      for index in 0..<other.count { self[start + index] = other[index] }
    }
  }
}
