import Columns
import Domain
import Schema
import Source
import Store

/// Fields that are given, or follow from others where they are not.
extension Assembler {
  mutating func derive(_ rule: DataRule) {
    switch rule {
    case .count(let entity, let field, let link):
      guard let children = tables[entity]?.children[link] else { return }
      fillIntegers(entity, field) { row in
        let count = children.ends[row] - children.starts[row]
        return count > 0 ? Int64(count) : nil
      }
    case .completedYears(let entity, let field, let since):
      guard let date = manifest.date, case .integer(let dates)? = tables[entity]?.columns[since] else {
        return
      }
      fillIntegers(entity, field) { row in
        guard dates.validity.isKnown(row) else { return nil }
        return Int64(CivilDate(days: Int(dates.values[row])).years(to: date))
      }
    case .year(let entity, let field, let source):
      guard case .integer(let dates)? = tables[entity]?.columns[source] else { return }
      fillIntegers(entity, field) { row in
        dates.validity.isKnown(row) ? Int64(CivilDate(days: Int(dates.values[row])).components.year) : nil
      }
    case .inherited(let entity, let field, let link): deriveInherited(entity, field, link)
    case .differs(let entity, let field, let source, let value): deriveDiffers(entity, field, source, value)
    case .branch(let entity, let field, let parent): deriveBranch(entity, field, parent)
    case .child(let entity, let field, let link, let source, let value):
      deriveChild(entity, field, link, source, value)
    default: break
    }
  }

  /// Puts a column in place that was filled, or made where there was none.
  private mutating func put(_ column: Column, _ field: String, into table: TableBuilder, of entity: String) {
    var table = table
    if table.columns[field] == nil { table.derived.insert(field) }
    table.columns[field] = column
    tables[entity] = table
  }

  /// Fills what is missing in a column of whole numbers, which is made where there is none.
  private mutating func fillIntegers(_ entity: String, _ field: String, _ value: (Int) -> Int64?) {
    guard let table = tables[entity] else { return }
    var column = IntegerColumn(
      ContiguousArray(repeating: 0, count: table.count), .none(table.count, .notRecorded))
    if let given = table.columns[field] {
      guard case .integer(let integers) = given else { return }
      column = integers
      if column.validity.known == nil { return }
    }
    var known = column.validity.bitmap(table.count)
    for row in 0..<table.count where !known[row] {
      guard let derived = value(row) else { continue }
      column.values[row] = derived
      known[row] = true
    }
    column.validity.known = known.isAllSet ? nil : known
    if known.isAllSet { column.validity.reasons = nil }
    put(.integer(column), field, into: table, of: entity)
  }

  private mutating func deriveInherited(_ entity: String, _ field: String, _ link: String) {
    guard let table = tables[entity], let target = table.entity.field(link)?.target,
      case .code(let rows)? = table.columns[link], case .code(let source)? = tables[target]?.columns[field]
    else { return }
    var codes = ContiguousArray(repeating: CodeColumn.missing(.notRecorded), count: table.count)
    if case .code(let given)? = table.columns[field] { codes = given.codes }
    for row in 0..<table.count where codes[row] < 0 && rows.codes[row] >= 0 {
      let inherited = source.codes[Int(rows.codes[row])]
      if inherited >= 0 { codes[row] = inherited }
    }
    put(.code(CodeColumn(codes, dictionary: source.dictionary)), field, into: table, of: entity)
  }

  private mutating func deriveDiffers(_ entity: String, _ field: String, _ source: String, _ value: String) {
    guard let table = tables[entity], case .code(let codes)? = table.columns[source],
      let plain = table.entity.field(source)?.type.enumeration?.code(of: value)
    else { return }
    var bits = Bitmap(count: table.count)
    var known = Bitmap(count: table.count)
    var reasons: ContiguousArray<UInt8>?
    if case .boolean(let given)? = table.columns[field] {
      bits = given.bits
      known = given.validity.bitmap(table.count)
      reasons = given.validity.reasons
    }
    for row in 0..<table.count where !known[row] && codes.codes[row] >= 0 {
      known[row] = true
      if codes.codes[row] != Int32(truncatingIfNeeded: plain) { bits[row] = true }
    }
    let validity = known.isAllSet ? .all : Validity(known: known, reasons: reasons)
    put(.boolean(BooleanColumn(bits, validity)), field, into: table, of: entity)
  }

  /// The top is the programme where it has rows below it; tops without any are branches of a programme not in the table.
  private mutating func deriveBranch(_ entity: String, _ field: String, _ parent: String) {
    guard let table = tables[entity] else { return }
    let missing = CodeColumn.missing(.notRecorded)
    var parents = ContiguousArray(repeating: missing, count: table.count)
    if case .code(let column)? = table.columns[parent] { parents = column.codes }
    let tops = parents.indices.filter { parents[$0] < 0 }
    let withChildren = Set(parents.filter { $0 >= 0 })
    let hasProgramme = tops.allSatisfy { withChildren.contains(Int32(truncatingIfNeeded: $0)) }
    var codes = ContiguousArray(repeating: missing, count: table.count)
    if case .code(let given)? = table.columns[field] { codes = given.codes }
    for row in codes.indices where codes[row] < 0 {
      var current = Int32(truncatingIfNeeded: row)
      var steps = 0
      while parents[Int(current)] >= 0, steps <= table.count {
        if hasProgramme, parents[Int(parents[Int(current)])] < 0 { break }
        current = parents[Int(current)]
        steps += 1
      }
      if steps <= table.count, !hasProgramme || parents[Int(current)] >= 0 { codes[row] = current }
    }
    put(.code(CodeColumn(codes)), field, into: table, of: entity)
  }

  /// The children of a row that share a value are told apart by their order: the first stands.
  private mutating func deriveChild(
    _ entity: String, _ field: String, _ link: String, _ source: String, _ value: String
  ) {
    guard let table = tables[entity], let children = table.children[link],
      let target = table.entity.manyLink(link)?.target, let childTable = tables[target],
      case .code(let column)? = childTable.columns[source],
      let wanted = childTable.entity.field(source)?.type.enumeration?.code(of: value)
    else { return }
    var codes = ContiguousArray(repeating: CodeColumn.missing(.notRecorded), count: table.count)
    if case .code(let given)? = table.columns[field] { codes = given.codes }
    for row in codes.indices where codes[row] < 0 {
      for position in children.starts[row]..<children.ends[row] {
        let child = children.permutation.map { $0[Int(position)] } ?? position
        guard column.codes[Int(child)] == Int32(truncatingIfNeeded: wanted) else { continue }
        codes[row] = child
        break
      }
    }
    put(.code(CodeColumn(codes)), field, into: table, of: entity)
  }
}
