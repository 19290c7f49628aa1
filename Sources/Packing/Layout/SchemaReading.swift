import Schema
import Source

/// Reads what `SchemaWriting` wrote.
struct SchemaReading {
  typealias Malformed = ByteReader.Malformed

  private var reader: ByteReader
  private var enums: [EnumType] = []
  /// How deep lists may lie in lists.
  private static let depth = 4

  static func schema(_ bytes: ContiguousArray<UInt8>) throws(Malformed) -> Schema {
    var reading = SchemaReading(reader: ByteReader(bytes))
    let schema = try reading.read()
    guard reading.reader.isAtEnd else { throw Malformed("there is more than a model") }
    return schema
  }

  private init(reader: ByteReader) { self.reader = reader }

  private mutating func read() throws(Malformed) -> Schema {
    enums = try reader.readList { (reader) throws(Malformed) in
      let name = try reader.readText()
      let isOrdered = try reader.readFlag()
      let values = try reader.readList { (reader) throws(Malformed) in
        EnumValue(try reader.readText(), try reader.readLabel())
      }
      return EnumType(name, ordered: isOrdered, values)
    }
    let numbers = try reader.readList { (reader) throws(Malformed) in Int(try reader.read(UInt32.self)) }
    var named: [EnumType] = []
    for number in numbers { named.append(try enumeration(number)) }
    let count = try reader.readCount()
    var entities: [Entity] = []
    for _ in 0..<count { entities.append(try readEntity()) }
    var roles = Roles(
      population: try reader.readText(), size: try reader.readText(), people: try reader.readText(),
      peopleLink: try reader.readText(), places: try reader.readText(),
      levels: try reader.readList { (reader) throws(Malformed) in try reader.readText() })
    roles.assessment = try assessment(
      try reader.readList { (reader) throws(Malformed) in try reader.readText() })
    guard Set(entities.map(\.name)).count == entities.count else {
      throw Malformed("an entity is named twice")
    }
    return Schema(entities: entities, enums: named, roles: roles)
  }

  private func assessment(_ names: [String]) throws(Malformed) -> AssessmentRoles? {
    if names.isEmpty { return nil }
    guard names.count == 10 else { throw Malformed("the roles of an assessment are not ten") }
    return AssessmentRoles(
      classField: names[0], recordedLacks: names[1], score: names[2], pointsPerLack: names[3],
      income: names[4], incomeLine: names[5],
      programme: ProgrammeRoles(
        supports: names[6], project: names[7], date: names[8], projects: names[9]))
  }

  private func enumeration(_ number: Int) throws(Malformed) -> EnumType {
    guard enums.indices.contains(number) else { throw Malformed("an enum is not there") }
    return enums[number]
  }

  private mutating func readEntity() throws(Malformed) -> Entity {
    let name = try reader.readText()
    let singular = try reader.readText()
    let label = try reader.readLabel()
    let key = try reader.readList { (reader) throws(Malformed) in try reader.readText() }
    let nameField = try reader.readOptional { (reader) throws(Malformed) in try reader.readText() }
    let count = try reader.readCount()
    var fields: [Field] = []
    for _ in 0..<count { fields.append(try readField()) }
    let links = try reader.readList { (reader) throws(Malformed) in
      ManyLink(
        try reader.readText(), to: try reader.readText(), inverse: try reader.readText(),
        holdsSubtree: try reader.readFlag())
    }
    return Entity(
      name, singular: singular, label, key: key, nameField: nameField, fields: fields, manyLinks: links)
  }

  private mutating func readField() throws(Malformed) -> Field {
    let name = try reader.readText()
    let kind = try readKind(depth: SchemaReading.depth)
    let unit = try reader.readOptional { (reader) throws(Malformed) in Unit(try reader.readText()) }
    let display = Int(try reader.read(UInt8.self))
    let label = try reader.readLabel()
    let privacy = Int(try reader.read(UInt8.self))
    guard SchemaTags.displays.indices.contains(display), SchemaTags.privacies.indices.contains(privacy) else {
      throw Malformed("an unknown word for \(name)")
    }
    let origin: FieldOrigin
    switch try reader.read(UInt8.self) {
    case 0: origin = .stored
    case 1: origin = .placeLevel(link: try reader.readText(), level: try reader.readText())
    default: throw Malformed("an unknown origin of \(name)")
    }
    return Field(
      name, ValueType(kind, unit: unit, display: SchemaTags.displays[display]), label,
      privacy: SchemaTags.privacies[privacy], origin: origin)
  }

  private mutating func readKind(depth: Int) throws(Malformed) -> ValueKind {
    switch try reader.read(UInt8.self) {
    case 0: return .boolean
    case 1: return .integer
    case 2: return .number
    case 3: return .share
    case 4: return .points
    case 5: return .text
    case 6: return .date
    case 7: return .enumeration(try enumeration(Int(try reader.read(UInt32.self))))
    case 8: return .set(try enumeration(Int(try reader.read(UInt32.self))))
    case 9:
      return .entity(
        try reader.readText(),
        level: try reader.readOptional { (reader) throws(Malformed) in try reader.readText() })
    case 10:
      guard depth > 0 else { throw Malformed("lists too deep in lists") }
      return .list(try readKind(depth: depth - 1))
    case 11: return .missing
    default: throw Malformed("an unknown type")
    }
  }
}

extension ByteReader {
  mutating func readLabel() throws(Malformed) -> Localized {
    let en = try readText()
    return Localized(en: en, vi: try readText())
  }
}
