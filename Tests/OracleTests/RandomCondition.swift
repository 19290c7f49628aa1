import TestSupport

extension RandomExpression {
  /// A condition over a scope, of some depth.
  mutating func truth(_ depth: Int, _ scope: RandomScope) -> String {
    guard depth > 0, !random.oneIn(4) else { return fact(scope) }
    let inner = depth - 1
    switch number(0...14) {
    case 0: return "not (\(truth(inner, scope)))"
    case 1, 2: return "(\(truth(inner, scope)) and \(truth(inner, scope)))"
    case 3, 4: return "(\(truth(inner, scope)) or \(truth(inner, scope)))"
    case 5, 6: return quantified(inner, scope)
    case 7: return "\(whole(inner, scope)) \(comparison()) \(whole(inner, scope))"
    case 8: return "\(decimal(inner, scope)) \(comparison()) \(decimal(0, scope))"
    case 9:
      guard let (rows, _) = childRows(inner, scope) else { return fact(scope) }
      let other = random.oneIn(4) ? whole(inner, scope) : "\(number(0...3))"
      return random.pick([
        "count(\(rows)) \(comparison()) \(other)", "\(other) \(comparison()) count(\(rows))",
        "count(\(rows)) in 1..\(number(1...3))", "count(\(rows)) in (\(other), \(number(0...2)))",
      ])
    case 10: return "undetermined(\(truth(inner, scope)))"
    case 11: return "(if \(truth(inner, scope)) then \(truth(inner, scope)) else \(fact(scope)))"
    case 12: return "\(text(inner, scope)) \(comparison()) \(text(0, scope))"
    case 13: return "(\(truth(inner, scope)) ?? \(random.pick(["true", "false", fact(scope)])))"
    default: return "\(anything(inner, scope)) is \(random.pick(["", "not "]))missing"
    }
  }

  private mutating func quantified(_ depth: Int, _ scope: RandomScope) -> String {
    guard let (rows, inner) = childRows(depth, scope) else { return fact(scope) }
    switch number(0...5) {
    case 0: return "all(\(rows), \(truth(depth, inner)))"
    case 1: return "none(\(rows))"
    case 2: return "share(\(rows), \(truth(depth, inner))) \(comparison()) 0.5"
    case 3: return "mean(\(rows), \(whole(0, inner))) \(comparison()) \(number(1...50))"
    case 4: return "any(\(rows), \(truth(depth, inner)))"
    default: return "any(\(rows))"
    }
  }

  /// A condition on one field.
  mutating func fact(_ scope: RandomScope) -> String {
    guard !scope.fields.isEmpty else { return "true" }
    if let view = scope.world.views.first, scope.entity != nil, random.oneIn(6) {
      return random.pick([
        "household in \(view)", "household not in \(view)", "income in (\(view) | select income)",
        "age in (\(view) | select size)", "any((\(view)) where size > 4)",
      ])
    }
    if !scope.outer.isEmpty, random.oneIn(6), let own = field(scope, { $0 == .whole })?.name {
      let wholes = scope.outer.filter { $0.kind == .whole && !$0.name.contains(".") }
      if !wholes.isEmpty {
        return "\(own) \(comparison()) outer.\(random.pick(wholes).name) * \(number(1...9))"
      }
    }
    let field = random.pick(scope.fields)
    let name = field.name
    switch field.kind {
    case .truth:
      return random.pick([name, name, "not \(name)", "\(name) = \(random.pick(["true", "false"]))"])
    case .whole: return wholeFact(field)
    case .number: return "\(name) \(comparison()) \(number(0...60)).5"
    case .text:
      return random.pick([
        "\(name) ~ \"\(random.pick(["thi", "van", "ho", "1"]))\"", "starts_with(\(name), \"H\")",
        "\(name) \(comparison()) \"Lê\"", "\(name) !~ \"an\"", "\(name) in (\"Hồ Văn An\", \"x\")",
      ])
    case .date: return "\(name) \(comparison()) 20\(number(10...23))-0\(number(1...9))-15"
    case .choice(_, let values, let isOrdered):
      if isOrdered, random.oneIn(3) { return "\(values[0]) <= \(name) < \(random.pick(values))" }
      if random.oneIn(3) { return "\(name) not in (\(random.pick(values)), \(random.pick(values)))" }
      return "\(name) \(isOrdered ? comparison() : random.pick(["=", "!="])) \(random.pick(values))"
    case .set(_, let values): return setFact(name, values)
    case .place:
      return random.pick([
        "place within \"\(random.pick(["Núi Thành", "Phú Ninh", "Tam Thành"]))\"",
        "\(name) = \(name)", "\(name) is missing", "\(name).name ~ \"tam\"",
      ])
    }
  }

  private mutating func wholeFact(_ field: RandomScope.Field) -> String {
    let name = field.name
    if field.unit == "đ" {
      return random.pick([
        "\(name) \(comparison()) \(number(5...40)) * 100000", "500000 < \(name) <= \(number(6...40))00000",
        "\(name) in \(number(5...12))00000..2500000",
      ])
    }
    return random.pick([
      "\(name) \(comparison()) \(number(0...40))", "\(name) in \(number(0...5))..\(number(6...50))",
      "\(name) in (\(number(0...5)), \(number(0...9)), 41)", "\(name) not in \(number(0...5))..20",
    ])
  }

  private mutating func setFact(_ name: String, _ values: [String]) -> String {
    let (one, other) = (random.pick(values), random.pick(values))
    return random.pick([
      "\(name) has \(one)", "\(name) has any (\(one), \(other))", "\(name) has all (\(one), \(other))",
      "\(name) = (\(one))", "\(name) - \(one) = ()", "\(name) + \(other) has \(one)", "\(name) = ()",
      "length(\(name)) \(comparison()) \(number(0...3))",
    ])
  }
}
