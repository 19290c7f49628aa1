import Source

/// Calls: `count(where C)`, `first(ROWS where C by KEY desc, x)`, `rank(x desc per a, b)`.
extension Parser {
  mutating func call(_ function: Name) throws(ParseFailure) -> Call {
    try open(.openParenthesis)
    var call = Call(function, [])
    var tallest = 0
    if take(word: "where") {
      call.condition = try expression()
      tallest = height
    } else if !at(.closeParenthesis), !at(word: "per") {
      repeat {
        call.arguments.append(try argument())
        tallest = max(tallest, height)
      } while take(.comma)
    }
    if take(word: "per") {
      let (keys, keyHeight) = try expressions()
      call.per = keys
      tallest = max(tallest, keyHeight)
    }
    try close(.closeParenthesis)
    try grow(tallest)
    try refuseForeignQuantifier(call)
    return call
  }

  private mutating func argument() throws(ParseFailure) -> Argument {
    let start = current.range
    let pipeline = try pipeline()
    var tallest = height
    let expression =
      pipeline.stages.isEmpty
      ? pipeline.source : Expression(.pipeline(pipeline), range(from: start))
    var argument = Argument(expression, range: expression.range)
    if take(word: "where") {
      argument.condition = try self.expression()
      tallest = max(tallest, height)
    }
    if take(word: "by") {
      argument.order = [try sortKey()]
      tallest = max(tallest, height)
    }
    if argument.order.isEmpty, argument.condition == nil { argument.isDescending = take(word: "desc") }
    argument.range = range(from: start)
    try grow(tallest)
    return argument
  }

  /// `any(members, C)` and its like come from languages where the condition is an argument.
  private func refuseForeignQuantifier(_ call: Call) throws(ParseFailure) {
    guard ["any", "none", "count"].contains(call.function.text), !call.function.isQuoted,
      call.arguments.count == 2, call.arguments[1].condition == nil
    else { return }
    throw foreignQuantifier(call)
  }
}
