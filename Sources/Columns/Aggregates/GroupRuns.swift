/// A grouping in which rows of one group lie together: runs of rows, each of one group.
///
/// What is counted or added exactly then goes over whole runs, and never asks a row for its group.
package struct GroupRuns: Sendable, Equatable {
  /// The first row of each run, and the number of rows as the last.
  package var starts: ContiguousArray<Int32>
  /// The group of each run.
  package var groups: ContiguousArray<Int32>

  package init(starts: ContiguousArray<Int32>, groups: ContiguousArray<Int32>) {
    precondition(starts.count == groups.count + 1, "runs lie between starts")
    self.starts = starts
    self.groups = groups
  }

  /// The group of each row.
  package var rows: ContiguousArray<Int32> {
    ContiguousArray(capacity: Int(starts[groups.count])) { output in
      for run in groups.indices {
        output.append(repeating: groups[run], count: Int(starts[run + 1] - starts[run]))
      }
    }
  }

  /// Where the value of a sorted or clustered column changes: the starts of its runs, and the number of rows as the
  /// last; nil where runs are too short to pay.
  package static func starts(of codes: ContiguousArray<Int32>) -> ContiguousArray<Int32>? {
    var starts: ContiguousArray<Int32> = [0]
    let limit = codes.count / 32
    let values = codes.span
    for row in values.indices.dropFirst() where values[row] != values[row &- 1] {
      starts.append(Int32(truncatingIfNeeded: row))
      if starts.count > limit { return nil }
    }
    starts.append(Int32(truncatingIfNeeded: codes.count))
    return starts
  }

  /// The rows of a run.
  @inline(__always)
  func range(_ run: Int) -> Range<Int> { Int(starts[run])..<Int(starts[run + 1]) }

  /// Runs in parts to go over side by side.
  var parts: [Range<Int>] {
    let length = max(64, groups.count / 64)
    return stride(from: 0, to: groups.count, by: length).map { $0..<min($0 + length, groups.count) }
  }
}

extension ParticipatingRows {
  /// How many rows of a range take part.
  func count(in range: Range<Int>) -> Int64 {
    guard let bits else { return Int64(range.count) }
    var total = 0
    forEachWord(bits, range) { _, word in total &+= word.nonzeroBitCount }
    return Int64(total)
  }

  /// Σ of the values of the rows of a range that take part.
  func sum(_ values: ContiguousArray<Int64>, in range: Range<Int>) -> Int128 {
    var sum: Int128 = 0
    guard let bits else {
      let part = values.span.extracting(range)
      for index in part.indices { sum &+= Int128(part[index]) }
      return sum
    }
    forEachWord(bits, range) { base, word in
      var rest = word
      while rest != 0 {
        sum &+= Int128(values[base &+ rest.trailingZeroBitCount])
        rest &= rest &- 1
      }
    }
    return sum
  }

  /// Calls with each word that a range touches, without the bits outside of it, and the row of its first bit.
  @inline(__always)
  private func forEachWord(_ bits: Bitmap, _ range: Range<Int>, _ body: (Int, UInt64) -> Void) {
    guard !range.isEmpty else { return }
    let (first, last) = (range.lowerBound &>> 6, (range.upperBound &- 1) &>> 6)
    for index in first...last {
      var word = bits.words[index]
      if index == first { word &= ~0 &<< UInt64(truncatingIfNeeded: range.lowerBound & 63) }
      if index == last { word &= ~0 &>> UInt64(truncatingIfNeeded: (0 &- range.upperBound) & 63) }
      body(index &* 64, word)
    }
  }
}
