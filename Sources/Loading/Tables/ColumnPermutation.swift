import Columns

extension Column {
  /// The values at some rows, in their order; shares storage where that is every row in order.
  func permuted(by rows: ContiguousArray<Int32>, isIdentity: Bool) -> Column {
    if isIdentity { return self }
    switch self {
    case .integer(let column):
      return .integer(IntegerColumn(column.values.permuted(by: rows), column.validity.permuted(by: rows)))
    case .number(let column):
      return .number(NumberColumn(column.values.permuted(by: rows), column.validity.permuted(by: rows)))
    case .boolean(let column):
      return .boolean(BooleanColumn(column.bits.permuted(by: rows), column.validity.permuted(by: rows)))
    case .code(let column):
      return .code(CodeColumn(column.codes.permuted(by: rows), dictionary: column.dictionary))
    case .set(let column):
      return .set(SetColumn(column.masks.permuted(by: rows), column.validity.permuted(by: rows)))
    case .list(let column):
      return .list(column.permuted(by: rows))
    }
  }
}

extension ContiguousArray {
  fileprivate func permuted(by rows: ContiguousArray<Int32>) -> ContiguousArray {
    var result = ContiguousArray()
    result.reserveCapacity(rows.count)
    for row in rows { result.append(self[Int(row)]) }
    return result
  }
}

extension Bitmap {
  fileprivate func permuted(by rows: ContiguousArray<Int32>) -> Bitmap {
    let source = words
    var target = ContiguousArray<UInt64>(repeating: 0, count: Bitmap.wordCount(rows.count))
    for (index, row) in rows.enumerated() {
      let bit = source[Int(row) >> 6] >> UInt64(row & 63) & 1
      target[index >> 6] |= bit << UInt64(index & 63)
    }
    return Bitmap(words: target, count: rows.count)
  }
}

extension Validity {
  fileprivate func permuted(by rows: ContiguousArray<Int32>) -> Validity {
    guard let known else { return self }
    return Validity(known: known.permuted(by: rows), reasons: reasons?.permuted(by: rows))
  }
}

extension ListColumn {
  fileprivate func permuted(by rows: ContiguousArray<Int32>) -> ListColumn {
    var positions: ContiguousArray<Int32> = []
    var starts: ContiguousArray<Int> = [0]
    for row in rows {
      for position in offsets[Int(row)]..<offsets[Int(row) + 1] {
        positions.append(Int32(truncatingIfNeeded: position))
      }
      starts.append(positions.count)
    }
    return ListColumn(offsets: starts, elements: elements.permuted(by: positions, isIdentity: false))
  }
}
