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
  func frame(_ relation: Relation, _ range: Range<Int>) -> Frame { relation.frame(range, context) }

  /// The values of expressions on every row of a relation.
  func evaluate(_ expressions: [TypedExpression], _ relation: Relation) throws(Diagnostic) -> [Column] {
    var columns: [Column] = []
    for expression in expressions { columns.append(try evaluate(expression, relation)) }
    return columns
  }

  /// - Parameter active: the rows whose values are needed; nil where all are.
  func evaluate(_ expression: TypedExpression, _ original: Relation, active: Bitmap? = nil)
    throws(Diagnostic) -> Column
  {
    var relation = original
    let expression = try hoistWindows(expression, &relation)
    try prepare(expression, relation.entity, relation.snapshot, rows: relation.count)
    let isWhole = isPlainRead(expression, relation) || isTextual(expression)
    if relation.count <= Executor.blockLength || isWhole {
      let frame = frame(relation, 0..<relation.count)
      frame.active = active
      return try evaluator.evaluate(expression, frame)
    }
    let parts = try byBlocks(relation, active: active) { (evaluator, frame) throws(Diagnostic) in
      try evaluator.evaluate(expression, frame)
    }
    return Kernels.concatenate(parts) ?? evaluator.missing(expression.type, relation.count)
  }

  /// What is found of each block of a relation, in order; blocks are evaluated side by side, each with an evaluator of
  /// its own, and what they note is added up in the order of the rows.
  private func byBlocks<Value: Sendable>(
    _ relation: Relation, active: Bitmap? = nil,
    _ body: @Sendable (Evaluator, Frame) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> [Value] {
    let (context, isInterrupted, isMuted) = (context, isInterrupted, ledger.isMuted)
    let parts = try Parallel.map(blocks(relation.count)) {
      (block) throws(Diagnostic) -> (value: Value, notes: LedgerNotes) in
      if isInterrupted() { throw Diagnostic(RuntimeCode.interrupted, at: nil) }
      let evaluator = Evaluator(context, LedgerBuilder())
      evaluator.ledger.isMuted = isMuted
      let frame = relation.frame(block, context)
      frame.active = active?.slice(block)
      let value = try body(evaluator, frame)
      return (value, evaluator.ledger.blockNotes)
    }
    ledger.append(parts.map(\.notes))
    return parts.map(\.value)
  }

  func blocks(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: Executor.blockLength).map {
      $0..<min($0 + Executor.blockLength, count)
    }
  }

  /// Whether reading the whole column at once copies nothing.
  private func isPlainRead(_ expression: TypedExpression, _ relation: Relation) -> Bool {
    switch expression.kind {
    case .column: true
    case .field, .row: relation.rows == nil
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
    try prepare(condition, relation.entity, relation.snapshot, rows: relation.count)
    if relation.count <= Executor.blockLength || isTextual(condition) {
      return try evaluator.truth(condition, frame(relation, 0..<relation.count))
    }
    let parts = try byBlocks(relation) { (evaluator, frame) throws(Diagnostic) in
      try evaluator.truth(condition, frame)
    }
    var bits = Bitmap(count: relation.count)
    var known: Bitmap?
    for (block, part) in zip(blocks(relation.count), parts) {
      bits.replace(from: block.lowerBound, with: part.bits)
      guard let partKnown = part.validity.known else { continue }
      if known == nil { known = Bitmap(repeating: true, count: relation.count) }
      known?.replace(from: block.lowerBound, with: partKnown)
    }
    return BooleanColumn(bits, Validity(known: known))
  }

  /// The causes of the rows that a condition leaves open.
  func causes(_ condition: TypedExpression, _ original: Relation, _ open: Bitmap) throws(Diagnostic)
    -> Causes.Counts
  {
    ledger.isMuted = true
    defer { ledger.isMuted = false }
    var relation = original
    let condition = try hoistWindows(condition, &relation)
    let rows = relation.taking(ContiguousArray(open.positions))
    try prepare(condition, rows.entity, rows.snapshot, rows: rows.count)
    let parts = try byBlocks(rows) { (evaluator, frame) throws(Diagnostic) in
      var causes = Causes(evaluator)
      try causes.collect(condition, frame, Bitmap(repeating: true, count: frame.count))
      return causes.counts
    }
    return parts.reduce(into: [:]) { Causes.merge(&$0, $1) }
  }

  /// `where`: keeps the rows for which the condition is true and accounts for the others.
  func filter(_ condition: TypedExpression, _ relation: inout Relation) throws(Diagnostic) {
    let truth = try truth(condition, relation)
    let kept = truth.bits.population
    let known = truth.validity.known?.population ?? relation.count
    let undetermined = relation.count - known
    var found: [LedgerEntry.Cause] = []
    if undetermined > 0, let bits = truth.validity.known {
      found = Causes.ordered(try causes(condition, relation, ~bits))
    }
    ledger.append(
      .filter(
        stage: "where", kept: kept, dropped: known - kept, undetermined: undetermined, causes: found))
    if kept < relation.count { relation = relation.taking(ContiguousArray(truth.bits.positions)) }
  }
}
