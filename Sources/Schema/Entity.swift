import Source

/// Who may see a field.
package enum Privacy: String, Sendable { case open, personal, sensitive }

/// What a field is beyond its type: stored in the snapshot, or had from elsewhere.
package enum FieldOrigin: Hashable, Sendable {
  /// A column of the snapshot.
  case stored
  /// The place at one level above (or at) the place in `link`: `household.district`.
  case placeLevel(link: String, level: String)
}

/// A field or to-one link of an entity.
package struct Field: Sendable {
  package var name: String
  package var type: ValueType
  package var label: Localized
  package var privacy: Privacy
  package var origin: FieldOrigin

  package init(
    _ name: String, _ type: ValueType, _ label: Localized, privacy: Privacy = .open,
    origin: FieldOrigin = .stored
  ) {
    self.name = name
    self.type = type
    self.label = label
    self.privacy = privacy
    self.origin = origin
  }

  /// The entity that a to-one link leads to.
  package var target: String? {
    if case .entity(let name, _) = type.kind { return name }
    return nil
  }
}

/// A to-many link: the rows of another entity that point here.
package struct ManyLink: Sendable {
  package var name: String
  package var target: String
  /// The to-one field of the target that points back.
  package var inverse: String
  /// Whether the rows of everything below this place belong to it too.
  package var holdsSubtree: Bool

  package init(_ name: String, to target: String, inverse: String, holdsSubtree: Bool = false) {
    self.name = name
    self.target = target
    self.inverse = inverse
    self.holdsSubtree = holdsSubtree
  }
}

/// A kind of row: its names, its key, its fields in model order, its links.
package struct Entity: Sendable {
  /// The plural, by which queries name its rows.
  package var name: String
  package var singular: String
  package var label: Localized
  /// The fields that identify a row; empty where the row number does.
  package var key: [String]
  package var fields: [Field]
  package var manyLinks: [ManyLink]
  /// The text field that people call a row by; the key where nil.
  package var nameField: String?

  package init(
    _ name: String, singular: String, _ label: Localized, key: [String], nameField: String? = nil,
    fields: [Field], manyLinks: [ManyLink] = []
  ) {
    self.name = name
    self.singular = singular
    self.label = label
    self.key = key
    self.nameField = nameField
    self.fields = fields
    self.manyLinks = manyLinks
  }

  package func field(_ name: String) -> Field? { fields.first { $0.name == name } }
  package func manyLink(_ name: String) -> ManyLink? { manyLinks.first { $0.name == name } }
}

/// The parts that entities play, so that no stage needs to know what a household is.
package struct Roles: Sendable {
  /// The entity that is counted: `households`.
  package var population: String
  /// The field of the population that counts its people: `size`.
  package var size: String
  /// The entity of the population's people, and its link to the population.
  package var people: String
  package var peopleLink: String
  /// The entity of places and, from the largest down, its levels.
  package var places: String
  package var levels: [String]
  /// What standards read and give; nil where the model knows no standards.
  package var assessment: AssessmentRoles?

  package init(
    population: String, size: String, people: String, peopleLink: String, places: String, levels: [String],
    assessment: AssessmentRoles? = nil
  ) {
    self.population = population
    self.size = size
    self.people = people
    self.peopleLink = peopleLink
    self.places = places
    self.levels = levels
    self.assessment = assessment
  }
}

/// The fields of the population and the names in a standard that its assessment goes by (criteria.md).
package struct AssessmentRoles: Sendable {
  /// The class on record, an enum whose values a standard's classes are.
  package var classField: String
  /// The lacks on record, a set whose elements a standard's indicators are.
  package var recordedLacks: String
  /// The score on record and the parameter by which it counts lacks.
  package var score: String
  package var pointsPerLack: String
  /// The income on record and the parameter it is held against.
  package var income: String
  package var incomeLine: String
  /// The entities that rules of a programme judge.
  package var programme: ProgrammeRoles

  package init(
    classField: String, recordedLacks: String, score: String, pointsPerLack: String, income: String,
    incomeLine: String, programme: ProgrammeRoles
  ) {
    self.programme = programme
    self.classField = classField
    self.recordedLacks = recordedLacks
    self.score = score
    self.pointsPerLack = pointsPerLack
    self.income = income
    self.incomeLine = incomeLine
  }
}

/// The entities and links of a programme whose rules say whom it may help (criteria.md).
package struct ProgrammeRoles: Sendable {
  /// The entity of what was given, its links to the population and to the project, and its date.
  package var supports: String
  package var project: String
  package var date: String
  /// The entity of projects, each below its `parent`.
  package var projects: String

  package init(supports: String, project: String, date: String, projects: String) {
    self.supports = supports
    self.project = project
    self.date = date
    self.projects = projects
  }
}

/// The model: every entity with its fields, and every enum, declared once.
package struct Schema: Sendable {
  package var entities: [Entity]
  package var enums: [EnumType]
  package var roles: Roles

  package init(entities: [Entity], enums: [EnumType], roles: Roles) {
    self.entities = entities
    self.enums = enums
    self.roles = roles
  }

  package func entity(_ name: String) -> Entity? { entities.first { $0.name == name } }
  package func entity(singular: String) -> Entity? { entities.first { $0.singular == singular } }
  package func enumeration(_ name: String) -> EnumType? { enums.first { $0.name == name } }
}
