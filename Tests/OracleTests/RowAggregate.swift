import Foundation
import Plan
import Schema

/// An aggregate of some rows by its formula in language.md, section 5.
struct RowAggregate {
  let call: AggregateCall
  /// The arguments on each row that is taken in.
  let rows: [[Value]]
  /// The weight of each row.
  var weights: [Value]?
  /// How many rows lack an argument.
  let skipped: Int

  init(_ call: AggregateCall, _ rows: [[Value]]) {
    self.call = call
    self.rows = rows
    skipped = rows.count { $0.contains(where: \.isMissing) }
  }

  /// A known value with its weight.
  struct Member {
    var value: Value
    var x: Double
    var second: Double
    var weight: Double
  }

  private var isWeighted: Bool { weights != nil }

  /// The rows with all arguments known.
  private var members: [Member] {
    rows.indices.filter { !rows[$0].contains(where: \.isMissing) }.map { index in
      Member(
        value: rows[index].first ?? .unknown, x: rows[index].first?.number ?? 0,
        second: rows[index].count > 1 ? rows[index][1].number ?? 0 : 0,
        weight: weights?[index].number ?? 1)
    }
  }

  /// A parameter of the aggregate: one value for all rows.
  private func parameter(_ index: Int) -> Double {
    rows.lazy.compactMap { $0[index].number }.first ?? 0
  }

  /// Numbers added with compensation: integers stay so.
  static func sum(_ values: [Value]) throws -> Value {
    if values.allSatisfy({ $0.whole != nil }) {
      let sum = values.reduce(Int128(0)) { $0 + Int128($1.whole ?? 0) }
      guard let narrow = Int64(exactly: sum) else { throw OracleError.overflow }
      return .whole(narrow)
    }
    return Value(checking: sum(values.map { $0.number ?? 0 }))
  }

