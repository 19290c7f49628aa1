extension Column {
  /// The values of some rows, in their order; a negative row gives a missing value (`notRecorded`).
  func picking(_ rows: ContiguousArray<Int32>) -> Column {
    switch self {
    case .integer(let column):
      return .integer(IntegerColumn(Column.pick(column.values, rows, 0), column.validity.picking(rows)))
    case .number(let column):
      return .number(NumberColumn(Column.pick(column.values, rows, 0), column.validity.picking(rows)))
    case .boolean(let column):
      return .boolean(BooleanColumn(column.bits.gather(Array(rows)), column.validity.picking(rows)))
    case .set(let column):
      return .set(SetColumn(Column.pick(column.masks, rows, 0), column.validity.picking(rows)))
    case .code(let column):
      let missing = CodeColumn.missing(.notRecorded)
      return .code(CodeColumn(Column.pick(column.codes, rows, missing), dictionary: column.dictionary))
    case .list(let column):
      return .list(column.picking(rows))
    }
  }

  @inline(__always)
  private static func pick<Value>(
    _ values: ContiguousArray<Value>, _ rows: ContiguousArray<Int32>, _ absent: Value
  ) -> ContiguousArray<Value> {
    var result = ContiguousArray<Value>()
    result.reserveCapacity(rows.count)
    for row in rows { result.append(row < 0 ? absent : values[Int(row)]) }
    return result
  }
}

extension ListColumn {
  /// The lists of some rows; a negative row gives an empty list.
  fileprivate func picking(_ rows: ContiguousArray<Int32>) -> ListColumn {
    var starts: ContiguousArray<Int> = [0]
    var taken = ContiguousArray<Int32>()
    for row in rows {
      if row >= 0 {
        for element in offsets[Int(row)]..<offsets[Int(row) + 1] {
          taken.append(Int32(truncatingIfNeeded: element))
        }
      }
      starts.append(taken.count)
    }
    return ListColumn(offsets: starts, elements: elements.picking(taken))
  }
}

extension Validity {
  /// The validity of some rows; a negative row is missing (`notRecorded`).
  fileprivate func picking(_ rows: ContiguousArray<Int32>) -> Validity {
    if known == nil, rows.allSatisfy({ $0 >= 0 }) { return .all }
    var bits = Bitmap(count: rows.count)
    for (index, row) in rows.enumerated() where row >= 0 && isKnown(Int(row)) { bits[index] = true }
    let kept = reasons.map { reasons in ContiguousArray(rows.map { $0 < 0 ? 0 : reasons[Int($0)] }) }
    return Validity(known: bits, reasons: kept)
  }
}
