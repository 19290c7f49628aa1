import Columns
import Foundation
import Plan
import Schema
import Source

extension Interpreter {
  /// The value of an expression on a row.
  func value(_ expression: TypedExpression, _ row: RowFrame) throws -> Value {
    switch expression.kind {
    case .constant(let constant): return value(constant, expression.type, row)
    case .column(let slot): return row.columns[slot]
    case .field(let name):
      guard let number = row.row.row, let entity = row.entity else { return absent(row) }
      return world.field(name, entity, number, row.snapshot)
    case .row: return row.row
    case .aggregate(let index): return row.aggregates[index]
    case .key(let index): return row.keys[index]
    case .output(let index): return row.outputs[index]
    case .follow(let link, let entity, let inner):
      let target = try followed(link, entity, row)
      return target.row.isMissing ? target.row : try value(inner, target)
    case .ancestor(let place, let level):
      let found = try value(place, row)
      guard let number = found.row else { return found }
      return world.ancestor(ofPlace: number, level: level, row.snapshot).map { .row($0) } ?? .unknown
    case .aligned(let then, let entity, let inner):
      return try aligned(then.index, entity, inner, row)
    case .present(let then, let entity):
      guard let number = row.row.row else { return .truth(false) }
      return .truth(world.counterpart(entity, number, from: row.snapshot, to: then.index) != nil)
    case .outer(let inner): return try row.outer.map { try value(inner, $0) } ?? .unknown
    case .scalar(let subquery): return try scalar(subquery)
    case .defined(let number): return defined(number)
    case .nested(let call, let base, let link, let entity, let target):
      return try nested(call, base, link, entity, target, row)
    case .whyMissing(let inner): return Interpreter.reason(try value(inner, row))
    case .window: throw OracleError.notCovered("a window inside a row")
    case .negate, .arithmetic, .converted, .call: return try computed(expression, row)
    case .singleton, .join, .takeAway: return try set(expression, row)
    case .coalesce(let a, let b):
      let first = try value(a, row)
      return first.isMissing ? try value(b, row) : first
    case .conditional(let test, let a, let b):
      guard let truth = try truth(test, row) else { return .unknown }
      return try value(truth ? a : b, row)
    default: return Value(try truth(expression, row))
    }
  }

  /// What is read where there is no row: missing for the reason of the row.
  private func absent(_ row: RowFrame) -> Value { row.row.isMissing ? row.row : .unknown }

  func followed(_ link: TypedExpression, _ entity: String, _ row: RowFrame) throws -> RowFrame {
    RowFrame(entity: entity, snapshot: row.snapshot, row: try value(link, row), outer: row.outer)
  }

  private func aligned(_ then: Int, _ entity: String, _ inner: TypedExpression, _ row: RowFrame) throws
    -> Value
  {
    guard let number = row.row.row else { return absent(row) }
    guard let there = world.counterpart(entity, number, from: row.snapshot, to: then)
    else { return .missing(.notPresent) }
    let found = try value(
      inner, RowFrame(entity: entity, snapshot: then, row: .row(there), outer: row.outer))
    guard case .entity(let target, _) = inner.type.kind, let back = found.row else { return found }
    return world.counterpart(target, back, from: then, to: row.snapshot).map { .row($0) }
      ?? .missing(.notPresent)
  }

  private static func reason(_ value: Value) -> Value {
    switch value.reason {
    case .notRecorded: .text("not recorded")
    case .notPresent: .text("not present")
    case .badValue: .text("bad value")
    case .notComputable: .text("not computable")
    case nil: .unknown
    }
  }

  private func value(_ constant: Constant, _ type: ValueType, _ row: RowFrame) -> Value {
    switch constant {
    case .missing: .unknown
    case .boolean(let value): .truth(value)
    case .integer(let value): type.kind == .number ? .number(Double(value)) : .whole(value)
    case .number(let value): .number(value)
    case .text(let value): .text(value)
    case .date(let days): .whole(Int64(days))
    case .enumeration(let code): .choice(Int(code))
    case .set(let mask): .set(Set((0..<64).filter { mask >> UInt64($0) & 1 == 1 }))
    case .entity(let entity, let key):
      world.row(entity, key: key, row.snapshot).map { .row($0) } ?? .missing(.notPresent)
    }
  }

  private func set(_ expression: TypedExpression, _ row: RowFrame) throws -> Value {
    switch expression.kind {
    case .singleton(let operand):
      let element = try value(operand, row)
      if case .choice(let place) = element { return .set([place]) }
      return element
    case .join(let a, let b), .takeAway(let a, let b):
      let (left, right) = (try value(a, row), try value(b, row))
      guard let x = left.elements, let y = right.elements else { return left.isMissing ? left : right }
      if case .join = expression.kind { return .set(x.union(y)) }
      return .set(x.subtracting(y))
    default: return .unknown
    }
  }

  private func computed(_ expression: TypedExpression, _ row: RowFrame) throws -> Value {
    switch expression.kind {
    case .negate(let operand):
      let operand = try value(operand, row)
      switch operand {
      case .whole(let whole):
        guard whole != .min else { throw OracleError.overflow }
        return .whole(-whole)
      case .number(let number): return .number(-number)
      default: return operand
      }
    case .converted(let operand):
      let operand = try value(operand, row)
      return operand.number.map { .number($0) } ?? operand
    case .arithmetic(let operation, let a, let b):
      return try counted(expression, try arithmetic(operation, value(a, row), value(b, row), expression.type))
    case .call(let function, let arguments):
      let values = try arguments.map { try value($0, row) }
      if let missing = values.first(where: \.isMissing) { return missing }
      return try counted(expression, try call(function, values, arguments, expression.type))
    default: return .unknown
    }
  }

  /// A value computed from known ones; where it came to nothing the ledger counts it.
  private func counted(_ expression: TypedExpression, _ result: Value?) throws -> Value {
    if let result { return result }
    ledger.fail(expression.text, expression.range)
    return .notComputable
  }

  /// `+ - * / mod ^`; nil where known operands give no value.
  private func arithmetic(_ operation: ArithmeticOperator, _ a: Value, _ b: Value, _ type: ValueType) throws
    -> Value?
  {
    if a.isMissing { return a }
    if b.isMissing { return b }
    if let x = a.text, let y = b.text { return .text(x + y) }
    let isWhole = type.kind == .integer || type.kind == .date
    if isWhole, let x = a.whole, let y = b.whole {
      let (result, overflow) =
        switch operation {
        case .add: x.addingReportingOverflow(y)
        case .subtract: x.subtractingReportingOverflow(y)
        case .multiply: x.multipliedReportingOverflow(by: y)
        default: y == 0 ? (0, false) : y == -1 ? (0, false) : (x % y, false)
        }
      if overflow { throw OracleError.overflow }
      return operation == .modulo && y == 0 ? nil : .whole(result)
    }
    guard let x = a.number, let y = b.number else { return nil }
    let result =
      switch operation {
      case .add: x + y
      case .subtract: x - y
      case .multiply: x * y
      case .divide: y == 0 ? Double.nan : x / y
      case .modulo: y == 0 ? Double.nan : x.truncatingRemainder(dividingBy: y)
      case .power: pow(x, y)
      }
    return result.isFinite ? .number(result) : nil
  }
}
