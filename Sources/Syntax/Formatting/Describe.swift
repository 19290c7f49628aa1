import Source

/// A program as an S-expression, in the style of tree-sitter: what the tests of the grammar compare.
///
/// Brackets that only group are left out, as the formatter does; comments, too.
package func describe(_ program: Program) -> String {
  TreeDescription().node("program", program.statements.map { TreeDescription().statement($0) })
}

/// Builds the S-expression of each part of the tree.
struct TreeDescription {
  func node(_ name: String, _ parts: [String]) -> String {
    "(" + ([name] + parts).joined(separator: " ") + ")"
  }

  func node(_ name: String, _ parts: String?...) -> String { node(name, parts.compactMap(\.self)) }

  // MARK: Statements

  func statement(_ statement: Statement) -> String {
    switch statement.kind {
    case .pipeline(let pipeline): self.pipeline(pipeline)
    case .continuation(let stages): node("continuation", stages.map(stage))
    case .definition(let definition):
      node(
        "let", definition.entity.map { node("entity", name($0)) }, name(definition.name),
        definition.parameters.map { node("parameters", $0.map(name)) }, pipeline(definition.body),
        definition.help.map { node("help", quoted($0)) })
    case .parameter(let parameter):
      node(
        "param", name(parameter.name), name(parameter.type), parameter.limit.map(limit),
        parameter.standard.map { node("default", expression($0)) },
        parameter.help.map { node("help", quoted($0)) })
    case .use(let path, _, let label): node("use", quoted(path), label.map { node("label", quoted($0.text)) })
    case .include(let path, _): node("include", quoted(path))
    case .title(let text): node("title", template(text))
    case .text(let text): node("text", template(text))
    case .output(let text): node("output", template(text))
    case .expect(let expectation):
      node(
        "expect", expression(expectation.condition), expectation.isWarning ? "warn" : nil,
        expectation.message.map(template))
    case .set(let name, let value): node("set", self.name(name), expression(value))
    case .forEach(let name, let rows, let body):
      node("for_each", self.name(name), pipeline(rows), node("body", body.map { self.statement($0) }))
    case .standard(let block): standard(block)
    case .rule(let block): rule(block)
    case .explain(let explanation): explain(explanation)
    }
  }

  private func limit(_ limit: ParameterLimit) -> String {
    switch limit {
    case .range(let first, let last): node("range", expression(first), expression(last))
    case .list(let items): node("list", items.map(expression))
    }
  }

  private func template(_ template: Template) -> String {
    node(
      template.isBlock ? "block" : "template",
      template.pieces.map { piece in
        switch piece {
        case .text(let text): quoted(text)
        case .value(let pipeline): node("value", self.pipeline(pipeline))
        }
      })
  }

  // MARK: Stages

  func pipeline(_ pipeline: Pipeline) -> String {
    if pipeline.stages.isEmpty { return expression(pipeline.source) }
    return node("pipeline", [expression(pipeline.source)] + pipeline.stages.map(stage))
  }

  func stage(_ stage: Stage) -> String {
    switch stage.kind {
    case .filter(let condition): node("where", expression(condition))
    case .derive(let items): node("derive", items.map(named))
    case .select(let items): node("select", items.map(named))
    case .drop(let names): node("drop", names.map(name))
    case .rename(let pairs): node("rename", pairs.map { node("as", name($0.from), name($0.to)) })
    case .summarize(let items, let clauses): node("summarize", items.map(named) + self.clauses(clauses))
    case .count(let clauses): node("count", self.clauses(clauses))
    case .sort(let keys): node("sort", keys.map(sortKey))
    case .take(let first, let last, let keys):
      node("take", [expression(first)] + (last.map { [node("to", expression($0))] } ?? []) + per(keys))
    case .top(let number, let sort, let isBottom, let keys):
      node(
        isBottom ? "bottom" : "top",
        [expression(number), node("by", sort.map(sortKey))] + per(keys))
    case .distinct(let items): node("distinct", items.map(named))
    case .sample(let number, let seed):
      node("sample", expression(number), seed.map { node("seed", expression($0)) })
    case .expand(let link): node("expand", expression(link))
    case .append(let pipeline): node("append", self.pipeline(pipeline))
    case .describe: node("describe")
    case .compare(let from, let to): node("compare", reference(from), reference(to))
    case .movement(let movement): self.movement(movement)
    case .transition(let field, let from, let to, let clauses):
      node("transition", [expression(field), reference(from), reference(to)] + self.clauses(clauses))
    case .suppose(let items): node("suppose", items.map(supposition))
    case .measure(let measure): self.measure(measure)
    case .waysOut: node("ways_out")
    case .save(let path, let sheet): node("save", quoted(path), sheet.map { node("sheet", quoted($0)) })
    case .rows(let name): node("rows", self.name(name))
    case .notYet(let name): node("not_yet", self.name(name))
    }
  }

  private func movement(_ movement: Movement) -> String {
    var parts = [expression(movement.field), expression(movement.value)]
    if let beside = movement.beside { parts.append(node("beside", expression(beside))) }
    parts += [reference(movement.from), reference(movement.to)] + clauses(movement.clauses)
    if movement.isListed { parts.append("listed") }
    return node("movement", parts)
  }

  private func measure(_ measure: MeasureStage) -> String {
    var parts = measure.indicators.map { [node("of", $0.map(named))] } ?? []
    parts.append(node("k", expression(measure.cutoff), measure.through.map { node("to", expression($0)) }))
    switch measure.weights {
    case .byService: parts.append(node("weights", "service"))
    case .given(let weights):
      parts.append(node("weights", weights.map { node("=", name($0.name), expression($0.weight)) }))
    case nil: break
    }
    return node("mpi", parts + clauses(measure.clauses))
  }

  func named(_ item: NamedExpression) -> String {
    item.name.map { node("as", expression(item.expression), name($0)) } ?? expression(item.expression)
  }

  func sortKey(_ key: SortKey) -> String {
    key.isDescending ? node("desc", expression(key.expression)) : expression(key.expression)
  }

  private func per(_ keys: [Expression]) -> [String] {
    keys.isEmpty ? [] : [node("per", keys.map(expression))]
  }

  private func clauses(_ clauses: GroupClauses) -> [String] {
    var parts: [String] = []
    if let weight = clauses.weight { parts.append(node("weighted", expression(weight))) }
    if !clauses.keys.isEmpty { parts.append(node("by", clauses.keys.map(named))) }
    if let across = clauses.across { parts.append(node("across", named(across))) }
    if !clauses.options.isEmpty {
      parts.append(node("with", clauses.options.map { option($0.option) }))
    }
    return parts
  }

  private func option(_ option: WithOption) -> String {
    switch option {
    case .totals: "totals"
    case .subtotals: "subtotals"
    case .share: "share"
    case .empty: "empty"
    case .indicators: "indicators"
    case .sharePer(let key): node("share_per", expression(key))
    }
  }

  func reference(_ reference: SnapshotReference) -> String {
    switch reference {
    case .label(let text): node("label", quoted(text))
    case .date(let date, let text): node("day", date.iso, text)
    case .parameter(let name): node("parameter", name.text)
    }
  }

  func name(_ name: Name) -> String { name.isQuoted ? "`\(name.text)`" : name.text }

  func quoted(_ text: String) -> String { TextWriting.quoted(text) }
}
