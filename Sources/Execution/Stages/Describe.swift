import Columns
import Plan
import Results
import Schema
import Source
import Store

extension Executor {
  /// `describe`: one row a column: what it holds and how it is spread; never values of personal fields.
  func describe(_ columns: [OutputColumn], _ relation: Relation) throws(Diagnostic) -> Relation {
    var rows: [ColumnSummary] = []
    for column in columns {
      let values = try evaluate([column.expression], relation)[0]
      rows.append(try summary(column, values, relation))
    }
    var result = Relation(count: rows.count, entity: nil, snapshot: relation.snapshot)
    result.columns = [
      Executor.texts(rows.map(\.name)), Executor.texts(rows.map(\.type)), Executor.texts(rows.map(\.unit)),
      Executor.integers(rows.map(\.known)), Executor.integers(rows.map(\.missing)),
      Executor.integers(rows.map(\.distinct)), Executor.numbers(rows.map(\.min)),
      Executor.numbers(rows.map(\.mean)), Executor.numbers(rows.map(\.median)),
      Executor.numbers(rows.map(\.max)), Executor.texts(rows.map(\.top)),
    ]
    return result
  }

  private func summary(_ column: OutputColumn, _ values: Column, _ relation: Relation) throws(Diagnostic)
    -> ColumnSummary
  {
    let type = column.expression.type
    let whole = GroupAssignment(whole: values.count)
    let known = values.known.population
    var result = ColumnSummary(name: column.name, known: known, missing: values.count - known)
    result.type = Executor.typeName(type)
    result.unit = type.unit?.symbol
    if case .list = values { return result }
    result.distinct = Int(Executor.first(Aggregates.distinct(values, whole).column) ?? 0)
    let isSpread = type.isNumeric && type.display == .plain
    if isSpread {
      result.min = Executor.first(Aggregates.minimum(values, whole).column)
      result.max = Executor.first(Aggregates.maximum(values, whole).column)
      result.mean = Executor.first(Aggregates.mean(values, whole).column)
      result.median = Executor.first(Aggregates.median(values, whole).column)
    } else if !column.isKey {
      result.top = try commonest(column, values, relation)
    }
    return result
  }

  /// The three commonest values with how often they stand.
  private func commonest(_ column: OutputColumn, _ values: Column, _ relation: Relation) throws(Diagnostic)
    -> String?
  {
    var values = values
    if case .set(let sets) = values { values = .code(CodeColumn(SetKeys.elements(sets, noneCode: 64).codes)) }
    let known = ContiguousArray(values.known.positions)
    let shown = Kernels.gather(values, rows: known)
    guard shown.count > 0 else { return nil }
    let groups = Grouping.densify([GroupKey(shown)], count: shown.count)
    guard groups.count < shown.count || shown.count < 4 else { return nil }
    var counts = Array(repeating: 0, count: groups.count)
    for group in groups.assignment.groups { counts[Int(group)] += 1 }
    let best = counts.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.prefix(3)
    let rows = ContiguousArray(best.map { groups.representativeRow[$0] })
    let names = try texts(Kernels.gather(shown, rows: rows), column.expression.type, relation.snapshot)
    return zip(best, names).map { "\($1) (\(counts[$0]))" }.joined(separator: ", ")
  }

  private static func typeName(_ type: ValueType) -> String {
    switch type.kind {
    case .boolean: "boolean"
    case .integer: type.unit?.symbol == "đ" ? "money" : (type.display == .ungrouped ? "year" : "integer")
    case .number: "number"
    case .share: "share"
    case .points: "points"
    case .text: "text"
    case .date: "date"
    case .enumeration(let of): of.name
    case .set(let of): "set of \(of.name)"
    case .entity(let name, let level): level ?? name
    case .list: "list"
    case .missing: "missing"
    }
  }

  private static func first(_ column: Column) -> Double? {
    guard column.isKnown(0) else { return nil }
    return switch column {
    case .integer(let integers): Double(integers.values[0])
    case .number(let numbers): numbers.values[0]
    default: nil
    }
  }

  static func texts(_ texts: [String?]) -> Column {
    var dictionary = TextDictionary()
    var codes = ContiguousArray<Int32>()
    for text in texts {
      guard let text else {
        codes.append(CodeColumn.missing(.notRecorded))
        continue
      }
      codes.append(Int32(dictionary.count))
      dictionary.append(text)
    }
    return .code(CodeColumn(codes, dictionary: dictionary))
  }

  private static func integers(_ values: [Int]) -> Column {
    .integer(IntegerColumn(ContiguousArray(values.map { Int64($0) })))
  }

  private static func numbers(_ values: [Double?]) -> Column {
    var known = Bitmap(count: values.count)
    for (index, value) in values.enumerated() where value != nil { known[index] = true }
    return .number(NumberColumn(ContiguousArray(values.map { $0 ?? 0 }), Validity(known: known)))
  }
}

/// What `describe` says of a column.
private struct ColumnSummary {
  var name: String
  var type = ""
  var unit: String?
  var known: Int
  var missing: Int
  var distinct = 0
  var min: Double?
  var mean: Double?
  var median: Double?
  var max: Double?
  var top: String?

  init(name: String, known: Int, missing: Int) {
    self.name = name
    self.known = known
    self.missing = missing
  }
}
