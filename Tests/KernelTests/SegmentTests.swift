import Columns
import Testing

@Suite struct SegmentTests {
  @Test(arguments: lengths) func agreesWithChildren(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 2500)
    for longest in [1, 4, 70, 300] {
      let truth = random.booleans(count)
      let cells = truth.cells
      var (starts, ends): ([Int32], [Int32]) = ([], [])
      for _ in 0..<150 {
        let start = random.below(count + 1)
        starts.append(Int32(start))
        ends.append(Int32(min(count, start + random.below(longest + 1))))
      }
      let children = zip(starts, ends).map { Array(cells[Int($0)..<Int($1)]) }
      func kleene(_ decisive: Bool, _ otherwise: Bool) -> [Cell<Bool>] {
        children.map { children in
          if children.contains(.known(decisive)) { return .known(!otherwise) }
          return children.first { !$0.isKnown } ?? .known(otherwise)
        }
      }
      #expect(Segments.any(truth, starts: starts, ends: ends).cells == kleene(true, false))
      #expect(Segments.all(truth, starts: starts, ends: ends).cells == kleene(false, true))
      #expect(Segments.none(truth, starts: starts, ends: ends).cells == kleene(true, true))
      let (counts, unknown) = Segments.countTrue(truth, starts: starts, ends: ends)
      #expect(counts.cells == children.map { .known(Int64($0.filter { $0 == .known(true) }.count)) })
      #expect(unknown.cells == children.map { .known(Int64($0.filter { !$0.isKnown }.count)) })
      #expect(Segments.lengths(starts: starts, ends: ends).cells == children.map { .known(Int64($0.count)) })
    }
  }
}
