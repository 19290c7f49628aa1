import Columns
import Plan
import Schema
import Source
import Store

/// A computed value in one snapshot.
struct ComputedKey: Hashable {
  var number: Int
  var snapshot: SnapshotID
  var isSupposed: Bool

  init(_ value: ComputedValue, _ snapshot: SnapshotID) {
    number = value.number
    self.snapshot = snapshot
    isSupposed = value.isSupposed
  }
}

/// Values of standards: computed once for a whole table where many rows are read, else for the rows at hand.
extension Executor {
  /// Rows from which on a value is computed for the whole table, in the expectation that more will be asked.
  private static let wholeFrom = 4096
  /// Bytes of computed values that are kept; beyond them all are dropped, to be computed anew.
  private static let keptBytes = 1 << 30

  /// Computes what a stage reads of standards, where it reads many rows.
  func prepare(_ stage: PlanStage, _ relation: Relation) throws(Diagnostic) {
    try prepare(stage.expressions, relation)
  }

  func prepare(_ expressions: [TypedExpression], _ relation: Relation) throws(Diagnostic) {
    guard let population = populationRows(relation.snapshot),
      relation.count >= min(Executor.wholeFrom, population / 8)
    else { return }
    for expression in expressions {
      var found: [ComputedValue] = []
      var seen: Set<Int> = []
      expression.collectComputed(into: &found, &seen)
      for value in found { try keep(value, relation.snapshot) }
    }
  }

  private func populationRows(_ snapshot: SnapshotID) -> Int? {
    table(schema.roles.population, snapshot)?.count
  }

  /// A computed value at the rows of a frame.
  func computed(_ value: ComputedValue, _ frame: Frame) throws(Diagnostic) -> Column {
    if let column = computedColumns[ComputedKey(value, frame.snapshot)] { return frame.read(column) }
    if let column = frame.computed.columns[value.number] { return column }
    let column = try evaluator.evaluate(value.expression, frame)
    frame.computed.columns[value.number] = column
    return column
  }

  /// Computes a value for every row of its table, unless that was done before.
  private func keep(_ value: ComputedValue, _ snapshot: SnapshotID) throws(Diagnostic) {
    let key = ComputedKey(value, snapshot)
    guard computedColumns[key] == nil, let table = table(value.entity, snapshot) else { return }
    if computedColumns.count * table.count * 8 > Executor.keptBytes { computedColumns = [:] }
    let relation = Relation(count: table.count, entity: value.entity, snapshot: snapshot)
    computedColumns[key] = try evaluate([value.expression], relation)[0]
  }

  // MARK: What-if

  /// What a `suppose` put in the place of a fact, at the rows of a frame.
  func supposed(_ number: Int, _ type: ValueType, _ frame: Frame) throws(Diagnostic) -> Column {
    guard let column = supposedColumns[number] else { return evaluator.missing(type, frame.count) }
    return frame.read(column)
  }

  /// `suppose`: the rows at hand, or those behind a link of theirs, get values; the others keep what they had.
  func suppose(_ assumptions: [Assumption], _ relation: Relation) throws(Diagnostic) {
    for assumption in assumptions {
      computedColumns = computedColumns.filter { !$0.key.isSupposed }
      guard let table = table(assumption.entity, relation.snapshot) else { continue }
      let rows = try rowsThatGet(assumption, relation)
      let values = try evaluate([assumption.value], rows)[0]
      var positions = ContiguousArray<Int32>(repeating: CodeColumn.missing(.notRecorded), count: table.count)
      for position in 0..<rows.count {
        let row = rows.rows.map { Int($0[position]) } ?? position
        if row >= 0, row < positions.count { positions[row] = Int32(position) }
      }
      let index = CodeColumn(positions)
      let spread = Kernels.gather(values, through: index)
      let all = Relation(count: table.count, entity: assumption.entity, snapshot: relation.snapshot)
      let before =
        try assumption.original.map { (value) throws(Diagnostic) in try evaluate([value], all)[0] }
        ?? evaluator.missing(assumption.value.type, table.count)
      supposedColumns[assumption.number] = Kernels.select(
        condition: Kernels.isKnown(.code(index)), then: spread, else: before)
    }
  }

  private func rowsThatGet(_ assumption: Assumption, _ relation: Relation) throws(Diagnostic) -> Relation {
    guard let link = assumption.link, let entity = relation.entity,
      let parents = table(entity, relation.snapshot), let children = parents.children[link]
    else { return relation }
    var rows = ContiguousArray<Int32>()
    for position in 0..<relation.count {
      let row = relation.rows.map { Int($0[position]) } ?? position
      for place in children.starts[row]..<children.ends[row] {
        rows.append(children.permutation?[Int(place)] ?? place)
      }
    }
    return Relation(count: rows.count, entity: assumption.entity, snapshot: relation.snapshot, rows: rows)
  }
}
