import Schema
import Source

/// The model with the snapshot's own entities, fields and enums, so that a file says by itself what its columns mean.
struct SchemaWriting {
  private var writer = ByteWriter()
  /// Every enum that the schema or one of its fields names; fields name them by number.
  private var enums: [EnumType] = []
  private var numbers: [String: [Int]] = [:]

  /// The schema as bytes.
  static func bytes(_ schema: Schema) -> ContiguousArray<UInt8> {
    var writing = SchemaWriting()
    for type in schema.enums { _ = writing.number(of: type) }
    for entity in schema.entities {
      for field in entity.fields { writing.collect(field.type.kind) }
    }
    writing.write(schema)
    return writing.writer.bytes
  }

  private mutating func collect(_ kind: ValueKind) {
    switch kind {
    case .enumeration(let type), .set(let type): _ = number(of: type)
    case .list(let element): collect(element)
    default: break
    }
  }

  /// The number of an enum, which is the next one where it is new.
  private mutating func number(of type: EnumType) -> Int {
    for number in numbers[type.name] ?? [] {
      if enums[number] == type, enums[number].isOrdered == type.isOrdered { return number }
    }
    numbers[type.name, default: []].append(enums.count)
    enums.append(type)
    return enums.count - 1
  }

  private mutating func write(_ schema: Schema) {
    writer.write(list: enums) { writer, type in
      writer.write(type.name)
      writer.write(type.isOrdered)
      writer.write(list: type.values) {
        $0.write($1.name)
        $0.write($1.label)
      }
    }
    let named = schema.enums.map { number(of: $0) }
    writer.write(list: named) { $0.write(count: $1) }
    writer.write(count: schema.entities.count)
    for entity in schema.entities { write(entity) }
    let roles = schema.roles
    for text in [roles.population, roles.size, roles.people, roles.peopleLink, roles.places] {
      writer.write(text)
    }
    writer.write(list: roles.levels) { $0.write($1) }
    writer.write(list: roles.assessment.map(names) ?? []) { $0.write($1) }
  }

  private func names(_ roles: AssessmentRoles) -> [String] {
    [
      roles.classField, roles.recordedLacks, roles.score, roles.pointsPerLack, roles.income, roles.incomeLine,
      roles.programme.supports, roles.programme.project, roles.programme.date, roles.programme.projects,
    ]
  }

  private mutating func write(_ entity: Entity) {
    writer.write(entity.name)
    writer.write(entity.singular)
    writer.write(entity.label)
    writer.write(list: entity.key) { $0.write($1) }
    writer.write(optional: entity.nameField) { $0.write($1) }
    writer.write(count: entity.fields.count)
    for field in entity.fields { write(field) }
    writer.write(list: entity.manyLinks) {
      $0.write($1.name)
      $0.write($1.target)
      $0.write($1.inverse)
      $0.write($1.holdsSubtree)
    }
  }

  private mutating func write(_ field: Field) {
    writer.write(field.name)
    write(field.type.kind)
    writer.write(optional: field.type.unit) { $0.write($1.symbol) }
    writer.write(SchemaTags.display(field.type.display))
    writer.write(field.label)
    writer.write(SchemaTags.privacy(field.privacy))
    switch field.origin {
    case .stored: writer.write(UInt8(0))
    case .placeLevel(let link, let level):
      writer.write(UInt8(1))
      writer.write(link)
      writer.write(level)
    }
  }

  private mutating func write(_ kind: ValueKind) {
    switch kind {
    case .boolean: writer.write(UInt8(0))
    case .integer: writer.write(UInt8(1))
    case .number: writer.write(UInt8(2))
    case .share: writer.write(UInt8(3))
    case .points: writer.write(UInt8(4))
    case .text: writer.write(UInt8(5))
    case .date: writer.write(UInt8(6))
    case .enumeration(let type):
      writer.write(UInt8(7))
      writer.write(count: number(of: type))
    case .set(let type):
      writer.write(UInt8(8))
      writer.write(count: number(of: type))
    case .entity(let name, let level):
      writer.write(UInt8(9))
      writer.write(name)
      writer.write(optional: level) { $0.write($1) }
    case .list(let element):
      writer.write(UInt8(10))
      write(element)
    case .missing: writer.write(UInt8(11))
    }
  }
}

/// The numbers that stand for closed lists of words; they never change their meaning within a version.
enum SchemaTags {
  static let displays: [Display] = [.plain, .ungrouped, .month, .quarter, .year]
  static let privacies: [Privacy] = [.open, .personal, .sensitive]

  static func display(_ display: Display) -> UInt8 {
    UInt8(truncatingIfNeeded: displays.firstIndex(of: display) ?? 0)
  }

  static func privacy(_ privacy: Privacy) -> UInt8 {
    UInt8(truncatingIfNeeded: privacies.firstIndex(of: privacy) ?? 0)
  }
}

extension ByteWriter {
  mutating func write(_ label: Localized) {
    write(label.en)
    write(label.vi)
  }
}
