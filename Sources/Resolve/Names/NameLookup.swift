import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// The expression that a bare name stands for, or nil where nothing is called so here.
  ///
  /// In this order: an argument of a function, `outer`, a column, a field or link of the row, a computed field, the row
  /// itself, a definition.
  func lookUp(_ name: Name, _ context: Context, expecting expected: ValueType? = nil) throws(Diagnostic)
    -> TypedExpression?
  {
    if let binding = context.arguments[name.text] {
      return try resolve(binding.expression, inPlace(binding, context), expecting: expected)
    }
    if let grouping = context.grouping {
      if let found = try lookUp(name, in: grouping) { return found }
      return try definition(name, context, expected)
    }
    if let row = context.row {
      if let column = row.column(name.text) {
        return TypedExpression(
          .column(column.slot), column.type, name.range, text: name.text, openness: column.openness)
      }
      if let found = try fieldOrRow(name, row, context) { return found }
    }
    if let found = try definition(name, context, expected) { return found }
    if catalog.isModelOnly, context.row?.hasOpenColumns == true {
      // A column that the data will name.
      return TypedExpression(.constant(.missing), ValueType(.missing), name.range, text: name.text)
    }
    return nil
  }

  /// The context in which an argument is read: where its parameter stands, with the names of the call.
  func inPlace(_ binding: Context.Binding, _ context: Context) -> Context {
    var place = context
    place.arguments = binding.context.arguments
    return place
  }

  /// A key, or an aggregate named before, in the outputs of `summarize`.
  private func lookUp(_ name: Name, in grouping: Grouping) throws(Diagnostic) -> TypedExpression? {
    if let index = grouping.outputs.lastIndex(where: { $0.name == name.text }) {
      return TypedExpression(.output(index), grouping.outputs[index].type, name.range, text: name.text)
    }
    if let index = grouping.keys.firstIndex(where: { $0.name == name.text }) {
      return TypedExpression(.key(index), grouping.keys[index].type, name.range, text: name.text)
    }
    guard definitions[name.text] == nil, try lookUp(name, grouping.rows) != nil else { return nil }
    throw Diagnostic(TypeCode.notAggregated, at: name.range, ["name": name.text])
      .fix("mean(\(name.text))")
  }

  /// A field, link, level, computed field or the row itself, of the entity at hand.
  func fieldOrRow(_ name: Name, _ row: RowScope, _ context: Context) throws(Diagnostic) -> TypedExpression? {
    guard let entityName = row.entity, let entity = entity(entityName, row.snapshot) else { return nil }
    if row.renamed[name.text] == nil, !row.dropped.contains(row.field(called: name.text)),
      let field = entity.field(row.field(called: name.text))
    {
      return try fieldExpression(field, of: entity, row, name.range, context)
    }
    if let entry = fieldDefinitions[entityName]?[name.text], case .expression(let body) = entry.body {
      return try unfold(name, context) { (inner) throws(Diagnostic) in
        var computed = inner
        computed.row = row.ofEntity(entityName)
        computed.allowsWindows = false
        return try self.resolve(body, computed)
      }
    }
    if let value = try assessedValue(name.text, row, name.range, context) { return value }
    if let value = try ruledValue(name.text, row, name.range, context) { return value }
    if name.text == entity.singular {
      return TypedExpression(.row, ValueType(.entity(entityName, level: nil)), name.range, text: name.text)
    }
    if name.text == "snapshot_date" {
      let constant: Constant = catalog[row.snapshot].date.map { .date($0.days) } ?? .missing
      return TypedExpression(.constant(constant), .date, name.range, text: name.text)
    }
    if entity.manyLink(name.text) != nil {
      throw Diagnostic(NameCode.manyLinkAsField, at: name.range, ["name": name.text])
        .fix("any(\(name.text))").fix("count(\(name.text))")
    }
    return nil
  }

  /// A field of a row: what was supposed of it, or what the snapshot has.
  ///
  /// Inside a standard a fact that the snapshot does not carry is missing.
  private func fieldExpression(
    _ field: Field, of entity: Entity, _ row: RowScope, _ range: SourceRange, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    if let entry = row.overlay?.entries[Overlay.key(entity.name, field.name)] {
      return TypedExpression(.supposed(entry.number), entry.type, range, text: field.name)
    }
    do throws(Diagnostic) {
      return try fieldExpression(field, of: entity, row.snapshot, range)
    } catch {
      guard let scope = context.standardScope else { throw error }
      scope.absent.insert("\(entity.name).\(field.name)")
      return TypedExpression(.constant(.missing), field.type, range, text: field.name)
    }
  }

  /// A field as it is read from the snapshot; an error where the snapshot does not carry it.
  func fieldExpression(_ field: Field, of entity: Entity, _ snapshot: SnapshotID, _ range: SourceRange)
    throws(Diagnostic) -> TypedExpression
  {
    switch field.origin {
    case .stored:
      guard table(entity.name, snapshot)?.columns.has(field.name) ?? false else {
        throw notCarried(field.name, entity.name, snapshot, range)
      }
      return TypedExpression(.field(field.name), field.type, range, text: field.name)
    case .placeLevel(let link, let level):
      let base: TypedExpression
      if link.isEmpty {
        base = TypedExpression(.row, ValueType(.entity(entity.name, level: nil)), range)
      } else {
        guard let linkField = entity.field(link) else {
          throw notCarried(field.name, entity.name, snapshot, range)
        }
        base = try fieldExpression(linkField, of: entity, snapshot, range)
      }
      let index = schema.roles.levels.firstIndex(of: level) ?? 0
      return TypedExpression(.ancestor(base, level: index), field.type, range, text: field.name)
    }
  }

  private func notCarried(_ field: String, _ entity: String, _ snapshot: SnapshotID, _ range: SourceRange)
    -> Diagnostic
  {
    let carried = table(entity, snapshot)?.columns.keys ?? []
    return Diagnostic(
      NameCode.notInSnapshot, at: range,
      ["name": field, "entity": entity, "snapshot": catalog[snapshot].label]
    ).note(
      en: "it has: \(carried.joined(separator: ", "))", vi: "bộ này có: \(carried.joined(separator: ", "))")
  }

  /// A definition put in place.
  private func definition(_ name: Name, _ context: Context, _ expected: ValueType?) throws(Diagnostic)
    -> TypedExpression?
  {
    guard let entry = definitions[name.text] else { return nil }
    switch entry.body {
    case .value(let expression):
      entry.assumed.forEach(noteAssumption)
      return expression
    case .expression(let body):
      return try unfold(name, context) { (inner) throws(Diagnostic) in
        try self.resolve(body, inner, expecting: expected)
      }
    case .view(let pipeline):
      return try unfold(name, context) { (inner) throws(Diagnostic) in
        try self.scalar(pipeline, name.range, inner)
      }
    case .function:
      throw Diagnostic(
        TypeCode.argumentCount, at: name.range, ["function": name.text, "signature": signature(entry)])
    }
  }

  func signature(_ entry: DefinitionEntry) -> String {
    guard case .function(let parameters, _) = entry.body else { return entry.name.text }
    return "\(entry.name.text)(\(parameters.map(\.text).joined(separator: ", ")))"
  }

  /// Resolves the body of a definition, refusing one that leads back to itself.
  func unfold<T>(_ name: Name, _ context: Context, _ body: (Context) throws(Diagnostic) -> T)
    throws(Diagnostic) -> T
  {
    guard !context.unfolding.contains(name.text) else {
      throw Diagnostic(ScriptCode.recursion, at: name.range, ["name": name.text])
    }
    unfoldings += 1
    guard unfoldings <= Resolver.unfoldingLimit else {
      throw Diagnostic(SyntaxCode.tooDeep, at: name.range, ["limit": String(Resolver.unfoldingLimit)])
    }
    guard context.unfolding.count < 100 else {
      throw Diagnostic(SyntaxCode.tooDeep, at: name.range, ["limit": "100"])
    }
    var inner = context
    inner.unfolding.append(name.text)
    return try body(inner)
  }

  /// The error for a name that nothing here bears, with what is near and what is available.
  func unknown(_ name: Name, _ context: Context) -> Diagnostic {
    if let outer = context.outer?.context.row, let entity = context.row?.entity {
      if outer.column(name.text) != nil
        || outer.entity.flatMap({ self.entity($0, outer.snapshot) })?.field(name.text) != nil
      {
        return Diagnostic(NameCode.nameOfOuterRow, at: name.range, ["name": name.text, "entity": entity])
          .fix("outer.\(name.text)")
      }
    }
    if context.row == nil, context.grouping == nil,
      let owner = schema.entities.first(where: { $0.field(name.text) != nil })
    {
      return Diagnostic(NameCode.noRow, at: name.range, ["name": name.text])
        .help("\(owner.name) | select \(name.text)")
    }
    if AssessedField(rawValue: name.text) != nil,
      let entity = context.row?.entity.flatMap({ schema.entity($0) }),
      entity.name != schema.roles.population
    {
      return assessedElsewhere(name, entity)
    }
    let available = names(context)
    let near = Suggestion.nearest(to: name.text, among: available + Array(definitions.keys).sorted())
    var diagnostic = Diagnostic(NameCode.unknownName, at: name.range, ["name": name.text])
    if near.isEmpty {
      let list = available.prefix(24).joined(separator: ", ")
      if !list.isEmpty { diagnostic = diagnostic.note(en: "available: \(list)", vi: "có thể dùng: \(list)") }
    } else {
      let list = near.joined(separator: ", ")
      diagnostic = diagnostic.note(en: "nearest: \(list)", vi: "gần nhất: \(list)")
    }
    for candidate in near { diagnostic = diagnostic.fix(candidate) }
    return modelOnly(diagnostic)
  }

  /// A value of standards asked of rows that none assesses; offers the way to those that they do.
  private func assessedElsewhere(_ name: Name, _ entity: Entity) -> Diagnostic {
    let diagnostic = Diagnostic(
      StandardCode.noStandards, at: name.range, ["name": name.text, "entity": entity.name])
    let link = entity.fields.first { $0.target == schema.roles.population }
    return link.map { diagnostic.fix("\($0.name).\(name.text)") } ?? diagnostic
  }

  /// Says, where there are no data, that a name may be one that only they have.
  func modelOnly(_ diagnostic: Diagnostic) -> Diagnostic {
    guard catalog.isModelOnly else { return diagnostic }
    return diagnostic.note(
      en: "names that only a snapshot has are known with it: nep check SCRIPT SNAPSHOT",
      vi: "tên riêng của bộ dữ liệu chỉ biết được khi nêu bộ đó: nep check KỊCH_BẢN BỘ_DỮ_LIỆU")
  }

  /// The names that may stand in a context, in model order.
  func names(_ context: Context) -> [String] {
    if let grouping = context.grouping {
      return grouping.outputs.map(\.name) + grouping.keys.map(\.name)
    }
    guard let row = context.row else { return [] }
    var result = row.columns.map(\.name)
    if let name = row.entity, let entity = entity(name, row.snapshot) {
      let table = table(name, row.snapshot)
      result += entity.fields.filter { $0.origin != .stored || table?.columns[$0.name] != nil }.map(\.name)
      result += (fieldDefinitions[name]?.keys).map { $0.sorted() } ?? []
    }
    return result
  }
}
