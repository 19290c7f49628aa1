import Columns
import Plan
import Results
import Schema
import Source

/// `summarize`, group by group: every level of totals is grouped anew from the rows (language.md, section 3).
struct GroupTable {
  private let interpreter: Interpreter
  private let summarize: Summarize
  private let source: RowTable
  private let weights: [Value]?
  /// For each row the keys that it falls under: several where a key is a set.
  private let keys: [[[Value]]]
  private let across: [[Value]]
  private let calls: [TakenIn]

  /// A group: its keys and its rows.
  private struct Group {
    var keys: [Value]
    var rows: [Int]
  }

  init(_ interpreter: Interpreter, _ summarize: Summarize, _ table: RowTable) throws {
    self.interpreter = interpreter
    self.summarize = summarize
    var source = table
    var weights: [Value]?
    if let weight = summarize.weight {
      let values = try interpreter.evaluate([weight], table).map { $0[0] }
      source.rows = zip(table.rows, values).filter { !$0.1.isMissing }.map(\.0)
      let without = table.rows.count - source.rows.count
      if without > 0 {
        interpreter.ledger.add(unweighted: .unweighted(text: weight.text, count: without))
      }
      weights = values.filter { !$0.isMissing }
      if values.contains(where: { ($0.number ?? 0) < 0 }) { throw OracleError.negativeWeight }
    }
    calls = try summarize.calls.map { try interpreter.takeIn($0, source.rows) }
    let values = try interpreter.evaluate(summarize.keys.map(\.expression), source)
    keys = values.map { row in
      zip(summarize.keys, row).map { GroupTable.parts($0, $1) }
    }
    across = try interpreter.evaluate(summarize.across.map { [$0.expression] } ?? [], source).map { row in
      zip(summarize.across.map { [$0] } ?? [], row).flatMap { GroupTable.parts($0, $1) }
    }
    self.source = source
    self.weights = weights
  }

  /// The keys that a value puts a row under: a set under each of its elements, the empty set under `(none)`.
  private static func parts(_ key: Summarize.Key, _ value: Value) -> [Value] {
    guard let type = key.elements, let elements = value.elements else { return [value.asKey] }
    return elements.isEmpty ? [.choice(type.values.count)] : elements.sorted().map { .choice($0) }
  }

  private var hasShare: Bool { if case .none = summarize.share { false } else { true } }

  func table() throws -> RowTable {
    let columns = acrossColumns()
    let depth = summarize.keys.count
    var result = RowTable(rows: [], entity: nil, snapshot: source.snapshot)
    var roles: [RowRole] = []
    var kept: [Int] = []
    func add(_ group: Group, _ role: RowRole) throws {
      let notes = role == .data
      let values = try cells(group, columns, notes: notes)
      let padding = Array(repeating: Value.unknown, count: depth - group.keys.count)
      let frame = RowFrame(
        entity: nil, snapshot: source.snapshot, row: .unknown,
        columns: group.keys + padding + (columns?.names == nil ? values : []))
      if columns?.names != nil { frame.extra = values }
      result.rows.append(frame)
      roles.append(role)
      kept.append(group.keys.count)
    }
    var last: [Value]?
    for group in groups(depth) {
      if summarize.hasSubtotals, depth > 1 {
        for length in 1..<depth where last?.prefix(length) != group.keys.prefix(length) {
          if let subtotal = self.group(Array(group.keys.prefix(length))) { try add(subtotal, .subtotal) }
        }
      }
      last = group.keys
      try add(group, .data)
    }
    if summarize.hasTotals, depth > 0 { try add(whole, .total) }
    if depth > 0, summarize.hasTotals || summarize.hasSubtotals {
      result.roles = roles
      result.keysKept = kept
    }
    if let columns { hide(columns, depth, &result) }
    return result
  }

  // MARK: Groups

  private var whole: Group { Group(keys: [], rows: Array(source.rows.indices)) }

