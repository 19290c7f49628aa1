import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// The snapshot that a reference names.
  func snapshot(_ reference: SnapshotReference, _ range: SourceRange) throws(Diagnostic) -> SnapshotID {
    switch reference {
    case .label(let text):
      return try snapshot(text, date: Resolver.date(text), range)
    case .date(let date, let text):
      return try snapshot(text, date: date, range)
    case .parameter(let name):
      guard let value = parameters[name.text] else {
        throw Diagnostic(NameCode.unknownParameter, at: name.range, ["name": name.text])
      }
      return try snapshot(value.text, date: Resolver.date(value.text), range)
    }
  }

  func snapshot(_ text: String, date: CivilDate?, _ range: SourceRange?) throws(Diagnostic) -> SnapshotID {
    if let id = catalog.find(text, date: date) { return id }
    if catalog.isModelOnly { return catalog.assume(text) }
    if text == "previous" {
      throw Diagnostic(
        NameCode.noPreviousSnapshot, at: range, ["snapshot": catalog[catalog.current].label])
    }
    let loaded = catalog.labels.joined(separator: ", ")
    throw Diagnostic(NameCode.unknownSnapshot, at: range, ["label": text])
      .note(en: "loaded: \(loaded)", vi: "đã nạp: \(loaded)")
  }

  /// A month as its last day, or a date, where a label is written so (`2023-06`, `2023_06`).
  static func date(_ text: String) -> CivilDate? {
    let parts = text.split(separator: text.contains("_") ? "_" : "-").map(String.init)
    guard parts.count == 2 || parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    if parts.count == 3 { return Int(parts[2]).flatMap { CivilDate(year: year, month: month, day: $0) } }
    return CivilDate(year: year, month: month, day: CivilDate.length(ofMonth: month, year: year))
  }

  /// `class@2022`, `household.class@2022`, `present@2022`: the value of the row's counterpart then.
  func resolveAt(_ base: Expression, _ reference: SnapshotReference, _ range: SourceRange, _ context: Context)
    throws(Diagnostic) -> TypedExpression
  {
    let id = try snapshot(reference, range)
    if case .member(let prefix, let name) = base.kind {
      let link = try resolve(prefix, context)
      guard case .entity(let entityName, _) = link.type.kind else { throw notALink(link, prefix) }
      var inner = context
      inner.row =
        context.row?.ofEntity(entityName) ?? RowScope(entity: entityName, snapshot: context.snapshot)
      let value = try aligned(name, base.range, id, entityName, inner)
      return opened(value, base.range) { part in
        TypedExpression(
          .follow(link: link, entity: entityName, value: part), part.type, base.range,
          text: Formatter.text(base))
      }
    }
    guard case .name(let name) = base.kind, let row = context.row, let entityName = row.entity else {
      throw Diagnostic(NameCode.notARow, at: base.range, ["text": Formatter.text(base)])
    }
    return try aligned(name, base.range, id, entityName, context)
  }

  private func aligned(
    _ name: Name, _ range: SourceRange, _ id: SnapshotID, _ entityName: String, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    if name.text == "present" {
      try refuseWithoutKey(entityName, id, range)
      return TypedExpression(.present(id, entity: entityName), .boolean, range, text: "present")
    }
    let value = try valueThen(Expression(.name(name), range), id, entityName, context)
    return opened(value, range) { part in
      TypedExpression(.aligned(id, entity: entityName, value: part), part.type, range, text: name.text)
    }
  }

  /// An expression read on a row of an entity in another snapshot.
  func valueThen(_ expression: Expression, _ id: SnapshotID, _ entityName: String, _ context: Context)
    throws(Diagnostic) -> TypedExpression
  {
    guard table(entityName, id) != nil else {
      throw Diagnostic(
        NameCode.entityNotInSnapshot, at: expression.range,
        ["entity": entityName, "snapshot": catalog[id].label])
    }
    try refuseWithoutKey(entityName, id, expression.range)
    var then = context
    then.row = RowScope(entity: entityName, snapshot: id)
    then.row?.standard = context.row?.standard
    return try resolve(expression, then)
  }

  /// Rows without a key cannot be found again in another snapshot.
  private func refuseWithoutKey(_ entityName: String, _ id: SnapshotID, _ range: SourceRange)
    throws(Diagnostic)
  {
    guard let entity = entity(entityName, id), entity.key.isEmpty else { return }
    throw Diagnostic(NameCode.noKey, at: range, ["entity": entityName])
  }

  func notALink(_ link: TypedExpression, _ expression: Expression) -> Diagnostic {
    Diagnostic(
      NameCode.notALink, at: expression.range,
      ["text": Formatter.text(expression), "type": link.type.words])
  }
}
