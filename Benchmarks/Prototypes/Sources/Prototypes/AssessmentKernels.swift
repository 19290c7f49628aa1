/// `values + constant`; returns whether a sum left 64 bits.
///
/// The test is the sign bit of all rows joined, which vectorises; `addingReportingOverflow` in the loop does not.
func add(_ values: Span<Int64>, _ constant: Int64, into sums: inout MutableSpan<Int64>) -> Bool {
  var overflow: Int64 = 0
  for row in values.indices {
    let sum = values[row] &+ constant
    overflow |= (values[row] ^ sum) & (constant ^ sum)
    sums[row] = sum
  }
  return overflow < 0
}

/// The entry of a small table for each code.
func lookUp(_ codes: Span<Int32>, in table: Span<Int64>, into values: inout MutableSpan<Int64>) {
  for row in codes.indices { values[row] = table[Int(codes[row])] }
}

/// Numbers below 16 for each row, in four bitmaps: bit `row` of plane `p` is bit `p` of the row's number.
struct BitSlicedCount {
  static let planeCount = 4
  private(set) var planes: [UInt64]
  let wordCount: Int

  init(rows: Int) {
    wordCount = (rows + 63) / 64
    planes = [UInt64](repeating: 0, count: wordCount * Self.planeCount)
  }

  mutating func clear() {
    for index in planes.indices { planes[index] = 0 }
  }

  /// Adds one to each row whose bit is set: 64 rows at a time, the carry runs from plane to plane.
  mutating func add(_ words: Span<UInt64>) {
    let stride = wordCount
    var target = planes.mutableSpan
    for index in words.indices { Self.add(words[index], at: index, stride, into: &target) }
  }

  /// Adds one to each row whose bit is set in `isTrue`, or not set in `isKnown`.
  mutating func addPossible(_ isTrue: Span<UInt64>, _ isKnown: Span<UInt64>) {
    let stride = wordCount
    var target = planes.mutableSpan
    for index in isTrue.indices {
      Self.add(isTrue[index] | ~isKnown[index], at: index, stride, into: &target)
    }
  }

  @inline(__always)
  private static func add(
    _ word: UInt64, at index: Int, _ stride: Int, into target: inout MutableSpan<UInt64>
  ) {
    var carry = word
    for plane in 0..<planeCount {
      let position = plane &* stride &+ index
      let sum = target[position] ^ carry
      carry &= target[position]
      target[position] = sum
    }
  }

  /// The rows whose number is `bound` or more: compared from the highest plane down.
  func atLeast(_ bound: Int, into words: inout MutableSpan<UInt64>, count: Int) {
    let source = planes.span
    for index in 0..<count {
      var greater: UInt64 = 0
      var equal = ~UInt64(0)
      for plane in (0..<Self.planeCount).reversed() {
        let word = source[plane &* wordCount &+ index]
        if bound >> plane & 1 == 1 {
          equal &= word
        } else {
          greater |= equal & word
          equal &= ~word
        }
      }
      words[index] = greater | equal
    }
  }
}

/// Adds the bits to numbers of a byte a row.
func addBits(_ words: Span<UInt64>, into sums: inout MutableSpan<UInt8>, count: Int) {
  for row in 0..<count {
    sums[row] &+= UInt8(truncatingIfNeeded: words[row >> 6] &>> UInt64(truncatingIfNeeded: row & 63)) & 1
  }
}

/// The same for the rows whose truth is true or unknown.
func addPossibleBits(
  _ isTrue: Span<UInt64>, _ isKnown: Span<UInt64>, into sums: inout MutableSpan<UInt8>, count: Int
) {
  for row in 0..<count {
    let word = isTrue[row >> 6] | ~isKnown[row >> 6]
    sums[row] &+= UInt8(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: row & 63)) & 1
  }
}

/// `sums >= bound` as bits.
func compareAtLeast(_ sums: Span<UInt8>, _ bound: UInt8, into words: inout MutableSpan<UInt64>, count: Int) {
  for index in 0..<((count + 63) >> 6) {
    var word: UInt64 = 0
    for bit in 0..<min(64, count &- (index &<< 6)) {
      word |= (sums[(index &<< 6) &+ bit] >= bound ? 1 : 0) &<< UInt64(truncatingIfNeeded: bit)
    }
    words[index] = word
  }
}
