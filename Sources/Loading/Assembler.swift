import Columns
import Schema
import Source
import Store

/// Makes a snapshot of decoded files: orders their rows, turns keys into rows, derives and checks.
struct Assembler {
  let manifest: Manifest
  var schema: Schema
  var tables: [String: TableBuilder] = [:]
  var places = PlaceIndex.empty
  var log = FindingLog()
  /// By entity, for each row of the file the place it stands at, negative where none is known.
  var placeRows: [String: ContiguousArray<Int32>] = [:]

  init(_ manifest: Manifest, _ decoded: [DecodedTable]) {
    self.manifest = manifest
    schema = manifest.schema
    for table in decoded {
      log.add(table.findings)
      tables[table.entity.name] = TableBuilder(table)
      if let index = schema.entities.firstIndex(where: { $0.name == table.entity.name }) {
        schema.entities[index] = table.entity
      }
    }
  }

  /// The entities of the snapshot in model order.
  var names: [String] { schema.entities.map(\.name).filter { tables[$0] != nil } }

  mutating func snapshot() -> Snapshot {
    prepareIndexes()
    orderPlaces()
    let roles = schema.roles
    for name in names where name != roles.places && name != roles.people { orderRows(of: name) }
    orderPeople()
    for name in names { settleColumns(of: name) }
    for name in names { indexChildren(of: name) }
    applyRules()
    return Snapshot(
      label: manifest.label, name: manifest.name, date: manifest.date, standard: manifest.standard,
      coversAll: manifest.coversAll, schema: schema, tables: tables.mapValues { $0.table() }, places: places,
      findings: log.sorted)
  }

  /// Makes ready the keys to which a link that was read leads.
  private mutating func prepareIndexes() {
    var targets: Set<String> = []
    for table in tables.values {
      for field in table.entity.fields where table.decoded.columns[field.name] != nil {
        if let target = field.linkTarget { targets.insert(target) }
      }
    }
    for target in targets { tables[target]?.prepareIndex() }
  }

  /// Rows with a place in the order of their places, others in the order of the file.
  private mutating func orderRows(of name: String) {
    guard var table = tables[name] else { return }
    if let link = placeLink(of: table.entity), tables[schema.roles.places] != nil,
      let rows = rowsOfPlaces(table, link: link)
    {
      placeRows[name] = rows
      table.setOrder(by: rows, targets: places.count)
    } else {
      table.setOrder(table.keptRows)
    }
    tables[name] = table
  }

  /// The people of each household together, in the order of the households.
  private mutating func orderPeople() {
    let roles = schema.roles
    guard var table = tables[roles.people] else { return }
    if let households = tables[roles.population],
      case .code(let link)? = table.decoded.columns[roles.peopleLink],
      let dictionary = link.dictionary
    {
      let targets = households.rows(named: dictionary)
      let positions = ContiguousArray(
        link.codes.map { code -> Int32 in
          guard code >= 0, case .row(let row) = targets[Int(code)] else { return -1 }
          return row
        })
      table.setOrder(by: positions, targets: households.count)
    } else {
      table.setOrder(table.keptRows)
    }
    tables[roles.people] = table
  }

  /// The link that says where a row stands: `place`, else the first link to places.
  func placeLink(of entity: Entity) -> String? {
    let links = entity.fields.filter { $0.target == schema.roles.places && $0.origin == .stored }
    return (links.first { $0.name == "place" } ?? links.first)?.name
  }

  private mutating func indexChildren(of name: String) {
    guard var table = tables[name] else { return }
    for link in table.entity.manyLinks {
      guard let target = tables[link.target], case .code(let column)? = target.columns[link.inverse] else {
        continue
      }
      table.children[link.name] = ChildIndex(
        parents: column.codes, count: table.count, subtreeEnd: link.holdsSubtree ? places.subtreeEnd : nil)
    }
    tables[name] = table
  }
}
