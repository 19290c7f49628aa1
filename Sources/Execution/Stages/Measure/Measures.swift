import Columns
import Plan
import Results
import Schema

/// The measures of a table of counts: each of its rows becomes one a cutoff, or one a cutoff and indicator.
struct Measures {
  private let plan: MeasurePlan
  private let counts: Relation
  private let keyCount: Int
  /// For each row of the result its row among the counts, its cutoff and its indicator.
  private let lines: [(row: Int, cutoff: Int, indicator: Int)]

  init(_ plan: MeasurePlan, _ counts: Relation) {
    self.plan = plan
    self.counts = counts
    keyCount = plan.grouping.keys.count
    let indicators = plan.listsIndicators ? plan.indicators.count : 1
    lines = (0..<counts.count).flatMap { row in
      plan.cutoffs.indices.flatMap { cutoff in (0..<indicators).map { (row, cutoff, $0) } }
    }
  }

  var relation: Relation {
    var result = Relation(count: lines.count, entity: nil, snapshot: counts.snapshot)
    let rows = ContiguousArray(lines.map { Int32($0.row) })
    result.columns = counts.columns.prefix(keyCount).map { Kernels.gather($0, rows: rows) }
    result.columns.append(cutoffs)
    if plan.listsIndicators {
      let codes = lines.map { Int32(plan.indicators[$0.indicator].bit) }
      result.columns.append(.code(CodeColumn(ContiguousArray(codes))))
    }
    result.noneCodes = counts.noneCodes
    result.roles = counts.roles.map { roles in lines.map { roles[$0.row] } }
    result.keysKept = counts.keysKept.map { kept in lines.map { kept[$0.row] } }
    let width = 1 + (plan.listsIndicators ? plan.indicators.count : 0) + plan.cutoffs.count * perCutoff
    var slots = keyCount
    while slots < counts.columns.count {
      if counts.hidden.contains(slots) {
        for place in 0..<3 { result.hidden.insert(result.columns.count + place) }
      }
      result.columns += measures(Array(counts.columns[slots..<min(slots + width, counts.columns.count)]))
      slots += width
    }
    addNamedByData(width, to: &result)
    return result
  }

  /// The blocks of `across` whose names only the data tell.
  private func addNamedByData(_ width: Int, to result: inout Relation) {
    let prefix = "\(plan.grouping.outputs.first?.name ?? "")_"
    var start = 0
    while start + width <= counts.extra.count {
      let block = counts.extra[start..<(start + width)]
      let value = block.first.map { String($0.name.dropFirst(prefix.count)) } ?? ""
      for (output, column) in zip(plan.grouping.outputs, measures(block.map(\.column))) {
        result.extra.append(ResultColumn(name: "\(output.name)_\(value)", type: .share, column: column))
      }
      start += width
    }
  }

  /// The poor, their scores, and who of them lacks each indicator.
  private var perCutoff: Int { 2 + (plan.listsIndicators ? plan.indicators.count : 0) }

  private var cutoffs: Column {
    if plan.countsLacks {
      return .integer(IntegerColumn(ContiguousArray(lines.map { plan.cutoffs[$0.cutoff].count ?? 0 })))
    }
    return .code(
      CodeColumn(
        ContiguousArray(lines.map { Int32($0.cutoff) }),
        dictionary: TextDictionary(plan.cutoffs.map(\.text))))
  }

  /// The three columns of a block of counts.
  private func measures(_ block: [Column]) -> [Column] {
    let values = block.map { Ratios.numbers($0) }
    let first = 1 + (plan.listsIndicators ? plan.indicators.count : 0)
    let whole = Double(plan.whole)
    var columns = [Ratios(), Ratios(), Ratios()]
    for line in lines {
      let start = first + line.cutoff * perCutoff
      let rows = values[0][line.row]
      let (poor, score) = (values[start][line.row], values[start + 1][line.row])
      if plan.listsIndicators {
        let weight = Double(plan.indicators[line.indicator].weight)
        let lackingPoor = values[start + 2 + line.indicator][line.row]
        columns[0].append(values[1 + line.indicator][line.row], over: rows)
        columns[1].append(lackingPoor, over: rows)
        columns[2].append(lackingPoor * weight, over: score)
      } else {
        columns[0].append(poor, over: rows)
        columns[1].append(score, over: poor * whole)
        columns[2].append(score, over: rows * whole)
      }
    }
    return columns.map(\.column)
  }
}

/// A column of quotients; over 0 one is missing.
private struct Ratios {
  private var values: ContiguousArray<Double> = []
  private var known = Bitmap(count: 0)

  mutating func append(_ numerator: Double, over denominator: Double) {
    known.append(denominator > 0)
    values.append(denominator > 0 ? numerator / denominator : 0)
  }

  var column: Column {
    guard !known.isAllSet else { return .number(NumberColumn(values)) }
    let reasons = ContiguousArray(repeating: MissingReason.notComputable.rawValue, count: values.count)
    return .number(NumberColumn(values, Validity(known: known, reasons: reasons)))
  }

  /// Counts and sums as doubles: exact below 2⁵³.
  static func numbers(_ column: Column) -> ContiguousArray<Double> {
    switch column {
    case .integer(let integers): ContiguousArray(integers.values.map { Double($0) })
    case .number(let numbers): numbers.values
    default: ContiguousArray(repeating: 0, count: column.count)
    }
  }
}
