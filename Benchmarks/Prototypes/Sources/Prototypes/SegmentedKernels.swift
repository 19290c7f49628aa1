// Kernels from children to parents. `starts` holds for each parent its first child, and after the last parent the
// number of children; bit 0 of `words` is child `base`.

/// Whether a bit is set in the range of each parent of `block`: the range is cut out and tested whole.
func anyInRanges(
  _ words: Span<UInt64>, _ starts: Span<Int32>, _ block: Block, base: Int,
  into result: inout MutableSpan<UInt64>
) {
  for index in 0..<block.wordCount {
    let first = block.start &+ (index &<< 6)
    let last = min(first &+ 64, block.start &+ block.count)
    var word: UInt64 = 0
    var start = Int(starts[first]) &- base
    for parent in first..<last {
      let end = Int(starts[parent &+ 1]) &- base
      let isShort = end &- start < 64
      let found = isShort ? bits(words, from: start, count: end &- start) : longRange(words, start, end)
      word |= isNonzero(found) &<< UInt64(truncatingIfNeeded: parent &- first)
      start = end
    }
    result[index] = word
  }
}

/// 1 where a bit is set, without a branch: whether a household has such a member cannot be predicted.
@inline(__always)
func isNonzero(_ word: UInt64) -> UInt64 { (word | (0 &- word)) &>> 63 }

/// Both bitmaps of a condition in one pass over the ranges: whether one is true, and whether one is open.
func anyInRanges(
  _ trueWords: Span<UInt64>, _ openWords: Span<UInt64>, _ starts: Span<Int32>, _ block: Block, base: Int,
  into isTrue: inout MutableSpan<UInt64>, _ isOpen: inout MutableSpan<UInt64>
) {
  for index in 0..<block.wordCount {
    let first = block.start &+ (index &<< 6)
    let last = min(first &+ 64, block.start &+ block.count)
    var trueWord: UInt64 = 0
    var openWord: UInt64 = 0
    var start = Int(starts[first]) &- base
    for parent in first..<last {
      let end = Int(starts[parent &+ 1]) &- base
      let position = UInt64(truncatingIfNeeded: parent &- first)
      if end &- start < 64 {
        trueWord |= isNonzero(bits(trueWords, from: start, count: end &- start)) &<< position
        openWord |= isNonzero(bits(openWords, from: start, count: end &- start)) &<< position
      } else {
        trueWord |= isNonzero(longRange(trueWords, start, end)) &<< position
        openWord |= isNonzero(longRange(openWords, start, end)) &<< position
      }
      start = end
    }
    isTrue[index] = trueWord
    isOpen[index] = openWord
  }
}

/// The bits of a range of 64 or more, joined by or.
private func longRange(_ words: Span<UInt64>, _ start: Int, _ end: Int) -> UInt64 {
  var found: UInt64 = 0
  var position = start
  while position < end {
    let count = min(63, end - position)
    found |= bits(words, from: position, count: count)
    position += count
  }
  return found
}

/// The same, bit by bit.
func anyBySingleBits(
  _ words: Span<UInt64>, _ starts: Span<Int32>, _ block: Block, base: Int,
  into result: inout MutableSpan<UInt64>
) {
  for index in 0..<block.wordCount {
    let first = block.start &+ (index &<< 6)
    let last = min(first &+ 64, block.start &+ block.count)
    var word: UInt64 = 0
    for parent in first..<last {
      var found: UInt64 = 0
      for child in (Int(starts[parent]) &- base)..<(Int(starts[parent &+ 1]) &- base) {
        found |= words[child >> 6] &>> UInt64(truncatingIfNeeded: child & 63)
      }
      word |= (found & 1) &<< UInt64(truncatingIfNeeded: parent &- first)
    }
    result[index] = word
  }
}

/// The same, from each set bit of `range` to its parent.
func anyByScatter(
  _ words: Span<UInt64>, _ range: Range<Int>, _ parents: Span<Int32>, _ block: Block, base: Int,
  into result: inout MutableSpan<UInt64>
) {
  for index in 0..<block.wordCount { result[index] = 0 }
  let end = range.upperBound &- base
  var position = range.lowerBound &- base
  var word = words[position >> 6] & (~0 &<< UInt64(truncatingIfNeeded: position & 63))
  var index = position >> 6
  while true {
    while word != 0 {
      position = (index &<< 6) &+ word.trailingZeroBitCount
      if position >= end { return }
      let parent = Int(parents[base &+ position]) &- block.start
      result[parent >> 6] |= 1 &<< UInt64(truncatingIfNeeded: parent & 63)
      word &= word &- 1
    }
    index &+= 1
    if index &<< 6 >= end { return }
    word = words[index]
  }
}

/// How many bits are set in the range of each parent of `block`.
func countInRanges(
  _ words: Span<UInt64>, _ starts: Span<Int32>, _ block: Block, base: Int,
  into counts: inout MutableSpan<Int64>
) {
  var start = Int(starts[block.start]) &- base
  for parent in block.start..<(block.start &+ block.count) {
    let end = Int(starts[parent &+ 1]) &- base
    var count = 0
    while start < end {
      let length = min(63, end &- start)
      count &+= bits(words, from: start, count: length).nonzeroBitCount
      start &+= length
    }
    counts[parent] = Int64(count)
  }
}
