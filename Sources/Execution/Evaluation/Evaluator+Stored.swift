import Columns
import Plan
import Store

/// Conditions on one stored column and constants, read where the column lies: to cut the block out of it first would
/// cost more than the test itself.
extension Evaluator {
  /// The truth of such a condition; nil for any other.
  func storedTruth(_ condition: TypedExpression, _ frame: Frame) -> BooleanColumn? {
    guard case .range(let rows) = frame.rows else { return nil }
    switch condition.kind {
    case .comparison(let operation, let a, let b):
      guard let column = stored(a, frame) else { return nil }
      return compare(column, rows, symbol(operation), b.constant)
    case .and(let a, let b): return isBetween(a, b, rows, frame)
    case .isOneOf(let value, let constants):
      guard case .code(let column)? = stored(value, frame) else { return nil }
      let codes = constants.compactMap { if case .enumeration(let code) = $0 { code } else { nil } }
      guard codes.count == constants.count else { return nil }
      return Kernels.isMember(column, in: rows, of: codes)
    default: return nil
    }
  }

  private func stored(_ expression: TypedExpression, _ frame: Frame) -> Column? {
    guard case .field(let name) = expression.kind else { return nil }
    return frame.table?.read(name)
  }

  private func compare(
    _ column: Column, _ rows: Range<Int>, _ operation: ComparisonOperator, _ constant: Constant?
  ) -> BooleanColumn? {
    switch (column, constant) {
    case (.integer(let column), .integer(let number)):
      Kernels.compare(column, in: rows, operation, number)
    case (.integer(let column), .date(let days)):
      Kernels.compare(column, in: rows, operation, Int64(days))
    case (.number(let column), .integer(let number)):
      Kernels.compare(column, in: rows, operation, Double(number))
    case (.number(let column), .number(let number)):
      Kernels.compare(column, in: rows, operation, number)
    case (.code(let column), .enumeration(let code)):
      Kernels.compare(column, in: rows, operation, code)
    default: nil
    }
  }

  /// `x in a..b`, which is planned as `x >= a and x <= b`, in one pass.
  private func isBetween(_ a: TypedExpression, _ b: TypedExpression, _ rows: Range<Int>, _ frame: Frame)
    -> BooleanColumn?
  {
    guard case .comparison(.greaterOrEqual, let value, let low) = a.kind,
      case .comparison(.lessOrEqual, let same, let high) = b.kind,
      case .field(let name) = value.kind, case .field(name) = same.kind,
      let column = frame.table?.read(name)
    else { return nil }
    switch (column, low.constant, high.constant) {
    case (.integer(let column), .integer(let low), .integer(let high)):
      return Kernels.isBetween(column, in: rows, low, high)
    case (.integer(let column), .date(let low), .date(let high)):
      return Kernels.isBetween(column, in: rows, Int64(low), Int64(high))
    case (.number(let column), .number(let low), .number(let high)):
      return Kernels.isBetween(column, in: rows, low, high)
    case (.code(let column), .enumeration(let low), .enumeration(let high)):
      return Kernels.isBetween(column, in: rows, low, high)
    default: return nil
    }
  }
}
