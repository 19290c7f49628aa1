import Schema
import Source

/// A type as a manifest names it.
struct OwnType {
  var type: ValueType

  init(_ type: ValueType) { self.type = type }
}

/// A field as a manifest declares it; what is nil is the model's, or left at its default.
struct OwnField {
  var name: String
  var type: OwnType?
  var unit: String?
  var label: Localized?
  var privacy: Privacy?
}

/// Extends the model by a snapshot's own entities, fields and links.
struct SchemaBuilder {
  var schema: Schema

  init(_ schema: Schema) { self.schema = schema }

  /// What is wrong with a declaration, still without its place in the file.
  struct Refusal: Error {
    var code: DataCode
    var arguments: [String: String]
  }

  private static let plainTypes: [(name: String, type: ValueType)] = [
    ("integer", .integer), ("number", .number), ("money", ValueType(.integer, unit: Unit("đ"))),
    ("boolean", .boolean), ("text", .text), ("date", .date), ("year", .year),
    ("code", ValueType(.text, display: .ungrouped)),
  ]

  var typeNames: [String] {
    SchemaBuilder.plainTypes.map(\.name) + schema.enums.map(\.name) + schema.entities.map(\.name)
  }

  func type(named name: String) -> OwnType? {
    if let plain = SchemaBuilder.plainTypes.first(where: { $0.name == name }) { return OwnType(plain.type) }
    if let known = schema.enumeration(name) { return OwnType(ValueType(.enumeration(known))) }
    let entity = schema.entity(name) ?? schema.entity(singular: name)
    return entity.map { OwnType(ValueType(.entity($0.name, level: nil))) }
  }

  /// An enum of a field's own, named after the field, and after its entity too where that name has other values.
  mutating func enumeration(_ field: String, of entity: String, ordered: Bool, _ values: [EnumValue])
    -> EnumType
  {
    for name in [field, "\(entity)_\(field)"] {
      let type = EnumType(name, ordered: ordered, values)
      guard let known = schema.enumeration(name) else {
        schema.enums.append(type)
        return type
      }
      if known == type, known.isOrdered == ordered { return known }
    }
    return EnumType("\(entity)_\(field)", ordered: ordered, values)
  }

  /// Adds a field to an entity, and to its target the link back.
  mutating func add(_ own: OwnField, to entity: String) throws(Refusal) {
    guard let index = schema.entities.firstIndex(where: { $0.name == entity }) else { return }
    if let known = schema.entities[index].field(own.name) {
      try checkAgreement(own, known, entity)
      return
    }
    var type = (own.type ?? OwnType(.number)).type
    if let unit = own.unit { type.unit = Unit(unit) }
    let field = Field(own.name, type, own.label ?? Localized(own.name), privacy: own.privacy ?? .open)
    schema.entities[index].fields.append(field)
    if let target = field.target { addLinkBack(from: entity, field.name, to: target) }
  }

  /// A field of the model keeps its type.
  private func checkAgreement(_ own: OwnField, _ known: Field, _ entity: String) throws(Refusal) {
    guard let type = own.type?.type else { return }
    let sameKind: Bool
    switch (type.kind, known.type.kind) {
    case (.enumeration(let a), .enumeration(let b)), (.set(let a), .set(let b)):
      sameKind = a.values.map(\.name) == b.values.map(\.name)
    case (.entity(let a, _), .entity(let b, _)): sameKind = a == b
    default: sameKind = type.kind == known.type.kind
    }
    guard sameKind else {
      throw Refusal(code: .fieldTypeClash, arguments: ["field": own.name, "entity": entity])
    }
  }

  /// Every link has its way back, named by the plural, unless the target has that name already.
  private mutating func addLinkBack(from entity: String, _ field: String, to target: String) {
    guard let index = schema.entities.firstIndex(where: { $0.name == target }),
      schema.entities[index].field(entity) == nil, schema.entities[index].manyLink(entity) == nil
    else { return }
    schema.entities[index].manyLinks.append(
      ManyLink(
        entity, to: entity, inverse: field, holdsSubtree: target == schema.roles.places && entity != target))
  }
}
