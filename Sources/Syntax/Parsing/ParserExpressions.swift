import Source

/// How tightly an operator binds, loosest first.
enum Power: Int, Comparable {
  case or = 1
  case and, not, comparison, coalesce, additive, multiplicative, unary, power

  static func < (a: Power, b: Power) -> Bool { a.rawValue < b.rawValue }

  /// The next tighter level, for the right side of an operator that groups to the left.
  var tighter: Power { Power(rawValue: rawValue + 1) ?? .power }
}

/// An operator as it stands between two operands.
private enum Infix {
  case binary(BinaryOperator, Power)
  case comparison

  var power: Power {
    switch self {
    case .binary(_, let power): power
    case .comparison: .comparison
    }
  }
}

extension Parser {
  /// An expression whose operators bind at least so tightly.
  mutating func expression(_ minimum: Power = .or) throws(ParseFailure) -> Expression {
    try nest()
    defer { nesting -= 1 }
    var left = try prefixed(minimum)
    while let infix = try infix() {
      switch infix {
      case .binary(let sign, let power):
        guard power >= minimum else { return left }
        let leftHeight = height
        advance()
        let right = try expression(sign == .power ? .unary : power.tighter)
        try grow(leftHeight, height)
        left = Expression(.binary(sign, left, right), left.range.union(right.range))
      case .comparison:
        guard Power.comparison >= minimum else { return left }
        left = try comparison(left)
        if let next = try self.infix(), next.power >= .comparison { throw notChaining(after: left) }
      }
    }
    return left
  }

  /// The operator at the next token, where one stands on this line.
  private mutating func infix() throws(ParseFailure) -> Infix? {
    guard !atBreak else { return nil }
    switch current.kind {
    case .symbol(let symbol): return try infix(symbol)
    case .name: return try infixWord()
    default: return nil
    }
  }

  private mutating func infix(_ symbol: Symbol) throws(ParseFailure) -> Infix? {
    switch symbol {
    case .coalesce: .binary(.coalesce, .coalesce)
    case .plus: .binary(.plus, .additive)
    case .minus: .binary(.minus, .additive)
    case .times: .binary(.times, .multiplicative)
    case .divide: .binary(.divide, .multiplicative)
    case .power: .binary(.power, .power)
    case .equal, .doubleEqual, .unequal, .angles, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains,
      .containsNot:
      .comparison
    case .doubleAmpersand, .ampersand, .doublePipe, .percent: throw foreignOperator(symbol)
    default: nil
    }
  }

  private mutating func infixWord() throws(ParseFailure) -> Infix? {
    switch current.text {
    case "or": return .binary(.or, .or)
    case "and": return .binary(.and, .and)
    case "mod": return .binary(.modulo, .multiplicative)
    case "in", "is", "within", "has": return .comparison
    case "not": return peek().isWord("in") ? .comparison : nil
    case "AND", "OR", "MOD", "IN", "IS", "WITHIN", "HAS", "NOT": throw upperCase(current)
    default: return nil
    }
  }

  /// `not`, `-` or an operand.
  ///
  /// `not` is looser than a comparison, so it may not stand inside one without brackets.
  private mutating func prefixed(_ minimum: Power) throws(ParseFailure) -> Expression {
    if current.isWord("not") {
      let keyword = advance().range
      let operand = try expression(.not)
      try grow(height)
      let result = Expression(.unary(.not, operand), keyword.union(operand.range))
      guard minimum <= .not else { throw needsBrackets(result, word: "not") }
      return result
    }
    if current.isWord("if") {
      let result = try conditional()
      guard minimum == .or else { throw needsBrackets(result, word: "if") }
      return result
    }
    if case .symbol(.minus) = current.kind {
      let sign = advance().range
      let operand = try expression(.unary)
      try grow(height)
      return Expression(.unary(.minus, operand), sign.union(operand.range))
    }
    if case .symbol(.bang) = current.kind { throw foreignNot() }
    let operand = try primary()
    return try postfixed(operand)
  }

  // MARK: Comparisons

  private mutating func comparison(_ left: Expression) throws(ParseFailure) -> Expression {
    let leftHeight = height
    let operation = current
    if operation.kind == .name {
      advance()
      switch operation.text {
      case "is": return try isMissing(left)
      case "has": return try has(left, leftHeight)
      case "within":
        let right = try expression(.coalesce)
        try grow(leftHeight, height)
        return Expression(.within(left, right), left.range.union(right.range))
      case "not":
        try expect(word: "in")
        return try membership(left, leftHeight, isNegated: true, keyword: operation.range)
      default: return try membership(left, leftHeight, isNegated: false, keyword: operation.range)
      }
    }
    return try chain(left, leftHeight)
  }

