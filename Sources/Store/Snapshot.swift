import Columns
import Schema
import Source

/// The rows that point at one row, for each row: a to-many link in storage form.
package struct ChildIndex: Sendable {
  /// Row `i` owns positions `starts[i]..<ends[i]`.
  package var starts: ContiguousArray<Int32>
  package var ends: ContiguousArray<Int32>
  /// The child row at each position; nil where positions are child rows themselves (children lie together).
  package var permutation: ContiguousArray<Int32>?

  package init(
    starts: ContiguousArray<Int32>, ends: ContiguousArray<Int32>, permutation: ContiguousArray<Int32>? = nil
  ) {
    self.starts = starts
    self.ends = ends
    self.permutation = permutation
  }
}

/// The rows of one entity in a snapshot, by column.
///
/// Invariants: every column has `count` values; codes lie below the size of their enum, dictionary or target; rows
/// with a place are in the official order of their places, others in the order of the file.
package struct EntityTable: Sendable {
  /// The entity with the fields that this snapshot gives it, its own ones included.
  package var entity: Entity
  package var count: Int
  /// Stored columns by field name; a field that the snapshot does not carry has none.
  ///
  /// Ask `has` whether there is one: of a
  /// packed snapshot, a column is read when it is first touched.
  package var columns: NamedValues<Column>
  /// To-many links by name.
  package var children: NamedValues<ChildIndex>
  /// Fields of `columns` that the snapshot does not give but that follow from others at loading (`area` from the place):
  /// queries read them like any, rows of the entity do not print them.
  package var derived: Set<String>
  private var promisedKeys: Lazy<TextDictionary>

  /// The key of each row as text (`parts` joined by `/`), for display and for links; empty where the row number is the key.
  package var keys: TextDictionary { promisedKeys.value }

  package init(
    entity: Entity, count: Int, columns: [String: Column], children: [String: ChildIndex] = [:],
    derived: Set<String> = [], keys: TextDictionary = TextDictionary()
  ) {
    self.init(
      entity: entity, count: count, columns: NamedValues(columns), children: NamedValues(children),
      derived: derived, keys: Lazy(made: keys))
  }

  /// A table whose parts are read when they are first touched.
  package init(
    entity: Entity, count: Int, columns: NamedValues<Column>, children: NamedValues<ChildIndex>,
    derived: Set<String>, keys: Lazy<TextDictionary>
  ) {
    self.entity = entity
    self.count = count
    self.columns = columns
    self.children = children
    self.derived = derived
    promisedKeys = keys
  }
}

/// The state of the model on one date.
///
/// Immutable once loaded.
package final class Snapshot: Sendable {
  /// What `@LABEL` names.
  package let label: String
  package let name: String
  /// Missing where the snapshot gives none.
  package let date: CivilDate?
  /// The standard that the snapshot names.
  package let standard: String?
  /// Whether every household is here, or only those reviewed.
  package let coversAll: Bool
  /// The model with this snapshot's own fields and entities.
  package let schema: Schema
  package let tables: [String: EntityTable]
  private let promisedPlaces: Lazy<PlaceIndex>
  private let promisedFindings: Lazy<[Finding]>
  /// What was found wrong with its storage since it was opened.
  package let damage: Damage

  package var places: PlaceIndex { promisedPlaces.value }
  package var findings: [Finding] { promisedFindings.value }

  package convenience init(
    label: String, name: String, date: CivilDate?, standard: String?, coversAll: Bool, schema: Schema,
    tables: [String: EntityTable], places: PlaceIndex, findings: [Finding]
  ) {
    self.init(
      label: label, name: name, date: date, standard: standard, coversAll: coversAll, schema: schema,
      tables: tables, places: Lazy(made: places), findings: Lazy(made: findings), damage: Damage())
  }

  /// A snapshot whose places and findings are read when they are first touched.
  package init(
    label: String, name: String, date: CivilDate?, standard: String?, coversAll: Bool, schema: Schema,
    tables: [String: EntityTable], places: Lazy<PlaceIndex>, findings: Lazy<[Finding]>, damage: Damage
  ) {
    self.label = label
    self.name = name
    self.date = date
    self.standard = standard
    self.coversAll = coversAll
    self.schema = schema
    self.tables = tables
    promisedPlaces = places
    promisedFindings = findings
    self.damage = damage
  }

  /// This snapshot with a table more; its other tables are shared.
  package func adding(_ table: EntityTable) -> Snapshot {
    var schema = schema
    schema.entities.append(table.entity)
    return Snapshot(
      label: label, name: name, date: date, standard: standard, coversAll: coversAll, schema: schema,
      tables: tables.merging([table.entity.name: table]) { _, new in new }, places: promisedPlaces,
      findings: promisedFindings, damage: damage)
  }
}
