/// The values of a numeric column as doubles.
struct NumericValues {
  var values: ContiguousArray<Double>
  /// A set bit is a known value; nil where all are known.
  var known: Bitmap?

  /// Integers are converted to the nearest double, Booleans to 0 and 1; the type check lets no other kind come here.
  init(_ column: Column) {
    switch column {
    case .number(let column):
      values = column.values
      known = column.validity.known
    case .integer(let column):
      values = ContiguousArray(column.values.map { Double($0) })
      known = column.validity.known
    case .boolean(let column):
      values = ContiguousArray(repeating: 0, count: column.bits.count)
      for row in values.indices where column.bits[row] { values[row] = 1 }
      known = column.validity.known
    case .code, .set, .list:
      preconditionFailure("only numbers are calculated with")
    }
  }
}

extension Column {
  /// The whole numbers of this column, Booleans as 0 and 1; nil where it holds none.
  var wholeNumbers: IntegerColumn? {
    switch self {
    case .integer(let column): return column
    case .boolean(let column):
      var values = ContiguousArray<Int64>(repeating: 0, count: column.bits.count)
      for row in values.indices where column.bits[row] { values[row] = 1 }
      return IntegerColumn(values, column.validity)
    case .number, .code, .set, .list: return nil
    }
  }
}
