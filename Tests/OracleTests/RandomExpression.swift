import TestSupport

/// Expressions at random over a scope, mostly well typed; what the resolver refuses is thrown away.
struct RandomExpression {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func comparison() -> String { random.pick(["<", "<=", ">", ">=", "=", "!="]) }

  /// A field of a kind; nil where the scope has none.
  mutating func field(_ scope: RandomScope, _ isRight: (RandomScope.Kind) -> Bool) -> RandomScope.Field? {
    let fields = scope.named(isRight)
    return fields.isEmpty ? nil : random.pick(fields)
  }

  private func child(_ link: String, of scope: RandomScope) -> RandomScope {
    var inner = RandomScope.entity(link, scope.world)
    inner.outer = scope.fields
    return inner
  }

  /// A to-many link with a scope of its rows.
  mutating func rows(_ scope: RandomScope) -> (name: String, scope: RandomScope)? {
    if scope.entity == "members", random.oneIn(2) {
      return ("household.members", child("members", of: scope))
    }
    if scope.world.hasPaths, scope.entity == "households", random.oneIn(6) {
      return ("\(random.pick(["commune", "district"])).households", child("households", of: scope))
    }
    guard let link = scope.links.isEmpty ? nil : random.pick(scope.links) else { return nil }
    return (link, child(link, of: scope))
  }

  /// `ROWS` or `ROWS where C`.
  mutating func childRows(_ depth: Int, _ scope: RandomScope) -> (text: String, scope: RandomScope)? {
    guard let (name, inner) = rows(scope) else { return nil }
    if random.oneIn(3) { return (name, inner) }
    if random.oneIn(8), name.hasSuffix("members") {
      return ("\(name) where \(truth(0, inner)) by \(random.pick(["age desc", "name", "sex, age"]))", inner)
    }
    return ("\(name) where \(truth(max(0, depth - 1), inner))", inner)
  }

  // MARK: Numbers

  mutating func whole(_ depth: Int, _ scope: RandomScope) -> String {
    if depth <= 0 || random.oneIn(4) {
      let name = field(scope) { $0 == .whole }?.name
      return name == nil || random.oneIn(5) ? "\(number(-3...60))" : name ?? "1"
    }
    let inner = depth - 1
    switch number(0...15) {
    case 0: return "(\(whole(inner, scope)) + \(whole(0, scope)))"
    case 1: return "(\(whole(inner, scope)) - \(number(0...40)))"
    case 2: return "\(whole(0, scope)) * \(number(-2...9))"
    case 3: return "(\(whole(inner, scope))) mod \(random.pick(["3", "7", "cows", "-4"]))"
    case 4, 5: return nestedWhole(inner, scope)
    case 6:
      return field(scope) { if case .set = $0 { true } else { false } }.map { "length(\($0.name))" } ?? "7"
    case 7: return dateWhole(scope)
    case 8: return "\(random.pick(["round", "floor", "ceil"]))(\(decimal(inner, scope)))"
    case 9: return "abs(\(whole(inner, scope)))"
    case 10: return "\(random.pick(["min", "max"]))(\(whole(inner, scope)), \(whole(0, scope)))"
    case 11:
      return
        "(if \(truth(inner, scope)) then \(whole(inner, scope)) else \(random.pick(["0", "missing", "size"])))"
    case 12: return "(\(whole(inner, scope)) ?? \(whole(0, scope)))"
    case 13: return matched(inner, scope)
    case 14: return scope.allowsWindows ? window(inner, scope) : "-(\(whole(inner, scope)))"
    default: return field(scope) { $0 == .text }.map { "length(\($0.name))" } ?? "5"
    }
  }

  private mutating func nestedWhole(_ depth: Int, _ scope: RandomScope) -> String {
    guard let (rows, inner) = childRows(depth, scope) else { return "\(number(0...5))" }
    switch number(0...3) {
    case 0: return "sum(\(rows), \(whole(min(depth, 1), inner)))"
    case 1: return "\(random.pick(["min", "max", "first", "last", "mode"]))(\(rows), \(whole(0, inner)))"
    case 2 where random.oneIn(3):
      return
        "\(random.pick(["count", "sum", "max"]))((households where \(truth(1, .entity("households", scope.world)))), size)"
    case 2: return "\(random.pick(["distinct", "count"]))(\(rows), \(anything(0, inner)))"
    default: return "count(\(rows))"
    }
  }

  private mutating func dateWhole(_ scope: RandomScope) -> String {
    let dates = scope.named { $0 == .date }
    guard !dates.isEmpty else { return "2" }
    let name = random.pick(dates).name
    switch number(0...3) {
    case 0: return "\(random.pick(["year", "month", "day", "quarter"]))(\(name))"
    case 1: return "\(random.pick(["years", "months"]))_between(\(name), 2023-0\(number(1...9))-28)"
    case 2: return "(2023-12-31 - \(name))"
    default: return "years_between(\(name), \(random.pick(dates).name))"
    }
  }

  private mutating func matched(_ depth: Int, _ scope: RandomScope) -> String {
    guard let subject = field(scope, { if case .choice = $0 { true } else { false } }),
      case .choice(_, let values, _) = subject.kind
    else {
      return "match \(whole(0, scope)) { 0..9 -> 1, 10 -> \(whole(0, scope)), else -> 3 }"
    }
    let gap = random.pick(["", ", missing -> 4", ", else -> \(whole(0, scope))", ", missing -> 4, else -> 0"])
    return "match \(subject.name) { \(values[0]) -> 1, \(values[1]) -> \(whole(min(depth, 1), scope))\(gap) }"
  }

