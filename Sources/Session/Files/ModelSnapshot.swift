import Columns
import Domain
import Schema
import Store

/// A snapshot of the model alone: every table with every field and no rows, to check scripts against without data.
enum ModelSnapshot {
  static func make() -> Snapshot {
    let schema = HouseholdModel.schema
    var tables: [String: EntityTable] = [:]
    for entity in schema.entities {
      var columns: [String: Column] = [:]
      for field in entity.fields where field.origin == .stored {
        columns[field.name] = empty(field.type.kind)
      }
      let children = Dictionary(
        uniqueKeysWithValues: entity.manyLinks.map { ($0.name, ChildIndex(starts: [], ends: [])) })
      tables[entity.name] = EntityTable(entity: entity, count: 0, columns: columns, children: children)
    }
    return Snapshot(
      label: "model", name: "model", date: nil, standard: nil, coversAll: true, schema: schema,
      tables: tables,
      places: .empty, findings: [])
  }

  /// A column without values in the form in which values of a kind are stored.
  private static func empty(_ kind: ValueKind) -> Column {
    switch kind {
    case .boolean: .boolean(BooleanColumn(Bitmap(count: 0)))
    case .integer, .date: .integer(IntegerColumn([]))
    case .number, .share, .points: .number(NumberColumn([]))
    case .text: .code(CodeColumn([], dictionary: TextDictionary()))
    case .enumeration, .entity, .missing: .code(CodeColumn([]))
    case .set: .set(SetColumn([]))
    case .list(let element): .list(ListColumn(offsets: [0], elements: empty(element)))
    }
  }
}
