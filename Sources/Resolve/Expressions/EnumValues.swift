import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  func enumValue(named name: String, _ type: EnumType, _ range: SourceRange) -> TypedExpression? {
    guard let code = type.code(of: name) else { return nil }
    return TypedExpression(
      .constant(.enumeration(Int32(code))), ValueType(.enumeration(type)), range, text: name)
  }

  /// A value by its name or by its label in either language, without regard to case and marks.
  func enumValue(label: String, _ type: EnumType, _ range: SourceRange) throws(Diagnostic) -> TypedExpression
  {
    if let value = enumValue(named: label, type, range) { return value }
    let wanted = label.folded
    let found = type.values.indices.filter {
      type.values[$0].label.vi.folded == wanted || type.values[$0].label.en.folded == wanted
        || type.values[$0].name.folded == wanted
    }
    guard let code = found.first else { throw noValue("\"\(label)\"", type, range) }
    return TypedExpression(
      .constant(.enumeration(Int32(code))), ValueType(.enumeration(type)), range, text: type.values[code].name
    )
  }

  /// `.poor`: the value of the expected type, or of the one type that has it.
  func dotValue(_ name: Name, _ expected: ValueType?) throws(Diagnostic) -> TypedExpression {
    switch expected?.kind {
    case .enumeration(let type):
      guard let value = enumValue(named: name.text, type, name.range) else {
        throw noValue(".\(name.text)", type, name.range)
      }
      return value
    case .set(let type):
      guard let value = enumValue(named: name.text, type, name.range) else {
        throw noValue(".\(name.text)", type, name.range)
      }
      return singleton(value, type)
    default: break
    }
    let types = schema.enums.filter { $0.code(of: name.text) != nil }
    if types.count == 1, let value = enumValue(named: name.text, types[0], name.range) { return value }
    if types.count > 1 {
      let list = types.map(\.name).joined(separator: ", ")
      throw Diagnostic(NameCode.ambiguousValue, at: name.range, ["name": ".\(name.text)", "types": list])
    }
    throw Diagnostic(NameCode.unknownName, at: name.range, ["name": ".\(name.text)"])
  }

  /// The error for a value that an enum lacks, with the values it has.
  func noValue(_ text: String, _ type: EnumType, _ range: SourceRange) -> Diagnostic {
    let near = Suggestion.nearest(to: text, among: type.values.map(\.name))
    let list = type.values.map { "\($0.name) “\($0.label.vi)”" }.joined(separator: ", ")
    let listEnglish = type.values.map { "\($0.name) “\($0.label.en)”" }.joined(separator: ", ")
    var diagnostic = Diagnostic(NameCode.unknownValue, at: range, ["name": text, "type": type.name])
      .note(en: "values: \(listEnglish)", vi: "các giá trị: \(list)")
    for name in near { diagnostic = diagnostic.fix(name) }
    return diagnostic
  }

  func singleton(_ value: TypedExpression, _ type: EnumType) -> TypedExpression {
    if case .constant(.enumeration(let code)) = value.kind {
      return TypedExpression(
        .constant(.set(1 << UInt64(code))), ValueType(.set(type)), value.range, text: value.text)
    }
    return TypedExpression(.singleton(value), ValueType(.set(type)), value.range, text: value.text)
  }

  /// `(water, toilet)`, `()`: a set of the expected enum, or of the enum that its elements share.
  func setLiteral(
    _ elements: [Expression], _ range: SourceRange, _ context: Context, _ expected: ValueType?
  ) throws(Diagnostic) -> TypedExpression {
    var type: EnumType?
    switch expected?.kind {
    case .set(let of), .enumeration(let of): type = of
    default: break
    }
    var result: TypedExpression?
    for element in elements {
      let value = try resolve(
        element, context, expecting: type.map { ValueType(.enumeration($0)) })
      guard case .enumeration(let of) = value.type.kind, type == nil || type == of else {
        throw Diagnostic(
          TypeCode.notASet, at: element.range,
          ["text": Formatter.text(element), "type": value.type.words])
      }
      type = of
      let one = singleton(value, of)
      guard let sum = result else {
        result = one
        continue
      }
      if case .constant(.set(let a)) = sum.kind, case .constant(.set(let b)) = one.kind {
        result = TypedExpression(.constant(.set(a | b)), one.type, range)
      } else {
        result = TypedExpression(.join(sum, one), one.type, range)
      }
    }
    if let result { return result }
    guard let type else {
      throw Diagnostic(TypeCode.notASet, at: range, ["text": "()", "type": "a set of no known type"])
    }
    return TypedExpression(.constant(.set(0)), ValueType(.set(type)), range, text: "()")
  }

  /// A set as it is, an enum value as the set of itself.
  func asSet(_ value: TypedExpression) -> TypedExpression {
    if case .enumeration(let type) = value.type.kind { return singleton(value, type) }
    return value
  }
}
