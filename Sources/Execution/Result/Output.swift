import Columns
import Plan
import Results
import Schema
import Source
import Store

extension Executor {
  /// The table that a relation shows: its columns read, rows of entities given their names.
  func output(_ relation: Relation, _ columns: [OutputColumn]) throws(Diagnostic) -> ResultTable {
    var shown: [ResultColumn] = []
    for column in columns {
      var noneCode: Int32?
      if case .column(let slot) = column.expression.kind {
        if relation.hidden.contains(slot) { continue }
        noneCode = relation.noneCodes[slot]
      }
      let values = try evaluate([column.expression], relation)[0]
      shown.append(named(column, values, relation.snapshot, noneCode))
    }
    return ResultTable(
      columns: shown + relation.extra, count: relation.count, roles: relation.roles,
      keysKept: relation.keysKept)
  }

  private func named(_ column: OutputColumn, _ values: Column, _ snapshot: SnapshotID, _ noneCode: Int32?)
    -> ResultColumn
  {
    var result = ResultColumn(
      name: column.name, label: column.label, type: column.expression.type, column: values,
      isKey: column.isKey, namesMissing: column.namesMissing, noneCode: noneCode)
    guard case .entity(let entity, _) = column.expression.type.kind, case .code(let codes) = values else {
      return result
    }
    let (names, qualified, places) = nameRows(codes.codes, entity, snapshot)
    result.column = .code(CodeColumn(places, dictionary: names))
    result.qualified = qualified
    return result
  }

  /// The names of rows of an entity: each different row once, with the name by which it is told from its namesakes.
  private func nameRows(_ rows: ContiguousArray<Int32>, _ entity: String, _ snapshot: SnapshotID) -> (
    names: TextDictionary, qualified: TextDictionary, places: ContiguousArray<Int32>
  ) {
    let (unique, places) = evaluator.distinctRows(rows)
    let loaded = snapshots[snapshot.index]
    var names = TextDictionary()
    var qualified = TextDictionary()
    let table = loaded.tables[entity]
    var nameColumn: CodeColumn?
    if let field = table?.entity.nameField, table?.entity.field(field)?.privacy == .open,
      case .code(let column)? = table?.columns[field]
    {
      nameColumn = column
    }
    for row in unique {
      if entity == loaded.schema.roles.places {
        names.append(loaded.places.names[Int(row)])
        qualified.append(loaded.places.qualifiedName(row))
        continue
      }
      let key = table.map { $0.keys.count > Int(row) ? $0.keys[Int(row)] : String(row + 1) } ?? ""
      let code = nameColumn?.codes[Int(row)] ?? -1
      names.append(code >= 0 ? nameColumn?.dictionary?[Int(code)] ?? key : key)
      qualified.append(key)
    }
    return (names, qualified, places)
  }

  /// Values as short texts, for `describe`.
  func texts(_ column: Column, _ type: ValueType, _ snapshot: SnapshotID) throws(Diagnostic) -> [String] {
    switch (column, type.kind) {
    case (.code(let codes), .entity(let entity, _)):
      let (names, _, places) = nameRows(codes.codes, entity, snapshot)
      return places.map { $0 >= 0 ? names[Int($0)] : "" }
    case (.code(let codes), .enumeration(let of)), (.code(let codes), .set(let of)):
      return codes.codes.map { Int($0) < of.values.count ? of.values[Int($0)].name : "(none)" }
    case (.code(let codes), _):
      return codes.codes.map { code in codes.dictionary.map { $0[Int(code)] } ?? "" }
    case (.integer(let integers), .date):
      return integers.values.map { CivilDate(days: Int($0)).iso }
    case (.integer(let integers), _): return integers.values.map { String($0) }
    case (.number(let numbers), _): return numbers.values.map { "\($0)" }
    case (.boolean(let bits), _): return (0..<bits.bits.count).map { bits.bits[$0] ? "true" : "false" }
    default: return Array(repeating: "", count: column.count)
    }
  }
}
