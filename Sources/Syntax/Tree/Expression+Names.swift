extension Expression {
  /// The first names of the paths in this expression, in the order of the text, each once: what it reads.
  package var names: [String] {
    var result: [String] = []
    collect(&result)
    return result
  }

  private func collect(_ result: inout [String]) {
    switch kind {
    case .name(let name): if !result.contains(name.text) { result.append(name.text) }
    case .number, .text, .date, .boolean, .missing, .enumValue, .parameter: break
    case .member(let base, _), .at(let base, _, _), .under(let base, _), .parenthesized(let base),
      .unary(_, let base), .isMissing(let base, _):
      base.collect(&result)
    case .on(let a, let b), .filtered(let a, let b), .binary(_, let a, let b), .within(let a, let b):
      a.collect(&result)
      b.collect(&result)
    case .comparison(let first, let links):
      first.collect(&result)
      for link in links { link.operand.collect(&result) }
    case .membership(let operand, let among, _):
      operand.collect(&result)
      switch among {
      case .list(let elements): for element in elements { element.collect(&result) }
      case .range(let low, let high):
        low.collect(&result)
        high.collect(&result)
      case .rows(let rows): rows.collect(&result)
      }
    case .has(let set, _, let elements):
      set.collect(&result)
      for element in elements { element.collect(&result) }
    case .tuple(let elements): for element in elements { element.collect(&result) }
    case .conditional(let condition, let first, let second):
      for part in [condition, first, second] { part.collect(&result) }
    case .match(let subject, let arms):
      subject.collect(&result)
      for arm in arms { arm.value.collect(&result) }
    case .call(let call):
      for argument in call.arguments {
        argument.expression.collect(&result)
        argument.condition?.collect(&result)
      }
      call.condition?.collect(&result)
      for key in call.per { key.collect(&result) }
    case .pipeline(let pipeline): pipeline.source.collect(&result)
    }
  }
}
