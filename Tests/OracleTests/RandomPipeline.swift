import TestSupport

/// Small scripts at random: definitions, a pipeline of a few stages, all of their aggregates and clauses.
struct RandomPipeline {
  private var make: RandomExpression
  private var names = 0

  private var world: RandomScope.World

  init(seed: UInt64, _ world: RandomScope.World) {
    make = RandomExpression(seed: seed)
    self.world = world
  }

  private func entity(_ name: String) -> RandomScope { .entity(name, world) }

  /// A script of one pipeline, with the definitions that it uses.
  mutating func script() -> String {
    var lines: [String] = []
    var scope: RandomScope
    var text: String
    if make.random.oneIn(3) {
      lines.append("let some = households | where \(make.truth(2, entity("households")))")
      world.views = ["some"]
    }
    switch make.number(0...14) {
    case 0...6: (text, scope) = ("households", entity("households"))
    case 7...9: (text, scope) = ("members", entity("members"))
    case 10 where world.hasProgrammes: (text, scope) = ("supports", entity("supports"))
    case 11:
      scope = entity("members")
      text = "households[\(make.truth(1, entity("households")))].members"
    case 12 where world.hasPast: (text, scope) = ("households@2022", past("households"))
    case 13:
      lines.append("let chosen = households | where \(make.truth(2, entity("households")))")
      (text, scope) = ("chosen", entity("households"))
    default:
      lines.append("let household.kids = count(members where \(make.truth(1, entity("members"))))")
      lines.append("let typical = median(households, \(make.whole(0, entity("households"))))")
      (text, scope) = ("households", entity("households"))
      scope.fields += [.init(name: "kids", kind: .whole), .init(name: "typical", kind: .number)]
    }
    let stages = make.number(1...4)
    for _ in 0..<stages { text += "\n| \(stage(&scope))" }
    return (lines + [text]).joined(separator: "\n")
  }

  /// The rows of the earlier snapshot: they have no earlier one of their own.
  private func past(_ name: String) -> RandomScope {
    var earlier = world
    earlier.hasPast = false
    return .entity(name, earlier)
  }

  private mutating func name() -> String {
    names += 1
    return "n\(names)"
  }

  private mutating func stage(_ scope: inout RandomScope) -> String {
    var wide = scope
    wide.allowsWindows = true
    switch make.number(0...20) {
    case 0...3: return "where \(make.truth(3, wide))"
    case 4...6: return derive(&scope, wide)
    case 7: return select(&scope)
    case 8:
      return "sort \(make.sortable(2, wide))\(make.random.pick(["", " desc"])), \(make.sortable(0, scope))"
    case 9: return "take \(make.random.pick(["7", "3..12", "2 per \(make.key(scope))", "0"]))"
    case 10, 11:
      let per = make.random.oneIn(3) ? " per \(make.key(scope))" : ""
      return "\(make.random.pick(["top", "bottom"])) \(make.number(1...5)) by \(make.whole(1, scope))\(per)"
    case 12:
      let key = make.key(scope)
      // Why a truth is missing is not the oracle's to say.
      let other = world.hasPast ? make.fieldName(scope) : make.anything(1, scope)
      scope = scope.columns([])
      return "distinct \(key) as \(name()), \(other) as \(name())"
    case 13 where scope.entity == "households":
      scope = entity("members")
      return "expand members"
    case 14:
      guard let set = make.field(scope, { if case .set = $0 { true } else { false } }) else {
        return "take 20"
      }
      return "expand \(set.name)"
    case 15: return "sample \(make.number(1...30)) seed \(make.number(0...99))"
    case 16 where scope.entity != nil:
      return "append (\(scope.entity ?? "households") | where \(make.fact(entity(scope.entity ?? ""))))"
    case 17: return count(&scope)
    case 18 where scope.entity == nil && scope.fields.count > 2:
      let gone = scope.fields.remove(at: make.number(0...scope.fields.count - 1))
      scope.fields.removeAll { $0.name == gone.name }
      return "drop \(gone.name)"
    default: return summarize(&scope)
    }
  }

  private mutating func derive(_ scope: inout RandomScope, _ wide: RandomScope) -> String {
    let name = name()
    switch make.number(0...4) {
    case 0:
      defer { scope.fields.append(.init(name: name, kind: .whole)) }
      return "derive \(make.whole(3, wide)) as \(name)"
    case 1:
      defer { scope.fields.append(.init(name: name, kind: .number)) }
      return "derive \(make.decimal(3, wide)) as \(name)"
    case 2:
      // Why a truth is missing is not the oracle's to say, and keys part those not present.
      defer { if !world.hasPast { scope.fields.append(.init(name: name, kind: .truth)) } }
      return "derive \(make.truth(3, wide)) as \(name)"
    case 3:
      defer { scope.fields.append(.init(name: name, kind: .text)) }
      return "derive \(make.text(2, scope)) as \(name)"
    default:
      defer { scope.fields.append(.init(name: name, kind: .date)) }
      return "derive \(make.date(scope)) as \(name)"
    }
  }

