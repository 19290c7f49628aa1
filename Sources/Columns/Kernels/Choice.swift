/// Choosing between two columns row by row: `if … then … else`, `??`.
extension Kernels {
  /// `a` where it is known, else `b`.
  ///
  /// - Precondition: both are of one kind, or an integer and a number column.
  package static func coalesce(_ a: Column, _ b: Column) -> Column {
    let known = knownRows(a)
    return known.isAllSet ? a : select(condition: BooleanColumn(known), then: a, else: b)
  }

  /// `then` where the condition is true, `other` where it is false; missing where it is unknown, for its reason.
  ///
  /// Integers beside doubles become doubles; texts of two dictionaries get one.
  ///
  /// - Precondition: both columns are of one kind, or an integer and a number column.
  package static func select(
    condition: BooleanColumn, then: Column, else other: Column
  ) -> Column {
    precondition(
      then.count == condition.bits.count && other.count == condition.bits.count,
      "columns of one block have one length")
    switch (then, other) {
    case (.boolean(let a), .boolean(let b)):
      let bits = (a.bits & condition.bits) | (b.bits - condition.bits)
      return .boolean(BooleanColumn(unmasked: bits, chosen(condition, a.validity, b.validity)))
    case (.integer(let a), .integer(let b)):
      return .integer(
        IntegerColumn(
          chosen(condition.bits, a.values, b.values), chosen(condition, a.validity, b.validity)))
    case (.number(let a), .number(let b)):
      return .number(
        NumberColumn(
          chosen(condition.bits, a.values, b.values), chosen(condition, a.validity, b.validity)))
    case (.integer(let a), .number):
      return select(condition: condition, then: .number(numbers(a)), else: other)
    case (.number, .integer(let b)):
      return select(condition: condition, then: then, else: .number(numbers(b)))
    case (.code(let a), .code(let b)):
      return .code(chosen(condition, a, b))
    case (.set(let a), .set(let b)):
      return .set(
        SetColumn(chosen(condition.bits, a.masks, b.masks), chosen(condition, a.validity, b.validity)))
    case (.list(let a), .list(let b)):
      return .list(chosen(condition, a, b))
    default:
      preconditionFailure("the branches of a choice have one kind")
    }
  }

  @inline(__always)
  private static func chosen<A>(
    _ condition: Bitmap, _ a: ContiguousArray<A>, _ b: ContiguousArray<A>
  ) -> ContiguousArray<A> {
    ContiguousArray(capacity: a.count) { output in
      let (words, left, right) = (condition.words, a.span, b.span)
      for index in words.indices {
        let word = words[index]
        let first = index &* 64
        for row in first..<min(first &+ 64, left.count) {
          output.append(word &>> UInt64(truncatingIfNeeded: row) & 1 == 1 ? left[row] : right[row])
        }
      }
    }
  }

  private static func chosen(_ condition: BooleanColumn, _ a: Validity, _ b: Validity) -> Validity {
    guard a.known != nil || b.known != nil else { return condition.validity }
    let count = condition.bits.count
    let branches =
      (a.bitmap(count) & condition.bits) | (b.bitmap(count) - condition.bits)
    let known = condition.validity.known.map { branches & $0 } ?? branches
    guard a.reasons != nil || b.reasons != nil || condition.validity.reasons != nil else {
      return Validity(known: known).normalized
    }
    var reasons = ContiguousArray<UInt8>(repeating: 0, count: count)
    (~known).forEachPosition { row in
      let source =
        !condition.validity.isKnown(row) ? condition.validity : condition.bits[row] ? a : b
      reasons[row] = source.reasons?[row] ?? 0
    }
    return Validity(known: known, reasons: reasons).normalized
  }

  private static func chosen(
    _ condition: BooleanColumn, _ a: CodeColumn, _ b: CodeColumn
  ) -> CodeColumn {
    let unified = unify([a, b])
    var codes = chosen(condition.bits, unified[0].codes, unified[1].codes)
    if let known = condition.validity.known {
      (~known).forEachPosition { codes[$0] = condition.validity.missingCode($0) }
    }
    return CodeColumn(codes, dictionary: unified[0].dictionary)
  }

  /// A list is never missing; where the condition is unknown it is empty.
  private static func chosen(
    _ condition: BooleanColumn, _ a: ListColumn, _ b: ListColumn
  ) -> ListColumn {
    guard let both = concatenate([.list(a), .list(b)]) else { return a }
    let count = Int32(truncatingIfNeeded: condition.bits.count)
    let rows = BlockLoops.fill(condition.bits.count) { row -> Int32 in
      guard condition.validity.isKnown(row) else { return -1 }
      return Int32(truncatingIfNeeded: row) &+ (condition.bits[row] ? 0 : count)
    }
    guard case .list(let list) = gather(both, rows: rows) else { return a }
    return list
  }
}
