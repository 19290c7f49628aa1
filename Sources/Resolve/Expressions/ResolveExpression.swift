import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// Gives an expression its meaning and type in a context.
  ///
  /// - Parameter expected: the type of the place where it stands, if that tells what a bare word or text means.
  func resolve(_ expression: Expression, _ context: Context, expecting expected: ValueType? = nil)
    throws(Diagnostic) -> TypedExpression
  {
    let range = expression.range
    switch expression.kind {
    case .number, .date, .boolean, .missing, .text: return try literal(expression, context, expected)
    case .name(let name): return try resolveName(name, context, expected)
    case .enumValue(let name): return try dotValue(name, expected)
    case .parameter(let name):
      guard let value = parameters[name.text] else {
        let near = Suggestion.nearest(to: name.text, among: parameters.keys.sorted())
        throw Diagnostic(NameCode.unknownParameter, at: range, ["name": "$\(name.text)"])
          .withNearest(near.map { "$\($0)" })
      }
      return try value.expression(self, range, context, expected)
    case .member(let base, let name): return try resolveMember(base, name, range, context)
    case .at(let base, let reference, let at): return try resolveAt(base, reference, at, context)
    case .under(let base, let name):
      var under = context
      under.row?.standard = try standard(named: name).head.name.text
      return try resolve(base, under, expecting: expected)
    case .on(_, let date): throw notBuilt("on", date.range)
    case .filtered, .pipeline: return try scalar(Pipeline(expression, []), range, context)
    case .parenthesized(let inner): return try resolve(inner, context, expecting: expected)
    case .unary(let operation, let operand): return try resolveUnary(operation, operand, range, context)
    case .binary(let operation, let left, let right):
      return try resolveBinary(operation, left, right, expression, context, expected)
    case .comparison, .within, .membership, .isMissing, .has:
      return try resolveCondition(expression, context)
    case .tuple(let elements): return try setLiteral(elements, range, context, expected)
    case .conditional(let condition, let first, let second):
      return try resolveConditional(condition, first, second, range, context, expected)
    case .match(let subject, let arms): return try resolveMatch(subject, arms, range, context, expected)
    case .call(let call): return try resolveCall(call, expression, context, expected)
    }
  }

  func notBuilt(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(NameCode.noSuchStage, at: range, ["name": name])
  }

  /// An expression that must be a condition.
  func condition(_ expression: Expression, _ context: Context) throws(Diagnostic) -> TypedExpression {
    let resolved = try resolve(expression, context)
    guard resolved.type.kind == .boolean || resolved.type.kind == .missing else {
      var diagnostic = Diagnostic(
        TypeCode.notTruth, at: expression.range,
        ["text": Formatter.text(expression), "type": resolved.type.words])
      if resolved.type.isNumeric { diagnostic = diagnostic.fix("\(Formatter.text(expression)) > 0") }
      throw diagnostic
    }
    return resolved
  }

  private func literal(_ expression: Expression, _ context: Context, _ expected: ValueType?)
    throws(Diagnostic) -> TypedExpression
  {
    let range = expression.range
    switch expression.kind {
    case .number(let literal):
      switch literal.value {
      case .integer(let value):
        return TypedExpression(.constant(.integer(value)), .integer, range, text: literal.text)
      case .decimal(let value):
        return TypedExpression(.constant(.number(value)), .number, range, text: literal.text)
      }
    case .date(let date): return TypedExpression(.constant(.date(date.days)), .date, range, text: date.iso)
    case .boolean(let value):
      return TypedExpression(.constant(.boolean(value)), .boolean, range, text: "\(value)")
    case .text(let text): return try textLiteral(text, range, context, expected)
    default:
      return TypedExpression(.constant(.missing), expected ?? ValueType(.missing), range, text: "missing")
    }
  }

  /// A text, or what it names where a value of an enum, a place or an entity is expected.
  func textLiteral(_ text: String, _ range: SourceRange, _ context: Context, _ expected: ValueType?)
    throws(Diagnostic) -> TypedExpression
  {
    switch expected?.kind {
    case .enumeration(let type): return try enumValue(label: text, type, range)
    case .set(let type): return singleton(try enumValue(label: text, type, range), type)
    case .entity(let name, let level):
      let snapshot = context.row?.snapshot ?? context.snapshot
      if name == schema.roles.places { return try place(text, level: level, range, snapshot) }
      return try entityKey(text, name, range, snapshot)
    default: return TypedExpression(.constant(.text(text)), .text, range, text: "\"\(text)\"")
    }
  }

  private func resolveName(_ name: Name, _ context: Context, _ expected: ValueType?)
    throws(Diagnostic) -> TypedExpression
  {
    if !name.isQuoted, let expected {
      switch expected.kind {
      case .enumeration(let type):
        if let value = enumValue(named: name.text, type, name.range) { return value }
      case .set(let type):
        if let value = enumValue(named: name.text, type, name.range) { return singleton(value, type) }
      default: break
      }
    }
    if let found = try lookUp(name, context, expecting: expected) { return found }
    if name.text == "it", !name.isQuoted, kept != nil {
      return try scalar(Pipeline(Expression(.name(name), name.range), []), name.range, context)
    }
    switch expected?.kind {
    case .enumeration(let type), .set(let type): throw noValue(name.text, type, name.range)
    case .entity(let entityName, let level):
      let snapshot = context.row?.snapshot ?? context.snapshot
      if entityName == schema.roles.places { return try place(name.text, level: level, name.range, snapshot) }
      return try entityKey(name.text, entityName, name.range, snapshot)
    default: break
    }
    throw unknown(name, context)
  }

  /// `commune.name`, `outer.cap`, `household@2022.class`.
  private func resolveMember(_ base: Expression, _ name: Name, _ range: SourceRange, _ context: Context)
    throws(Diagnostic) -> TypedExpression
  {
    if case .name(let root) = base.kind, root.text == "outer", !root.isQuoted {
      guard let outer = context.outer?.context else {
        throw Diagnostic(NameCode.noOuterRow, at: root.range)
      }
      let value = try resolve(Expression(.name(name), name.range), outer)
      return opened(value, range) { part in
        TypedExpression(.outer(part), part.type, range, text: "outer.\(name.text)")
      }
    }
    if case .at(let inner, let reference, let at) = base.kind {
      let id = try snapshot(reference, at)
      guard let entityName = context.row?.entity else { throw noRowEntity(base) }
      let then = Expression(.member(inner, name), range)
      let value = try valueThen(then, id, entityName, context)
      return opened(value, range) { part in
        TypedExpression(.aligned(id, entity: entityName, value: part), part.type, range, text: name.text)
      }
    }
    let link = try resolve(base, context)
    guard case .entity(let entityName, _) = link.type.kind else { throw notALink(link, base) }
    var inner = context
    inner.row =
      context.row?.ofEntity(entityName) ?? RowScope(entity: entityName, snapshot: context.snapshot)
    inner.grouping = nil
    if let links = entity(entityName, inner.row?.snapshot ?? context.snapshot), links.field(name.text) == nil,
      links.manyLink(name.text) != nil
    {
      let path = "\(Formatter.text(base)).\(name.text)"
      throw Diagnostic(NameCode.manyLinkAsField, at: range, ["name": path])
        .fix("any(\(path))").fix("count(\(path))")
    }
    guard let row = inner.row, let value = try fieldOrRow(name, row, inner) else {
      let names = names(inner)
      throw Diagnostic(NameCode.unknownField, at: name.range, ["name": name.text, "entity": entityName])
        .withNearest(Suggestion.nearest(to: name.text, among: names), available: names)
    }
    if case .row = link.kind {
      var own = value
      own.range = range
      return own
    }
    return opened(value, range) { part in
      TypedExpression(.follow(link: link, entity: entityName, value: part), part.type, range, text: name.text)
    }
  }

  private func noRowEntity(_ base: Expression) -> Diagnostic {
    Diagnostic(NameCode.notARow, at: base.range, ["text": Formatter.text(base)])
  }

  private func resolveUnary(
    _ operation: UnaryOperator, _ operand: Expression, _ range: SourceRange, _ context: Context
  ) throws(Diagnostic) -> TypedExpression {
    switch operation {
    case .not:
      return TypedExpression(.not(try condition(operand, context)), .boolean, range)
    case .minus:
      let value = try resolve(operand, context)
      guard value.type.isNumeric else { throw notNumeric("-", value, operand) }
      if case .constant(.integer(let number)) = value.kind, number != .min {
        return TypedExpression(.constant(.integer(-number)), value.type, range, text: "-\(value.text)")
      }
      if case .constant(.number(let number)) = value.kind {
        return TypedExpression(.constant(.number(-number)), value.type, range, text: "-\(value.text)")
      }
      return TypedExpression(.negate(value), value.type, range)
    }
  }

  func notNumeric(_ operation: String, _ value: TypedExpression, _ expression: Expression) -> Diagnostic {
    Diagnostic(
      TypeCode.notNumeric, at: expression.range,
      ["operator": operation, "type": value.type.words, "text": Formatter.text(expression)])
  }
}

extension Diagnostic {
  /// This diagnostic with the nearest names, or else what is available.
  func withNearest(_ near: [String], available: [String] = []) -> Diagnostic {
    var result = self
    if !near.isEmpty {
      let list = near.joined(separator: ", ")
      result = result.note(en: "nearest: \(list)", vi: "gần nhất: \(list)")
      for name in near { result = result.fix(name) }
    } else if !available.isEmpty {
      let list = available.prefix(24).joined(separator: ", ")
      result = result.note(en: "available: \(list)", vi: "có thể dùng: \(list)")
    }
    return result
  }
}