  /// Neumaier's sum.
  static func sum(_ values: [Double]) -> Double {
    var (sum, rest) = (0.0, 0.0)
    for value in values {
      let next = sum + value
      rest += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return sum + rest
  }

  private func total(_ values: [Double]) -> Double { RowAggregate.sum(values) }

  func value() throws -> Value {
    let members = members
    switch call.function {
    case .count: return try count(members)
    case .sum:
      if members.isEmpty { return rows.isEmpty ? zero : .unknown }
      guard isWeighted else { return try RowAggregate.sum(members.map(\.value)) }
      return try RowAggregate.sum(members.map(weighted))
    case .any, .all, .none: return Value(quantified())
    case .distinct: return .whole(Int64(Set(members.map(\.value.asKey)).count))
    case .min: return members.map(\.value).min(by: Value.comesBefore) ?? .unknown
    case .max:
      return members.map(\.value).reduce(nil) { best, value in
        best.map { Value.comesBefore($0, value) ? value : $0 } ?? value
      } ?? .unknown
    case .first: return members.first?.value ?? .unknown
    case .last: return members.last?.value ?? .unknown
    case .list: return .list(members.map(\.value))
    case .mode: return mode(members)
    case .share:
      let known = total(members.map(\.weight))
      let isTrue = total(members.filter { $0.value.truth == true }.map(\.weight))
      return known > 0 ? .number(isTrue / known) : .unknown
    default: return number(members.filter { $0.weight > 0 })
    }
  }

  private var zero: Value { call.type.kind == .integer && !isWeighted ? .whole(0) : .number(0) }

  private func weighted(_ member: Member) -> Value {
    if let x = member.value.whole, member.weight == member.weight.rounded() {
      return .whole(x * Int64(member.weight))
    }
    return .number(member.x * member.weight)
  }

  private func count(_ members: [Member]) throws -> Value {
    guard let weights else { return .whole(Int64(call.arguments.isEmpty ? rows.count : members.count)) }
    let counted = rows.indices.filter { !rows[$0].contains(where: \.isMissing) }
    return try RowAggregate.sum(counted.map { weights[$0] })
  }

  private func quantified() -> Bool? {
    let truths = rows.map { $0.first?.truth }
    let (isTrue, isFalse, isOpen) = (truths.contains(true), truths.contains(false), truths.contains(nil))
    switch call.function {
    case .any: return isTrue ? true : isOpen ? nil : false
    case .none: return isTrue ? false : isOpen ? nil : true
    default: return isFalse ? false : isOpen ? nil : true
    }
  }

  private func mode(_ members: [Member]) -> Value {
    var counts: [Value: Int] = [:]
    for member in members { counts[member.value.asKey, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return counts.filter { $0.value == most }.keys.min(by: Value.comesBefore) ?? .unknown
  }

  /// The aggregates that are numbers, of known values that stand more than no times.
  private func number(_ members: [Member]) -> Value {
    guard !members.isEmpty else { return .unknown }
    let count = total(members.map(\.weight))
    let mean = total(members.map { $0.weight * $0.x }) / count
    switch call.function {
    case .mean: return .number(mean)
    case .median: return .number(quantile(members, 0.5))
    case .quantile: return .number(quantile(members, parameter(1)))
    case .variance, .stddev:
      guard count > 1 else { return .notComputable }
      let squares = total(members.map { $0.weight * ($0.x - mean) * ($0.x - mean) })
      let variance = squares / (count - 1)
      return .number(call.function == .variance ? variance : variance.squareRoot())
    case .correlation: return correlation(members)
    case .fgt, .povertyGap:
      let power = call.function == .fgt ? parameter(2) : 1
      return .number(
        total(
          members.map { member in
            member.x <= member.second
              ? member.weight * pow((member.second - member.x) / member.second, power) : 0
          }) / count)
    default: return inequality(members, count, mean)
    }
  }

  private func correlation(_ members: [Member]) -> Value {
    let count = total(members.map(\.weight))
    let x = total(members.map { $0.weight * $0.x }) / count
    let y = total(members.map { $0.weight * $0.second }) / count
    let both = total(members.map { $0.weight * ($0.x - x) * ($0.second - y) })
    let first = total(members.map { $0.weight * ($0.x - x) * ($0.x - x) })
    let second = total(members.map { $0.weight * ($0.second - y) * ($0.second - y) })
    return Value(checking: both / (first * second).squareRoot())
  }

  /// Type 7; with weights the smallest value whose running weight passes p of the whole, or the mean of it and the next
  /// where it is met exactly.
  private func quantile(_ members: [Member], _ p: Double) -> Double {
    let sorted = members.sorted { $0.x < $1.x }
    guard isWeighted else {
      let rank = Double(sorted.count - 1) * p
      let low = Int(rank.rounded(.down))
      let high = min(low + 1, sorted.count - 1)
      return sorted[low].x + (rank - Double(low)) * (sorted[high].x - sorted[low].x)
    }
    let goal = p * total(sorted.map(\.weight))
    var running = 0.0
    for (index, member) in sorted.enumerated() {
      running += member.weight
      if abs(running - goal) <= 1e-12 * abs(goal) {
        return (member.x + sorted[min(index + 1, sorted.count - 1)].x) / 2
      }
      if running > goal { return member.x }
    }
    return sorted[sorted.count - 1].x
  }

  private func inequality(_ members: [Member], _ count: Double, _ mean: Double) -> Value {
    guard !members.contains(where: { $0.x < 0 }), mean > 0 else { return .notComputable }
    switch call.function {
    case .gini:
      var running = 0.0
      var terms: [Double] = []
      for member in members.sorted(by: { $0.x < $1.x }) {
        terms.append(member.weight * member.x * (2 * running + member.weight - count))
        running += member.weight
      }
      return .number(total(terms) / (count * count * mean))
    case .theil:
      let terms = members.map { $0.x == 0 ? 0 : $0.weight * ($0.x / mean) * log($0.x / mean) }
      return .number(total(terms) / count)
    case .atkinson:
      let aversion = parameter(1)
      if aversion >= 1, members.contains(where: { $0.x == 0 }) { return .number(1) }
      if aversion == 1 {
        return .number(1 - exp(total(members.map { $0.weight * log($0.x / mean) }) / count))
      }
      let power = total(members.map { $0.weight * pow($0.x / mean, 1 - aversion) }) / count
      return .number(1 - pow(power, 1 / (1 - aversion)))
    default:
      return .number(lorenz(members, parameter(2)) - lorenz(members, parameter(1)))
    }
  }

  /// The part of the whole that falls to the first p of the rows, straight between points.
  private func lorenz(_ members: [Member], _ p: Double) -> Double {
    let whole = total(members.map { $0.weight * $0.x })
    var left = p * total(members.map(\.weight))
    var part = 0.0
    for member in members.sorted(by: { $0.x < $1.x }) {
      let taken = min(left, member.weight)
      part += taken * member.x
      left -= taken
    }
    return part / whole
  }
}
