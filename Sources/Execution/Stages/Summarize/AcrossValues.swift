import Columns
import Plan
import Results
import Schema
import Source
import Store

/// The values of `across` in the order of their columns, and which column each entry falls into.
struct AcrossValues {
  /// For each entry the place of its value.
  var places: ContiguousArray<Int32>
  /// How many columns there are.
  var count: Int
  /// Which of them occur.
  var occurs: [Bool]
  /// The names of the columns where only the data tell; nil where the plan names them.
  var names: [String]?

  /// Columns beyond this make no table that anyone reads.
  static let limit = 4_096

  /// Values whose columns the plan knows: those of the domain, then `(none)` for a set, `(missing)`, `(not present)`.
  init(
    _ column: Column, domain: [Constant], hasNone: Bool, _ executor: Executor, _ snapshot: SnapshotID,
    hasEmpty: Bool
  ) {
    let known = domain.count + (hasNone ? 1 : 0)
    count = known + 2
    occurs = Array(repeating: false, count: known + 2)
    if hasEmpty { for index in domain.indices { occurs[index] = true } }
    var placeOfCode: [Int32: Int32] = [:]
    for (index, constant) in domain.enumerated() {
      switch constant {
      case .enumeration(let code): placeOfCode[code] = Int32(index)
      case .boolean(let truth): placeOfCode[truth ? 1 : 0] = Int32(index)
      case .entity(let entity, let key):
        if let row = executor.row(entity, key: key, snapshot) { placeOfCode[row] = Int32(index) }
      default: break
      }
    }
    if hasNone { placeOfCode[Int32(domain.count)] = Int32(domain.count) }
    if case .code(let codes) = column {
      // A table of the codes that occur: a lookup of a dictionary for each row costs more than all else.
      let lowest = CodeColumn.missing(.notComputable)
      let highest = codes.codes.max() ?? 0
      let table = (lowest...max(0, highest)).map { code in
        placeOfCode[code] ?? Int32(code == CodeColumn.missing(.notPresent) ? known + 1 : known)
      }
      places = ContiguousArray(codes.codes.map { table[Int($0 - lowest)] })
      for place in places { occurs[Int(place)] = true }
      return
    }
    places = ContiguousArray(repeating: 0, count: column.count)
    for row in 0..<column.count {
      let code: Int32 =
        switch column {
        case .boolean(let bits): bits.validity.isKnown(row) ? (bits.bits[row] ? 1 : 0) : -1
        default: -1
        }
      let isAbsent = column.reason(row) == .notPresent
      let place = placeOfCode[code] ?? Int32(isAbsent ? known + 1 : known)
      places[row] = place
      occurs[Int(place)] = true
    }
  }

  /// Values that only the data tell, in key order.
  init(_ column: Column, _ key: Summarize.Key, _ ranks: ContiguousArray<Int32>?) throws(Diagnostic) {
    let dense = Grouping.densify([GroupKey(column, ranks: ranks)], count: column.count)
    guard dense.count <= AcrossValues.limit else {
      throw Diagnostic(
        RuntimeCode.tooManyGroups, at: key.expression.range,
        ["text": "across \(key.name)", "count": String(dense.count)])
    }
    places = dense.assignment.groups
    count = dense.count
    occurs = Array(repeating: true, count: count)
    names = dense.representativeRow.map { AcrossValues.name(column, Int($0), key.expression.type) }
  }

  /// A value as the name of a column.
  private static func name(_ column: Column, _ row: Int, _ type: ValueType) -> String {
    if let reason = column.reason(row) { return reason == .notPresent ? "(not present)" : "(missing)" }
    switch column {
    case .code(let codes):
      return codes.dictionary.map { $0[Int(codes.codes[row])] } ?? String(codes.codes[row])
    case .integer(let integers):
      if type.kind == .date {
        let date = CivilDate(days: Int(integers.values[row]))
        let iso = date.iso
        switch type.display {
        case .month: return String(iso.prefix(7))
        case .quarter: return "\(iso.prefix(4))-Q\((date.components.month - 1) / 3 + 1)"
        case .year: return String(iso.prefix(4))
        default: return iso
        }
      }
      return String(integers.values[row])
    case .number(let numbers):
      let value = numbers.values[row]
      return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    case .boolean(let bits): return bits.bits[row] ? "true" : "false"
    default: return ""
    }
  }
}