  mutating func decimal(_ depth: Int, _ scope: RandomScope) -> String {
    if depth <= 0 || random.oneIn(4) {
      let name = field(scope) { $0 == .number }?.name
      return name == nil || random.oneIn(4)
        ? "\(number(-2...9)).\(random.pick(["5", "25", "005"]))" : name ?? "1.5"
    }
    let inner = depth - 1
    switch number(0...10) {
    case 0: return "(\(whole(inner, scope))) / \(whole(0, scope))"
    case 1: return "(\(decimal(inner, scope)) + \(number(0...9)).5)"
    case 2: return "\(decimal(0, scope)) * \(whole(0, scope))"
    case 3: return "sqrt(\(whole(inner, scope)))"
    case 4: return "round(\(decimal(inner, scope)), \(number(-1...3)))"
    case 5, 6:
      guard let (rows, child) = childRows(inner, scope) else { return "ratio" }
      let function = random.pick(["mean", "median", "stddev", "sum", "quantile", "gini"])
      let value = function == "sum" ? decimal(0, child) : whole(0, child)
      return "\(function)(\(rows), \(value)\(function == "quantile" ? ", 0.25" : ""))"
    case 7: return "(\(decimal(inner, scope)) ?? \(whole(0, scope)))"
    case 8: return "(if \(truth(inner, scope)) then \(decimal(inner, scope)) else \(whole(0, scope)))"
    case 9: return "bin(\(decimal(0, scope)), \(random.pick(["2.5", "10", "0.5"])))"
    default: return scope.allowsWindows ? "\(random.pick(["mean", "median"]))(\(whole(0, scope)))" : "ratio"
    }
  }

  private mutating func window(_ depth: Int, _ scope: RandomScope) -> String {
    let per = random.oneIn(2) ? "" : " per \(key(scope))"
    let list = random.oneIn(2) ? "" : ", per \(key(scope))"
    switch number(0...6) {
    case 0: return "rank(\(whole(depth, scope))\(random.pick(["", " desc"]))\(per))"
    case 1: return "ntile(\(whole(0, scope)), \(number(1...5))\(list.isEmpty ? "" : " " + list.dropFirst(2)))"
    case 2: return "running(\(whole(0, scope))\(per))"
    case 3: return "number(\(per.dropFirst()))"
    case 4: return "apportion(abs(\(whole(0, scope))), \(number(1...90))\(per))"
    case 5: return "count(\(per.dropFirst()))"
    default: return "\(random.pick(["sum", "min", "max", "count"]))(\(whole(0, scope))\(per))"
    }
  }

  // MARK: Others

  mutating func text(_ depth: Int, _ scope: RandomScope) -> String {
    guard let name = field(scope, { $0 == .text })?.name else { return "\"Hồ\"" }
    guard depth > 0 else { return name }
    switch number(0...8) {
    case 0: return "\(random.pick(["lower", "upper", "trim", "fold"]))(\(text(depth - 1, scope)))"
    case 1: return "\(random.pick(["left", "right"]))(\(name), \(number(0...4)))"
    case 2: return "word(\(name), \(random.pick(["1", "2", "-1", "3"])))"
    case 3: return "replace(\(name), \"n\", \"\(random.pick(["", "ng", "Ô"]))\")"
    case 4: return "(\(name) + \" \" + \(text(depth - 1, scope)))"
    case 5: return "(\(name) ?? \"không\")"
    case 6: return "(if \(truth(depth - 1, scope)) then \(name) else \"khác\")"
    case 7: return "why_missing(\(fieldName(scope)))"
    default: return name
    }
  }

  mutating func fieldName(_ scope: RandomScope) -> String {
    scope.fields.isEmpty ? "1" : random.pick(scope.fields).name
  }

  mutating func date(_ scope: RandomScope) -> String {
    guard let name = field(scope, { $0 == .date })?.name else { return "2023-06-30" }
    switch number(0...3) {
    case 0: return "bin(\(name), \(random.pick(["month", "quarter", "year"])))"
    case 1: return "(\(name) + \(number(-40...400)))"
    case 2: return "date(year(\(name)), month(\(name)), \(number(27...31)))"
    default: return name
    }
  }

  /// A key of groups.
  mutating func key(_ scope: RandomScope) -> String {
    let fields = scope.named { kind in
      switch kind {
      case .choice, .truth, .place: true
      default: false
      }
    }
    guard !fields.isEmpty, !random.oneIn(6) else {
      return random.pick(["cut(age, 15, 60)", "cut(size, 3, 5)", "bin(income, 500000)", "year(reviewed_on)"])
    }
    return random.pick(fields).name
  }

  /// What rows can be sorted by: anything but a set.
  mutating func sortable(_ depth: Int, _ scope: RandomScope) -> String {
    var ordered = scope
    ordered.fields.removeAll { if case .set = $0.kind { true } else { false } }
    return anything(depth, ordered)
  }

  mutating func anything(_ depth: Int, _ scope: RandomScope) -> String {
    switch number(0...6) {
    case 0: return whole(depth, scope)
    case 1: return decimal(depth, scope)
    case 2: return truth(depth, scope)
    case 3: return text(depth, scope)
    case 4: return date(scope)
    default: return fieldName(scope)
    }
  }
}
