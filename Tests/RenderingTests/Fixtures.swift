import Columns
import Rendering
import Results
import Schema
import Source

/// Small results, written as the tests need them.
enum Fixture {
  static let poverty = EnumType(
    "class", ordered: true,
    [
      EnumValue("poor", Localized(en: "Poor", vi: "Hộ nghèo")),
      EnumValue("near_poor", Localized(en: "Near poor", vi: "Hộ cận nghèo")),
      EnumValue("other", Localized(en: "Other", vi: "Khác")),
    ])

  static let indicators = EnumType(
    "indicator",
    ["housing", "water", "toilet"].map { EnumValue($0, Localized(en: $0, vi: "vi " + $0)) })

  static func validity(_ known: [Bool], _ reasons: [MissingReason]? = nil) -> Validity {
    var bits = Bitmap(count: known.count)
    for (row, isKnown) in known.enumerated() where isKnown { bits[row] = true }
    return Validity(known: bits, reasons: reasons.map { ContiguousArray($0.map(\.rawValue)) })
  }

  static func integers(
    _ name: String, _ values: [Int64?], _ type: ValueType = .integer, label: Localized? = nil,
    isKey: Bool = false
  ) -> ResultColumn {
    let column = IntegerColumn(
      ContiguousArray(values.map { $0 ?? 0 }), validity(values.map { $0 != nil }))
    return ResultColumn(name: name, label: label, type: type, column: .integer(column), isKey: isKey)
  }

  static func numbers(_ name: String, _ values: [Double?], _ type: ValueType = ValueType(.number))
    -> ResultColumn
  {
    let column = NumberColumn(ContiguousArray(values.map { $0 ?? 0 }), validity(values.map { $0 != nil }))
    return ResultColumn(name: name, type: type, column: .number(column))
  }

  static func booleans(_ name: String, _ values: [Bool?]) -> ResultColumn {
    var bits = Bitmap(count: values.count)
    for (row, value) in values.enumerated() where value == true { bits[row] = true }
    let column = BooleanColumn(bits, validity(values.map { $0 != nil }))
    return ResultColumn(name: name, type: .boolean, column: .boolean(column))
  }

  static func texts(_ name: String, _ values: [String?], _ type: ValueType = .text, isKey: Bool = false)
    -> ResultColumn
  {
    let known = Array(Set(values.compactMap { $0 })).sorted()
    let codes = values.map { value in
      value.flatMap { known.firstIndex(of: $0) }.map { Int32($0) } ?? CodeColumn.missing(.notRecorded)
    }
    let column = CodeColumn(ContiguousArray(codes), dictionary: TextDictionary(known))
    return ResultColumn(name: name, type: type, column: .code(column), isKey: isKey)
  }

  static func codes(_ name: String, _ codes: [Int32], _ type: ValueType) -> ResultColumn {
    ResultColumn(name: name, type: type, column: .code(CodeColumn(ContiguousArray(codes))))
  }

  static func sets(_ name: String, _ masks: [UInt64?]) -> ResultColumn {
    let column = SetColumn(ContiguousArray(masks.map { $0 ?? 0 }), validity(masks.map { $0 != nil }))
    return ResultColumn(name: name, type: ValueType(.set(indicators)), column: .set(column))
  }

  /// Places by name, with the names of those above them.
  static func places(
    _ name: String, _ codes: [Int32], names: [String], qualified: [String]?, isKey: Bool = false
  ) -> ResultColumn {
    let column = CodeColumn(ContiguousArray(codes), dictionary: TextDictionary(names))
    return ResultColumn(
      name: name, type: ValueType(.entity("places", level: nil)), column: .code(column),
      qualified: qualified.map { TextDictionary($0) }, isKey: isKey)
  }

  static func table(_ columns: [ResultColumn], roles: [RowRole]? = nil, keysKept: [Int]? = nil) -> Result {
    let count = columns.first?.column.count ?? 0
    return Result(.table(ResultTable(columns: columns, count: count, roles: roles, keysKept: keysKept)))
  }
}

/// The output of some results in a format.
func rendered(_ results: [Result], _ format: OutputFormat, _ options: RenderingOptions = RenderingOptions())
  -> String
{
  var renderer = format.renderer(options)
  for result in results { renderer.append(result) }
  return String(decoding: renderer.finish(), as: UTF8.self)
}

/// The output of a table of these columns in a format.
func rendered(
  _ columns: ResultColumn..., as format: OutputFormat, _ options: RenderingOptions = RenderingOptions()
) -> String {
  rendered([Fixture.table(columns)], format, options)
}

/// Random numbers that are the same in each run (Steele and others' SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
