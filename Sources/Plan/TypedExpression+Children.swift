extension TypedExpression {
  /// The expressions directly inside this one that are read in the same frame.
  package var operands: [TypedExpression] {
    switch kind {
    case .constant, .column, .field, .row, .present, .scalar, .defined, .aggregate, .key, .output, .aligned,
      .outer, .computed, .supposed, .undecided:
      []
    case .follow(let link, _, _): [link]
    case .ancestor(let a, _), .negate(let a), .not(let a), .isMissing(let a), .isOneOf(let a, _),
      .singleton(let a), .undetermined(let a), .whyMissing(let a), .converted(let a), .isAmong(let a, _):
      [a]
    case .and(let a, let b), .or(let a, let b), .arithmetic(_, let a, let b), .comparison(_, let a, let b),
      .contains(let a, let b), .isWithin(let a, let b), .has(let a, _, let b), .join(let a, let b),
      .takeAway(let a, let b), .coalesce(let a, let b):
      [a, b]
    case .conditional(let a, let b, let c): [a, b, c]
    case .call(_, let arguments): arguments
    case .flags(let conditions, _): conditions
    case .sole(let set): [set]
    case .nested(_, let base, _, _, _): base.map { [$0] } ?? []
    case .window(let function, let per): function.operands + per
    }
  }

  /// Whether a test holds for this expression or one inside it in the same frame.
  package func contains(where test: (TypedExpression) -> Bool) -> Bool {
    test(self) || operands.contains { $0.contains(where: test) }
  }

  /// Whether it reads the frame around, at this depth or from frames inside that look two frames out.
  package var readsOuter: Bool {
    contains { expression in
      switch expression.kind {
      case .outer: true
      case .nested(let call, _, _, _, _): call.readsOuterTwice
      case .follow(_, _, let value), .aligned(_, _, let value): value.readsOuter
      default: false
      }
    }
  }
}

extension WindowFunction {
  package var operands: [TypedExpression] {
    switch self {
    case .aggregate(let call): call.arguments + (call.condition.map { [$0] } ?? [])
    case .rank(let key), .ntile(let key, _): [key.expression]
    case .running(let value): [value]
    case .number: []
    case .apportion(let value, let total): [value, total]
    }
  }
}

extension AggregateCall {
  var expressions: [TypedExpression] {
    arguments + (condition.map { [$0] } ?? []) + order.map(\.expression)
  }

  /// Whether what it takes in reads the row around.
  package var readsOuter: Bool { expressions.contains { $0.readsOuter } }

  /// Whether an `outer` inside it leads past its own enclosing row.
  var readsOuterTwice: Bool {
    expressions.contains { expression in
      expression.contains { inner in
        if case .outer(let value) = inner.kind { return value.readsOuter }
        return false
      }
    }
  }
}

extension TypedExpression {
  /// This expression with each operand put through a function.
  package func mapOperands(_ map: (TypedExpression) -> TypedExpression) -> TypedExpression {
    var copy = self
    switch kind {
    case .constant, .column, .field, .row, .present, .scalar, .defined, .aggregate, .key, .output, .aligned,
      .outer, .window, .computed, .supposed, .undecided:
      break
    case .follow(let link, let entity, let value):
      copy.kind = .follow(link: map(link), entity: entity, value: value)
    case .ancestor(let a, let level): copy.kind = .ancestor(map(a), level: level)
    case .negate(let a): copy.kind = .negate(map(a))
    case .not(let a): copy.kind = .not(map(a))
    case .isMissing(let a): copy.kind = .isMissing(map(a))
    case .isOneOf(let a, let list): copy.kind = .isOneOf(map(a), list)
    case .singleton(let a): copy.kind = .singleton(map(a))
    case .undetermined(let a): copy.kind = .undetermined(map(a))
    case .whyMissing(let a): copy.kind = .whyMissing(map(a))
    case .converted(let a): copy.kind = .converted(map(a))
    case .isAmong(let a, let subquery): copy.kind = .isAmong(map(a), subquery)
    case .and(let a, let b): copy.kind = .and(map(a), map(b))
    case .or(let a, let b): copy.kind = .or(map(a), map(b))
    case .arithmetic(let operation, let a, let b): copy.kind = .arithmetic(operation, map(a), map(b))
    case .comparison(let operation, let a, let b): copy.kind = .comparison(operation, map(a), map(b))
    case .contains(let a, let b): copy.kind = .contains(map(a), map(b))
    case .isWithin(let a, let b): copy.kind = .isWithin(map(a), map(b))
    case .has(let a, let test, let b): copy.kind = .has(map(a), test, map(b))
    case .join(let a, let b): copy.kind = .join(map(a), map(b))
    case .takeAway(let a, let b): copy.kind = .takeAway(map(a), map(b))
    case .coalesce(let a, let b): copy.kind = .coalesce(map(a), map(b))
    case .conditional(let a, let b, let c): copy.kind = .conditional(map(a), then: map(b), else: map(c))
    case .call(let function, let arguments): copy.kind = .call(function, arguments.map(map))
    case .flags(let conditions, let isOpen): copy.kind = .flags(conditions.map(map), isOpen: isOpen)
    case .sole(let set): copy.kind = .sole(map(set))
    case .nested(let call, let base, let link, let entity, let target):
      copy.kind = .nested(call, base: base.map(map), link: link, entity: entity, target: target)
    }
    return copy
  }
}
