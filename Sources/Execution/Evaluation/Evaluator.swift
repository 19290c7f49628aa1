import Columns
import Plan
import Schema
import Source
import Store

/// Reads expressions against frames, a kernel call for each node and block.
///
/// What an expression reads beside its rows must have been prepared (`Executor.prepare`).
struct Evaluator {
  let context: EvaluationContext
  /// Takes what there is to say of the rows evaluated; each block that is evaluated beside others has its own.
  let ledger: LedgerBuilder

  init(_ context: EvaluationContext, _ ledger: LedgerBuilder) {
    self.context = context
    self.ledger = ledger
  }

  /// The values of an expression at the rows of a frame.
  func evaluate(_ expression: TypedExpression, _ frame: Frame) throws(Diagnostic) -> Column {
    switch expression.kind {
    case .constant(let constant): return self.constant(constant, expression.type, frame)
    case .column(let slot): return frame.column(slot)
    case .field(let name):
      return frame.stored(name) ?? missing(expression.type, frame.count)
    case .row: return .code(CodeColumn(frame.rowList))
    case .aggregate(let index): return frame.aggregates[index]
    case .key(let index): return frame.keys[index]
    case .output(let index): return frame.outputs[index]
    case .follow(let link, let entity, let value): return try follow(link, entity, value, frame)
    case .ancestor(let place, let level): return try ancestor(place, level, frame)
    case .aligned(let id, let entity, let value): return try aligned(id, entity, value, frame)
    case .present(let id, let entity):
      let there = context.alignment(entity, from: frame.snapshot, to: id)
      let rows = Kernels.gather(.code(CodeColumn(there)), through: CodeColumn(frame.rowList))
      return .boolean(Kernels.isKnown(rows))
    case .outer(let value):
      guard let outer = frame.outer else { return missing(expression.type, frame.count) }
      let isPlain =
        if case .field = value.kind { true } else if case .column = value.kind { true } else { false }
      let around = isPlain ? outer : outer.read(by: frame)
      return Kernels.gather(try evaluate(value, around), rows: frame.outerRows)
    case .negate(let operand): return try negate(operand, expression, frame)
    case .not, .and, .or, .comparison, .contains, .isMissing, .isOneOf, .isWithin, .has, .isAmong,
      .undetermined:
      return .boolean(try truth(expression, frame))
    case .arithmetic(let operation, let a, let b):
      return try arithmetic(operation, a, b, expression, frame)
    case .singleton(let value):
      guard case .code(let codes) = try evaluate(value, frame) else {
        return missing(expression.type, frame.count)
      }
      return .set(Kernels.set(of: codes))
    case .join(let a, let b):
      return .set(Kernels.join(try set(a, frame), try set(b, frame)))
    case .takeAway(let a, let b):
      return .set(Kernels.takeAway(try set(a, frame), try set(b, frame)))
    case .coalesce(let a, let b):
      let first = try evaluate(a, frame)
      return Kernels.coalesce(first, try evaluate(b, frame.restricted(to: Kernels.isMissing(first).bits)))
    case .conditional(let condition, let a, let b):
      return try conditional(condition, a, b, frame)
    case .call(let function, let arguments):
      return try call(function, arguments, expression, frame)
    case .whyMissing(let value):
      var reasons = Kernels.whyMissing(try evaluate(value, frame))
      reasons.dictionary = Evaluator.reasonTexts
      return .code(reasons)
    case .converted(let value): return .number(try numbers(value, frame))
    case .nested(let call, let base, let link, let entity, let target):
      return try nested(call, base: base, link, entity, target, expression, frame)
    case .scalar(let subquery):
      guard let value = context.scalars[subquery.number] else { return missing(expression.type, frame.count) }
      return Kernels.gather(value, rows: ContiguousArray(repeating: 0, count: frame.count))
    case .defined(let number):
      guard let value = context.scalars[number] else { return missing(expression.type, frame.count) }
      return Kernels.gather(value, rows: ContiguousArray(repeating: 0, count: frame.count))
    case .computed(let value): return try computed(value, frame)
    case .supposed(let number):
      return context.supposed[number].map { frame.read($0) } ?? missing(expression.type, frame.count)
    case .flags(let conditions, let isOpen):
      var columns: [BooleanColumn] = []
      for condition in conditions { columns.append(try truth(condition, frame)) }
      return .set(Kernels.flags(columns, isOpen: isOpen, count: frame.count))
    case .sole(let value): return .code(Kernels.sole(try set(value, frame)))
    case .undecided: return missing(.boolean, frame.count, .notComputable)
    case .window: return missing(expression.type, frame.count)
    }
  }

