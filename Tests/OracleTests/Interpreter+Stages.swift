import Plan
import Results

extension Interpreter {
  /// `where`: rows for which the condition is true; the others are dropped or undetermined, each for its causes.
  func filter(_ condition: TypedExpression, _ table: RowTable) throws -> RowTable {
    let (plain, rows) = try withoutWindows(condition, table)
    var account = RowLedger.Filter()
    var kept: [RowFrame] = []
    for (row, original) in zip(rows, table.rows) {
      switch try truth(plain, row) {
      case true?:
        account.kept += 1
        kept.append(original)
      case false?: account.dropped += 1
      case nil:
        account.undetermined += 1
        for cause in try causes(plain, row) { account.causes[cause, default: 0] += 1 }
      }
    }
    ledger.add(account)
    var result = table
    result.rows = kept
    return result
  }

  func project(_ values: [TypedExpression], _ table: RowTable) throws -> RowTable {
    var result = RowTable(rows: [], entity: nil, snapshot: table.snapshot)
    let columns = try evaluate(values, table)
    result.rows = zip(table.rows, columns).map { $0.onlyColumns($1) }
    result.roles = table.roles
    result.keysKept = table.keysKept
    for (index, value) in values.enumerated() {
      if case .column(let slot) = value.kind, table.hidden.contains(slot) { result.hidden.insert(index) }
    }
    return result
  }

  /// Whether a row comes before another by the keys of `sort`, missing last in both directions; nil where they tie.
  func sortOrder(_ a: [Value], _ b: [Value], _ keys: [OrderKey]) -> Bool? {
    for (index, key) in keys.enumerated() {
      let (x, y) = (a[index], b[index])
      if x.isMissing != y.isMissing { return y.isMissing }
      if x.isMissing { continue }
      if Value.comesBefore(x, y) { return !key.isDescending }
      if Value.comesBefore(y, x) { return key.isDescending }
    }
    return nil
  }

  /// The positions of rows in order, ties as they stand.
  func sorted(_ keys: [OrderKey], _ values: [[Value]], _ positions: [Int]) -> [Int] {
    positions.enumerated().sorted { a, b in
      sortOrder(values[a.element], values[b.element], keys) ?? (a.offset < b.offset)
    }.map(\.element)
  }

  /// `sort`: total rows stay in place, and the rows between them are sorted.
  func sort(_ keys: [OrderKey], _ table: RowTable) throws -> RowTable {
    let values = try evaluate(keys.map(\.expression), table)
    var order: [Int] = []
    var run: [Int] = []
    for index in table.rows.indices {
      if let roles = table.roles, roles[index] != .data {
        order += sorted(keys, values, run) + [index]
        run = []
      } else {
        run.append(index)
      }
    }
    order += sorted(keys, values, run)
    var result = table
    result.rows = order.map { table.rows[$0] }
    result.roles = table.roles.map { roles in order.map { roles[$0] } }
    result.keysKept = table.keysKept.map { kept in order.map { kept[$0] } }
    return result
  }

  /// The positions of rows in groups by keys, groups in key order; one group without keys.
  func groups(_ per: [TypedExpression], _ table: RowTable) throws -> [[Int]] {
    guard !per.isEmpty else { return [Array(table.rows.indices)] }
    let keys = try evaluate(per, table).map { $0.map(\.asKey) }
    var groups: [[Value]: [Int]] = [:]
    for (index, key) in keys.enumerated() { groups[key, default: []].append(index) }
    return groups.sorted { a, b in
      Value.order(a.key, b.key, by: Value.keyComesBefore) ?? false
    }.map(\.value)
  }

  /// Some rows of each group, groups in key order.
  func pick(_ per: [TypedExpression], _ table: RowTable, _ choose: ([Int]) throws -> [Int]) throws
    -> RowTable
  {
    var result = table
    result.rows = try groups(per, table).flatMap { try choose($0) }.map { table.rows[$0] }
    return result
  }

  func top(
    _ count: Int, _ keys: [OrderKey], _ word: String, _ per: [TypedExpression], _ table: RowTable
  ) throws -> RowTable {
    let values = try evaluate(keys.map(\.expression), table)
    var cut = 0
    let result = try pick(per, table) { positions in
      let order = sorted(keys, values, positions)
      let kept = Array(order.prefix(count))
      if let last = kept.last {
        cut += order.dropFirst(count).count { sortOrder(values[last], values[$0], keys) == nil }
      }
      return kept
    }
    if cut > 0 { ledger.add(cut: .cut(stage: word, kept: result.rows.count, tied: cut)) }
    return result
  }

  func distinct(_ keys: [TypedExpression], _ keepsRows: Bool, _ table: RowTable) throws -> RowTable {
    let values = try evaluate(keys, table)
    var seen: Set<[Value]> = []
    var result = table
    result.rows = []
    for (row, columns) in zip(table.rows, values) where seen.insert(columns.map(\.asKey)).inserted {
      result.rows.append(keepsRows ? row : row.onlyColumns(columns))
    }
    if !keepsRows {
      result.entity = nil
      result.hidden = []
      result.extraNames = []
    }
    return result
  }

  /// Knuth's selection sampling driven by SplitMix64, as the language's notes fix it.
  func sample(_ wanted: Int, _ seed: UInt64, _ table: RowTable) -> RowTable {
    var result = table
    result.rows = []
    var state = seed
    for (index, row) in table.rows.enumerated() {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      mixed ^= mixed >> 31
      let missing = min(wanted, table.rows.count) - result.rows.count
      if mixed % UInt64(table.rows.count - index) < UInt64(missing) { result.rows.append(row) }
    }
    return result
  }

  func expand(_ link: String, _ entity: String, _ target: String, _ table: RowTable) -> RowTable {
    var result = table
    result.entity = target
    result.rows = table.rows.flatMap { row in
      (row.row.row.map { world.children($0, link, entity, row.snapshot) } ?? []).map {
        RowFrame(entity: target, snapshot: row.snapshot, row: .row($0), columns: row.columns)
      }
    }
    return result
  }

  func expandSet(_ set: TypedExpression, _ table: RowTable) throws -> RowTable {
    var result = table
    result.rows = try zip(table.rows, evaluate([set], table)).flatMap { row, values in
      (values[0].elements ?? []).sorted().map { row.with(columns: row.columns + [.choice($0)]) }
    }
    return result
  }

  func append(_ plan: Plan, _ columns: [TypedExpression?], _ table: RowTable) throws -> RowTable {
    let below = try rows(plan).withoutTotals
    var result = table
    result.entity = nil
    result.extraNames = []
    result.rows = table.rows.map { $0.onlyColumns($0.columns) }
    for row in below.rows {
      let values = try columns.map { column in
        guard let column else { return Value.unknown }
        return try evaluate([column], RowTable(rows: [row], snapshot: below.snapshot))[0][0]
      }
      result.rows.append(row.onlyColumns(values))
    }
    return result
  }
}
