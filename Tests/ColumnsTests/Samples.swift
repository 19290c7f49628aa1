import Columns

/// A small deterministic generator, so that a failing test fails again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// Columns from arrays with nil for a missing value, and back.
extension Column {
  static func integers(_ values: [Int64?]) -> Column {
    .integer(IntegerColumn(ContiguousArray(values.map { $0 ?? 0 }), validity(values.map { $0 != nil })))
  }

  static func numbers(_ values: [Double?]) -> Column {
    .number(NumberColumn(ContiguousArray(values.map { $0 ?? 0 }), validity(values.map { $0 != nil })))
  }

  static func codes(_ values: [Int32?]) -> Column {
    .code(CodeColumn(ContiguousArray(values.map { $0 ?? CodeColumn.missing(.notRecorded) })))
  }

  static func validity(_ known: [Bool]) -> Validity {
    if known.allSatisfy({ $0 }) { return .all }
    return Validity(known: Bitmap(known))
  }

  /// The values as doubles; nil where missing.
  var doubles: [Double?] {
    (0..<count).map { row in
      guard isKnown(row) else { return nil }
      switch self {
      case .integer(let column): return Double(column.values[row])
      case .number(let column): return column.values[row]
      case .boolean(let column): return column.bits[row] ? 1 : 0
      case .code(let column): return Double(column.codes[row])
      case .set(let column): return Double(column.masks[row])
      case .list: return nil
      }
    }
  }

  /// The values as integers; nil where missing.
  var whole: [Int64?] {
    guard case .integer(let column) = self else { return [] }
    return (0..<count).map { isKnown($0) ? column.values[$0] : nil }
  }
}

extension Bitmap {
  init(_ bits: [Bool]) {
    self.init(count: bits.count)
    for (index, bit) in bits.enumerated() where bit { self[index] = true }
  }
}

extension BooleanColumn {
  init(_ values: [Bool?]) {
    self.init(Bitmap(values.map { $0 ?? false }), Column.validity(values.map { $0 != nil }))
  }

  var optionals: [Bool?] { (0..<bits.count).map { validity.isKnown($0) ? bits[$0] : nil } }
}

extension GroupAssignment {
  init(_ groups: [Int32]) {
    self.init(groups: ContiguousArray(groups), count: Int(groups.max() ?? -1) + 1)
  }
}

/// A random table: groups (some rows in none), values with gaps and ties, weights with zeros.
struct Sample {
  var groups: GroupAssignment
  var integers: [Int64?]
  var numbers: [Double?]
  var wholeWeights: [Int64]
  var weights: [Double]

  init(seed: UInt64, rows: Int, groups count: Int) {
    var generator = SeededGenerator(seed: seed)
    var assigned: [Int32] = []
    integers = []
    numbers = []
    wholeWeights = []
    weights = []
    for _ in 0..<rows {
      let isOutside = Int.random(in: 0..<12, using: &generator) == 0
      assigned.append(isOutside ? -1 : Int32.random(in: 0..<Int32(count), using: &generator))
      let isMissing = Int.random(in: 0..<7, using: &generator) == 0
      let value = Int64.random(in: 0...40, using: &generator)
      integers.append(isMissing ? nil : value * 1000)
      numbers.append(isMissing ? nil : Double(value) / 8)
      wholeWeights.append(Int64.random(in: 0...4, using: &generator))
      weights.append(Double.random(in: 0...3, using: &generator))
    }
    groups = GroupAssignment(groups: ContiguousArray(assigned), count: count)
  }

  /// The rows of a group that `isIncluded`.
  func rows(_ group: Int) -> [Int] { groups.groups.indices.filter { groups.groups[$0] == Int32(group) } }

  /// The known integers of a group, each as often as its whole weight says (once without weights), as doubles.
  func repeated(_ group: Int, weighted: Bool) -> [Double] {
    rows(group).flatMap { row -> [Double] in
      guard let value = integers[row] else { return [] }
      return Array(repeating: Double(value), count: weighted ? Int(wholeWeights[row]) : 1)
    }
  }
}
