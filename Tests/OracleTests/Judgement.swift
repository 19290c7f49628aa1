import Columns
import Results
import Schema

/// How the engine's result differs from the interpreter's.
///
/// Whole numbers, text, dates, enums, sets and truths must be equal. Doubles may differ by one part in 10¹¹: the
/// specification gives formulas and not the order of their operations. Why a value is missing counts in keys only.
struct Judgement {
  private(set) var differences: [String] = []
  /// Whether the script takes in children otherwise than to count them or to ask of them.
  private let hasNested: Bool
  /// Whether it looks among the rows of a view: when the view is taken, and how often, is the engine's affair.
  private let hasView: Bool
  private var repeatsNames = false

  /// Whether the account of its aggregates over children may depart.
  private let isLoose: Bool

  /// - Parameter isLong: whether a table is longer than a block of the engine.
  init(_ script: String, isLong: Bool) {
    let call =
      /(sum|mean|median|min|max|stddev|mode|gini|quantile|first|last|distinct|count|share)\((members|supports)/
    let path = /(household|commune|district)\.(members|households)/
    let choice = /if |\?\?|match|summarize|outer|kids/
    hasView = script.contains("let some")
    let hasPath = script.contains(path)
    hasNested = script.contains(call) || hasPath
    let isUnneeded = Departures.ledgerCountsUnneededRows && script.contains(choice)
    isLoose = hasPath || (hasNested && (isUnneeded || (isLong && Departures.ledgerSplitsByBlock)))
  }

  static let tolerance = 1e-11

  static func agree(_ a: Value, _ b: Value) -> Bool {
    if a.isMissing || b.isMissing { return a.isMissing && b.isMissing }
    if let x = a.whole, let y = b.whole { return x == y }
    if let x = a.number, let y = b.number {
      return x == y || abs(x - y) <= tolerance * max(abs(x), abs(y), 1)
    }
    if case .list(let x) = a, case .list(let y) = b {
      return x.count == y.count && zip(x, y).allSatisfy { agree($0, $1) }
    }
    return a == b
  }

  mutating func compare(_ result: Results.Result, _ answer: Interpreter.Answer) {
    switch result.outcome {
    case .table(let table): compare(table, answer)
    case .value(let column): compare([column], 1, answer)
    default: differences.append("no table: \(result.outcome)")
    }
  }

  private mutating func compare(_ table: ResultTable, _ answer: Interpreter.Answer) {
    if table.roles ?? [] != answer.table.roles ?? [] {
      differences.append("roles \(table.roles ?? []), expected \(answer.table.roles ?? [])")
    }
    if table.roles != nil, table.keysKept ?? [] != answer.table.keysKept ?? [] {
      differences.append("keys \(table.keysKept ?? []), expected \(answer.table.keysKept ?? [])")
    }
    compare(table.columns, table.count, answer)
  }

  private mutating func compare(_ columns: [ResultColumn], _ count: Int, _ answer: Interpreter.Answer) {
    guard count == answer.table.rows.count else {
      differences.append("\(count) rows, expected \(answer.table.rows.count)")
      return
    }
    guard columns.map(\.name) == answer.names else {
      differences.append("columns \(columns.map(\.name)), expected \(answer.names)")
      return
    }
    for (column, expected) in zip(columns, answer.columns) {
      for (row, wanted) in expected.enumerated() {
        let found = Value(column.column, row, column.type)
        let isSame =
          column.namesMissing && wanted.isMissing
          ? found.asKey == wanted.asKey : Judgement.agree(found, wanted)
        guard !isSame else { continue }
        differences.append("row \(row + 1), \(column.name): \(found), expected \(wanted)")
        break
      }
    }
  }

  // MARK: The ledger

  mutating func compare(_ entries: [LedgerEntry], _ ledger: RowLedger) {
    var filters: [RowLedger.Filter] = []
    var cuts: [LedgerEntry] = []
    var unweighted: [LedgerEntry] = []
    var skipped: Set<String> = []
    var inside: [String: RowLedger.Inside] = [:]
    var notComputable: [String: Int] = [:]
    for entry in entries {
      switch entry {
      case .filter(_, let kept, let dropped, let undetermined, let causes):
        if Set(causes.map(\.field)).count < causes.count { repeatsNames = Departures.causesRepeatNames }
        filters.append(
          RowLedger.Filter(
            kept: kept, dropped: dropped, undetermined: undetermined, causes: Judgement.sums(causes)))
      case .cut: cuts.append(entry)
      case .unweighted: unweighted.append(entry)
      case .skipped(let text, let count): skipped.insert("\(text) \(count)")
      case .undeterminedInside(let text, let count, let causes):
        if Set(causes.map(\.field)).count < causes.count { repeatsNames = Departures.causesRepeatNames }
        inside[text, default: .init()].count += count
        inside[text, default: .init()].causes.merge(Judgement.sums(causes)) { $0 + $1 }
      case .notComputable(let text, let count): notComputable[text, default: 0] += count
      case .weighed: break
      }
    }
    let foundFilters = texts(filters)
    let wantedFilters = texts(ledger.filters)
    if hasView {
      let lost = wantedFilters.filter { !foundFilters.contains($0) }
      if !lost.isEmpty { differences.append("ledger, where: \(foundFilters), expected \(wantedFilters)") }
    } else {
      expect("where", foundFilters, wantedFilters)
    }
    expect("cut", cuts, ledger.cuts)
    expect("unweighted", unweighted, ledger.unweighted)
    let wantedSkipped = Set(ledger.skipped.map { "\($0.key.text) \($0.value)" })
    let wantedInside = Dictionary(ledger.inside.map { ($0.key.text, $0.value) }) { a, b in
      RowLedger.Inside(count: a.count + b.count, causes: a.causes.merging(b.causes) { $0 + $1 })
    }
    let wantedFailures = Dictionary(ledger.notComputable.map { ($0.key.text, $0.value) }) { $0 + $1 }
    guard !isLoose else { return }
    if Departures.ledgerCountsUnneededRows {
      for (text, count) in wantedFailures where notComputable[text] ?? 0 < count {
        differences.append("ledger, not computable: \(text) \(notComputable[text] ?? 0), expected \(count)")
      }
    } else {
      expect("not computable", notComputable, wantedFailures)
    }
    expect("skipped", skipped.sorted(), wantedSkipped.sorted())
    if !repeatsNames { expect("undetermined inside", inside, wantedInside) }
  }

  /// The filters as texts, their causes by name.
  private func texts(_ filters: [RowLedger.Filter]) -> [String] {
    filters.map { filter in
      let counts = "kept \(filter.kept) dropped \(filter.dropped) undetermined \(filter.undetermined)"
      if repeatsNames || (Departures.causesIgnoreConditions && hasNested) { return counts }
      return counts + filter.causes.sorted { $0.key < $1.key }.map { " \($0.key) \($0.value)" }.joined()
    }.sorted()
  }

  private static func sums(_ causes: [LedgerEntry.Cause]) -> [String: Int] {
    Dictionary(causes.map { ($0.field, $0.count) }) { $0 + $1 }
  }

  private mutating func expect<Part: Equatable>(_ name: String, _ found: Part, _ wanted: Part) {
    if found != wanted { differences.append("ledger, \(name): \(found), expected \(wanted)") }
  }
}
