import Columns
import Plan
import Results
import Schema
import Source
import Store

/// Which missing fields left rows open, found from the top of a condition down: a part matters on the rows where the
/// whole is open and it is open itself, and a field is a cause where a part that matters reads it missing.
///
/// The counts do not depend on the order of operands (language.md, section 7).
struct Causes {
  /// A field by its place in the model, then by its name.
  struct Key: Hashable, Sendable {
    var entity: Int
    var field: Int
    var name: String
  }

  private let evaluator: Evaluator
  private(set) var rows: [Key: Bitmap] = [:]

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// The causes, largest first, then in model order.
  var counts: [LedgerEntry.Cause] { Causes.ordered([populations]) }

  /// How many rows each field left open.
  var populations: [Key: Int] { rows.mapValues { $0.population } }

  /// The causes of several blocks, largest first, then in model order.
  static func ordered(_ blocks: [[Key: Int]]) -> [LedgerEntry.Cause] {
    blocks.reduce(into: [Key: Int]()) { $0.merge($1, uniquingKeysWith: +) }.filter { $0.value > 0 }
      .sorted { a, b in
        (-a.value, a.key.entity, a.key.field, a.key.name) < (-b.value, b.key.entity, b.key.field, b.key.name)
      }
      .map { LedgerEntry.Cause(field: $0.key.name, count: $0.value) }
  }

  mutating func add(_ name: String, _ entity: String?, _ missing: Bitmap) {
    guard !missing.isEmpty else { return }
    let schema = evaluator.context.schema
    let entityIndex = entity.flatMap { name in schema.entities.firstIndex { $0.name == name } } ?? .max
    let fieldIndex =
      entityIndex == .max
      ? .max : schema.entities[entityIndex].fields.firstIndex { $0.name == name } ?? .max
    let key = Key(entity: entityIndex, field: fieldIndex, name: name)
    rows[key] = rows[key].map { $0 | missing } ?? missing
  }

  /// Adds the causes of a condition on the rows of a frame where it matters.
  mutating func collect(_ expression: TypedExpression, _ frame: Frame, _ matters: Bitmap) throws(Diagnostic) {
    guard !matters.isEmpty else { return }
    switch expression.kind {
    case .and(let a, let b), .or(let a, let b):
      for operand in [a, b] {
        let open = try openRows(operand, frame) & matters
        try collect(operand, frame, open)
      }
    case .not(let operand): try collect(operand, frame, matters)
    case .undetermined, .isMissing, .constant: return
    case .nested(let call, let base, let link, let entity, let target):
      try collectNested(call, base, link, entity, target, frame, matters)
    case .follow(let link, let entity, let value):
      try collectFollowed(link, entity, value, expression, frame, matters)
    case .comparison(_, let a, let b): try collectOperands([a, b], frame, matters)
    case .isOneOf(let operand, _): try collectOperands([operand], frame, matters)
    case .conditional(let condition, let a, let b):
      let test = try evaluator.truth(condition, frame)
      try collect(condition, frame, matters - test.validity.bitmap(frame.count))
      try collect(a, frame, matters & test.bits & missing(a, frame))
      try collect(b, frame, matters & Kernels.not(test).bits & missing(b, frame))
    case .coalesce(let a, let b):
      try collect(a, frame, matters)
      try collect(b, frame, matters)
    case .outer(let value):
      guard let outer = frame.outer else { return }
      add(value.text, outer.entity, matters & missing(expression, frame))
    case .undecided: add(expression.text, frame.entity, matters)
    case .column, .field, .ancestor, .aligned, .present, .scalar, .defined, .row, .window, .aggregate, .key,
      .output, .computed, .supposed:
      add(expression.text, frame.entity, matters & missing(expression, frame))
    default:
      let operands = expression.operands
      for operand in operands { try collect(operand, frame, matters & missing(operand, frame)) }
    }
  }

  /// The causes of what a comparison reads: where it is missing, and where it is a count that is open.
  private mutating func collectOperands(_ operands: [TypedExpression], _ frame: Frame, _ matters: Bitmap)
    throws(Diagnostic)
  {
    for operand in operands {
      let isOpenCount = evaluator.isOpenCount(operand)
      try collect(operand, frame, isOpenCount ? matters : matters & missing(operand, frame))
    }
  }

  private func openRows(_ expression: TypedExpression, _ frame: Frame) throws(Diagnostic) -> Bitmap {
    let truth = try evaluator.truth(expression, frame)
    return truth.validity.known.map { ~$0 } ?? Bitmap(count: frame.count)
  }

  /// The rows where a value is missing; none where it cannot be computed at all.
  private func missing(_ expression: TypedExpression, _ frame: Frame) -> Bitmap {
    guard let column = try? evaluator.evaluate(expression, frame) else { return Bitmap(count: frame.count) }
    return Kernels.isMissing(column).bits
  }

  private mutating func collectFollowed(
    _ link: TypedExpression, _ entity: String, _ value: TypedExpression, _ whole: TypedExpression,
    _ frame: Frame, _ matters: Bitmap
  ) throws(Diagnostic) {
    let rows = try evaluator.codes(link, frame)
    let lost = Kernels.isMissing(.code(rows)).bits
    try collect(link, frame, matters & lost)
    let inner = Frame(
      count: frame.count, entity: entity, snapshot: frame.snapshot,
      table: evaluator.context.table(entity, frame.snapshot), rows: .list(rows.codes), outer: frame.outer,
      outerRows: frame.outerRows)
    try collect(value, inner, (matters - lost) & missing(whole, frame))
  }

  private mutating func collectNested(
    _ call: AggregateCall, _ base: TypedExpression?, _ link: String, _ entity: String, _ target: String,
    _ frame: Frame, _ matters: Bitmap
  ) throws(Diagnostic) {
    let block = try evaluator.children(base: base, link, entity, target, frame, needsParents: true)
    var inner = Causes(evaluator)
    let ofOpenRows = matters.gather(Array(block.parents))
    if [.any, .all, .none, .count].contains(call.function) {
      let truth = try evaluator.childTruth(call, block)
      let open = (truth.validity.known.map { ~$0 } ?? Bitmap(count: block.frame.count)) & ofOpenRows
      if let condition = call.condition {
        try inner.collect(condition, block.frame, open & (try openRows(condition, block.frame)))
      }
      if let claim = call.arguments.first {
        try inner.collect(claim, block.frame, open & missing(claim, block.frame))
      }
    } else {
      for argument in call.arguments {
        try inner.collect(argument, block.frame, ofOpenRows & missing(argument, block.frame))
      }
    }
    for (key, children) in inner.rows {
      var parents = Bitmap(count: frame.count)
      for child in children.positions { parents[Int(block.parents[Int(child)])] = true }
      let found = parents & matters
      if !found.isEmpty { rows[key] = rows[key].map { $0 | found } ?? found }
    }
  }
}
