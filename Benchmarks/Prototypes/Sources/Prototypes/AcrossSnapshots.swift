/// Prototype 3: `households | count by class@2022 across class`.
///
/// Open: what matching the keys costs, and whether it may be done once a query or must be kept.
struct AcrossSnapshots {
  static let stride = SyntheticSnapshot.classCount + 1

  static func run(_ report: inout Report) {
    for shuffled in [false, true] {
      let pair = SyntheticPair(households: 1_000_000, shuffled: shuffled, seed: 2_022)
      let earlierTexts = (0..<pair.earlier.count).map(pair.earlier.text)
      let laterTexts = (0..<pair.later.count).map(pair.later.text)
      let aligned = MatchedKeys.byDictionary(from: earlierTexts, to: laterTexts)
      let rows = pair.later.count
      let order = shuffled ? "in any order within a village" : "in the same order"
      report.heading("3. class@2022 across class, \(rows) households, \(order)")
      let expected = checksum(aligned)
      report.measure("build: Dictionary<String, Int32>", rows: rows, expecting: expected) {
        checksum(MatchedKeys.byDictionary(from: earlierTexts, to: laterTexts))
      }
      report.measure("build: table over bytes", rows: rows, expecting: expected) {
        checksum(MatchedKeys.byTable(from: pair.earlier, to: pair.later))
      }
      report.measure("build: neighbour, then table", rows: rows, expecting: expected) {
        checksum(MatchedKeys.byNeighbourThenTable(from: pair.earlier, to: pair.later))
      }
      report.measure("build: split by hash, a table a part", rows: rows, expecting: expected) {
        checksum(MatchedKeys.byParts(from: pair.earlier, to: pair.later))
      }
      report.measure("build: a table a place, then table", rows: rows, expecting: expected) {
        checksum(
          MatchedKeys.byPlaceThenTable(
            from: pair.earlier, pair.earlierStarts, to: pair.later, pair.laterStarts))
      }
      let hashed = Int(truncatingIfNeeded: MatchedKeys.hashAll(pair.later))
      report.measure("hashing the keys of one snapshot", rows: rows, expecting: hashed) {
        Int(truncatingIfNeeded: MatchedKeys.hashAll(pair.later))
      }
      let counts = CountByClassAndPlace.checksum(fused(pair, aligned))
      report.measure("use: gather and count in one loop", rows: rows, expecting: counts) {
        CountByClassAndPlace.checksum(fused(pair, aligned))
      }
      for size in [1_024, 16_384, rows] {
        report.measure("use: gather, combine, count, blocks of \(size)", rows: rows, expecting: counts) {
          CountByClassAndPlace.checksum(blocks(pair, aligned, size: size))
        }
      }
    }
  }

  private static func checksum(_ aligned: [Int32]) -> Int {
    var sum = 0
    for row in aligned.indices { sum &+= (row & 1_023 &+ 1) &* Int(aligned[row]) }
    return sum
  }

  /// Absent then and missing then are two groups, 0 and 1; the codes follow.
  private static func fused(_ pair: SyntheticPair, _ aligned: [Int32]) -> [Int] {
    var counts = [Int](repeating: 0, count: (stride + 1) * stride)
    let earlier = pair.earlierClass.span
    let later = pair.laterClass.span
    for row in aligned.indices {
      let match = Int(aligned[row])
      let then = match < 0 ? 0 : Int(earlier[match]) &+ 2
      counts[then &* stride &+ Int(later[row]) &+ 1] &+= 1
    }
    return counts
  }

  private static func blocks(_ pair: SyntheticPair, _ aligned: [Int32], size: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: (stride + 1) * stride)
    var cells = [Int32](repeating: 0, count: size)
    Block.each(of: aligned.count, size: size) { block in
      let range = block.start..<(block.start + block.count)
      var target = cells.mutableSpan
      gather(aligned.span.extracting(range), from: pair.earlierClass.span, into: &target)
      combine(pair.laterClass.span.extracting(range), into: &target)
      for row in 0..<block.count { counts[Int(cells[row])] &+= 1 }
    }
    return counts
  }

  /// The earlier codes plus 2, and 0 for a household that was absent.
  private static func gather(
    _ rows: Span<Int32>, from codes: Span<Int32>, into target: inout MutableSpan<Int32>
  ) {
    for index in rows.indices {
      let row = rows[index]
      target[index] = row < 0 ? 0 : codes[Int(row)] &+ 2
    }
  }

  private static func combine(_ codes: Span<Int32>, into cells: inout MutableSpan<Int32>) {
    for row in codes.indices { cells[row] = cells[row] &* Int32(stride) &+ codes[row] &+ 1 }
  }
}
