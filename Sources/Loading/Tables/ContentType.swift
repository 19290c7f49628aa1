import Columns
import Schema

/// A column of texts, typed by its content: numbers where most of its known cells are numbers, else dates, else text.
///
/// One slip of the pen must not make a column of figures text, so the cells that do not fit are bad cells, not the rule.
struct ContentType {
  private(set) var value: TypedColumn
  /// The rows whose cells do not fit, in the order of the file.
  private(set) var badRows: [Int] = []
  /// What kind of finding a bad cell is.
  private(set) var badCode = DataCode.badNumber

  /// - Parameters:
  ///   - column: the texts of the cells.
  ///   - isShown: whether a field shows the column, so that where half of it is text nothing of it may be lost; a column
  ///     that only expressions read is a number then, because they would not take it as text.
  ///   - keepsCodes: whether a column with a number like `007` is text, because its zeros tell codes apart.
  init(_ column: Column, _ file: FileFormat, isShown: Bool, keepsCodes: Bool = false) {
    value = TypedColumn(column, .text)
    guard case .code(let texts) = column, let dictionary = texts.dictionary else { return }
    let votes = ContentVotes(texts, dictionary, needsMajority: isShown)
    if let numbers = votes.most({ NumberDecoder.number($0, file.numbers) }) {
      if keepsCodes, (0..<dictionary.count).contains(where: { ContentType.isPadded(dictionary[$0]) }) {
        return
      }
      take(numbers, texts, dictionary, file)
    } else if let dates = votes.most({ DateText.days($0, file.dates) }) {
      let validity = fitted(texts, dates)
      badCode = .badDate
      value = TypedColumn(.integer(IntegerColumn(ContentType.spread(dates, texts, 0), validity)), .date)
    }
  }

  /// Whole numbers where all that are numbers are whole.
  private mutating func take(
    _ numbers: [Double?], _ texts: CodeColumn, _ dictionary: TextDictionary, _ file: FileFormat
  ) {
    let validity = fitted(texts, numbers)
    var whole: [Int64?] = []
    whole.reserveCapacity(numbers.count)
    for (code, number) in numbers.enumerated() {
      let value = number == nil ? nil : DecimalText(dictionary[code], format: file.numbers)?.whole
      if number != nil, value == nil {
        let values = ContentType.spread(numbers, texts, 0)
        self.value = TypedColumn(.number(NumberColumn(values, validity)), .number)
        return
      }
      whole.append(value)
    }
    value = TypedColumn(.integer(IntegerColumn(ContentType.spread(whole, texts, 0), validity)), .integer)
  }

  /// Which rows are known once the cells that do not fit are missing; notes those.
  private mutating func fitted<Value>(_ texts: CodeColumn, _ values: [Value?]) -> Validity {
    var missing = MissingValues()
    for (row, code) in texts.codes.enumerated() {
      if code < 0 {
        missing.append(row, CodeColumn.reason(code) ?? .notRecorded)
      } else if values[Int(code)] == nil {
        missing.append(row, .badValue)
        badRows.append(row)
      }
    }
    return missing.validity(texts.codes.count)
  }

  private static func spread<Value>(_ values: [Value?], _ texts: CodeColumn, _ none: Value)
    -> ContiguousArray<
      Value
    >
  {
    ContiguousArray(texts.codes.map { $0 < 0 ? none : values[Int($0)] ?? none })
  }

  private static func isPadded(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(2))
    return bytes.count == 2 && bytes[0] == 0x30 && (0x30...0x39).contains(bytes[1])
  }

  /// The forms that a column without a known cell may have, the likeliest first: what reads it decides.
  static func blanks(_ column: Column) -> [TypedColumn]? {
    guard case .code(let texts) = column, texts.codes.allSatisfy({ $0 < 0 }) else { return nil }
    let count = texts.codes.count
    let numbers = NumberColumn(ContiguousArray(repeating: 0, count: count), texts.validity)
    let dates = IntegerColumn(ContiguousArray(repeating: 0, count: count), texts.validity)
    return [
      TypedColumn(.number(numbers), .number), TypedColumn(column, .text), TypedColumn(.integer(dates), .date),
    ]
  }
}

/// How many cells of a column each of its texts stands for.
private struct ContentVotes {
  private let dictionary: TextDictionary
  private var counts: ContiguousArray<Int>
  private var known = 0
  private let needsMajority: Bool

  init(_ texts: CodeColumn, _ dictionary: TextDictionary, needsMajority: Bool) {
    self.needsMajority = needsMajority
    self.dictionary = dictionary
    counts = ContiguousArray(repeating: 0, count: dictionary.count)
    for code in texts.codes where code >= 0 {
      counts[Int(code)] += 1
      known += 1
    }
  }

  /// What the texts mean where at least half of the known cells mean something (or more than half), else nil.
  func most<Value>(_ read: (String) -> Value?) -> [Value?]? {
    guard known > 0 else { return nil }
    var values: [Value?] = []
    values.reserveCapacity(counts.count)
    var refused = 0
    for code in counts.indices {
      let value = read(dictionary[code])
      if value == nil { refused += counts[code] }
      guard refused * 2 < known + (needsMajority ? 0 : 1) else { return nil }
      values.append(value)
    }
    return values
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
