import Source

/// The S-expressions of blocks of law.
extension TreeDescription {
  func standard(_ block: StandardBlock) -> String {
    let force = block.force.map { force in
      node("in_force", force.from.iso, force.through?.iso)
    }
    let place = block.place.map { node("valid_for", name($0.level), quoted($0.name)) }
    return node("standard", head(block.head) + [force, place].compactMap(\.self) + block.clauses.map(clause))
  }

  func rule(_ block: RuleBlock) -> String {
    node(
      "rule",
      head(block.head) + [node("project", quoted(block.project.text))]
        + (block.eligible.map { [node("eligible", expression($0))] } ?? [])
        + (block.remedies.isEmpty ? [] : [node("remedies", block.remedies.map(name))]))
  }

  private func head(_ head: BlockHead) -> [String] {
    [name(head.name)] + (head.title.map { [quoted($0)] } ?? [])
      + head.citations.map { node("cites", quoted($0)) }
      + (head.provisional.map { [node("provisional", quoted($0))] } ?? [])
  }

  private func clause(_ clause: StandardClause) -> String {
    let asides = [
      clause.citation.map { node("cites", quoted($0)) },
      clause.provisional.map { node("provisional", quoted($0)) },
    ].compactMap(\.self)
    switch clause.kind {
    case .parameter(let name, let values):
      return node("parameter", [self.name(name)] + amounts(values) + asides)
    case .definition(let name, let value): return node("let", [self.name(name), expression(value)] + asides)
    case .indicator(let indicator):
      let parts = [
        name(indicator.name), indicator.title.map(quoted),
        indicator.service.map { node("service", name($0)) },
        indicator.lacking.map { node("lacking", expression($0)) },
      ].compactMap(\.self)
      return node("indicator", parts + asides)
    case .classification(let name, let condition):
      return node("class", [self.name(name)] + (condition.map { [expression($0)] } ?? []) + asides)
    case .test(let test):
      return node("test", [quoted(test.title)] + test.facts.map(fact) + [verdict(test.verdict)])
    }
  }

  private func amounts(_ values: ParameterValues) -> [String] {
    switch values {
    case .single(let value): [expression(value)]
    case .by(let field, let amounts):
      [node("by", [name(field)] + amounts.map { node("value", name($0.value), expression($0.amount)) })]
    }
  }

  private func fact(_ fact: TestFact) -> String {
    switch fact.value {
    case .expression(let value): node("fact", name(fact.name), expression(value))
    case .rows(let rows): node("fact", [name(fact.name)] + rows.map { node("row", $0.map(self.fact)) })
    }
  }

  private func verdict(_ verdict: StandardTest.Verdict) -> String {
    switch verdict {
    case .isClass(let name): node("is", self.name(name))
    case .isNotClass(let name): node("is_not", self.name(name))
    case .lacks(let names): node("lacks", names.map(name))
    case .lacksNot(let names): node("lacks_not", names.map(name))
    }
  }

  func supposition(_ item: Supposition) -> String {
    node("assume", expression(item.target), expression(item.value))
  }

  func explain(_ explanation: Explanation) -> String {
    let parts: [String?] = [
      name(explanation.entity), expression(explanation.key), explanation.snapshot.map(reference),
      explanation.standard.map { node("under", quoted($0.text)) }, explanation.isFull ? "full" : nil,
      explanation.suppositions.isEmpty ? nil : node("suppose", explanation.suppositions.map(supposition)),
      explanation.pipeline.map { node("in", pipeline($0)) },
    ]
    return node("explain", parts.compactMap(\.self))
  }
}
