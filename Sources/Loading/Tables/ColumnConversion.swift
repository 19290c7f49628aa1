import Columns
import Schema
import Source

/// Turns the value of an expression into the column that a field stores.
enum ColumnConversion {
  /// Nil where the value's type cannot stand for the field's.
  ///
  /// - Parameter target: nil keeps the value's own type.
  static func converted(_ value: TypedColumn, to target: ValueType?, count: Int, _ format: CellFormat)
    -> Column?
  {
    guard value.column.count == count else { return nil }
    guard let target, value.type.kind != target.kind else { return value.column }
    switch (value.column, target.kind) {
    case (.number, .number), (.number, .share): return value.column
    case (.integer(let column), .number) where value.type.kind == .integer,
      (.integer(let column), .share) where value.type.kind == .integer:
      return .number(NumberColumn(ContiguousArray(column.values.map(Double.init)), column.validity))
    case (.number(let column), .integer): return whole(column, rounds: target.isMoney)
    case (.integer(let column), .boolean) where value.type.kind == .integer:
      var bits = Bitmap(count: count)
      for row in 0..<count where column.values[row] != 0 && column.validity.isKnown(row) { bits[row] = true }
      return .boolean(BooleanColumn(bits, column.validity))
    case (_, .text), (_, .entity): return texts(value, count: count)
    case (_, .enumeration(let type)): return enumeration(value, type, count: count, format)
    default: return nil
    }
  }

  /// Whole numbers: money is rounded with halves away from zero, any other decimal is not whole and a bad value.
  private static func whole(_ column: NumberColumn, rounds: Bool) -> Column {
    var values = ContiguousArray<Int64>(repeating: 0, count: column.values.count)
    var missing = MissingValues()
    for row in column.values.indices {
      if let reason = column.validity.reason(row) {
        missing.append(row, reason)
        continue
      }
      let value = column.values[row].rounded(.toNearestOrAwayFromZero)
      if rounds || value == column.values[row], let exact = Int64(exactly: value) {
        values[row] = exact
      } else {
        missing.append(row, .badValue)
      }
    }
    return .integer(IntegerColumn(values, missing.validity(values.count)))
  }

  /// The values as the texts of a dictionary.
  private static func texts(_ value: TypedColumn, count: Int) -> Column {
    if case .code(let column) = value.column, column.dictionary != nil { return value.column }
    return KeyTexts.joined([value.column], count: count, types: [value.type])
  }

  private static func enumeration(_ value: TypedColumn, _ type: EnumType, count: Int, _ format: CellFormat)
    -> Column?
  {
    if value.type.kind == .enumeration(type) { return value.column }
    guard case .code(let column) = texts(value, count: count), let dictionary = column.dictionary else {
      return nil
    }
    let names = ValueNames(type)
    let codes = dictionary.texts.map { text -> Int32 in
      guard let plain = format.translated(text) else { return CodeColumn.missing(.notRecorded) }
      return names.code(of: plain) ?? CodeColumn.missing(.badValue)
    }
    return .code(CodeColumn(ContiguousArray(column.codes.map { $0 < 0 ? $0 : codes[Int($0)] })))
  }
}
