/// The loops that kernels are made of.
///
/// Internal and always inlined, so that each kernel is compiled to a concrete loop; nothing generic leaves the target.
enum BlockLoops {
  /// One value from each value.
  @inline(__always)
  static func map<A, R>(_ a: ContiguousArray<A>, _ operation: (A) -> R) -> ContiguousArray<R> {
    ContiguousArray(capacity: a.count) { output in
      let values = a.span
      for row in values.indices { output.append(operation(values[row])) }
    }
  }

  /// One value from each pair of values.
  @inline(__always)
  static func zip<A, B, R>(
    _ a: ContiguousArray<A>, _ b: ContiguousArray<B>, _ operation: (A, B) -> R
  ) -> ContiguousArray<R> {
    precondition(a.count == b.count, "columns of one block have one length")
    return ContiguousArray(capacity: a.count) { output in
      let (left, right) = (a.span, b.span)
      for row in left.indices { output.append(operation(left[row], right[row])) }
    }
  }

  /// One value a row from its number.
  @inline(__always)
  static func fill<R>(_ count: Int, _ operation: (Int) -> R) -> ContiguousArray<R> {
    ContiguousArray(capacity: count) { output in
      for row in 0..<count { output.append(operation(row)) }
    }
  }

  /// One bit from each value.
  @inline(__always)
  static func test<A>(_ a: ContiguousArray<A>, _ condition: (A) -> Bool) -> Bitmap {
    test(a, in: 0..<a.count, condition)
  }

  /// One bit from each value of a range of rows, read where it lies.
  @inline(__always)
  static func test<A>(_ a: ContiguousArray<A>, in rows: Range<Int>, _ condition: (A) -> Bool) -> Bitmap {
    let values = a.span.extracting(rows)
    return words(rows.count) { first, count in
      let part = values.extracting(first..<(first &+ count))
      var word: UInt64 = 0
      for offset in part.indices {
        word |= (condition(part[offset]) ? 1 : 0) &<< UInt64(truncatingIfNeeded: offset)
      }
      return word
    }
  }

  /// One bit from each pair of values.
  @inline(__always)
  static func test<A, B>(
    _ a: ContiguousArray<A>, _ b: ContiguousArray<B>, _ condition: (A, B) -> Bool
  ) -> Bitmap {
    precondition(a.count == b.count, "columns of one block have one length")
    let (left, right) = (a.span, b.span)
    return words(a.count) { first, count in
      let (leftPart, rightPart) = (
        left.extracting(first..<(first &+ count)), right.extracting(first..<(first &+ count))
      )
      var word: UInt64 = 0
      for offset in leftPart.indices {
        word |=
          (condition(leftPart[offset], rightPart[offset]) ? 1 : 0) &<< UInt64(truncatingIfNeeded: offset)
      }
      return word
    }
  }

  /// One bit a row from its number.
  @inline(__always)
  static func test(_ count: Int, _ condition: (Int) -> Bool) -> Bitmap {
    words(count) { first, count in
      var word: UInt64 = 0
      for offset in 0..<count {
        word |= (condition(first &+ offset) ? 1 : 0) &<< UInt64(truncatingIfNeeded: offset)
      }
      return word
    }
  }

  /// A bitmap word by word: `makeWord` gets the first row of the word and how many rows it has.
  @inline(__always)
  static func words(_ count: Int, _ makeWord: (_ first: Int, _ count: Int) -> UInt64) -> Bitmap {
    let full = count / 64
    let words = ContiguousArray<UInt64>(capacity: Bitmap.wordCount(count)) { output in
      for index in 0..<full { output.append(makeWord(index &* 64, 64)) }
      if count & 63 != 0 { output.append(makeWord(full &* 64, count & 63)) }
    }
    return Bitmap(words: words, count: count)
  }
}

extension Bitmap {
  /// Calls with the position of each set bit, ascending.
  @inline(__always)
  func forEachPosition(_ body: (Int) -> Void) {
    let words = self.words
    for index in words.indices {
      var rest = words[index]
      while rest != 0 {
        body(index &* 64 &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }
}
