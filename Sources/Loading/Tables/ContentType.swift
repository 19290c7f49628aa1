import Columns
import Schema

/// Types a column of texts by its content: whole numbers, else decimals, else dates, else text.
enum ContentType {
  static func typed(_ column: Column, _ file: FileFormat) -> TypedColumn {
    guard case .code(let texts) = column, let dictionary = texts.dictionary, dictionary.count > 0 else {
      return TypedColumn(column, .text)
    }
    if let values: [Int64] = all(dictionary, { DecimalText($0, format: file.numbers)?.whole }) {
      return TypedColumn(integers(texts, values), .integer)
    }
    if let values: [Double] = all(dictionary, { NumberDecoder.number($0, file.numbers) }) {
      return TypedColumn(numbers(texts, values), .number)
    }
    if let values: [Int64] = all(dictionary, { DateText.days($0, file.dates) }) {
      return TypedColumn(integers(texts, values), .date)
    }
    return TypedColumn(column, .text)
  }

  private static func all<Value>(_ dictionary: TextDictionary, _ read: (String) -> Value?) -> [Value]? {
    var values: [Value] = []
    values.reserveCapacity(dictionary.count)
    for code in 0..<dictionary.count {
      guard let value = read(dictionary[code]) else { return nil }
      values.append(value)
    }
    return values
  }

  private static func integers(_ texts: CodeColumn, _ values: [Int64]) -> Column {
    .integer(
      IntegerColumn(ContiguousArray(texts.codes.map { $0 < 0 ? 0 : values[Int($0)] }), texts.validity))
  }

  private static func numbers(_ texts: CodeColumn, _ values: [Double]) -> Column {
    .number(NumberColumn(ContiguousArray(texts.codes.map { $0 < 0 ? 0 : values[Int($0)] }), texts.validity))
  }
}

extension CodeColumn {
  /// Which codes are known, and why the others are not.
  var validity: Validity {
    var missing = MissingValues()
    for (row, code) in codes.enumerated() where code < 0 {
      missing.append(row, CodeColumn.reason(code) ?? .notRecorded)
    }
    return missing.validity(codes.count)
  }
}