  /// The groups by the first keys in key order; without keys one group, rows or no rows.
  private func groups(_ depth: Int) -> [Group] {
    guard depth > 0 else { return [whole] }
    var found: [[Value]: [Int]] = [:]
    for (row, parts) in keys.enumerated() {
      for key in GroupTable.combinations(parts.prefix(depth)) { found[key, default: []].append(row) }
    }
    if summarize.hasEmpty { for key in emptyKeys(depth, found) where found[key] == nil { found[key] = [] } }
    return found.map { Group(keys: $0.key, rows: $0.value) }.sorted { a, b in
      Value.order(a.keys, b.keys, by: Value.keyComesBefore) ?? false
    }
  }

  private func group(_ keys: [Value]) -> Group? { groups(keys.count).first { $0.keys == keys } }

  private static func combinations(_ parts: ArraySlice<[Value]>) -> [[Value]] {
    parts.reduce([[]]) { prefixes, values in prefixes.flatMap { prefix in values.map { prefix + [$0] } } }
  }

  /// `with empty`: the values that occur under the outer keys, with the others of an enum or Boolean, and the places of
  /// the level under the outer keys.
  private func emptyKeys(_ depth: Int, _ found: [[Value]: [Int]]) -> [[Value]] {
    var prefixes: [[Value]] = [[]]
    for index in 0..<depth {
      prefixes = prefixes.flatMap { prefix -> [[Value]] in
        let occurring = found.keys.filter { Array($0.prefix(index)) == prefix }.map { $0[index] }
        return Set(occurring + others(summarize.keys[index], prefix)).map { prefix + [$0] }
      }
    }
    return prefixes
  }

  private func others(_ key: Summarize.Key, _ prefix: [Value]) -> [Value] {
    switch key.expression.type.kind {
    case .boolean: return [.truth(false), .truth(true)]
    case .enumeration(let type), .set(let type): return type.values.indices.map { .choice($0) }
    case .entity(let entity, let level?) where interpreter.world.isPlaces(entity):
      return interpreter.world.places(ofLevel: level, source.snapshot).filter { place in
        let line = interpreter.world.line(ofPlace: place, source.snapshot)
        return zip(summarize.keys, prefix).allSatisfy { outer, value in
          guard case .entity(let other, _) = outer.expression.type.kind, interpreter.world.isPlaces(other)
          else { return true }
          return value.row.map { line.contains($0) } ?? false
        }
      }.map { .row($0) }
    default: return []
    }
  }

  // MARK: Cells

  /// The outputs of a group, with their shares; under `across` value by value, then the total.
  private func cells(_ group: Group, _ columns: AcrossColumns?, notes: Bool) throws -> [Value] {
    guard let columns else { return try outputs(group, group.rows, notes: notes) }
    var result: [Value] = []
    for value in columns.values {
      result += try outputs(group, group.rows.filter { across[$0].contains(value) }, notes: notes)
    }
    if summarize.hasTotals { result += try outputs(group, group.rows, notes: false) }
    return result
  }

  private func outputs(_ group: Group, _ rows: [Int], notes: Bool) throws -> [Value] {
    let own = try plainOutputs(group.keys, rows, notes: notes)
    guard hasShare else { return own }
    let base = try denominators(group)
    return zip(summarize.outputs, own).enumerated().flatMap { index, output -> [Value] in
      guard output.0.isAdditive else { return [output.1] }
      return [output.1, GroupTable.ratio(output.1, base?[index] ?? .notComputable)]
    }
  }

  private static func ratio(_ part: Value, _ whole: Value) -> Value {
    guard let x = part.number, let y = whole.number, y != 0 else { return .notComputable }
    return .number(x / y)
  }

  /// The outputs of the whole of which a share is taken: the table, or the group of one key.
  private func denominators(_ group: Group) throws -> [Value]? {
    guard case .keys(let of) = summarize.share, let key = of.first else {
      return try interpreter.muted { try plainOutputs([], whole.rows, notes: false) }
    }
    guard key < group.keys.count else { return nil }
    let rows = source.rows.indices.filter { keys[$0][key].contains(group.keys[key]) }
    return try interpreter.muted { try plainOutputs([], rows, notes: false) }
  }

