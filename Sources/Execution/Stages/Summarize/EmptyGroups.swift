import Columns
import Plan
import Schema
import Source
import Store

/// `with empty`: the groups that no row falls into: the other values of enums and Booleans, and the places of a level
/// under the outer keys.
struct EmptyGroups {
  private let executor: Executor
  private let summarize: Summarize
  private let snapshot: SnapshotID

  init(_ executor: Executor, _ summarize: Summarize, _ snapshot: SnapshotID) {
    self.executor = executor
    self.summarize = summarize
    self.snapshot = snapshot
  }

  /// Adds the empty groups to a level, in key order.
  func extend(_ level: inout GroupLevel) {
    let added = level.keys.indices.map { candidates(level.keys[$0]) }
    guard added.contains(where: { !$0.isEmpty }) else { return }
    let codes = level.keyValues.map { EmptyGroups.codes($0) }
    var tuples: [[Int32]] = [[]]
    for key in level.keys.indices {
      var next: [[Int32]] = []
      for prefix in tuples {
        let occurring = values(codes, level.count, prefix)
        next += merged(occurring, added[key], level, prefix).map { prefix + [$0] }
      }
      tuples = next
    }
    var groupOf: [[Int32]: Int32] = [:]
    for (index, tuple) in tuples.enumerated() { groupOf[tuple] = Int32(index) }
    var renumbered = ContiguousArray<Int32>(repeating: 0, count: level.count)
    var origin = ContiguousArray<Int32>(repeating: -1, count: tuples.count)
    for group in 0..<level.count {
      let place = groupOf[codes.map { $0[group] }] ?? 0
      renumbered[group] = place
      origin[Int(place)] = Int32(group)
    }
    level.groups = ContiguousArray(level.groups.map { renumbered[Int($0)] })
    level.runs = level.runs.map { runs in
      GroupRuns(starts: runs.starts, groups: ContiguousArray(runs.groups.map { renumbered[Int($0)] }))
    }
    level.keyValues = level.keyValues.indices.map { key in
      column(level.keyValues[key], tuples.map { $0[key] }, codes[key], origin)
    }
    level.count = tuples.count
  }

  /// The codes of the values that a key may take beside those that occur.
  private func candidates(_ key: Int) -> [Int32] {
    let type = summarize.keys[key].expression.type
    switch type.kind {
    case .boolean: return [0, 1]
    case .enumeration(let of), .set(let of): return of.values.indices.map { Int32($0) }
    case .entity(let name, let level?):
      let loaded = executor.snapshots[snapshot.index]
      guard name == loaded.schema.roles.places, let wanted = loaded.schema.roles.levels.firstIndex(of: level)
      else { return [] }
      return (0..<loaded.places.count).filter { Int(loaded.places.levels[$0]) == wanted }.map { Int32($0) }
    default: return []
    }
  }

  /// Values as codes: Booleans 0 and 1; numbers by the first group that has them, since none are added.
  ///
  /// Why a value is missing does not part groups, but for "not present".
  private static func codes(_ column: Column) -> [Int32] {
    let missing = { (row: Int) in
      CodeColumn.missing(column.reason(row) == .notPresent ? .notPresent : .notRecorded)
    }
    switch column {
    case .code(let codes):
      return codes.codes.enumerated().map { row, code in code < 0 ? missing(row) : code }
    case .boolean(let bits):
      return (0..<bits.bits.count).map { row in
        bits.validity.isKnown(row) ? (bits.bits[row] ? 1 : 0) : missing(row)
      }
    default:
      return Array(Grouping.densify([GroupKey(column)], count: column.count).assignment.groups)
    }
  }

  /// The values of the next key among groups with these first ones, in key order.
  private func values(_ codes: [[Int32]], _ count: Int, _ prefix: [Int32]) -> [Int32] {
    var result: [Int32] = []
    var seen: Set<Int32> = []
    for group in 0..<count where prefix.indices.allSatisfy({ codes[$0][group] == prefix[$0] }) {
      let code = codes[prefix.count][group]
      if seen.insert(code).inserted { result.append(code) }
    }
    return result
  }

  private func merged(_ occurring: [Int32], _ added: [Int32], _ level: GroupLevel, _ prefix: [Int32])
    -> [Int32]
  {
    guard !added.isEmpty else { return occurring }
    let under = added.filter { isUnder($0, level, prefix) }
    let known = Set(occurring.filter { $0 >= 0 }).union(under)
    return known.sorted() + occurring.filter { $0 < 0 }
  }

  /// Whether a place lies under the outer keys that are places.
  private func isUnder(_ code: Int32, _ level: GroupLevel, _ prefix: [Int32]) -> Bool {
    let loaded = executor.snapshots[snapshot.index]
    let isPlace = { (key: Int) in
      if case .entity(let name, _) = summarize.keys[key].expression.type.kind {
        return name == loaded.schema.roles.places
      }
      return false
    }
    guard isPlace(level.keys[prefix.count]) else { return true }
    for (index, outer) in prefix.enumerated() where isPlace(level.keys[index]) {
      guard outer >= 0, loaded.places.isWithin(code, outer) else { return false }
    }
    return true
  }

  private func column(
    _ old: Column, _ codes: [Int32], _ oldCodes: [Int32], _ origin: ContiguousArray<Int32>
  ) -> Column {
    switch old {
    case .code(let column): return .code(CodeColumn(ContiguousArray(codes), dictionary: column.dictionary))
    case .boolean:
      let truths = BooleanColumn(Bitmap(words: [2], count: 2))
      return Kernels.gather(.boolean(truths), through: CodeColumn(ContiguousArray(codes)))
    default:
      var first: [Int32: Int32] = [:]
      for (group, code) in oldCodes.enumerated() where first[code] == nil { first[code] = Int32(group) }
      return Kernels.gather(old, rows: ContiguousArray(codes.map { first[$0] ?? -1 }))
    }
  }
}
