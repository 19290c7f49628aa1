/// What a generated expression may name: the fields and links of a row, or the columns of a table.
struct RandomScope {
  /// What a field is, as far as a generator must know.
  enum Kind: Equatable {
    case whole, number, truth, text, date
    case choice(String, [String], ordered: Bool)
    case set(String, [String])
    case place(String)
  }

  struct Field {
    var name: String
    var kind: Kind
    /// Fields of unlike units are not added.
    var unit = ""
  }

  /// The entity of the rows; nil where they have only columns.
  var entity: String?
  var fields: [Field]
  /// Whether an aggregate over all rows may stand here.
  var allowsWindows = false
  /// The fields of the enclosing row.
  var outer: [Field] = []
  /// What the snapshots of the world carry.
  var world = RandomScope.World()

  /// What a generator must know of the snapshots.
  struct World: Sendable {
    /// Whether there are supports, and fields of the snapshot's own.
    var hasProgrammes = true
    /// Whether there is an earlier snapshot, 2022.
    var hasPast = false
    /// Whether paths to the rows of a place are taken: in a large world the interpreter is too slow for them.
    var hasPaths = true
    /// The views of households that the script defines.
    var views: [String] = []
  }

  /// The to-many links of a row, those oftener taken several times.
  var links: [String] {
    switch entity {
    case "households": world.hasProgrammes ? ["members", "members", "members", "supports"] : ["members"]
    case "projects": ["supports"]
    default: []
    }
  }

  static let lacks = ["employment", "nutrition", "water", "toilet", "telecom"]
  static let classes = ["poor", "near_poor", "average", "other"]

  static func entity(_ name: String, _ world: World) -> RandomScope {
    RandomScope(entity: name, fields: fields(of: name, world), world: world)
  }

  /// Columns without rows of an entity.
  func columns(_ fields: [Field]) -> RandomScope {
    RandomScope(entity: nil, fields: fields, world: world)
  }

  private static func fields(of entity: String, _ world: World) -> [Field] {
    switch entity {
    case "households": households(world)
    case "members": members + (world.hasPast ? pastOfMembers : [])
    case "supports": supports
    default: [Field(name: "code", kind: .text), Field(name: "starts", kind: .date)]
    }
  }

  private static func households(_ world: World) -> [Field] {
    var common = [
      Field(name: "size", kind: .whole, unit: "persons"), Field(name: "income", kind: .whole, unit: "đ"),
      Field(name: "floor_area", kind: .number, unit: "m²"),
      Field(name: "class", kind: .choice("class", classes, ordered: true)),
      Field(name: "area", kind: .choice("area", ["rural", "urban"], ordered: false)),
      Field(
        name: "livelihood",
        kind: .choice("livelihood", ["agriculture", "wage", "trade", "none"], ordered: false)),
      Field(
        name: "water_source", kind: .choice("water_source", ["piped", "rain", "surface"], ordered: false)),
      Field(name: "recorded_lacks", kind: .set("indicator", lacks)),
      Field(name: "devices", kind: .set("device", ["tv", "radio", "smartphone"])),
      Field(name: "internet", kind: .truth), Field(name: "merit", kind: .truth),
      Field(name: "head_name", kind: .text), Field(name: "code", kind: .text),
      Field(name: "reviewed_on", kind: .date), Field(name: "district", kind: .place("district")),
      Field(name: "commune", kind: .place("commune")), Field(name: "village", kind: .place("village")),
      Field(name: "district.name", kind: .text), Field(name: "commune.poor_district", kind: .truth),
    ]
    if world.hasPast { common += past }
    guard world.hasProgrammes else { return common }
    return common + [
      Field(name: "cows", kind: .whole), Field(name: "cows", kind: .whole),
      Field(name: "ratio", kind: .number), Field(name: "note", kind: .text),
    ]
  }

  private static let past: [Field] = [
    Field(name: "income@2022", kind: .whole, unit: "đ"), Field(name: "present@2022", kind: .truth),
    Field(name: "class@2022", kind: .choice("class", classes, ordered: true)),
    Field(name: "recorded_lacks@2022", kind: .set("indicator", lacks)),
    Field(name: "head_name@2022", kind: .text), Field(name: "district@2022", kind: .place("district")),
  ]

  private static let pastOfMembers: [Field] = [
    Field(name: "age@2022", kind: .whole), Field(name: "present@2022", kind: .truth),
    Field(name: "household.class@2022", kind: .choice("class", classes, ordered: true)),
    Field(name: "household@2022.income", kind: .whole, unit: "đ"),
  ]

  private static var members: [Field] {
    [
      Field(name: "age", kind: .whole), Field(name: "age", kind: .whole),
      Field(name: "sex", kind: .choice("sex", ["male", "female"], ordered: false)),
      Field(
        name: "job", kind: .choice("job", ["employed", "unemployed", "studying", "inactive"], ordered: false)),
      Field(
        name: "attending",
        kind: .choice("attending", ["none", "preschool", "primary", "university"], ordered: true)),
      Field(name: "insured", kind: .truth), Field(name: "able_to_work", kind: .truth),
      Field(name: "birth_date", kind: .date), Field(name: "name", kind: .text),
      Field(name: "household.income", kind: .whole, unit: "đ"),
      Field(name: "household.internet", kind: .truth),
      Field(name: "household.class", kind: .choice("class", classes, ordered: true)),
      Field(name: "household.district", kind: .place("district")),
    ]
  }

  private static let supports: [Field] = [
    Field(name: "amount", kind: .whole, unit: "đ"), Field(name: "year", kind: .whole),
    Field(name: "date", kind: .date),
    Field(name: "kind", kind: .choice("kind", ["housing", "job", "cash"], ordered: false)),
    Field(name: "remedies", kind: .set("indicator", lacks)), Field(name: "source", kind: .text),
    Field(name: "project.name", kind: .text), Field(name: "household.size", kind: .whole, unit: "persons"),
    Field(name: "household.class", kind: .choice("class", classes, ordered: true)),
  ]

  func named(_ isRight: (Kind) -> Bool) -> [Field] { fields.filter { isRight($0.kind) } }
}
