/// Functions of sets, as bit masks.
extension Kernels {
  /// The set of one element.
  package static func set(of element: CodeColumn) -> SetColumn {
    SetColumn(
      BlockLoops.map(element.codes) { $0 < 0 ? 0 : 1 << UInt64($0) }, Validity(codes: element.codes))
  }

  /// `x has element`.
  package static func has(_ a: SetColumn, element: CodeColumn) -> BooleanColumn {
    hasAny(a, set(of: element))
  }

  /// `x has any (…)`: whether the sets have an element in common.
  package static func hasAny(_ a: SetColumn, _ b: SetColumn) -> BooleanColumn {
    BooleanColumn(unmasked: BlockLoops.test(a.masks, b.masks) { $0 & $1 != 0 }, .both(a.validity, b.validity))
  }

  /// `x has any (…)` and `x has e` with one set for all rows.
  package static func hasAny(_ a: SetColumn, _ mask: UInt64) -> BooleanColumn {
    BooleanColumn(unmasked: BlockLoops.test(a.masks) { $0 & mask != 0 }, a.validity)
  }

  /// `x has all (…)`: whether every element of `b` is in `a`.
  package static func hasAll(_ a: SetColumn, _ b: SetColumn) -> BooleanColumn {
    BooleanColumn(
      unmasked: BlockLoops.test(a.masks, b.masks) { $1 & ~$0 == 0 }, .both(a.validity, b.validity))
  }

  /// `x has all (…)` with one set for all rows.
  package static func hasAll(_ a: SetColumn, _ mask: UInt64) -> BooleanColumn {
    BooleanColumn(unmasked: BlockLoops.test(a.masks) { mask & ~$0 == 0 }, a.validity)
  }

  /// Whether two sets have the same elements.
  package static func areEqual(_ a: SetColumn, _ b: SetColumn) -> BooleanColumn {
    BooleanColumn(unmasked: BlockLoops.test(a.masks, b.masks) { $0 == $1 }, .both(a.validity, b.validity))
  }

  /// Whether a set has exactly the elements of one.
  package static func areEqual(_ a: SetColumn, _ mask: UInt64) -> BooleanColumn {
    BooleanColumn(unmasked: BlockLoops.test(a.masks) { $0 == mask }, a.validity)
  }

  /// `a + b`: the elements of either.
  package static func join(_ a: SetColumn, _ b: SetColumn) -> SetColumn {
    SetColumn(BlockLoops.zip(a.masks, b.masks) { $0 | $1 }, .both(a.validity, b.validity))
  }

  /// `a - b`: the elements of `a` that are not in `b`.
  package static func takeAway(_ a: SetColumn, _ b: SetColumn) -> SetColumn {
    SetColumn(BlockLoops.zip(a.masks, b.masks) { $0 & ~$1 }, .both(a.validity, b.validity))
  }

  /// `length(x)`: how many elements.
  package static func length(_ a: SetColumn) -> IntegerColumn {
    IntegerColumn(BlockLoops.map(a.masks) { Int64($0.nonzeroBitCount) }, a.validity)
  }
}
