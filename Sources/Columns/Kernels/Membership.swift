/// Membership in lists and ranges: `in (a, b)`, `in 6..15`, `within`, `x in VIEW`.
///
/// A list holds known values only; what a missing one in it means is for the caller.
extension Kernels {
  /// Whether a whole number or date is in a list.
  package static func isMember(_ a: IntegerColumn, of list: [Int64]) -> BooleanColumn {
    BooleanColumn(unmasked: memberBits(a.values, list), a.validity)
  }

  /// Whether a double is in a list.
  package static func isMember(_ a: NumberColumn, of list: [Double]) -> BooleanColumn {
    BooleanColumn(unmasked: memberBits(a.values, list), a.validity)
  }

  /// Whether a code is in a list.
  package static func isMember(_ a: CodeColumn, of codes: [Int32]) -> BooleanColumn {
    isMember(a, in: 0..<a.codes.count, of: codes)
  }

  /// Whether a code of a range of rows is in a list.
  package static func isMember(_ a: CodeColumn, in range: Range<Int>, of codes: [Int32]) -> BooleanColumn {
    guard let largest = codes.max(), largest >= 0 else {
      return isMember(a, in: range, of: Bitmap(count: 0))
    }
    if largest < 64 {
      var mask: UInt64 = 0
      for code in codes where code >= 0 { mask |= 1 << UInt64(code) }
      let bits = BlockLoops.test(a.codes, in: range) { code in
        mask &>> UInt64(truncatingIfNeeded: code) & 1 == 1 && UInt32(bitPattern: code) < 64
      }
      return BooleanColumn(bits, Validity(codes: a.codes, in: range))
    }
    var rows = Bitmap(count: Int(largest) + 1)
    for code in codes where code >= 0 { rows[Int(code)] = true }
    return isMember(a, in: range, of: rows)
  }

  /// Whether the row that a code stands for is marked; codes beyond the bitmap are not.
  package static func isMember(_ a: CodeColumn, of rows: Bitmap) -> BooleanColumn {
    isMember(a, in: 0..<a.codes.count, of: rows)
  }

  /// Whether the row that a code of a range of rows stands for is marked.
  package static func isMember(_ a: CodeColumn, in range: Range<Int>, of rows: Bitmap) -> BooleanColumn {
    let words = rows.words
    let table = words.span
    let limit = UInt32(truncatingIfNeeded: rows.count)
    let bits = BlockLoops.test(a.codes, in: range) { code in
      let row = UInt32(bitPattern: code)
      return row < limit
        && table[Int(truncatingIfNeeded: row &>> 6)] &>> UInt64(truncatingIfNeeded: row & 63) & 1 == 1
    }
    return BooleanColumn(bits, Validity(codes: a.codes, in: range))
  }

  /// Whether a whole number or date lies between two, both ends in; of all rows, or of a range of them.
  package static func isBetween(
    _ a: IntegerColumn, in range: Range<Int>? = nil, _ lower: Int64, _ upper: Int64
  ) -> BooleanColumn {
    let rows = range ?? 0..<a.values.count
    // The distance from the lower end, as it wraps below it, takes one comparison where two bounds take two.
    let width = UInt64(bitPattern: upper &- lower)
    let isEmpty = lower > upper
    return BooleanColumn(
      unmasked: isEmpty
        ? Bitmap(count: rows.count)
        : BlockLoops.test(a.values, in: rows) { UInt64(bitPattern: $0 &- lower) <= width },
      a.validity.slice(rows))
  }

  /// Whether a double lies between two, both ends in; of all rows, or of a range of them.
  package static func isBetween(
    _ a: NumberColumn, in range: Range<Int>? = nil, _ lower: Double, _ upper: Double
  ) -> BooleanColumn {
    let rows = range ?? 0..<a.values.count
    return BooleanColumn(
      unmasked: BlockLoops.test(a.values, in: rows) { $0 >= lower && $0 <= upper }, a.validity.slice(rows))
  }

  /// Whether a code lies between two, both ends in: ordered enums, and the rows of a subtree of places; of all rows, or
  /// of a range of them.
  package static func isBetween(
    _ a: CodeColumn, in range: Range<Int>? = nil, _ lower: Int32, _ upper: Int32
  ) -> BooleanColumn {
    let rows = range ?? 0..<a.codes.count
    return BooleanColumn(
      unmasked: BlockLoops.test(a.codes, in: rows) { $0 >= lower && $0 <= upper },
      Validity(codes: a.codes, in: rows))
  }

  /// Up to eight values are compared a pass each; more are sought in sorted order.
  @inline(__always)
  private static func memberBits<A: Comparable>(_ values: ContiguousArray<A>, _ list: [A]) -> Bitmap {
    if list.count <= 8 {
      return list.reduce(Bitmap(count: values.count)) { bits, item in
        bits | BlockLoops.test(values) { $0 == item }
      }
    }
    let sorted = ContiguousArray(list.sorted())
    return BlockLoops.test(values) { contains(sorted, $0) }
  }

  /// Binary search.
  @inline(__always)
  private static func contains<A: Comparable>(_ sorted: ContiguousArray<A>, _ value: A) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low &+ high) / 2
      if sorted[middle] < value { low = middle &+ 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == value
  }
}
