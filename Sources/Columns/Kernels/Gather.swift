/// Moving rows: the values of some rows, in the order asked.
extension Kernels {
  /// The values at some rows; a negative row gives a missing value (an empty list).
  ///
  /// - Precondition: rows lie below the column's count.
  package static func gather(
    _ a: Column, rows: Span<Int32>, missing: MissingReason = .notRecorded
  ) -> Column {
    gather(a, rows, missing)
  }

  /// The values at some rows; a negative row gives a missing value.
  package static func gather(
    _ a: Column, rows: ContiguousArray<Int32>, missing: MissingReason = .notRecorded
  ) -> Column {
    gather(a, rows: rows.span, missing: missing)
  }

  /// The values at some rows; a negative row gives a missing value.
  package static func gather(
    _ a: Column, rows: [Int32], missing: MissingReason = .notRecorded
  ) -> Column {
    gather(a, rows: rows.span, missing: missing)
  }

  /// The values at the rows that a to-one link leads to; where the link is missing, so is the value, for its reason.
  package static func gather(_ a: Column, through link: CodeColumn) -> Column {
    gather(a, link.codes.span, nil)
  }

  /// The values of the marked rows.
  package static func filter(_ a: Column, by rows: Bitmap) -> Column {
    precondition(rows.count == a.count, "a filter has one bit a row")
    return rows.isAllSet ? a : gather(a, rows: rows.positions.span)
  }

  /// Value `i` at row `rows[i]` of a column of `length`; other rows are missing.
  ///
  /// Of two values for one row the last stands; a negative row drops its value.
  package static func scatter(
    _ a: Column, into length: Int, rows: ContiguousArray<Int32>, missing: MissingReason = .notRecorded
  ) -> Column {
    precondition(rows.count == a.count, "each value has a row to go to")
    var sources = ContiguousArray<Int32>(repeating: -1, count: length)
    for (index, row) in rows.enumerated() where row >= 0 { sources[Int(row)] = Int32(index) }
    return gather(a, rows: sources, missing: missing)
  }

  /// - Parameter absent: the reason for a negative row; nil where it is a missing code and tells itself.
  private static func gather(_ a: Column, _ rows: Span<Int32>, _ absent: MissingReason?) -> Column {
    switch a {
    case .boolean(let column):
      let bits = GatherLoops.bits(column.bits, rows)
      return .boolean(BooleanColumn(bits, column.validity.gather(rows, absent)))
    case .integer(let column):
      let values = GatherLoops.values(column.values, rows) { _ in 0 }
      return .integer(IntegerColumn(values, column.validity.gather(rows, absent)))
    case .number(let column):
      let values = GatherLoops.values(column.values, rows) { _ in 0 }
      return .number(NumberColumn(values, column.validity.gather(rows, absent)))
    case .code(let column):
      let missing = absent.map { CodeColumn.missing($0) }
      let codes = GatherLoops.values(column.codes, rows) { missing ?? $0 }
      return .code(CodeColumn(codes, dictionary: column.dictionary))
    case .set(let column):
      let masks = GatherLoops.values(column.masks, rows) { _ in 0 }
      return .set(SetColumn(masks, column.validity.gather(rows, absent)))
    case .list(let column):
      return .list(gather(column, rows))
    }
  }

  private static func gather(_ a: ListColumn, _ rows: Span<Int32>) -> ListColumn {
    var offsets: ContiguousArray<Int> = [0]
    offsets.reserveCapacity(rows.count + 1)
    var elements = ContiguousArray<Int32>()
    for index in rows.indices {
      if rows[index] >= 0 {
        let row = Int(rows[index])
        for element in a.offsets[row]..<a.offsets[row + 1] {
          elements.append(Int32(truncatingIfNeeded: element))
        }
      }
      offsets.append(elements.count)
    }
    return ListColumn(offsets: offsets, elements: gather(a.elements, rows: elements))
  }
}

/// The loops of `gather`.
enum GatherLoops {
  @inline(__always)
  static func values<A>(
    _ a: ContiguousArray<A>, _ rows: Span<Int32>, absent: (Int32) -> A
  ) -> ContiguousArray<A> {
    ContiguousArray(capacity: rows.count) { output in
      let values = a.span
      for index in rows.indices {
        let row = rows[index]
        output.append(row < 0 ? absent(row) : values[Int(truncatingIfNeeded: row)])
      }
    }
  }

  static func bits(_ a: Bitmap, _ rows: Span<Int32>) -> Bitmap {
    let array = a.words
    let words = array.span
    if words.isEmpty { return BlockLoops.test(rows.count) { absent(rows[$0]) } }
    return BlockLoops.test(rows.count) { index in
      // No branch on missing rows, which come in no order: they read row 0 and are cleared.
      let row = Int(truncatingIfNeeded: rows[index])
      let place = row & ~(row &>> 63)
      let bit = words[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63)
      return bit & 1 & ~UInt64(bitPattern: Int64(row &>> 63)) == 1
    }
  }

  /// False for a missing row, which is all that can be gathered from an empty column.
  private static func absent(_ row: Int32) -> Bool {
    precondition(row < 0, "a row lies below the column's count")
    return false
  }
}

extension Validity {
  /// The validity of the values at some rows, as `Kernels.gather` gives them.
  func gather(_ rows: Span<Int32>, _ absent: MissingReason?) -> Validity {
    let known: Bitmap
    if let source = self.known {
      known = GatherLoops.bits(source, rows)
    } else {
      var signs: Int32 = 0
      for index in rows.indices { signs |= rows[index] }
      if signs >= 0 { return .all }
      known = BlockLoops.test(rows.count) { rows[$0] >= 0 }
    }
    guard !known.isAllSet else { return .all }
    guard reasons != nil || absent != .notRecorded else { return Validity(known: known) }
    var reasons = ContiguousArray<UInt8>(repeating: 0, count: rows.count)
    (~known).forEachPosition { index in
      let row = rows[index]
      reasons[index] =
        row >= 0
        ? self.reasons?[Int(row)] ?? 0 : absent?.rawValue ?? UInt8(truncatingIfNeeded: -1 &- row)
    }
    return Validity(known: known, reasons: reasons)
  }
}