  private func plainOutputs(_ keys: [Value], _ rows: [Int], notes: Bool) throws -> [Value] {
    let frame = RowFrame(entity: nil, snapshot: source.snapshot, row: .unknown)
    frame.keys = keys + Array(repeating: .unknown, count: summarize.keys.count - keys.count)
    frame.aggregates = try calls.map {
      try interpreter.aggregate($0, rows, weights: weights, notes: notes)
    }
    for output in summarize.outputs {
      frame.outputs.append(try interpreter.value(output.expression, frame))
    }
    return frame.outputs
  }

  // MARK: Across

  /// The values of `across` in the order of their columns; the names where only the data tell.
  private struct AcrossColumns {
    var values: [Value]
    var names: [String]?
  }

  private func acrossColumns() -> AcrossColumns? {
    guard let key = summarize.across else { return nil }
    let gaps: [Value] = [.unknown, .missing(.notPresent)]
    guard let domain = summarize.acrossDomain else {
      let values = Set(across.joined()).sorted(by: Value.keyComesBefore)
      return AcrossColumns(values: values, names: values.map { name($0, key.expression.type) })
    }
    var values: [Value] = domain.map { constant in
      switch constant {
      case .boolean(let truth): .truth(truth)
      case .enumeration(let code): .choice(Int(code))
      case .entity(let entity, let key):
        interpreter.world.row(entity, key: key, source.snapshot).map { .row($0) } ?? .unknown
      default: .unknown
      }
    }
    if let type = key.elements { values.append(.choice(type.values.count)) }
    return AcrossColumns(values: values + gaps, names: nil)
  }

  private func name(_ value: Value, _ type: ValueType) -> String {
    switch value {
    case .missing(let reason): return reason == .notPresent ? "(not present)" : "(missing)"
    case .text(let text): return text
    case .number(let number): return number == number.rounded() ? "\(Int64(number))" : "\(number)"
    case .truth(let truth): return "\(truth)"
    case .row(let row):
      guard case .entity(let entity, _) = type.kind else { return "" }
      return interpreter.world.name(entity, row, source.snapshot)
    case .whole(let whole):
      guard type.kind == .date else { return "\(whole)" }
      let date = CivilDate(days: Int(whole))
      switch type.display {
      case .month: return String(date.iso.prefix(7))
      case .quarter: return "\(date.iso.prefix(4))-Q\((date.components.month + 2) / 3)"
      case .year: return String(date.iso.prefix(4))
      default: return date.iso
      }
    default: return ""
    }
  }

  private var unitCount: Int {
    summarize.outputs.reduce(0) { $0 + (hasShare && $1.isAdditive ? 2 : 1) }
  }

  /// Only values that occur in the input have columns, but for those that `with empty` adds.
  private func hide(_ columns: AcrossColumns, _ depth: Int, _ result: inout RowTable) {
    guard let names = columns.names else {
      let occurring = Set(across.joined())
      for (place, value) in columns.values.enumerated() where !occurring.contains(value) {
        if summarize.hasEmpty, place < summarize.acrossDomain?.count ?? 0 { continue }
        for unit in 0..<unitCount { result.hidden.insert(depth + place * unitCount + unit) }
      }
      return
    }
    let additive = summarize.outputs.count(where: \.isAdditive)
    var units: [String] = []
    for output in summarize.outputs {
      units.append(output.name)
      if hasShare, output.isAdditive { units.append(additive > 1 ? "\(output.name)_share" : "share") }
    }
    for value in names + (summarize.hasTotals ? ["total"] : []) {
      for (place, unit) in units.enumerated() {
        let isPlain = place == 0 && summarize.outputs.count == 1
        result.extraNames.append(isPlain ? value : "\(unit)_\(value)")
      }
    }
  }
}
