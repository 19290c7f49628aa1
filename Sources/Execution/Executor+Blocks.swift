import Columns
import Plan
import Results
import Schema
import Source
import Store

extension Executor {
  /// Rows in a block: from 4,096 to 65,536 the measured times are equal (docs/kernel-design.md).
  static let blockLength = 16_384

  /// A frame over positions of a relation.
  func frame(_ relation: Relation, _ range: Range<Int>) -> Frame {
    let isWhole = range.lowerBound == 0 && range.upperBound == relation.count
    let rows: FrameRows
    if relation.entity == nil {
      rows = .range(range)
    } else if let list = relation.rows {
      rows = .list(isWhole ? list : ContiguousArray(list[range]))
    } else {
      rows = .range(range)
    }
    return Frame(
      count: range.count, entity: relation.entity, snapshot: relation.snapshot,
      table: relation.entity.flatMap { table($0, relation.snapshot) }, rows: rows,
      columns: isWhole ? relation.columns : relation.columns.map { Kernels.slice($0, range) })
  }

  /// The values of expressions on every row of a relation.
  func evaluate(_ expressions: [TypedExpression], _ relation: Relation) throws(Diagnostic) -> [Column] {
    var columns: [Column] = []
    for expression in expressions { columns.append(try evaluate(expression, relation)) }
    return columns
  }

  private func evaluate(_ expression: TypedExpression, _ original: Relation) throws(Diagnostic) -> Column {
    var relation = original
    let expression = try hoistWindows(expression, &relation)
    if relation.count <= Executor.blockLength || isPlainRead(expression) || isTextual(expression) {
      return try evaluator.evaluate(expression, frame(relation, 0..<relation.count))
    }
    var parts: [Column] = []
    for block in blocks(relation.count) {
      if isInterrupted() { throw Diagnostic(RuntimeCode.interrupted, at: nil) }
      parts.append(try evaluator.evaluate(expression, frame(relation, block)))
    }
    return Kernels.concatenate(parts) ?? evaluator.missing(expression.type, relation.count)
  }

  func blocks(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: Executor.blockLength).map {
      $0..<min($0 + Executor.blockLength, count)
    }
  }

  /// Whether reading the whole column at once copies no more than reading it by blocks.
  private func isPlainRead(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .column, .field, .row: true
    case .ancestor(let place, _): isPlainRead(place)
    case .follow(let link, _, let value): isPlainRead(link) && isPlainRead(value)
    default: false
    }
  }

  /// Whether blocks would each make a dictionary of their own, to be joined again.
  private func isTextual(_ expression: TypedExpression) -> Bool {
    switch expression.type.kind {
    case .text, .list, .missing: true
    default:
      expression.contains { inner in
        if case .comparison(let op, let a, _) = inner.kind {
          return a.type.kind == .text && op != .equal && op != .unequal
        }
        return false
      }
    }
  }

  /// The truth of a condition on every row.
  func truth(_ condition: TypedExpression, _ original: Relation) throws(Diagnostic) -> BooleanColumn {
    var relation = original
    let condition = try hoistWindows(condition, &relation)
    if relation.count <= Executor.blockLength || isTextual(condition) {
      return try evaluator.truth(condition, frame(relation, 0..<relation.count))
    }
    var bits = Bitmap(count: relation.count)
    var known: Bitmap?
    for block in blocks(relation.count) {
      if isInterrupted() { throw Diagnostic(RuntimeCode.interrupted, at: nil) }
      let part = try evaluator.truth(condition, frame(relation, block))
      bits.replace(from: block.lowerBound, with: part.bits)
      guard let partKnown = part.validity.known else { continue }
      if known == nil { known = Bitmap(repeating: true, count: relation.count) }
      known?.replace(from: block.lowerBound, with: partKnown)
    }
    return BooleanColumn(bits, Validity(known: known))
  }

  /// The causes of the rows that a condition leaves open.
  func causes(_ condition: TypedExpression, _ original: Relation, _ open: Bitmap) throws(Diagnostic)
    -> [LedgerEntry.Cause]
  {
    ledger.isMuted = true
    defer { ledger.isMuted = false }
    var relation = original
    let condition = try hoistWindows(condition, &relation)
    let rows = relation.taking(ContiguousArray(open.positions))
    var causes = Causes(evaluator)
    try causes.collect(
      condition, frame(rows, 0..<rows.count), Bitmap(repeating: true, count: rows.count))
    return causes.counts
  }

  /// `where`: keeps the rows for which the condition is true and accounts for the others.
  func filter(_ condition: TypedExpression, _ relation: inout Relation) throws(Diagnostic) {
    let truth = try truth(condition, relation)
    let kept = truth.bits.population
    let known = truth.validity.known?.population ?? relation.count
    let undetermined = relation.count - known
    var found: [LedgerEntry.Cause] = []
    if undetermined > 0, let bits = truth.validity.known {
      found = try causes(condition, relation, ~bits)
    }
    ledger.append(
      .filter(
        stage: "where", kept: kept, dropped: known - kept, undetermined: undetermined, causes: found))
    if kept < relation.count { relation = relation.taking(ContiguousArray(truth.bits.positions)) }
  }
}
