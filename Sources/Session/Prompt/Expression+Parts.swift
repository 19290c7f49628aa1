import Source
import Syntax

/// The tree as nested parts, for questions that only ask what is mentioned where.
extension Expression {
  /// The expressions directly inside this one; the pipelines inside are in `innerPipelines`.
  var parts: [Expression] {
    switch kind {
    case .number, .text, .date, .boolean, .missing, .name, .enumValue, .parameter, .pipeline: []
    case .member(let base, _), .at(let base, _, _), .under(let base, _), .parenthesized(let base),
      .unary(_, let base), .isMissing(let base, _):
      [base]
    case .on(let a, let b), .filtered(let a, let b), .binary(_, let a, let b), .within(let a, let b): [a, b]
    case .comparison(let first, let links): [first] + links.map(\.operand)
    case .membership(let operand, .list(let elements), _): [operand] + elements
    case .membership(let operand, .range(let low, let high), _): [operand, low, high]
    case .membership(let operand, .rows(let rows), _): [operand, rows]
    case .has(let set, _, let elements): [set] + elements
    case .tuple(let elements): elements
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .match(let subject, let arms):
      [subject] + arms.flatMap { arm in arm.patterns.flatMap(\.parts) + [arm.value] }
    case .call(let call): call.parts
    }
  }

  var innerPipeline: Pipeline? {
    if case .pipeline(let pipeline) = kind { pipeline } else { nil }
  }
}

extension Call {
  fileprivate var parts: [Expression] {
    let inside = arguments.flatMap { argument in
      [argument.expression] + (argument.condition.map { [$0] } ?? []) + argument.order.map(\.expression)
    }
    return inside + (condition.map { [$0] } ?? []) + per
  }
}

extension MatchPattern {
  fileprivate var parts: [Expression] {
    switch self {
    case .value(let value): [value]
    case .range(let low, let high): [low, high]
    case .missing, .otherwise: []
    }
  }
}

extension GroupClauses {
  fileprivate var named: [NamedExpression] {
    keys + (across.map { [$0] } ?? []) + (weight.map { [NamedExpression($0, as: nil)] } ?? [])
  }
}

extension Stage {
  /// The expressions of this stage with the names that it gives them.
  var named: [NamedExpression] {
    func plain(_ expressions: [Expression]) -> [NamedExpression] {
      expressions.map { NamedExpression($0, as: nil) }
    }
    switch kind {
    case .filter(let condition): return plain([condition])
    case .derive(let values), .select(let values), .distinct(let values): return values
    case .rename(let pairs):
      return pairs.map { NamedExpression(Expression(.name($0.from), $0.from.range), as: $0.to) }
    case .summarize(let values, let clauses): return values + clauses.named
    case .count(let clauses): return clauses.named
    case .sort(let keys): return plain(keys.map(\.expression))
    case .take(let from, let through, let per): return plain([from] + (through.map { [$0] } ?? []) + per)
    case .top(let count, let keys, _, let per): return plain([count] + keys.map(\.expression) + per)
    case .sample(let count, let seed): return plain([count] + (seed.map { [$0] } ?? []))
    case .expand(let value): return plain([value])
    case .append(let pipeline): return plain([Expression(.pipeline(pipeline), pipeline.range)])
    case .movement(let movement):
      let values = [movement.field, movement.value] + (movement.beside.map { [$0] } ?? [])
      return plain(values) + movement.clauses.named
    case .transition(let value, _, _, let clauses): return plain([value]) + clauses.named
    case .measure(let measure):
      return (measure.indicators ?? []) + plain(measure.cutoffs) + measure.clauses.named
    case .suppose(let items): return plain(items.flatMap { [$0.target, $0.value] })
    case .drop, .describe, .compare, .save, .rows, .waysOut, .notYet: return []
    }
  }
}
