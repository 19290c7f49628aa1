/// `min(a, b)` and `max(a, b)`: the lesser or greater of two values of a row, missing where either is.
extension Kernels {
  /// The lesser of two whole numbers or dates.
  package static func min2(_ a: IntegerColumn, _ b: IntegerColumn) -> IntegerColumn {
    IntegerColumn(BlockLoops.zip(a.values, b.values) { $1 < $0 ? $1 : $0 }, .both(a.validity, b.validity))
  }

  /// The greater of two whole numbers or dates.
  package static func max2(_ a: IntegerColumn, _ b: IntegerColumn) -> IntegerColumn {
    IntegerColumn(BlockLoops.zip(a.values, b.values) { $1 > $0 ? $1 : $0 }, .both(a.validity, b.validity))
  }

  /// The lesser of two doubles.
  package static func min2(_ a: NumberColumn, _ b: NumberColumn) -> NumberColumn {
    NumberColumn(BlockLoops.zip(a.values, b.values) { $1 < $0 ? $1 : $0 }, .both(a.validity, b.validity))
  }

  /// The greater of two doubles.
  package static func max2(_ a: NumberColumn, _ b: NumberColumn) -> NumberColumn {
    NumberColumn(BlockLoops.zip(a.values, b.values) { $1 > $0 ? $1 : $0 }, .both(a.validity, b.validity))
  }

  /// The first of two codes in declared order, or by rank where ranks are given.
  ///
  /// - Precondition: both columns have one dictionary or none (`unify` them first).
  package static func min2(
    _ a: CodeColumn, _ b: CodeColumn, ranks: ContiguousArray<Int32>? = nil
  ) -> CodeColumn {
    extreme(a, b, ranks) { $1 < $0 }
  }

  /// The last of two codes in declared order, or by rank where ranks are given.
  ///
  /// - Precondition: both columns have one dictionary or none (`unify` them first).
  package static func max2(
    _ a: CodeColumn, _ b: CodeColumn, ranks: ContiguousArray<Int32>? = nil
  ) -> CodeColumn {
    extreme(a, b, ranks) { $1 > $0 }
  }

  @inline(__always)
  private static func extreme(
    _ a: CodeColumn, _ b: CodeColumn, _ ranks: ContiguousArray<Int32>?,
    _ prefersSecond: (Int32, Int32) -> Bool
  ) -> CodeColumn {
    let codes = BlockLoops.zip(a.codes, b.codes) { x, y -> Int32 in
      guard x >= 0 else { return x }
      guard y >= 0 else { return y }
      guard let ranks else { return prefersSecond(x, y) ? y : x }
      return prefersSecond(ranks[Int(x)], ranks[Int(y)]) ? y : x
    }
    return CodeColumn(codes, dictionary: a.dictionary ?? b.dictionary)
  }
}
