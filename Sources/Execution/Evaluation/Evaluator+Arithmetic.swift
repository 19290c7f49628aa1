import Columns
import Plan
import Schema
import Source

extension Evaluator {
  func arithmetic(
    _ operation: ArithmeticOperator, _ a: TypedExpression, _ b: TypedExpression, _ whole: TypedExpression,
    _ frame: Frame
  ) throws(Diagnostic) -> Column {
    if whole.type.kind == .text {
      return .code(Kernels.join(try codes(a, frame), .column(try codes(b, frame))))
    }
    if storage(whole.type) == .integer {
      return .integer(try wholeArithmetic(operation, a, b, whole, frame))
    }
    let left = try numbers(a, frame)
    let right = try numbers(b, frame)
    let (column, failures) =
      switch operation {
      case .add: Kernels.add(left, right, active: frame.active)
      case .subtract: Kernels.subtract(left, right, active: frame.active)
      case .multiply: Kernels.multiply(left, right, active: frame.active)
      case .divide: Kernels.divide(left, right, active: frame.active)
      case .modulo: Kernels.modulo(left, right, active: frame.active)
      case .power: Kernels.power(left, right, active: frame.active)
      }
    note(failures, whole, .number(column), [.number(left), .number(right)], frame)
    return .number(column)
  }

  private func wholeArithmetic(
    _ operation: ArithmeticOperator, _ a: TypedExpression, _ b: TypedExpression, _ whole: TypedExpression,
    _ frame: Frame
  ) throws(Diagnostic) -> IntegerColumn {
    let left = try integers(a, frame)
    if case .constant(.integer(let number)) = b.kind {
      switch operation {
      case .add: return try checked(Kernels.add(left, number, active: frame.active), whole)
      case .subtract: return try checked(Kernels.subtract(left, number, active: frame.active), whole)
      case .multiply: return try checked(Kernels.multiply(left, number, active: frame.active), whole)
      default: break
      }
    }
    let right = try integers(b, frame)
    switch operation {
    case .add: return try checked(Kernels.add(left, right, active: frame.active), whole)
    case .subtract: return try checked(Kernels.subtract(left, right, active: frame.active), whole)
    case .multiply: return try checked(Kernels.multiply(left, right, active: frame.active), whole)
    default:
      let (column, failures) = Kernels.modulo(left, right, active: frame.active)
      note(failures, whole, .integer(column), [.integer(left), .integer(right)], frame)
      return column
    }
  }

  /// Notes where known operands gave no value: once for each row that reads it.
  func note(
    _ failures: Int, _ whole: TypedExpression, _ result: Column, _ operands: [Column], _ frame: Frame
  ) {
    guard failures > 0, frame.multiplicity != nil else {
      ledger.notComputable(whole.text, failures)
      return
    }
    let rows = operands.reduce(~result.known) { $0 & $1.known }
    ledger.notComputable(whole.text, frame.rowsRead(rows))
  }

  /// A result of whole numbers, or the error that it left their range.
  func checked(_ result: (column: IntegerColumn, overflowRow: Int?), _ expression: TypedExpression)
    throws(Diagnostic) -> IntegerColumn
  {
    guard result.overflowRow == nil else { throw overflow(expression) }
    return result.column
  }

  func overflow(_ expression: TypedExpression) -> Diagnostic {
    Diagnostic(RuntimeCode.integerOverflow, at: expression.range, ["text": expression.text])
  }

  func negate(_ operand: TypedExpression, _ whole: TypedExpression, _ frame: Frame) throws(Diagnostic)
    -> Column
  {
    switch try evaluate(operand, frame) {
    case .integer(let column):
      return .integer(try checked(Kernels.negate(column, active: frame.active), whole))
    case .number(let column): return .number(Kernels.negate(column))
    case let other: return other
    }
  }
}
