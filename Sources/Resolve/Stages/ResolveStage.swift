import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// Adds a stage to a pipeline, leaving its scope as the stage leaves the rows.
  func resolve(_ stage: Stage, into result: inout ResolvedPipeline, _ context: Context) throws(Diagnostic) {
    var rows = rowContext(result.scope, context)
    switch stage.kind {
    case .filter(let expression):
      rows.allowsWindows = true
      let test = try condition(expression, rows)
      result.stages.append(PlanStage(.filter(test), stage.range))
      result.scope.isSingleValue = false
    case .derive(let items): try derive(items, stage, &result, context)
    case .select(let items): try select(items, stage, &result, context)
    case .drop(let names): try drop(names, &result, context)
    case .rename(let pairs): try rename(pairs, stage, &result, context)
    case .summarize(let items, let clauses): try summarize(items, clauses, stage, &result, context)
    case .measure(let measure): try self.measure(measure, stage, &result, context)
    case .count(let clauses): try count(clauses, stage, &result, context)
    case .sort(let keys):
      rows.allowsWindows = true
      result.stages.append(PlanStage(.sort(try orderKeys(keys, rows)), stage.range))
    case .take(let first, let through, let per):
      let keys = try resolveAll(per, rows)
      let from = through == nil ? 1 : try wholeNumber(first, rows, from: 1)
      let last = try wholeNumber(through ?? first, rows, from: 0)
      result.stages.append(PlanStage(.take(from: from, through: last, per: keys), stage.range))
    case .top(let count, let keys, let isBottom, let per):
      try top(count, keys, isBottom, per, stage, &result, rows)
    case .distinct(let items): try distinct(items, stage, &result, context)
    case .sample(let count, let seed):
      let number = try wholeNumber(count, rows, from: 0)
      let seedValue =
        try seed.map { (value) throws(Diagnostic) in try wholeNumber(value, rows, from: 0) } ?? 0
      result.stages.append(PlanStage(.sample(number, seed: UInt64(seedValue)), stage.range))
    case .expand(let expression): try expand(expression, stage, &result, context)
    case .append(let other): try append(other, stage, &result, context)
    case .describe: try describe(stage, &result)
    case .save(let file, let sheet):
      try checkFormat(file, stage.range)
      result.stages.append(
        PlanStage(.save(file: file, sheet: sheet, output: try output(result.scope)), stage.range))
    case .rows(let name): try expand(link: name, into: &result)
    case .compare, .movement, .transition:
      throw notBuilt("\(word(of: stage))", stage.keyword)
    case .suppose(let items): try suppose(items, stage, &result, context)
    case .waysOut: try waysOut(stage, &result, context)
    case .notYet(let name): throw notBuilt(name.text, name.range)
    }
  }

  private func word(of stage: Stage) -> String {
    switch stage.kind {
    case .compare: "compare"
    case .movement: "movement"
    case .transition: "transition"
    default: "stage"
    }
  }

  private func checkFormat(_ file: String, _ range: SourceRange) throws(Diagnostic) {
    let ending = file.split(separator: ".").last.map(String.init) ?? ""
    guard ["csv", "tsv", "json", "jsonl", "md"].contains(ending) else {
      throw Diagnostic(ScriptCode.saveFormat, at: range, ["name": file])
    }
  }

  private func derive(
    _ items: [NamedExpression], _ stage: Stage, _ result: inout ResolvedPipeline, _ context: Context
  ) throws(Diagnostic) {
    for item in items {
      let name = item.name?.text ?? columnName(item.expression)
      var rows = rowContext(result.scope, context)
      rows.allowsWindows = true
      let value = try resolve(item.expression, rows)
      let parts = value.openness?.parts ?? []
      result.stages.append(PlanStage(.derive([value] + parts), item.expression.range))
      let slot = result.scope.slotCount
      result.scope.slotCount += 1 + parts.count
      var next = slot
      let openness = value.openness?.map { part in
        next += 1
        return TypedExpression(.column(next), part.type, part.range, text: part.text)
      }
      result.scope.add(
        ScopeColumn(
          name: name, label: nil, type: value.type, slot: slot,
          isPersonal: isPersonal(value, result.scope), openness: openness))
    }
    result.scope.isSingleValue = false
  }

  private func select(
    _ items: [NamedExpression], _ stage: Stage, _ result: inout ResolvedPipeline, _ context: Context
  ) throws(Diagnostic) {
    let (values, columns) = try columns(items, result.scope, context)
    result.stages.append(PlanStage(.project(values), stage.range))
    result.scope = RowScope(
      entity: nil, snapshot: result.scope.snapshot, columns: columns, slotCount: columns.count,
      hasOpenColumns: false)
  }

  /// Expressions with the names that they get, each name once.
  func columns(_ items: [NamedExpression], _ scope: RowScope, _ context: Context)
    throws(Diagnostic) -> ([TypedExpression], [ScopeColumn])
  {
    var values: [TypedExpression] = []
    var columns: [ScopeColumn] = []
    var ranges: [String: SourceRange] = [:]
    let rows = rowContext(scope, context)
    for item in items {
      let value = try resolve(item.expression, rows)
      let name = item.name?.text ?? columnName(item.expression)
      if let first = ranges[name] { throw duplicate(name, item, first) }
      ranges[name] = item.range
      let source = scopeColumn(item.expression, scope)
      columns.append(
        ScopeColumn(
          name: name, label: item.name == nil ? label(item.expression, scope) : nil, type: value.type,
          slot: values.count, isKey: source?.isKey ?? isEntityKey(item.expression, scope),
          namesMissing: source?.namesMissing ?? false, isSetKey: source?.isSetKey ?? false,
          isPersonal: isPersonal(value, scope)))
      values.append(value)
    }
    return (values, columns)
  }

  func duplicate(_ name: String, _ item: NamedExpression, _ first: SourceRange) -> Diagnostic {
    Diagnostic(TypeCode.duplicateColumn, at: item.range, ["name": name])
      .label(first, en: "the first", vi: "cột đầu")
      .fix("\(Formatter.text(item.expression)) as \(name)_2")
  }

  private func scopeColumn(_ expression: Expression, _ scope: RowScope) -> ScopeColumn? {
    if case .name(let name) = expression.kind { scope.column(name.text) } else { nil }
  }

  private func isEntityKey(_ expression: Expression, _ scope: RowScope) -> Bool {
    guard case .name(let name) = expression.kind, let entityName = scope.entity,
      let entity = entity(entityName, scope.snapshot)
    else { return false }
    return entity.key.contains(name.text)
  }

  /// The label of a field that a path ends in.
  func label(_ expression: Expression, _ scope: RowScope) -> Localized? {
    switch expression.kind {
    case .name(let name):
      if let column = scope.column(name.text) { return column.label }
      return scope.entity.flatMap { entity($0, scope.snapshot) }?.field(name.text)?.label
    case .member(_, let name):
      return schema.entities.lazy.compactMap { $0.field(name.text) }.first?.label
    default: return nil
    }
  }

  private func drop(_ names: [Name], _ result: inout ResolvedPipeline, _ context: Context) throws(Diagnostic)
  {
    for name in names {
      guard try output(result.scope).contains(where: { $0.name == name.text }) else {
        throw unknown(name, rowContext(result.scope, context))
      }
      if result.scope.column(name.text) != nil {
        result.scope.columns.removeAll { $0.name == name.text }
      } else {
        result.scope.dropped.insert(result.scope.field(called: name.text))
      }
    }
    result.scope.isSingleValue = false
  }

  private func rename(
    _ pairs: [(from: Name, to: Name)], _ stage: Stage, _ result: inout ResolvedPipeline, _ context: Context
  ) throws(Diagnostic) {
    for pair in pairs {
      let shown = try output(result.scope).map(\.name)
      guard shown.contains(pair.from.text) else {
        throw unknown(pair.from, rowContext(result.scope, context))
      }
      if shown.contains(pair.to.text) {
        throw Diagnostic(TypeCode.duplicateColumn, at: pair.to.range, ["name": pair.to.text])
      }
      if let index = result.scope.columns.firstIndex(where: { $0.name == pair.from.text }) {
        result.scope.columns[index].name = pair.to.text
        result.scope.columns[index].label = nil
      } else {
        result.scope.renamed[result.scope.field(called: pair.from.text)] = pair.to.text
      }
    }
    result.scope.isSingleValue = false
  }

  /// Makes what a row of an entity shows into columns of its own, before some are dropped or renamed.
  private func materialize(_ result: inout ResolvedPipeline, _ range: SourceRange?) throws(Diagnostic) {
    let shown = try output(result.scope)
    let columns = shown.enumerated().map { index, column in
      ScopeColumn(
        name: column.name, label: column.label, type: column.expression.type, slot: index,
        isKey: column.isKey, namesMissing: column.namesMissing, isSetKey: column.isSetKey)
    }
    let none = range ?? SourceRange(SourceID(0), 0, 0)
    result.stages.append(PlanStage(.project(shown.map(\.expression)), none))
    result.scope = RowScope(
      entity: nil, snapshot: result.scope.snapshot, columns: columns, slotCount: columns.count)
  }

  private func top(
    _ count: Expression, _ keys: [SortKey], _ isBottom: Bool, _ per: [Expression], _ stage: Stage,
    _ result: inout ResolvedPipeline, _ rows: Context
  ) throws(Diagnostic) {
    let number = try wholeNumber(count, rows, from: 0)
    if let key = keys.first(where: \.isDescending) {
      throw Diagnostic(
        TypeCode.directionInTop, at: key.expression.range, ["stage": isBottom ? "bottom" : "top"]
      ).fix("\(isBottom ? "top" : "bottom") \(number) by \(Formatter.text(key.expression))", at: stage.range)
        .fix("\(isBottom ? "bottom" : "top") \(number) by \(Formatter.text(key.expression))", at: stage.range)
    }
    var order = try orderKeys(keys, rows)
    if !isBottom { for index in order.indices { order[index].isDescending.toggle() } }
    let groups = try resolveAll(per, rows)
    result.stages.append(
      PlanStage(
        .top(number, by: order, stage: isBottom ? "bottom" : "top", per: groups), stage.range))
  }

  private func distinct(
    _ items: [NamedExpression], _ stage: Stage, _ result: inout ResolvedPipeline, _ context: Context
  ) throws(Diagnostic) {
    if items.isEmpty {
      let shown = try output(result.scope).map(\.expression)
      result.stages.append(PlanStage(.distinct(shown, keepsRows: true), stage.range))
      return
    }
    let (values, columns) = try columns(items, result.scope, context)
    result.stages.append(PlanStage(.distinct(values, keepsRows: false), stage.range))
    result.scope = RowScope(
      entity: nil, snapshot: result.scope.snapshot, columns: columns, slotCount: columns.count)
  }

  private func expand(
    _ expression: Expression, _ stage: Stage, _ result: inout ResolvedPipeline, _ context: Context
  ) throws(Diagnostic) {
    if case .name(let name) = expression.kind, result.scope.column(name.text) == nil,
      let entityName = result.scope.entity,
      entity(entityName, result.scope.snapshot)?.manyLink(name.text) != nil
    {
      return try expand(link: name, into: &result)
    }
    let value = try resolve(expression, rowContext(result.scope, context))
    guard case .set(let type) = value.type.kind else {
      throw Diagnostic(
        TypeCode.notASet, at: expression.range,
        ["text": Formatter.text(expression), "type": value.type.words])
    }
    result.stages.append(PlanStage(.expandSet(value, type), stage.range))
    let slot = result.scope.slotCount
    result.scope.slotCount += 1
    result.scope.add(
      ScopeColumn(
        name: columnName(expression), label: label(expression, result.scope),
        type: ValueType(.enumeration(type)), slot: slot))
  }

  /// One row a child behind a to-many link; derived columns stay.
  func expand(link name: Name, into result: inout ResolvedPipeline) throws(Diagnostic) {
    guard let entityName = result.scope.entity, let entity = entity(entityName, result.scope.snapshot) else {
      throw Diagnostic(NameCode.notARow, at: name.range, ["text": name.text])
    }
    if entity.field(name.text) != nil, entity.manyLink(name.text) == nil {
      throw Diagnostic(NameCode.fieldAfterRows, at: name.range, ["name": name.text, "entity": entityName])
        .help("| select \(name.text)")
    }
    guard let link = entity.manyLink(name.text) else {
      throw Diagnostic(NameCode.unknownField, at: name.range, ["name": name.text, "entity": entityName])
        .withNearest(
          Suggestion.nearest(to: name.text, among: entity.manyLinks.map(\.name)),
          available: entity.manyLinks.map(\.name))
    }
    _ = try childScope(link, result.scope, name.range)
    result.stages.append(
      PlanStage(.expand(link: link.name, entity: entityName, target: link.target), name.range))
    result.scope.entity = link.target
    result.scope.dropped = []
    result.scope.renamed = [:]
  }

  private func append(
    _ other: Pipeline, _ stage: Stage, _ result: inout ResolvedPipeline, _ context: Context
  ) throws(Diagnostic) {
    var below = try pipeline(other, Context(row: nil, snapshot: context.snapshot))
    if result.scope.isPlainRows, below.scope.isPlainRows, result.scope.entity == below.scope.entity,
      result.scope.snapshot == below.scope.snapshot, result.scope.isJudgedAlike(below.scope)
    {
      result.stages.append(PlanStage(.appendRows(try finish(below)), stage.range))
      return
    }
    if result.scope.entity != nil { try materialize(&result, stage.range) }
    if below.scope.entity != nil { try materialize(&below, other.range) }
    let plan = try finish(below)
    var columns: [TypedExpression?] = Array(repeating: nil, count: result.scope.slotCount)
    for column in result.scope.columns {
      guard let match = plan.output.first(where: { $0.name == column.name }) else { continue }
      guard match.expression.type.kind == column.type.kind else {
        throw Diagnostic(
          TypeCode.appendTypes, at: other.range,
          ["name": column.name, "left": column.type.words, "right": match.expression.type.words])
      }
      columns[column.slot] = match.expression
    }
    for extra in plan.output where result.scope.column(extra.name) == nil {
      let slot = result.scope.slotCount
      result.scope.slotCount += 1
      let missing = TypedExpression(.constant(.missing), extra.expression.type, stage.range)
      result.stages.append(PlanStage(.derive([missing]), stage.range))
      result.scope.add(
        ScopeColumn(name: extra.name, label: extra.label, type: extra.expression.type, slot: slot))
      columns.append(extra.expression)
    }
    result.stages.append(PlanStage(.append(plan, columns: columns), stage.range))
    result.scope.isSingleValue = false
  }

  private func describe(_ stage: Stage, _ result: inout ResolvedPipeline) throws(Diagnostic) {
    let shown = try output(result.scope)
    result.stages.append(PlanStage(.describe(shown), stage.range))
    let names: [(String, ValueType)] = [
      ("column", .text), ("type", .text), ("unit", .text), ("known", .integer), ("missing", .integer),
      ("distinct", .integer), ("min", .number), ("mean", .number), ("median", .number), ("max", .number),
      ("top", .text),
    ]
    let columns = names.enumerated().map { index, item in
      ScopeColumn(name: item.0, label: nil, type: item.1, slot: index, isKey: index == 0)
    }
    result.scope = RowScope(
      entity: nil, snapshot: result.scope.snapshot, columns: columns, slotCount: columns.count)
  }
}
