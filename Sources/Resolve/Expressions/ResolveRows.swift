import Plan
import Schema
import Source
import Store
import Syntax

/// The rows that an aggregate names first.
enum NamedRows {
  /// The rows behind a to-many link of a row: of this one, or of the one that `base` leads to.
  case link(base: TypedExpression?, entity: String, link: ManyLink, filter: [Expression], scope: RowScope)
  /// Rows of their own: a whole entity, a view, a pipeline.
  case whole(ResolvedPipeline)
}

extension Resolver {
  /// The rows that an expression names where an aggregate looks for them; nil where it is a value.
  func rows(named expression: Expression, _ context: Context) throws(Diagnostic) -> NamedRows? {
    let inRow = context.row != nil || context.grouping != nil
    switch expression.kind {
    case .parenthesized(let inner):
      if isSource(inner, context) {
        return .whole(try pipeline(inner, Context(row: nil, snapshot: context.snapshot)))
      }
      return nil
    case .pipeline:
      return .whole(try pipeline(expression, context))
    case .filtered(let base, let condition):
      guard let named = try rows(named: base, context) else { return nil }
      return try filtered(named, condition, context)
    case .name(let name):
      if context.arguments[name.text] != nil, let binding = context.arguments[name.text] {
        return try rows(named: binding.expression, inPlace(binding, context))
      }
      if inRow { return try linkOrView(name, context) }
      return isSource(expression, context) ? .whole(try pipeline(expression, context)) : nil
    case .member(let base, let name):
      return try linkBehind(base, name, context)
    case .at:
      guard isSource(expression, context) else { return nil }
      if inRow {
        let text = Formatter.text(expression)
        throw Diagnostic(TypeCode.notRows, at: expression.range, ["name": text]).fix("(\(text))")
      }
      return .whole(try pipeline(expression, context))
    default: return nil
    }
  }

  private func filtered(_ rows: NamedRows, _ condition: Expression, _ context: Context)
    throws(Diagnostic) -> NamedRows
  {
    switch rows {
    case .link(let base, let entity, let link, let filter, let scope):
      return .link(base: base, entity: entity, link: link, filter: filter + [condition], scope: scope)
    case .whole(var pipeline):
      let test = try self.condition(condition, rowContext(pipeline.scope, context))
      pipeline.stages.append(PlanStage(.filter(test), condition.range))
      return .whole(pipeline)
    }
  }

  /// In a row: a to-many link of it, or a view that only filters the entity of one.
  private func linkOrView(_ name: Name, _ context: Context) throws(Diagnostic) -> NamedRows? {
    let rowContext = context.grouping.map { context.rowsOfGroups($0) } ?? context
    guard let row = rowContext.row else { return nil }
    if row.column(name.text) != nil { return nil }
    if let entityName = row.entity, let entity = entity(entityName, row.snapshot) {
      if entity.field(name.text) != nil { return nil }
      if let link = entity.manyLink(name.text) {
        return .link(
          base: nil, entity: entityName, link: link, filter: [],
          scope: try childScope(link, row, name.range))
      }
      if let view = try viewOfLink(name, entityName, entity, row, rowContext) { return view }
    }
    let isRows = isSource(Expression(.name(name), name.range), context)
    guard isRows else { return nil }
    throw Diagnostic(TypeCode.notRows, at: name.range, ["name": name.text])
      .fix("(\(name.text))")
  }

  /// A view that does nothing but filter rows of an entity behind a to-many link: the row's own part of it.
  private func viewOfLink(
    _ name: Name, _ entityName: String, _ entity: Entity, _ row: RowScope, _ context: Context
  ) throws(Diagnostic) -> NamedRows? {
    guard let entry = definitions[name.text], case .view(let body) = entry.body else { return nil }
    guard let (target, filters) = onlyFilters(body, depth: 0),
      let link = entity.manyLinks.first(where: { $0.target == target })
    else { return nil }
    return .link(
      base: nil, entity: entityName, link: link, filter: filters,
      scope: try childScope(link, row, name.range))
  }

  /// The entity and the conditions of a view that only filters.
  func onlyFilters(_ body: Pipeline, depth: Int) -> (entity: String, filters: [Expression])? {
    guard depth < 32 else { return nil }
    var filters: [Expression] = []
    for stage in body.stages {
      guard case .filter(let condition) = stage.kind else { return nil }
      filters.append(condition)
    }
    switch body.source.kind {
    case .name(let name):
      if schema.entity(name.text) != nil { return (name.text, filters) }
      guard let entry = definitions[name.text], case .view(let inner) = entry.body,
        let found = onlyFilters(inner, depth: depth + 1)
      else { return nil }
      return (found.entity, found.filters + filters)
    case .filtered(let base, let condition):
      guard let found = onlyFilters(Pipeline(base, []), depth: depth + 1) else { return nil }
      return (found.entity, found.filters + [condition] + filters)
    case .pipeline(let inner):
      guard let found = onlyFilters(inner, depth: depth + 1) else { return nil }
      return (found.entity, found.filters + filters)
    case .parenthesized(let inner):
      guard let found = onlyFilters(Pipeline(inner, []), depth: depth + 1) else { return nil }
      return (found.entity, found.filters + filters)
    default: return nil
    }
  }

  /// `commune.households`: the rows behind the to-many link of a row that a path leads to.
  private func linkBehind(_ base: Expression, _ name: Name, _ context: Context) throws(Diagnostic)
    -> NamedRows?
  {
    let rowContext = context.grouping.map { context.rowsOfGroups($0) } ?? context
    if rowContext.row == nil {
      let whole = Expression(.member(base, name), base.range.union(name.range))
      return isSource(whole, context) ? .whole(try pipeline(whole, context)) : nil
    }
    guard !isOuter(base), let path = try? resolve(base, rowContext),
      case .entity(let entityName, _) = path.type.kind,
      let link = entity(entityName, rowContext.row?.snapshot ?? context.snapshot)?.manyLink(name.text)
    else { return nil }
    let row = rowContext.row ?? RowScope(entity: nil, snapshot: context.snapshot)
    return .link(
      base: path, entity: entityName, link: link, filter: [],
      scope: try childScope(link, row, name.range))
  }

  private func isOuter(_ expression: Expression) -> Bool {
    if case .name(let name) = expression.kind { return name.text == "outer" && !name.isQuoted }
    return false
  }

  /// The scope of the rows behind a link; an error where the snapshot does not carry them.
  func childScope(_ link: ManyLink, _ row: RowScope, _ range: SourceRange) throws(Diagnostic) -> RowScope {
    guard table(link.target, row.snapshot) != nil else {
      throw Diagnostic(
        NameCode.entityNotInSnapshot, at: range,
        ["entity": link.target, "snapshot": catalog[row.snapshot].label])
    }
    return row.ofEntity(link.target)
  }

  func rowContext(_ scope: RowScope, _ context: Context) -> Context {
    var inner = context
    inner.row = scope
    inner.outer = nil
    inner.grouping = nil
    inner.allowsWindows = false
    return inner
  }
}
