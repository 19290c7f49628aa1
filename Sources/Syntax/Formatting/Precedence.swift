import Source

/// How tightly the outermost form of an expression holds together, so that brackets are written where they are needed.
enum Tightness: Int, Comparable {
  /// `if … then … else …`, which reaches as far as it can.
  case conditional = 0
  case or, and, not, comparison, coalesce, additive, multiplicative, unary, power, postfix, primary

  static func < (a: Tightness, b: Tightness) -> Bool { a.rawValue < b.rawValue }

  var tighter: Tightness { Tightness(rawValue: rawValue + 1) ?? .primary }
}

extension BinaryOperator {
  var tightness: Tightness {
    switch self {
    case .or: .or
    case .and: .and
    case .coalesce: .coalesce
    case .plus, .minus: .additive
    case .times, .divide, .modulo: .multiplicative
    case .power: .power
    }
  }

  /// What the left and right operands must be at least.
  var operands: (left: Tightness, right: Tightness) {
    self == .power ? (.postfix, .unary) : (tightness, tightness.tighter)
  }
}

extension Expression {
  var tightness: Tightness {
    switch kind {
    case .parenthesized(let inner): inner.tightness
    case .conditional: .conditional
    case .binary(let sign, _, _): sign.tightness
    case .unary(.not, _): .not
    case .unary(.minus, _): .unary
    case .comparison, .within, .membership, .isMissing, .has: .comparison
    case .member, .at, .under, .on, .filtered: .postfix
    default: .primary
    }
  }

  /// This expression without the brackets round it.
  var unwrapped: Expression {
    var result = self
    while case .parenthesized(let inner) = result.kind { result = inner }
    return result
  }

  /// Whether brackets round this argument say something: names in them mean the whole entity.
  var keepsBrackets: Bool {
    guard case .parenthesized = kind else { return false }
    switch unwrapped.kind {
    case .name, .member, .at, .under, .on, .filtered: return true
    default: return false
    }
  }

  /// The first operand, through operators and brackets, where it is compared like an assignment: `n = count()`.
  var looksLikeAssignment: Bool {
    switch kind {
    case .parenthesized(let inner): return inner.looksLikeAssignment
    case .binary(_, let left, _): return left.looksLikeAssignment
    case .comparison(let left, let links):
      if case .name = left.unwrapped.kind { return links.first?.comparison == .equal }
      return false
    default: return false
    }
  }
}
