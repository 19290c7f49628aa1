import Columns
import Schema
import Source
import Store

/// Places: their order, and the place at which a row stands.
extension Assembler {
  /// Orders the places and builds their index.
  mutating func orderPlaces() {
    let roles = schema.roles
    guard var table = tables[roles.places] else { return }
    // Before there is an order, rows of the file stand for rows.
    table.setOrder(ContiguousArray(0..<Int32(truncatingIfNeeded: table.decoded.count)))
    let dropped = table.decoded.keys.dropped
    let levels = levelCodes(table)
    var order = PlaceOrder(parents: parents(table, levels))
    let keys = table.decoded.keys
    let sorted = order.sorted(table.keptRows) { keys.text($0) ?? "" }
    for row in order.cycles where !dropped.contains(row) {
      log.add(
        table.sourceFinding(
          DataCode.placeCycle, source: row, field: parentField(table.entity), severity: .error))
    }
    table.setOrder(sorted)
    var finalRows = ContiguousArray<Int32>(repeating: -1, count: table.decoded.count)
    for (row, source) in sorted.enumerated() { finalRows[Int(source)] = Int32(truncatingIfNeeded: row) }
    let parentRows = sorted.map { source in
      let parent = order.parents[Int(source)]
      return parent < 0 ? parent : finalRows[Int(parent)]
    }
    places = PlaceIndex(
      codes: sorted.map { keys.text($0) ?? "" }, names: names(table, sorted),
      levels: sorted.map { Int8(clamping: max(-1, levels[Int($0)])) },
      parents: parentRows.map { max(-1, $0) },
      levelCount: roles.levels.count)
    tables[roles.places] = table
    checkNesting(table)
    let isGiven = ([parentField(table.entity)] + roles.levels).contains { table.decoded.columns[$0] != nil }
    guard isGiven else { return }
    // The parent of a row of the file, so that the column settles like a place link.
    var settled = ContiguousArray<Int32>(repeating: -1, count: table.decoded.count)
    for (row, source) in sorted.enumerated() { settled[Int(source)] = parentRows[row] }
    placeRows[roles.places] = settled
  }

  private func parentField(_ entity: Entity) -> String {
    entity.manyLinks.first { $0.target == entity.name && !$0.holdsSubtree }?.inverse ?? "parent"
  }

  /// By row of the file, the index of its level, or -1.
  private func levelCodes(_ table: TableBuilder) -> ContiguousArray<Int32> {
    let field = table.entity.fields.first { field in
      if case .enumeration(let type) = field.type.kind {
        return type.values.map(\.name) == schema.roles.levels
      }
      return false
    }
    guard let field, case .code(let column)? = table.decoded.columns[field.name] else {
      return ContiguousArray(repeating: -1, count: table.decoded.count)
    }
    return column.codes
  }

  /// By row of the file, the row of the place above: from the parent's code, else from the columns of the levels.
  private mutating func parents(_ table: TableBuilder, _ levels: ContiguousArray<Int32>) -> ContiguousArray<
    Int32
  > {
    let missing = CodeColumn.missing(.notRecorded)
    var result = ContiguousArray<Int32>(repeating: missing, count: table.decoded.count)
    let parent = parentField(table.entity)
    if let field = table.entity.field(parent), case .code(let texts)? = table.decoded.columns[parent] {
      fill(&result, texts, field, table, table) { _ in true }
      return result
    }
    for (index, level) in schema.roles.levels.enumerated().reversed() {
      guard let field = table.entity.field(level), case .code(let texts)? = table.decoded.columns[level]
      else { continue }
      fill(&result, texts, field, table, table) { row in levels[row] < 0 || Int(levels[row]) > index }
    }
    return result
  }

  /// By row of the file, the place at which a row stands: its link, else the lowest level that is given.
  mutating func rowsOfPlaces(_ table: TableBuilder, link: String) -> ContiguousArray<Int32>? {
    guard let target = tables[schema.roles.places] else { return nil }
    var result = ContiguousArray<Int32>(
      repeating: CodeColumn.missing(.notRecorded), count: table.decoded.count)
    var isGiven = false
    if let field = table.entity.field(link), case .code(let texts)? = table.decoded.columns[link] {
      isGiven = true
      fill(&result, texts, field, table, target) { _ in true }
    }
    for level in schema.roles.levels.reversed() {
      guard let field = table.entity.field(level), field.origin == .placeLevel(link: link, level: level),
        case .code(let texts)? = table.decoded.columns[level]
      else { continue }
      isGiven = true
      fill(&result, texts, field, table, target) { _ in true }
    }
    return isGiven ? result : nil
  }

  /// Resolves the texts of a link where nothing is known yet.
  private mutating func fill(
    _ result: inout ContiguousArray<Int32>, _ texts: CodeColumn, _ field: Field, _ table: TableBuilder,
    _ target: TableBuilder, where applies: (Int) -> Bool
  ) {
    let matches = texts.dictionary.map(target.rows) ?? []
    let isSelf = table.entity.name == target.entity.name
    let dropped = table.decoded.keys.dropped
    for row in result.indices where result[row] < 0 && texts.codes[row] >= 0 && applies(row) {
      guard !dropped.contains(Int32(truncatingIfNeeded: row)) else { continue }
      let code = texts.codes[row]
      let found = resolved(matches[Int(code)], code, texts, field, table, Int32(truncatingIfNeeded: row))
      // A place that names itself at its own level is not below itself.
      if isSelf, found == row, field.origin != .stored { continue }
      result[row] = found
    }
  }

  private func names(_ table: TableBuilder, _ order: ContiguousArray<Int32>) -> [String] {
    guard let field = table.entity.nameField, case .code(let texts)? = table.decoded.columns[field],
      let dictionary = texts.dictionary
    else { return order.map { table.decoded.keys.text($0) ?? "" } }
    return order.map { source in
      let code = texts.codes[Int(source)]
      return code >= 0 ? dictionary[Int(code)] : table.decoded.keys.text(source) ?? ""
    }
  }

  /// A place stands below one of a larger level.
  private mutating func checkNesting(_ table: TableBuilder) {
    for row in 0..<places.count {
      let parent = places.parents[row]
      guard parent >= 0, places.levels[row] >= 0, places.levels[Int(parent)] >= places.levels[row] else {
        continue
      }
      log.add(
        table.finding(
          DataCode.levelsNotNested, row: row, field: parentField(table.entity),
          ["parent": places.codes[Int(parent)]]))
    }
  }
}