  /// The reasons of missing values in words, in the order of their codes.
  private static let reasonTexts = TextDictionary(
    MissingReason.allCases.map { reason in
      switch reason {
      case .notRecorded: "not recorded"
      case .notPresent: "not present"
      case .badValue: "bad value"
      case .notComputable: "not computable"
      }
    })

  /// The storage form of a type.
  func storage(_ type: ValueType) -> ColumnKind {
    switch type.kind {
    case .boolean: .boolean
    case .integer, .date: .integer
    case .number, .share, .points: .number
    case .text, .enumeration, .entity, .missing: .code
    case .set: .set
    case .list: .list
    }
  }

  func missing(_ type: ValueType, _ count: Int, _ reason: MissingReason = .notRecorded) -> Column {
    Kernels.missing(storage(type), count: count, reason: reason)
  }

  private func constant(_ constant: Constant, _ type: ValueType, _ frame: Frame) -> Column {
    let count = frame.count
    switch constant {
    case .missing: return missing(type, count)
    case .boolean(let value): return .boolean(Kernels.constant(value, count: count))
    case .integer(let value):
      if storage(type) == .number { return .number(Kernels.constant(Double(value), count: count)) }
      return .integer(Kernels.constant(value, count: count))
    case .number(let value): return .number(Kernels.constant(value, count: count))
    case .text(let text): return .code(Kernels.constant(text: text, count: count))
    case .date(let days): return .integer(Kernels.constant(Int64(days), count: count))
    case .enumeration(let code): return .code(Kernels.constant(code: code, count: count))
    case .set(let mask): return .set(Kernels.constant(mask: mask, count: count))
    case .entity(let entity, let key):
      let row = context.row(entity, key: key, frame.snapshot)
      return .code(
        Kernels.constant(code: row ?? CodeColumn.missing(.notPresent), count: count))
    }
  }

  /// Values as doubles, whatever form they are kept in.
  func numbers(_ expression: TypedExpression, _ frame: Frame) throws(Diagnostic) -> NumberColumn {
    switch try evaluate(expression, frame) {
    case .number(let column): column
    case .integer(let column): Kernels.numbers(column)
    default: NumberColumn(ContiguousArray(repeating: 0, count: frame.count), .none(frame.count, .notRecorded))
    }
  }

  func integers(_ expression: TypedExpression, _ frame: Frame) throws(Diagnostic) -> IntegerColumn {
    switch try evaluate(expression, frame) {
    case .integer(let column): column
    default:
      IntegerColumn(ContiguousArray(repeating: 0, count: frame.count), .none(frame.count, .notRecorded))
    }
  }

  func codes(_ expression: TypedExpression, _ frame: Frame) throws(Diagnostic) -> CodeColumn {
    switch try evaluate(expression, frame) {
    case .code(let column): column
    default: CodeColumn(ContiguousArray(repeating: CodeColumn.missing(.notRecorded), count: frame.count))
    }
  }

  func set(_ expression: TypedExpression, _ frame: Frame) throws(Diagnostic) -> SetColumn {
    switch try evaluate(expression, frame) {
    case .set(let column): column
    default: SetColumn(ContiguousArray(repeating: 0, count: frame.count), .none(frame.count, .notRecorded))
    }
  }

  private func conditional(
    _ condition: TypedExpression, _ a: TypedExpression, _ b: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> Column {
    let test = try truth(condition, frame)
    let isFalse = Kernels.not(test).bits
    let first = try evaluate(a, frame.restricted(to: test.bits))
    let second = try evaluate(b, frame.restricted(to: isFalse))
    return Kernels.select(condition: test, then: first, else: second)
  }
}
