/// What a block of an assessment needs between its kernels; made once a query.
struct AssessmentScratch {
  private var sums: [Int64]
  private var lines: [Int64]
  private var low: Truth
  private var average: Truth
  private var least: BitSlicedCount
  private var most: BitSlicedCount
  private var leastBytes: [UInt8]
  private var mostBytes: [UInt8]
  /// Rows that surely lack enough, and rows that may.
  private var surely: [UInt64]
  private var possibly: [UInt64]
  private var codes: [Int32]

  init(rows: Int) {
    sums = [Int64](repeating: 0, count: rows)
    lines = sums
    low = Truth(rows: rows)
    average = low
    least = BitSlicedCount(rows: rows)
    most = least
    leastBytes = [UInt8](repeating: 0, count: rows)
    mostBytes = leastBytes
    surely = low.isTrue
    possibly = low.isTrue
    codes = [Int32](repeating: 0, count: rows)
  }

  mutating func addToIncome(_ values: Span<Int64>, _ rise: Int64) {
    var target = sums.mutableSpan
    // An overflow would send the block to a slow pass over the known rows, which names the first of them.
    _ = add(values, rise, into: &target)
  }

  /// `income <= line(area)`, into `low` or `average`.
  mutating func compareIncome(
    _ income: IntegerColumn, _ block: Block, _ overlaid: Bool, _ area: [Int32], line: [Int64], isLow: Bool
  ) {
    let range = block.start..<(block.start + block.count)
    var target = lines.mutableSpan
    lookUp(area.span.extracting(range), in: line.span, into: &target)
    let words = block.wordStart..<(block.wordStart + block.wordCount)
    let known = income.known.words
    let column = overlaid ? sums : income.values
    let values = column.span.extracting(overlaid ? 0..<block.count : range)
    let ownLines = lines
    if isLow {
      compare(values, ownLines.span, known.span.extracting(words), &low.isTrue, &low.isKnown)
    } else {
      compare(values, ownLines.span, known.span.extracting(words), &average.isTrue, &average.isKnown)
    }
  }

  /// `lacks >= 3` from the bitmaps by bit-sliced addition.
  mutating func sumBits(_ indicators: [TruthColumn], _ block: Block) {
    least.clear()
    most.clear()
    let words = block.wordStart..<(block.wordStart + block.wordCount)
    for indicator in indicators {
      let isTrue = indicator.isTrue.words
      let isKnown = indicator.isKnown.words
      least.add(isTrue.span.extracting(words))
      most.addPossible(isTrue.span.extracting(words), isKnown.span.extracting(words))
    }
    compare(least, words: block.wordCount, into: &surely)
    compare(most, words: block.wordCount, into: &possibly)
  }

  /// `lacks >= 3` by sums of a byte a row.
  mutating func sumBytes(_ indicators: [TruthColumn], _ block: Block) {
    for row in 0..<block.count {
      leastBytes[row] = 0
      mostBytes[row] = 0
    }
    let words = block.wordStart..<(block.wordStart + block.wordCount)
    for indicator in indicators {
      let isTrue = indicator.isTrue.words
      let isKnown = indicator.isKnown.words
      var leastTarget = leastBytes.mutableSpan
      addBits(isTrue.span.extracting(words), into: &leastTarget, count: block.count)
      var mostTarget = mostBytes.mutableSpan
      addPossibleBits(
        isTrue.span.extracting(words), isKnown.span.extracting(words), into: &mostTarget, count: block.count)
    }
    compare(leastBytes, rows: block.count, into: &surely)
    compare(mostBytes, rows: block.count, into: &possibly)
  }

  /// The bits of the first four classes for one word of rows; rows in none of them are open.
  private func classes(_ index: Int) -> (poor: UInt64, near: UInt64, average: UInt64, other: UInt64) {
    let isLow = low.isTrue[index]
    let notLow = low.isKnown[index] & ~isLow
    let isAverage = notLow & average.isTrue[index]
    let isOther = notLow & average.isKnown[index] & ~average.isTrue[index]
    return (isLow & surely[index], isLow & ~possibly[index], isAverage, isOther)
  }

  func countClasses(_ block: Block, into counts: inout [Int]) {
    var total = (poor: 0, near: 0, average: 0, other: 0)
    for index in 0..<block.wordCount {
      let words = classes(index)
      total.poor &+= words.poor.nonzeroBitCount
      total.near &+= words.near.nonzeroBitCount
      total.average &+= words.average.nonzeroBitCount
      total.other &+= words.other.nonzeroBitCount
    }
    counts[0] += total.poor
    counts[1] += total.near
    counts[2] += total.average
    counts[3] += total.other
    counts[4] += block.count - total.poor - total.near - total.average - total.other
  }

  /// The class as a column of codes, −1 where open, and the count of each code.
  mutating func countCodes(_ block: Block, into counts: inout [Int]) {
    for index in 0..<block.wordCount {
      let words = classes(index)
      let first = index << 6
      // The code plus one in three planes: 1 to 4, and 0 where open.
      let low = words.poor | words.average
      let middle = words.near | words.average
      for row in first..<min(first + 64, block.count) {
        let shift = UInt64(truncatingIfNeeded: row & 63)
        let code = (low &>> shift & 1) | (middle &>> shift & 1) &<< 1 | (words.other &>> shift & 1) &<< 2
        codes[row] = Int32(truncatingIfNeeded: code) &- 1
      }
    }
    var found = [Int](repeating: 0, count: 5)
    for row in 0..<block.count { found[Int(codes[row]) &+ 1] &+= 1 }
    for index in 0..<4 { counts[index] += found[index + 1] }
    counts[4] += found[0]
  }
}

/// `values <= lines` where known; two arrays, because two spans of one structure are overlapping accesses.
private func compare(
  _ values: Span<Int64>, _ lines: Span<Int64>, _ known: Span<UInt64>,
  _ trueWords: inout [UInt64], _ knownWords: inout [UInt64]
) {
  var isTrue = trueWords.mutableSpan
  var isKnown = knownWords.mutableSpan
  compareAtMost(values, lines, into: &isTrue)
  confirm(&isTrue, &isKnown, known: known)
}

private func compare(_ count: BitSlicedCount, words: Int, into target: inout [UInt64]) {
  var span = target.mutableSpan
  count.atLeast(WhatIfAssessment.enough, into: &span, count: words)
}

private func compare(_ sums: [UInt8], rows: Int, into target: inout [UInt64]) {
  var span = target.mutableSpan
  compareAtLeast(sums.span, UInt8(WhatIfAssessment.enough), into: &span, count: rows)
}
