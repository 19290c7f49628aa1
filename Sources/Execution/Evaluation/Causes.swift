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
  /// How many rows a name left open, and its place in the model.
  struct Count: Sendable {
    var place: Place
    var rows: Int
  }

  /// An entity and a field of it; of a name of several fields the first.
  struct Place: Comparable, Sendable {
    var entity: Int
    var field: Int

    static func < (a: Place, b: Place) -> Bool { (a.entity, a.field) < (b.entity, b.field) }
  }

  /// Counts by the name of a field as it is written: fields of one name are one cause, and a row that several of them
  /// leave open counts once.
  typealias Counts = [String: Count]

  private let evaluator: Evaluator
  private var rows: [String: (place: Place, rows: Bitmap)] = [:]

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// How many rows each field left open.
  var counts: Counts { rows.mapValues { Count(place: $0.place, rows: $0.rows.population) } }

  /// The same, each row of a frame counted as often as it is read.
  func counts(in frame: Frame) -> Counts {
    rows.mapValues { Count(place: $0.place, rows: frame.rowsRead($0.rows)) }
  }

  /// The causes, largest first, then in model order.
  static func ordered(_ counts: Counts) -> [LedgerEntry.Cause] {
    counts.filter { $0.value.rows > 0 }
      .sorted { a, b in
        (-a.value.rows, a.value.place, a.key) < (-b.value.rows, b.value.place, b.key)
      }
      .map { LedgerEntry.Cause(field: $0.key, count: $0.value.rows) }
  }

  static func merge(_ counts: inout Counts, _ other: Counts) {
    counts.merge(other) { a, b in Count(place: min(a.place, b.place), rows: a.rows + b.rows) }
  }

  mutating func add(_ name: String, _ entity: String?, _ missing: Bitmap) {
    let schema = evaluator.context.schema
    let entityIndex = entity.flatMap { name in schema.entities.firstIndex { $0.name == name } } ?? .max
    let fieldIndex =
      entityIndex == .max
      ? .max : schema.entities[entityIndex].fields.firstIndex { $0.name == name } ?? .max
    add(name, Place(entity: entityIndex, field: fieldIndex), missing)
  }

  private mutating func add(_ name: String, _ place: Place, _ missing: Bitmap) {
    guard !missing.isEmpty else { return }
    guard let found = rows[name] else {
      rows[name] = (place, missing)
      return
    }
    rows[name] = (min(found.place, place), found.rows | missing)
  }

  /// Adds the causes of a condition on the rows of a frame where it matters.
  mutating func collect(_ expression: TypedExpression, _ whole: Frame, _ matters: Bitmap) throws(Diagnostic) {
    guard !matters.isEmpty else { return }
    let frame = whole.restricted(to: matters)
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
      try collectFollowed(link, entity, value, frame, matters)
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
    _ link: TypedExpression, _ entity: String, _ value: TypedExpression, _ frame: Frame, _ matters: Bitmap
  ) throws(Diagnostic) {
    let rows = try evaluator.codes(link, frame)
    let lost = Kernels.isMissing(.code(rows)).bits
    try collect(link, frame, matters & lost)
    let (inner, places) = evaluator.followed(rows, entity, frame)
    var found = Causes(evaluator)
    try found.collectOperands([value], inner, Bitmap(repeating: true, count: inner.count))
    for (name, cause) in found.rows {
      var open = Bitmap(count: frame.count)
      for (row, place) in places.enumerated() where place >= 0 && cause.rows[Int(place)] { open[row] = true }
      add(name, cause.place, open & matters)
    }
  }

  private mutating func collectNested(
    _ call: AggregateCall, _ base: TypedExpression?, _ link: String, _ entity: String, _ target: String,
    _ frame: Frame, _ matters: Bitmap
  ) throws(Diagnostic) {
    let block = try evaluator.children(base: base, link, entity, target, frame, needsParents: true)
    if let base { try collect(base, frame, matters & missing(base, frame)) }
    let children = block.frame
    var inner = Causes(evaluator)
    var isIn = Bitmap(repeating: true, count: children.count)
    if let condition = call.condition {
      let truth = try evaluator.truth(condition, children)
      isIn = truth.bits
      try inner.collect(
        condition, children, truth.validity.known.map { ~$0 } ?? Bitmap(count: children.count))
    }
    let taken = children.restricted(to: isIn)
    for argument in call.arguments { try inner.collect(argument, children, isIn & missing(argument, taken)) }
    for (name, found) in inner.rows {
      var parents = Bitmap(count: frame.count)
      for child in found.rows.positions { parents[Int(block.parents[Int(child)])] = true }
      add(name, found.place, parents & matters)
    }
  }
}
