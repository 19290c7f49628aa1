/// Prototype 2, second part: the reduction from members to households alone.
///
/// Open: from which share of set bits on is it cheaper to test bit ranges than to go from each set bit to its
/// household?
struct ReductionByDensity {
  static func run(_ snapshot: SyntheticSnapshot, _ report: inout Report) {
    report.heading("2b. The reduction alone, by the share of members with a set bit")
    for perThousand: UInt64 in [1, 10, 50, 100, 200, 300, 500, 900] {
      var generator = SeededGenerator(seed: perThousand)
      var bitmap = Bitmap()
      for _ in 0..<snapshot.household.count { bitmap.append(generator.chance(perThousand)) }
      var words = bitmap.words
      words.append(0)
      let expected = reduce(snapshot, words, scatter: false)
      let share = "\(perThousand / 10).\(perThousand % 10) %"
      report.measure("bit ranges, \(share)", rows: snapshot.count, expecting: expected) {
        reduce(snapshot, words, scatter: false)
      }
      report.measure("scatter, \(share)", rows: snapshot.count, expecting: expected) {
        reduce(snapshot, words, scatter: true)
      }
    }
  }

  /// The number of households with a set bit.
  private static func reduce(_ snapshot: SyntheticSnapshot, _ words: [UInt64], scatter: Bool) -> Int {
    var result = [UInt64](repeating: 0, count: 256)
    var total = 0
    let starts = snapshot.memberStart
    Block.each(of: snapshot.count, size: 16_384) { block in
      let range = Int(starts[block.start])..<Int(starts[block.start + block.count])
      var target = result.mutableSpan
      if scatter {
        anyByScatter(words.span, range, snapshot.household.span, block, base: 0, into: &target)
      } else {
        anyInRanges(words.span, starts.span, block, base: 0, into: &target)
      }
      total += population(result.span.extracting(first: block.wordCount))
    }
    return total
  }
}