  /// `a = b`, or a chain of `= < <= > >=`.
  private mutating func chain(_ left: Expression, _ leftHeight: Int) throws(ParseFailure) -> Expression {
    var links: [ComparisonLink] = []
    var tallest = leftHeight
    while let sign = comparisonSign, links.isEmpty || (sign.chains && links[0].comparison.chains) {
      let range = advance().range
      if let null = nullWord, sign == .equal || sign == .unequal {
        throw comparedWithNull(left, sign, range.union(null))
      }
      let operand = try expression(.coalesce)
      tallest = max(tallest, height)
      links.append(ComparisonLink(sign, range, operand))
    }
    try grow(tallest)
    return Expression(.comparison(left, links), range(from: left.range))
  }

  private var comparisonSign: ComparisonOperator? {
    guard !atBreak, case .symbol(let symbol) = current.kind else { return nil }
    switch symbol {
    case .equal, .doubleEqual: return .equal
    case .unequal, .angles: return .unequal
    case .less: return .less
    case .lessOrEqual: return .lessOrEqual
    case .greater: return .greater
    case .greaterOrEqual: return .greaterOrEqual
    case .contains: return .contains
    case .containsNot: return .containsNot
    default: return nil
    }
  }

  private mutating func isMissing(_ left: Expression) throws(ParseFailure) -> Expression {
    let isNegated = current.isWord("not")
    if isNegated { advance() }
    if let null = nullWord { throw nullAfterIs(left, null, isNegated: isNegated) }
    try expect(word: "missing")
    try grow(height)
    return Expression(.isMissing(left, isNegated: isNegated), range(from: left.range))
  }

  private mutating func has(_ left: Expression, _ leftHeight: Int) throws(ParseFailure) -> Expression {
    var mode = HasMode.one
    if current.kind == .name, let word = HasMode(rawValue: current.text), word != .one,
      peek().kind == .symbol(.openParenthesis)
    {
      mode = word
      advance()
      let (items, tallest) = try parenthesizedList()
      try grow(leftHeight, tallest)
      return Expression(.has(left, mode, items), range(from: left.range))
    }
    let right = try expression(.coalesce)
    try grow(leftHeight, height)
    return Expression(.has(left, mode, [right]), range(from: left.range))
  }

  private mutating func membership(
    _ left: Expression, _ leftHeight: Int, isNegated: Bool, keyword: SourceRange
  ) throws(ParseFailure) -> Expression {
    if case .symbol(.range) = current.kind { throw try rangeWithoutStart(left, isNegated, keyword) }
    let first = try expression(.additive)
    var tallest = max(leftHeight, height)
    let operand: InOperand
    if take(.range) {
      if !atRangeEnd { throw rangeWithoutEnd(left, first, isNegated, keyword) }
      let last = try expression(.additive)
      tallest = max(tallest, height)
      operand = .range(first, last)
    } else {
      switch first.kind {
      case .tuple(let items): operand = .list(items)
      case .parenthesized(let item): operand = .list([item])
      default: operand = .rows(first)
      }
    }
    try grow(tallest)
    return Expression(.membership(left, operand, isNegated: isNegated), range(from: left.range))
  }

  /// Whether the upper end of a range follows; behind a line end nothing does, so that `in 60..` is seen for what it is.
  var atRangeEnd: Bool { current.startsOperand && !current.hasNewlineBefore }

  /// `(a, b)`, not empty.
  private mutating func parenthesizedList() throws(ParseFailure) -> ([Expression], Int) {
    try open(.openParenthesis)
    let list = try expressions()
    try close(.closeParenthesis)
    return list
  }

  /// Expressions parted by commas, and the height of the tallest.
  mutating func expressions() throws(ParseFailure) -> ([Expression], Int) {
    var items = [try expression()]
    var tallest = height
    while take(.comma) {
      items.append(try expression())
      tallest = max(tallest, height)
    }
    return (items, tallest)
  }
}

extension ComparisonOperator {
  /// Whether it reads on as in mathematics: `1 < x <= 2`.
  var chains: Bool {
    switch self {
    case .equal, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .unequal, .contains, .containsNot: false
    }
  }
}
