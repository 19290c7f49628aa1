import Source

/// Writes stages, each on one line.
struct StageWriter {
  private let expressions: ExpressionWriter

  init(_ expressions: ExpressionWriter) { self.expressions = expressions }

  /// A pipeline on one line.
  func line(_ pipeline: Pipeline) -> String {
    let stages = pipeline.stages.map(text)
    return ([source(of: pipeline)].compactMap(\.self) + stages).joined(separator: " | ")
  }

  /// Where the rows come from; nil where `movement` or `transition` reads `households` by itself.
  func source(of pipeline: Pipeline) -> String? {
    let range = pipeline.source.range
    let isImplied = range.lower == range.upper && !pipeline.stages.isEmpty
    return isImplied ? nil : expressions.text(pipeline.source)
  }

  func text(_ stage: Stage) -> String {
    switch stage.kind {
    case .filter(let condition): "where " + expressions.text(condition)
    case .derive(let items): "derive " + list(items)
    case .select(let items): "select " + list(items)
    case .drop(let names): "drop " + names.map(TextWriting.name).joined(separator: ", ")
    case .rename(let pairs):
      "rename "
        + pairs.map { TextWriting.name($0.from) + " as " + TextWriting.name($0.to) }.joined(separator: ", ")
    case .summarize(let items, let clauses):
      "summarize " + items.map(aggregate).joined(separator: ", ") + self.clauses(clauses)
    case .count(let clauses): "count" + self.clauses(clauses)
    case .sort(let keys): "sort " + sortKeys(keys)
    case .distinct(let items): items.isEmpty ? "distinct" : "distinct " + list(items)
    case .expand(let link): "expand " + expressions.text(link)
    case .append(let pipeline): "append (" + line(pipeline) + ")"
    case .describe: "describe"
    case .rows(let name): TextWriting.name(name)
    case .notYet(let name): expressions.source?.text(stage.range) ?? name.text
    default: timeOrPart(stage)
    }
  }

  private func timeOrPart(_ stage: Stage) -> String {
    switch stage.kind {
    case .take(let first, let last, let keys):
      let rows = last.map { expressions.range(first, $0) } ?? expressions.text(first, atLeast: .additive)
      return "take " + rows + per(keys)
    case .top(let number, let sort, let isBottom, let keys):
      let rows = (isBottom ? "bottom " : "top ") + expressions.text(number, atLeast: .additive)
      return rows + " by " + sortKeys(sort) + per(keys)
    case .sample(let number, let seed):
      let rows = "sample " + expressions.text(number, atLeast: .additive)
      return seed.map { rows + " seed " + expressions.text($0, atLeast: .additive) } ?? rows
    case .compare(let from, let to): return "compare" + fromTo(from, to)
    case .movement(let movement): return self.movement(movement)
    case .transition(let field, let from, let to, let clauses):
      return "transition of " + expressions.text(field) + fromTo(from, to)
        + self.clauses(clauses)
    case .suppose(let items): return "suppose " + suppositions(items)
    case .measure(let measure): return self.measure(measure)
    case .waysOut: return "ways out"
    case .save(let path, let sheet):
      return "save " + TextWriting.quoted(path) + (sheet.map { " sheet " + TextWriting.quoted($0) } ?? "")
    default: return ""
    }
  }

  func suppositions(_ items: [Supposition]) -> String {
    items.map { expressions.text($0.target) + " = " + expressions.text($0.value) }.joined(separator: ", ")
  }

  private func movement(_ movement: Movement) -> String {
    var result = "movement of " + expressions.text(movement.field) + " = "
    result += expressions.text(movement.value, atLeast: .coalesce)
    if let beside = movement.beside { result += " beside " + expressions.text(beside, atLeast: .coalesce) }
    result += fromTo(movement.from, movement.to) + clauses(movement.clauses)
    return movement.isListed ? result + " listed" : result
  }

  private func measure(_ measure: MeasureStage) -> String {
    var result = "mpi"
    if let indicators = measure.indicators { result += " of (" + list(indicators) + ")" }
    if let through = measure.through {
      result += " k = " + expressions.range(measure.cutoff, through)
    } else if case .tuple(let items) = measure.cutoff.unwrapped.kind {
      result += " k in (" + items.map(fraction).joined(separator: ", ") + ")"
    } else {
      result += " k = " + fraction(measure.cutoff)
    }
    switch measure.weights {
    case .byService: result += " weights by service"
    case .given(let weights):
      let items = weights.map {
        TextWriting.name($0.name) + " = " + fraction($0.weight)
      }
      result += " weights (" + items.joined(separator: ", ") + ")"
    case nil: break
    }
    if measure.listsIndicators { result += " with indicators" }
    var clauses = measure.clauses
    clauses.options.removeAll { $0.option.isIndicators }
    return result + self.clauses(clauses)
  }

  /// A cutoff or weight: a fraction of two numbers stands without blanks, as its column shows it.
  private func fraction(_ value: Expression) -> String {
    if case .binary(.divide, let top, let bottom) = value.unwrapped.kind,
      case .number(let numerator) = top.kind, case .number(let denominator) = bottom.kind
    {
      return numerator.text + "/" + denominator.text
    }
    return expressions.text(value, atLeast: .additive)
  }

  private func fromTo(_ from: SnapshotReference, _ to: SnapshotReference) -> String {
    " from " + TextWriting.reference(from) + " to " + TextWriting.reference(to)
  }

  // MARK: Lists and clauses

  private func list(_ items: [NamedExpression]) -> String { items.map(named).joined(separator: ", ") }

  private func named(_ item: NamedExpression) -> String {
    let text = expressions.text(item.expression)
    return item.name.map { text + " as " + TextWriting.name($0) } ?? text
  }

  /// An aggregate; one that compares a name keeps brackets, since without them it would read as an assignment.
  private func aggregate(_ item: NamedExpression) -> String {
    item.name == nil && item.expression.looksLikeAssignment ? "(" + named(item) + ")" : named(item)
  }

  private func sortKeys(_ keys: [SortKey]) -> String {
    keys.map(expressions.sortKey).joined(separator: ", ")
  }

  private func per(_ keys: [Expression]) -> String {
    keys.isEmpty ? "" : " per " + self.keys(keys.map { NamedExpression($0, as: nil) })
  }

  /// Keys; a set alone keeps a second pair of brackets, since with one it would read as a list of keys.
  private func keys(_ keys: [NamedExpression]) -> String {
    if keys.count == 1, keys[0].name == nil, case .tuple(let items) = keys[0].expression.unwrapped.kind,
      items.count > 1
    {
      return "(" + list(keys) + ")"
    }
    return list(keys)
  }

  private func clauses(_ clauses: GroupClauses) -> String {
    var result = ""
    if let weight = clauses.weight { result += " weighted by " + expressions.text(weight) }
    if !clauses.keys.isEmpty { result += " by " + keys(clauses.keys) }
    if let across = clauses.across { result += " across " + named(across) }
    if !clauses.options.isEmpty {
      result += " with " + clauses.options.map { option($0.option) }.joined(separator: ", ")
    }
    return result
  }

  private func option(_ option: WithOption) -> String {
    switch option {
    case .totals: "totals"
    case .subtotals: "subtotals"
    case .share: "share"
    case .empty: "empty"
    case .indicators: "indicators"
    case .sharePer(let key): "share per " + expressions.text(key)
    }
  }
}
