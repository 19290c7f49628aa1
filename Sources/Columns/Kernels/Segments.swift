/// Aggregates of truth over the children of each parent.
///
/// Parent `i` owns the positions `starts[i]..<ends[i]` of the child block; its bits are tested by masks over words, so
/// that a parent costs the same however many children lie in a word.
package enum Segments {
  /// True if one child is true, else unknown if one is unknown, else false; false of no children.
  package static func any(_ truth: BooleanColumn, starts: Span<Int32>, ends: Span<Int32>) -> BooleanColumn {
    let isTrue = hits(truth.bits, starts, ends)
    guard let unknown = unknown(truth) else { return BooleanColumn(isTrue) }
    return BooleanColumn(isTrue, validity(truth, unknown, decided: isTrue, starts, ends))
  }

  /// False if one child is false, else unknown if one is unknown, else true; true of no children.
  package static func all(_ truth: BooleanColumn, starts: Span<Int32>, ends: Span<Int32>) -> BooleanColumn {
    let isFalse = hits(truth.validity.known.map { $0 - truth.bits } ?? ~truth.bits, starts, ends)
    guard let unknown = unknown(truth) else { return BooleanColumn(~isFalse) }
    let validity = validity(truth, unknown, decided: isFalse, starts, ends)
    return BooleanColumn(unmasked: ~isFalse, validity)
  }

  /// False if one child is true, else unknown if one is unknown, else true; true of no children.
  package static func none(_ truth: BooleanColumn, starts: Span<Int32>, ends: Span<Int32>) -> BooleanColumn {
    Kernels.not(any(truth, starts: starts, ends: ends))
  }

  /// How many children are true, and of how many it is not known; both columns are known everywhere.
  package static func countTrue(
    _ truth: BooleanColumn, starts: Span<Int32>, ends: Span<Int32>
  ) -> (count: IntegerColumn, unknown: IntegerColumn) {
    let counts = IntegerColumn(populations(truth.bits, starts, ends))
    guard let unknown = unknown(truth) else {
      return (counts, Kernels.constant(Int64(0), count: starts.count))
    }
    return (counts, IntegerColumn(populations(unknown, starts, ends)))
  }

  /// How many children each parent has.
  package static func lengths(starts: Span<Int32>, ends: Span<Int32>) -> IntegerColumn {
    IntegerColumn(BlockLoops.fill(starts.count) { Int64(max(0, ends[$0] &- starts[$0])) })
  }
}

extension Segments {
  /// `any` with ranges in arrays.
  package static func any(_ truth: BooleanColumn, starts: [Int32], ends: [Int32]) -> BooleanColumn {
    any(truth, starts: starts.span, ends: ends.span)
  }

  /// `all` with ranges in arrays.
  package static func all(_ truth: BooleanColumn, starts: [Int32], ends: [Int32]) -> BooleanColumn {
    all(truth, starts: starts.span, ends: ends.span)
  }

  /// `none` with ranges in arrays.
  package static func none(_ truth: BooleanColumn, starts: [Int32], ends: [Int32]) -> BooleanColumn {
    none(truth, starts: starts.span, ends: ends.span)
  }

  /// `countTrue` with ranges in arrays.
  package static func countTrue(
    _ truth: BooleanColumn, starts: [Int32], ends: [Int32]
  ) -> (count: IntegerColumn, unknown: IntegerColumn) {
    countTrue(truth, starts: starts.span, ends: ends.span)
  }

  /// `lengths` with ranges in arrays.
  package static func lengths(starts: [Int32], ends: [Int32]) -> IntegerColumn {
    lengths(starts: starts.span, ends: ends.span)
  }
}

extension Segments {
  /// The children of which the truth is not known; nil where there are none.
  private static func unknown(_ truth: BooleanColumn) -> Bitmap? {
    guard let known = truth.validity.known, !known.isAllSet else { return nil }
    return ~known
  }

  /// Parents that are decided, or have no unknown child, are known; others are missing for the reason of the first
  /// unknown child.
  private static func validity(
    _ truth: BooleanColumn, _ unknown: Bitmap, decided: Bitmap, _ starts: Span<Int32>, _ ends: Span<Int32>
  ) -> Validity {
    let known = decided | ~hits(unknown, starts, ends)
    guard !known.isAllSet else { return .all }
    guard let childReasons = truth.validity.reasons else { return Validity(known: known) }
    var reasons = ContiguousArray<UInt8>(repeating: 0, count: starts.count)
    (~known).forEachPosition { parent in
      let children = Int(starts[parent])..<Int(ends[parent])
      if let first = children.first(where: { unknown[$0] }) { reasons[parent] = childReasons[first] }
    }
    return Validity(known: known, reasons: reasons)
  }

  /// For each parent whether a bit of its range is set.
  private static func hits(_ bits: Bitmap, _ starts: Span<Int32>, _ ends: Span<Int32>) -> Bitmap {
    check(starts, ends)
    let array = bits.words
    let words = array.span
    return BlockLoops.test(starts.count) { parent in
      let (start, end) = (Int(truncatingIfNeeded: starts[parent]), Int(truncatingIfNeeded: ends[parent]))
      guard start < end else { return false }
      let (first, last) = (start &>> 6, (end &- 1) &>> 6)
      var found = words[first] & lowMask(start)
      if first == last { return found & highMask(end) != 0 }
      for index in (first &+ 1)..<last { found |= words[index] }
      return found | (words[last] & highMask(end)) != 0
    }
  }

  /// For each parent how many bits of its range are set.
  private static func populations(
    _ bits: Bitmap, _ starts: Span<Int32>, _ ends: Span<Int32>
  ) -> ContiguousArray<Int64> {
    check(starts, ends)
    let array = bits.words
    let words = array.span
    return BlockLoops.fill(starts.count) { parent in
      let (start, end) = (Int(truncatingIfNeeded: starts[parent]), Int(truncatingIfNeeded: ends[parent]))
      guard start < end else { return 0 }
      let (first, last) = (start &>> 6, (end &- 1) &>> 6)
      if first == last { return Int64((words[first] & lowMask(start) & highMask(end)).nonzeroBitCount) }
      var count = (words[first] & lowMask(start)).nonzeroBitCount
      for index in (first &+ 1)..<last { count &+= words[index].nonzeroBitCount }
      return Int64(count &+ (words[last] & highMask(end)).nonzeroBitCount)
    }
  }

  /// The bits of a word from a position on.
  @inline(__always)
  private static func lowMask(_ start: Int) -> UInt64 { ~0 &<< UInt64(truncatingIfNeeded: start & 63) }

  /// The bits of a word before an end that lies behind one of them.
  @inline(__always)
  private static func highMask(_ end: Int) -> UInt64 { ~0 &>> UInt64(truncatingIfNeeded: (0 &- end) & 63) }

  private static func check(_ starts: Span<Int32>, _ ends: Span<Int32>) {
    precondition(starts.count == ends.count, "each parent has a start and an end")
  }
}
