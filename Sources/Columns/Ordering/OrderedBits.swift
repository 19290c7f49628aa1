/// Values as unsigned integers in the same order, so that one sort, one selection and one table serve all kinds.
enum OrderedBits {
  private static let sign: UInt64 = 1 << 63

  @inline(__always)
  static func encode(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) ^ sign }

  @inline(__always)
  static func integer(_ key: UInt64) -> Int64 { Int64(bitPattern: key ^ sign) }

  /// The order of doubles, with −0 the same as 0; NaN does not occur in columns.
  @inline(__always)
  static func encode(_ value: Double) -> UInt64 {
    let bits = (value + 0).bitPattern
    return bits & sign == 0 ? bits | sign : ~bits
  }

  @inline(__always)
  static func number(_ key: UInt64) -> Double {
    Double(bitPattern: key & sign == 0 ? ~key : key ^ sign)
  }
}

/// A column as ordered bits; where a value is not known its key means nothing.
struct OrderedKeys {
  var keys: ContiguousArray<UInt64>
  /// A set bit is a known value; nil where all are known.
  var known: Bitmap?

  /// Codes are ordered by `ranks` where given, else by code; sets by their masks; lists element by element.
  init(_ column: Column, ranks: ContiguousArray<Int32>? = nil) {
    switch column {
    case .integer(let column):
      keys = ContiguousArray(column.values.map { OrderedBits.encode($0) })
      known = column.validity.known
    case .number(let column):
      keys = ContiguousArray(column.values.map { OrderedBits.encode($0) })
      known = column.validity.known
    case .boolean(let column):
      keys = ContiguousArray(repeating: 0, count: column.bits.count)
      for row in keys.indices where column.bits[row] { keys[row] = 1 }
      known = column.validity.known
    case .set(let column):
      keys = column.masks
      known = column.validity.known
    case .list(let column):
      keys = ContiguousArray(ListRanks.ranks(column).map { UInt64($0) })
      known = nil
    case .code(let column):
      keys = OrderedKeys.keys(of: column.codes, ranks: ranks)
      known = column.knownRows
    }
  }

  private static func keys(of codes: ContiguousArray<Int32>, ranks: ContiguousArray<Int32>?)
    -> ContiguousArray<UInt64>
  {
    guard let ranks else { return ContiguousArray(codes.map { UInt64(UInt32(bitPattern: $0)) }) }
    return ContiguousArray(codes.map { $0 < 0 ? 0 : UInt64(UInt32(bitPattern: ranks[Int($0)])) })
  }
}

extension CodeColumn {
  /// A bitmap of the known codes; nil where all are known.
  var knownRows: Bitmap? {
    var all: Int32 = 0
    for code in codes { all |= code }
    if all >= 0 { return nil }
    var words = ContiguousArray<UInt64>(repeating: 0, count: Bitmap.wordCount(codes.count))
    for row in codes.indices where codes[row] >= 0 { words[row >> 6] |= 1 << UInt64(row & 63) }
    return Bitmap(words: words, count: codes.count)
  }
}
