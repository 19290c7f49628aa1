import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// `mpi …`: the Alkire–Foster measures of the standard's indicators, or of conditions.
  func measure(
    _ measure: MeasureStage, _ stage: Stage, _ result: inout ResolvedPipeline, _ context: Context
  ) throws(Diagnostic) {
    let grouping = Grouping(rows: rowContext(result.scope, context))
    var columns: [ScopeColumn] = []
    var ranges: [String: SourceRange] = [:]
    var summarize = try groups(measure.clauses, grouping, &columns, &ranges, result.scope)
    if let option = measure.clauses.options.first(where: \.option.isShare) {
      throw Diagnostic(MeasureCode.noShare, at: option.range)
    }
    try resolveOptions(groupOptions(measure.clauses), grouping, &summarize)
    let indicators = try MeasuredIndicators(self, measure, stage, grouping.rows)
    let weights = try indicators.weights(measure.weights)
    let cutoffs = try cutoffs(measure, weights)
    let names = measure.listsIndicators ? ["raw", "censored", "contribution"] : ["H", "A", "M0"]
    summarize.outputs = names.map { name in
      Summarize.Output(
        TypedExpression(.constant(.missing), .share, stage.range), name: name, isAdditive: false)
    }
    let plan = MeasurePlan(
      lacks: indicators.lacks, indicators: indicators.weighed(weights), cutoffs: cutoffs,
      listsIndicators: measure.listsIndicators, indicatorType: indicators.type, grouping: summarize)
    try addColumn("k", plan.countsLacks ? .integer : .text, &columns, measure.clauses)
    if measure.listsIndicators { try addColumn("indicator", indicators.type, &columns, measure.clauses) }
    try nameColumns(summarize, &columns, across: measure.clauses.across)
    for item in measure.clauses.keys {
      let name = item.name?.text ?? columnName(item.expression)
      if columns.filter({ $0.name == name }).count > 1 { throw keyTaken(item, name) }
    }
    result.stages.append(PlanStage(.measure(plan), stage.range))
    result.scope = RowScope(
      entity: nil, snapshot: result.scope.snapshot, columns: columns, slotCount: columns.count,
      hasOpenColumns: summarize.across != nil && summarize.acrossDomain == nil)
  }

  private func groupOptions(_ clauses: GroupClauses) -> GroupClauses {
    var result = clauses
    result.options.removeAll { $0.option.isIndicators }
    return result
  }

  /// A column that tells the rows of a group apart.
  private func addColumn(
    _ name: String, _ type: ValueType, _ columns: inout [ScopeColumn], _ clauses: GroupClauses
  ) throws(Diagnostic) {
    if let index = columns.firstIndex(where: { $0.name == name }) {
      throw keyTaken(clauses.keys[index], name)
    }
    columns.append(ScopeColumn(name: name, label: nil, type: type, slot: columns.count, isKey: true))
  }

  /// A key that bears the name of a column of the measures.
  private func keyTaken(_ item: NamedExpression, _ name: String) -> Diagnostic {
    Diagnostic(TypeCode.duplicateColumn, at: item.range, ["name": name])
      .fix("\(Formatter.text(item.expression)) as \(name)_2")
  }

  // MARK: Cutoffs

  /// The cutoffs in the order in which they are written, each once.
  private func cutoffs(_ measure: MeasureStage, _ weights: MeasureWeights) throws(Diagnostic)
    -> [MeasurePlan.Cutoff]
  {
    if let through = measure.through { return try cutoffs(from: measure.cutoff, through: through, weights) }
    var result: [MeasurePlan.Cutoff] = []
    for item in measure.cutoffs {
      guard let written = try fraction(item) else { throw cutoffForm(item) }
      let cutoff = try cutoff(written, item.range, weights)
      if result.contains(where: { $0.text == cutoff.text }) {
        throw Diagnostic(MeasureCode.twice, at: item.range, ["name": "k = \(cutoff.text)"])
      }
      result.append(cutoff)
    }
    guard !result.isEmpty else { throw cutoffForm(measure.cutoff) }
    return result
  }

  private func cutoffForm(_ item: Expression) -> Diagnostic {
    Diagnostic(MeasureCode.cutoffForm, at: item.range, ["text": Formatter.text(item)])
  }

  /// `2..6`: every number of lacks between the ends.
  private func cutoffs(from first: Expression, through last: Expression, _ weights: MeasureWeights)
    throws(Diagnostic) -> [MeasurePlan.Cutoff]
  {
    let range = first.range.union(last.range)
    var ends: [Int64] = []
    for end in [first, last] {
      guard let written = try fraction(end), written.isWhole else { throw cutoffForm(end) }
      _ = try cutoff(written, end.range, weights)
      ends.append(written.value.numerator)
    }
    guard ends[0] <= ends[1] else {
      throw Diagnostic(
        MeasureCode.cutoffRange, at: range,
        ["text": "\(ends[0])..\(ends[1])", "range": "\(ends[1])..\(ends[0])"])
    }
    var result: [MeasurePlan.Cutoff] = []
    for count in ends[0]...ends[1] {
      let written = WrittenFraction(value: ExactFraction(count), text: String(count), isWhole: true)
      result.append(try cutoff(written, range, weights))
    }
    return result
  }

  /// A cutoff with the least score that reaches it.
  private func cutoff(_ written: WrittenFraction, _ range: SourceRange, _ weights: MeasureWeights)
    throws(Diagnostic) -> MeasurePlan.Cutoff
  {
    let value = written.value
    guard written.isWhole else {
      guard value.numerator > 0, value.numerator <= value.denominator else {
        throw Diagnostic(
          MeasureCode.cutoffRange, at: range, ["text": written.text, "range": "> 0%, <= 100%"])
      }
      return MeasurePlan.Cutoff(text: written.text, count: nil, threshold: value.threshold(of: weights.whole))
    }
    let most = weights.values.count
    guard value.numerator >= 1, value.numerator <= most else {
      throw Diagnostic(
        MeasureCode.cutoffRange, at: range, ["text": written.text, "range": "1..\(most)"])
    }
    guard let unit = weights.unit else {
      var diagnostic = Diagnostic(MeasureCode.countOfUnequal, at: range, ["text": written.text])
      if let clause = weights.clause {
        diagnostic = diagnostic.label(
          clause, en: "these weights are not equal", vi: "các trọng số này không bằng nhau")
      }
      throw diagnostic.fix("\(written.text)/\(most)", at: range)
    }
    return MeasurePlan.Cutoff(
      text: String(value.numerator), count: value.numerator, threshold: value.numerator * unit)
  }
}

/// The weights of indicators as whole numbers in their order, over the common denominator `whole`.
struct MeasureWeights {
  var values: [Int64]
  /// Where they are written; nil for equal ones.
  var clause: SourceRange?

  var whole: Int64 { values.reduce(0, +) }

  /// The weight of each, where all are equal.
  var unit: Int64? { values.allSatisfy { $0 == values.first } ? values.first : nil }
}