  private mutating func select(_ scope: inout RandomScope) -> String {
    var items: [String] = []
    var fields: [RandomScope.Field] = []
    for _ in 0..<make.number(2...5) where !scope.fields.isEmpty {
      var field = make.random.pick(scope.fields)
      let name = name()
      items.append("\(field.name) as \(name)")
      field.name = name
      fields.append(field)
    }
    let extra = name()
    items.append("\(make.whole(2, scope)) as \(extra)")
    fields.append(.init(name: extra, kind: .whole))
    scope = scope.columns(fields)
    return "select \(items.joined(separator: ", "))"
  }

  // MARK: Groups

  private mutating func keys(_ scope: RandomScope) -> [(text: String, field: RandomScope.Field?)] {
    (0..<make.random.pick([0, 1, 1, 1, 2, 2, 3])).map { _ in
      if make.random.oneIn(8), let set = make.field(scope, { if case .set = $0 { true } else { false } }) {
        return (set.name, nil)
      }
      let key = make.key(scope)
      return (key, scope.fields.first { $0.name == key })
    }
  }

  private mutating func clauses(_ scope: inout RandomScope, _ outputs: [RandomScope.Field]) -> String {
    var text = ""
    var fields: [RandomScope.Field] = []
    let keys = keys(scope)
    if make.random.oneIn(6) {
      text += " weighted by \(make.random.pick(["size", "cows", "age", "abs(\(make.whole(1, scope)))"]))"
    }
    if !keys.isEmpty {
      text +=
        " by "
        + keys.map { key in
          let name = name()
          if var field = key.field {
            field.name = name
            fields.append(field)
          }
          return "\(key.text) as \(name)"
        }.joined(separator: ", ")
    }
    let isAcross = make.random.oneIn(4)
    if isAcross { text += " across \(make.key(scope))" }
    if isAcross || !keys.isEmpty, make.random.oneIn(2) {
      var options = ["totals", "subtotals", "share", "empty"].filter { _ in make.random.oneIn(2) }
      if let last = keys.last?.text, options.contains("share"), make.random.oneIn(3), !last.contains("(") {
        options = options.map { $0 == "share" ? "share per n\(names)" : $0 }
      }
      if !options.isEmpty { text += " with \(options.joined(separator: ", "))" }
    }
    scope = scope.columns(fields + (isAcross ? [] : outputs))
    return text
  }

  private mutating func count(_ scope: inout RandomScope) -> String {
    "count\(clauses(&scope, [.init(name: "count", kind: .whole)]))"
  }

  private mutating func summarize(_ scope: inout RandomScope) -> String {
    var items: [String] = []
    var fields: [RandomScope.Field] = []
    for _ in 0..<make.number(1...3) {
      let name = name()
      let (text, kind) = aggregate(scope, fields)
      items.append("\(text) as \(name)")
      if let kind { fields.append(.init(name: name, kind: kind)) }
    }
    return "summarize \(items.joined(separator: ", "))\(clauses(&scope, fields))"
  }

  private mutating func aggregate(_ scope: RandomScope, _ before: [RandomScope.Field]) -> (
    String, RandomScope.Kind?
  ) {
    let condition = make.random.oneIn(3) ? " where \(make.truth(2, scope))" : ""
    let whole = make.whole(1, scope)
    switch make.number(0...14) {
    case 0: return ("count(\(condition.isEmpty ? "" : String(condition.dropFirst())))", .whole)
    case 1, 2: return ("sum(\(whole)\(condition))", .whole)
    case 3, 4: return ("mean(\(whole)\(condition))", .number)
    case 5: return ("\(make.random.pick(["median", "stddev", "variance"]))(\(whole)\(condition))", .number)
    case 6:
      return ("\(make.random.pick(["min", "max"]))(\(make.random.pick([whole, make.text(1, scope)])))", nil)
    case 7:
      return (
        "quantile(\(whole)\(condition), \(make.random.pick(["0", "0.25", "0.5", "0.9", "1"])))", .number
      )
    case 8: return ("share(\(make.truth(2, scope)))", nil)
    case 9: return ("\(make.random.pick(["any", "all", "none"]))(\(make.truth(2, scope)))", .truth)
    case 10:
      return (
        "\(make.random.pick(["first", "last", "mode", "list"]))(\(make.sortable(1, scope))\(condition))", nil
      )
    case 11: return ("distinct(\(make.anything(1, scope))\(condition))", .whole)
    case 12:
      let inequality = make.random.pick([
        "gini(X)", "theil(X)", "atkinson(X, 0.5)", "atkinson(X, 1)", "quantile_share(X, 0, 0.4)",
        "fgt(X, 20, 2)", "poverty_gap(X, 1500000)", "fgt(X, 9, 0)", "correlation(X, \(make.whole(0, scope)))",
      ])
      return (inequality.replacing("X", with: make.random.pick([whole, "income", "age", "cows"])), .number)
    case 13 where !before.isEmpty:
      return ("\(make.random.pick(before).name) / \(make.random.pick(before).name)", .number)
    default: return ("sum(\(make.decimal(2, scope))\(condition))", .number)
    }
  }
}
