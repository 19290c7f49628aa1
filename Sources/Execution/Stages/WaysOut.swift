import Columns
import Plan
import Results
import Schema
import Source
import Store

extension Executor {
  /// `ways out`: for each row of a known class, the ways that lead to a better one, cheapest first: by income, by the fewest
  /// remedies, by both where both lead further than either.
  func waysOut(_ ways: WaysOut, _ relation: inout Relation) throws(Diagnostic) {
    let facts = try WayFacts(self, ways, relation)
    var found = FoundWays()
    var open = 0
    for row in 0..<relation.count {
      if facts.classNow[row] < 0 { open += 1 } else { facts.append(row, to: &found) }
    }
    if open > 0 {
      ledger.append(
        .filter(
          stage: "ways out", kept: relation.count - open, dropped: 0, undetermined: open,
          causes: [.init(field: ways.assessed.text, count: open)]))
    }
    relation = relation.taking(found.rows)
    let needed = Validity(known: found.hasIncome)
    relation.columns += [
      .code(CodeColumn(found.ways)), .integer(IntegerColumn(found.incomes, needed)),
      .set(SetColumn(found.remedies)), .code(CodeColumn(found.classes)),
    ]
  }
}

/// The rows of the result, column by column.
private struct FoundWays {
  var rows: ContiguousArray<Int32> = []
  var ways: ContiguousArray<Int32> = []
  var incomes: ContiguousArray<Int64> = []
  var remedies: ContiguousArray<UInt64> = []
  var classes: ContiguousArray<Int32> = []
  private var incomeRows: [Bool] = []

  var hasIncome: Bitmap {
    var bits = Bitmap(count: incomeRows.count)
    for (row, has) in incomeRows.enumerated() where has { bits[row] = true }
    return bits
  }

  mutating func append(_ row: Int, way: Int32, income: Int64?, remedies mask: UInt64, to target: Int32) {
    rows.append(Int32(row))
    ways.append(way)
    incomes.append(income ?? 0)
    incomeRows.append(income != nil)
    remedies.append(mask)
    classes.append(target)
  }
}

/// What the ways of each row depend on.
private struct WayFacts {
  let classNow: ContiguousArray<Int32>
  private let counts: IntegerColumn
  private let lacks: ContiguousArray<UInt64>
  private let incomes: IntegerColumn
  private let stretches:
    [(counts: ClosedRange<Int>, now: ContiguousArray<Int32>, byIncome: ContiguousArray<Int32>)]

  init(_ executor: Executor, _ ways: WaysOut, _ relation: Relation) throws(Diagnostic) {
    let codes = { (expression: TypedExpression) throws(Diagnostic) -> ContiguousArray<Int32> in
      guard case .code(let column) = try executor.evaluate([expression], relation)[0] else {
        return ContiguousArray(repeating: -1, count: relation.count)
      }
      return column.codes
    }
    let integers = { (expression: TypedExpression) throws(Diagnostic) -> IntegerColumn in
      switch try executor.evaluate([expression], relation)[0] {
      case .integer(let column): return column
      case .number(let column):
        return IntegerColumn(ContiguousArray(column.values.map { Int64($0.rounded(.up)) }), column.validity)
      default:
        let none = Validity.none(relation.count, .notRecorded)
        return IntegerColumn(ContiguousArray(repeating: 0, count: relation.count), none)
      }
    }
    classNow = try codes(ways.assessed)
    counts = try integers(ways.count)
    incomes = try integers(ways.incomeNeeded)
    if case .set(let sets) = try executor.evaluate([ways.lacks], relation)[0] {
      lacks = sets.masks
    } else {
      lacks = ContiguousArray(repeating: 0, count: relation.count)
    }
    var list: [(counts: ClosedRange<Int>, now: ContiguousArray<Int32>, byIncome: ContiguousArray<Int32>)] = []
    for stretch in ways.stretches {
      list.append((stretch.counts, try codes(stretch.classNow), try codes(stretch.classByIncome)))
    }
    stretches = list
  }

  private func classes(_ row: Int, count: Int) -> (now: Int32, byIncome: Int32) {
    guard let stretch = stretches.first(where: { $0.counts.contains(count) }) else { return (-1, -1) }
    return (stretch.now[row], stretch.byIncome[row])
  }

  func append(_ row: Int, to found: inout FoundWays) {
    let now = classNow[row]
    var best = now
    let count = counts.validity.isKnown(row) ? Int(counts.values[row]) : nil
    let income = incomes.validity.isKnown(row) ? incomes.values[row] : nil
    if let income {
      let reached = incomeClass(row, count)
      if reached > now {
        found.append(row, way: 0, income: income, remedies: 0, to: reached)
        best = reached
      }
    }
    guard let count else { return }
    let limit = lacks[row].nonzeroBitCount
    for fewer in stride(from: 1, through: limit, by: 1) {
      let reached = classes(row, count: count - fewer).now
      guard reached > now else { continue }
      for mask in Subsets(of: lacks[row], size: fewer) {
        found.append(row, way: 1, income: nil, remedies: mask, to: reached)
      }
      best = max(best, reached)
      break
    }
    guard let income else { return }
    for fewer in stride(from: 1, through: limit, by: 1) {
      let reached = classes(row, count: count - fewer).byIncome
      guard reached > best else { continue }
      for mask in Subsets(of: lacks[row], size: fewer) {
        found.append(row, way: 2, income: income, remedies: mask, to: reached)
      }
      break
    }
  }

  /// The class by income: where the count of lacks is open, the one that every count gives.
  private func incomeClass(_ row: Int, _ count: Int?) -> Int32 {
    if let count { return classes(row, count: count).byIncome }
    let all = Set(stretches.map { $0.byIncome[row] })
    return all.count == 1 ? all.first ?? -1 : -1
  }
}

/// The subsets of one size of a set of at most 64 elements, in ascending order of their elements.
private struct Subsets: Sequence, IteratorProtocol {
  private let elements: [Int]
  private var chosen: [Int]
  private var isDone: Bool

  init(of mask: UInt64, size: Int) {
    elements = (0..<64).filter { mask >> UInt64($0) & 1 == 1 }
    chosen = Array(0..<Swift.max(0, size))
    isDone = size > elements.count
  }

  mutating func next() -> UInt64? {
    guard !isDone else { return nil }
    let mask = chosen.reduce(UInt64(0)) { $0 | 1 << UInt64(elements[$1]) }
    var place = chosen.count - 1
    while place >= 0, chosen[place] == elements.count - chosen.count + place { place -= 1 }
    if place < 0 {
      isDone = true
    } else {
      chosen[place] += 1
      for later in (place + 1)..<Swift.max(place + 1, chosen.count) { chosen[later] = chosen[later - 1] + 1 }
    }
    return mask
  }
}
