/// Prototype 5: a stage after a `where` that few rows survive.
///
/// Open: from which share on are whole blocks and a bitmap cheaper than a list of row numbers? The stage after the `where` is `income + 200_000 <= line(area)`, then a count by class.
struct RowSelection {
  static let size = 16_384
  static let rise: Int64 = 200_000

  let snapshot: SyntheticSnapshot
  let line: [Int64] = [1_500_000, 2_000_000]

  static func run(_ snapshot: SyntheticSnapshot, _ report: inout Report) {
    let prototype = RowSelection(snapshot: snapshot)
    report.heading("5. A comparison and a count by class after a where, by the share of rows it kept")
    for divisor in [2, 4, 8, 16, 32, 64] {
      let name = "1/\(divisor)"
      var generator = SeededGenerator(seed: UInt64(divisor))
      var selection = Bitmap()
      for _ in 0..<snapshot.count { selection.append(generator.below(divisor) == 0) }
      let words = selection.words
      let expected = CountByClassAndPlace.checksum(prototype.byRows(words))
      report.measure("whole blocks, \(name)", rows: snapshot.count, expecting: expected) {
        CountByClassAndPlace.checksum(prototype.byBlocks(words))
      }
      report.measure("row numbers, \(name)", rows: snapshot.count, expecting: expected) {
        CountByClassAndPlace.checksum(prototype.byRows(words))
      }
    }
  }

  /// Each kernel over every row of the block; the selection is joined to the bits at the end.
  private func byBlocks(_ selection: [UInt64]) -> [Int] {
    var counts = [Int](repeating: 0, count: 5)
    var sums = [Int64](repeating: 0, count: Self.size)
    var lines = sums
    var words = [UInt64](repeating: 0, count: Self.size / 64)
    var rows = [Int32](repeating: 0, count: Self.size)
    let known = snapshot.income.known.words
    Block.each(of: snapshot.count, size: Self.size) { block in
      let range = block.start..<(block.start + block.count)
      var sumTarget = sums.mutableSpan
      _ = add(snapshot.income.values.span.extracting(range), Self.rise, into: &sumTarget)
      var lineTarget = lines.mutableSpan
      lookUp(snapshot.area.span.extracting(range), in: line.span, into: &lineTarget)
      var target = words.mutableSpan
      compareAtMost(sums.span.extracting(first: block.count), lines.span, into: &target)
      for index in 0..<block.wordCount {
        words[index] &= known[block.wordStart + index] & selection[block.wordStart + index]
      }
      var rowTarget = rows.mutableSpan
      let found = rowNumbers(
        words.span.extracting(first: block.wordCount), base: block.start, into: &rowTarget)
      count(rows.span.extracting(first: found), into: &counts)
    }
    return counts
  }

  /// The same kernels over what the list of rows points at.
  private func byRows(_ selection: [UInt64]) -> [Int] {
    var counts = [Int](repeating: 0, count: 5)
    var sums = [Int64](repeating: 0, count: Self.size)
    var lines = sums
    var rows = [Int32](repeating: 0, count: Self.size)
    var kept = rows
    Block.each(of: snapshot.count, size: Self.size) { block in
      var rowTarget = rows.mutableSpan
      let words = block.wordStart..<(block.wordStart + block.wordCount)
      let found = rowNumbers(selection.span.extracting(words), base: block.start, into: &rowTarget)
      let listed = rows
      let list = listed.span.extracting(first: found)
      var lineTarget = lines.mutableSpan
      for index in list.indices { lineTarget[index] = line[Int(snapshot.area[Int(list[index])])] }
      var sumTarget = sums.mutableSpan
      for index in list.indices { sumTarget[index] = snapshot.income.values[Int(list[index])] &+ Self.rise }
      var keptCount = 0
      for index in list.indices {
        let row = Int(list[index])
        let isKnown = Int(truncatingIfNeeded: snapshot.income.known.words[row >> 6] >> UInt64(row & 63) & 1)
        // 1 where the sum is at most the line: the sign bit of `line - sum` negated; the bit moves the end on.
        let isLow = Int(truncatingIfNeeded: 1 &- (UInt64(bitPattern: lines[index] &- sums[index]) &>> 63))
        kept[keptCount] = Int32(truncatingIfNeeded: row)
        keptCount &+= isKnown & isLow
      }
      count(kept.span.extracting(first: keptCount), into: &counts)
    }
    return counts
  }

  private func count(_ rows: Span<Int32>, into counts: inout [Int]) {
    let codes = snapshot.classCode.span
    for index in rows.indices { counts[Int(codes[Int(rows[index])]) &+ 1] &+= 1 }
  }
}
