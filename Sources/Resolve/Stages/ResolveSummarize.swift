import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// `count [CLAUSES]`: `summarize count() as count`; bare, one number.
  func count(_ clauses: GroupClauses, _ stage: Stage, _ result: inout ResolvedPipeline, _ context: Context)
    throws(Diagnostic)
  {
    let name = Name("count", stage.keyword)
    let call = Expression(.call(Call(name, [])), stage.keyword)
    try summarize([NamedExpression(call, as: name)], clauses, stage, &result, context)
    let isBare = clauses.keys.isEmpty && clauses.across == nil && clauses.options.isEmpty
    result.scope.isSingleValue = isBare
  }

  func summarize(
    _ items: [NamedExpression], _ clauses: GroupClauses, _ stage: Stage, _ result: inout ResolvedPipeline,
    _ context: Context
  ) throws(Diagnostic) {
    let grouping = Grouping(rows: rowContext(result.scope, context))
    var columns: [ScopeColumn] = []
    var ranges: [String: SourceRange] = [:]
    var summarize = try groups(clauses, grouping, &columns, &ranges, result.scope)
    try resolveOutputs(items, grouping, &summarize, &ranges, isAcross: clauses.across != nil, context)
    summarize.calls = grouping.calls
    try resolveOptions(clauses, grouping, &summarize)
    try nameColumns(summarize, &columns, across: clauses.across)
    result.stages.append(PlanStage(.summarize(summarize), stage.range))
    result.scope = RowScope(
      entity: nil, snapshot: result.scope.snapshot, columns: columns, slotCount: columns.count,
      hasOpenColumns: summarize.across != nil && summarize.acrossDomain == nil)
  }

  /// The keys of groups, what goes across, and the weight.
  func groups(
    _ clauses: GroupClauses, _ grouping: Grouping, _ columns: inout [ScopeColumn],
    _ ranges: inout [String: SourceRange], _ scope: RowScope
  ) throws(Diagnostic) -> Summarize {
    let rows = grouping.rows
    var summarize = Summarize()
    for item in clauses.keys {
      let (key, column) = try self.key(item, scope, rows, slot: columns.count)
      if let first = ranges[key.name] { throw duplicate(key.name, item, first) }
      ranges[key.name] = item.range
      grouping.keys.append((key.name, Formatter.text(item.expression), column.type))
      summarize.keys.append(key)
      columns.append(column)
    }
    if let across = clauses.across {
      summarize.across = try key(across, scope, rows, slot: 0).0
      summarize.acrossDomain = domain(summarize.across, scope.snapshot)
    }
    if let weight = clauses.weight {
      let value = try resolve(weight, rows)
      guard value.type.isNumeric else { throw notNumeric("weighted by", value, weight) }
      summarize.weight = value
    }
    return summarize
  }

  private func resolveOutputs(
    _ items: [NamedExpression], _ grouping: Grouping, _ summarize: inout Summarize,
    _ ranges: inout [String: SourceRange], isAcross: Bool, _ context: Context
  ) throws(Diagnostic) {
    var groupContext = context
    groupContext.row = nil
    groupContext.outer = nil
    groupContext.grouping = grouping
    groupContext.snapshot = context.snapshot
    for item in items {
      let value = try resolve(item.expression, groupContext)
      let name = item.name?.text ?? columnName(item.expression)
      if let first = ranges[name], !isAcross || summarize.outputs.contains(where: { $0.name == name }) {
        throw duplicate(name, item, first)
      }
      ranges[name] = item.range
      summarize.outputs.append(
        Summarize.Output(value, name: name, isAdditive: isAdditive(value, grouping)))
      grouping.outputs.append((name, value.type))
    }
  }

  /// Whether an output is a count or a sum, whose parts make up a whole.
  private func isAdditive(_ value: TypedExpression, _ grouping: Grouping) -> Bool {
    guard case .aggregate(let index) = value.kind else { return false }
    return grouping.calls[index].function == .count || grouping.calls[index].function == .sum
  }

  /// A key of groups, with the column that it becomes.
  func key(_ item: NamedExpression, _ scope: RowScope, _ rows: Context, slot: Int)
    throws(Diagnostic) -> (Summarize.Key, ScopeColumn)
  {
    let value = try resolve(item.expression, rows)
    let name = item.name?.text ?? columnName(item.expression)
    var type = value.type
    var elements: EnumType?
    if case .set(let of) = type.kind {
      elements = of
      type = ValueType(.enumeration(of))
    }
    let key = Summarize.Key(value, name: name, elements: elements)
    let column = ScopeColumn(
      name: name, label: item.name == nil ? label(item.expression, scope) : nil, type: type, slot: slot,
      isKey: true, namesMissing: true, isSetKey: elements != nil, isPersonal: isPersonal(value, scope))
    return (key, column)
  }

  /// The values that `across` can give where the model or the snapshot tells; nil where only the rows do.
  private func domain(_ key: Summarize.Key?, _ snapshot: SnapshotID) -> [Constant]? {
    guard let key else { return nil }
    switch key.expression.type.kind {
    case .boolean: return [.boolean(false), .boolean(true)]
    case .enumeration(let type), .set(let type):
      return type.values.indices.map { .enumeration(Int32($0)) }
    case .entity(let name, let level?) where name == schema.roles.places && !catalog.isModelOnly:
      let index = catalog[snapshot].places
      guard let wanted = schema.roles.levels.firstIndex(of: level) else { return nil }
      return (0..<index.count).filter { Int(index.levels[$0]) == wanted }
        .map { .entity(name, key: index.codes[$0]) }
    default: return nil
    }
  }

  func resolveOptions(_ clauses: GroupClauses, _ grouping: Grouping, _ summarize: inout Summarize)
    throws(Diagnostic)
  {
    for (option, range) in clauses.options {
      guard !summarize.keys.isEmpty || summarize.across != nil else {
        throw Diagnostic(TypeCode.totalsWithoutKeys, at: range, ["option": "with"])
      }
      if option.isShare {
        if case .none = summarize.share {
        } else {
          throw Diagnostic(TypeCode.duplicateColumn, at: range, ["name": "share"])
        }
      }
      switch option {
      case .totals: summarize.hasTotals = true
      case .subtotals: summarize.hasSubtotals = true
      case .empty: summarize.hasEmpty = true
      case .indicators: break
      case .share: summarize.share = .table
      case .sharePer(let expression):
        let text = Formatter.text(expression)
        let found = grouping.keys.firstIndex { $0.name == text || $0.text == text }
        guard let found else {
          throw Diagnostic(TypeCode.shareKeyUnknown, at: expression.range, ["name": text])
            .withNearest(
              Suggestion.nearest(to: text, among: grouping.keys.map(\.name)),
              available: grouping.keys.map(\.name))
        }
        summarize.share = .keys([found])
      }
    }
  }

  /// The columns after the keys, in the order in which the executor lays them out: without `across` each output with
  /// its share; with it the values in order, each with its outputs and shares, then the total.
  func nameColumns(
    _ summarize: Summarize, _ columns: inout [ScopeColumn], across: NamedExpression?
  ) throws(Diagnostic) {
    var hasShare = false
    if case .none = summarize.share {} else { hasShare = true }
    let additive = summarize.outputs.filter(\.isAdditive).count
    var units: [(name: String, type: ValueType)] = []
    for output in summarize.outputs {
      units.append((output.name, output.expression.type))
      if hasShare, output.isAdditive {
        units.append((additive > 1 ? "\(output.name)_share" : "share", .share))
      }
    }
    func add(_ name: String, _ type: ValueType) {
      columns.append(ScopeColumn(name: name, label: nil, type: type, slot: columns.count))
    }
    guard let acrossKey = summarize.across else {
      for unit in units { add(unit.name, unit.type) }
      return
    }
    let keyNames = Set(columns.map(\.name))
    let prefix = acrossKey.name
    for value in AcrossNaming.names(summarize, catalog: catalog) {
      for (index, unit) in units.enumerated() {
        var name = index == 0 && summarize.outputs.count == 1 ? value : "\(unit.name)_\(value)"
        if keyNames.contains(name) { name = "\(prefix)_\(value)" }
        add(name, unit.type)
      }
    }
    if summarize.hasTotals, summarize.acrossDomain != nil {
      for (index, unit) in units.enumerated() {
        add(index == 0 && summarize.outputs.count == 1 ? "total" : "\(unit.name)_total", unit.type)
      }
    }
  }
}

/// The names of the columns that `across` makes.
enum AcrossNaming {
  /// The values with a column of their own, in order, ending in `(missing)` and `(not present)`, before the latter
  /// `(none)` where the key is a set.
  static func names(_ summarize: Summarize, catalog: Catalog) -> [String] {
    guard let key = summarize.across, let domain = summarize.acrossDomain else { return [] }
    var names: [String] = []
    for value in domain {
      switch value {
      case .boolean(let truth): names.append(truth ? "true" : "false")
      case .enumeration(let code):
        if let type = key.elements { names.append(type.values[Int(code)].name) }
        if case .enumeration(let type) = key.expression.type.kind {
          names.append(type.values[Int(code)].name)
        }
      case .entity(_, let code):
        let places = catalog[catalog.current].places
        names.append(places.row(code: code).map { places.names[Int($0)] } ?? code)
      default: break
      }
    }
    if Set(names).count < names.count {
      let places = catalog[catalog.current].places
      for (index, value) in domain.enumerated() {
        if case .entity(_, let code) = value, let row = places.row(code: code) {
          names[index] = places.qualifiedName(row)
        }
      }
    }
    return names + (key.elements == nil ? [] : ["(none)"]) + ["(missing)", "(not present)"]
  }
}
