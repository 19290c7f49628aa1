import Columns
import Results
import Schema

/// How the engine's result differs from the interpreter's.
///
/// Whole numbers, text, dates, enums, sets and truths must be equal. Doubles may differ by one part in 10¹¹: the
/// specification gives formulas and not the order of their operations. Why a value is missing counts in keys only.
struct Judgement {
  private(set) var differences: [String] = []
  /// Whether it looks among the rows of a view: when the view is taken, and how often, is the engine's affair.
  private let hasView: Bool

  init(_ script: String) { hasView = script.contains("let some") }

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
        filters.append(
          RowLedger.Filter(
            kept: kept, dropped: dropped, undetermined: undetermined, causes: Judgement.sums(causes)))
      case .cut: cuts.append(entry)
      case .unweighted: unweighted.append(entry)
      case .skipped(let text, let count): skipped.insert("\(text) \(count)")
      case .undeterminedInside(let text, let count, let causes):
        inside[text, default: .init()].count += count
        inside[text, default: .init()].causes.merge(Judgement.sums(causes)) { $0 + $1 }
      case .notComputable(let text, let count): notComputable[text, default: 0] += count
      case .weighed: break
      }
    }
    expect("where", texts(filters), texts(ledger.filters))
    expect("cut", cuts, ledger.cuts)
    expect("unweighted", unweighted, ledger.unweighted)
    if hasView {
      expect("aggregates", skippedTexts(entries), ledger.skipped.keys.map(\.text))
      return
    }
    let wantedSkipped = Set(ledger.skipped.map { "\($0.key.text) \($0.value)" })
    let wantedInside = Dictionary(ledger.inside.map { ($0.key.text, $0.value) }) { a, b in
      RowLedger.Inside(count: a.count + b.count, causes: a.causes.merging(b.causes) { $0 + $1 })
    }
    let wantedFailures = Dictionary(ledger.notComputable.map { ($0.key.text, $0.value) }) { $0 + $1 }
    expect("not computable", texts(notComputable), texts(wantedFailures))
    expect("skipped", skipped.sorted(), wantedSkipped.sorted())
    expect("undetermined inside", texts(inside), texts(wantedInside))
  }

  private func skippedTexts(_ entries: [LedgerEntry]) -> [String] {
    entries.compactMap { if case .skipped(let text, _) = $0 { text } else { nil } }
  }

  private func texts(_ counts: [String: Int]) -> [String] { counts.map { "\($0.key) \($0.value)" }.sorted() }

  private func texts(_ inside: [String: RowLedger.Inside]) -> [String] {
    inside.map { text, left in "\(text) \(left.count)" + causes(left.causes) }.sorted()
  }

  private func causes(_ causes: [String: Int]) -> String {
    causes.sorted { $0.key < $1.key }.map { " \($0.key) \($0.value)" }.joined()
  }

  /// The filters as texts, their causes by name.
  private func texts(_ filters: [RowLedger.Filter]) -> [String] {
    filters.map { filter in
      let counts = "kept \(filter.kept) dropped \(filter.dropped) undetermined \(filter.undetermined)"
      return counts + causes(filter.causes)
    }.sorted()
  }

  private static func sums(_ causes: [LedgerEntry.Cause]) -> [String: Int] {
    Dictionary(causes.map { ($0.field, $0.count) }) { $0 + $1 }
  }

  /// Of a script with a view what is said of it may come beside what is expected.
  private mutating func expect(_ name: String, _ found: [String], _ wanted: [String]) {
    let isSame = hasView ? wanted.allSatisfy { found.contains($0) } : found == wanted
    if !isSame { differences.append("ledger, \(name): \(found), expected \(wanted)") }
  }

  private mutating func expect(_ name: String, _ found: [LedgerEntry], _ wanted: [LedgerEntry]) {
    if found != wanted { differences.append("ledger, \(name): \(found), expected \(wanted)") }
  }
}
