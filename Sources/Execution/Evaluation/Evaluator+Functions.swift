import Columns
import Plan
import Schema
import Source

extension Evaluator {
  /// A function of one row.
  func call(
    _ function: ScalarFunction, _ arguments: [TypedExpression], _ whole: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> Column {
    switch function {
    case .abs, .round, .floor, .ceil, .min, .max, .exp, .ln, .log10, .sqrt, .bin, .cut:
      return try numeric(function, arguments, whole, frame)
    case .year, .month, .day, .quarter, .date, .yearsBetween, .monthsBetween:
      return .integer(try calendar(function, arguments, whole, frame))
    case .length where arguments[0].type.kind != .text:
      return .integer(Kernels.length(try set(arguments[0], frame)))
    default:
      return try text(function, arguments, whole, frame)
    }
  }

  private func counted(
    _ result: (column: NumberColumn, notComputable: Int), _ whole: TypedExpression,
    _ operands: [NumberColumn],
    _ frame: Frame
  ) -> Column {
    note(result.notComputable, whole, .number(result.column), operands.map { .number($0) }, frame)
    return .number(result.column)
  }

  private func elementary(
    _ function: ScalarFunction, _ whole: TypedExpression, _ x: NumberColumn, _ frame: Frame
  )
    -> Column
  {
    let result =
      switch function {
      case .exp: Kernels.exp(x, active: frame.active)
      case .ln: Kernels.ln(x, active: frame.active)
      case .log10: Kernels.log10(x, active: frame.active)
      default: Kernels.sqrt(x, active: frame.active)
      }
    return counted(result, whole, [x], frame)
  }

  private func numeric(
    _ function: ScalarFunction, _ arguments: [TypedExpression], _ whole: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> Column {
    let first = arguments[0]
    switch function {
    case .exp, .ln, .log10, .sqrt: return elementary(function, whole, try numbers(first, frame), frame)
    case .bin: return try bin(arguments, whole, frame)
    case .cut: return try cut(arguments, frame)
    case .min, .max: return try lesser(function, arguments, whole, frame)
    default: break
    }
    let value = try evaluate(first, frame)
    let isWhole = storage(whole.type) == .integer
    switch (function, value) {
    case (.abs, .integer(let column)):
      return .integer(try checked(Kernels.abs(column, active: frame.active), whole))
    case (.abs, .number(let column)): return .number(Kernels.abs(column))
    case (.floor, .integer), (.ceil, .integer): return value
    case (.floor, .number(let column)):
      return .integer(try checked(Kernels.integers(Kernels.floor(column), active: frame.active), whole))
    case (.ceil, .number(let column)):
      return .integer(try checked(Kernels.integers(Kernels.ceil(column), active: frame.active), whole))
    case (.round, .integer(let column)):
      return .integer(
        try checked(Kernels.round(column, try digits(arguments, frame), active: frame.active), whole))
    case (.round, .number(let column)):
      let digits = try digits(arguments, frame)
      let (rounded, failures) = Kernels.round(column, digits, active: frame.active)
      note(failures, whole, .number(rounded), [value] + columns(digits), frame)
      guard isWhole else { return .number(rounded) }
      return .integer(try checked(Kernels.integers(rounded, active: frame.active), whole))
    default: return value
    }
  }

  private func digits(_ arguments: [TypedExpression], _ frame: Frame) throws(Diagnostic) -> IntegerOperand {
    arguments.count > 1 ? try operand(arguments[1], frame) : .constant(0)
  }

  private func operand(_ expression: TypedExpression, _ frame: Frame) throws(Diagnostic) -> IntegerOperand {
    if case .constant(.integer(let number)) = expression.kind { return .constant(number) }
    return .column(try integers(expression, frame))
  }

  private func columns(_ operand: IntegerOperand) -> [Column] {
    if case .column(let column) = operand { [.integer(column)] } else { [] }
  }

  private func lesser(
    _ function: ScalarFunction, _ arguments: [TypedExpression], _ whole: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> Column {
    if storage(whole.type) == .integer {
      let (a, b) = (try integers(arguments[0], frame), try integers(arguments[1], frame))
      return .integer(function == .min ? Kernels.min2(a, b) : Kernels.max2(a, b))
    }
    let (a, b) = (try numbers(arguments[0], frame), try numbers(arguments[1], frame))
    return .number(function == .min ? Kernels.min2(a, b) : Kernels.max2(a, b))
  }

  private func bin(_ arguments: [TypedExpression], _ whole: TypedExpression, _ frame: Frame)
    throws(Diagnostic) -> Column
  {
    if whole.type.kind == .date {
      let unit: CalendarUnit =
        switch whole.type.display {
        case .quarter: .quarter
        case .year: .year
        default: .month
        }
      return .integer(Kernels.bin(try integers(arguments[0], frame), by: unit))
    }
    if storage(whole.type) == .integer {
      let (value, width) = (try integers(arguments[0], frame), try operand(arguments[1], frame))
      let (column, failures) = Kernels.bin(value, width: width, active: frame.active)
      note(failures, whole, .integer(column), [.integer(value)] + columns(width), frame)
      return .integer(column)
    }
    let (value, width) = (try numbers(arguments[0], frame), try numbers(arguments[1], frame))
    return counted(Kernels.bin(value, width: width, active: frame.active), whole, [value, width], frame)
  }

  private func cut(_ arguments: [TypedExpression], _ frame: Frame) throws(Diagnostic) -> Column {
    let breaks = arguments.dropFirst().map { argument -> Double in
      switch argument.constant {
      case .integer(let whole): Double(whole)
      case .number(let number): number
      default: 0
      }
    }
    return .code(Kernels.cut(try numbers(arguments[0], frame), breaks: breaks))
  }

  private func calendar(
    _ function: ScalarFunction, _ arguments: [TypedExpression], _ whole: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> IntegerColumn {
    let first = try integers(arguments[0], frame)
    switch function {
    case .year: return Kernels.year(first)
    case .month: return Kernels.month(first)
    case .day: return Kernels.day(first)
    case .quarter: return Kernels.quarter(first)
    case .yearsBetween: return Kernels.yearsBetween(first, try integers(arguments[1], frame))
    case .monthsBetween: return Kernels.monthsBetween(first, try integers(arguments[1], frame))
    default:
      let (month, day) = (try integers(arguments[1], frame), try integers(arguments[2], frame))
      let (column, failures) = Kernels.date(first, month, day, active: frame.active)
      note(failures, whole, .integer(column), [.integer(first), .integer(month), .integer(day)], frame)
      return column
    }
  }

  func textOperand(_ expression: TypedExpression, _ frame: Frame) throws(Diagnostic) -> TextOperand {
    if case .constant(.text(let text)) = expression.kind { return .constant(text) }
    return .column(try codes(expression, frame))
  }

  private func text(
    _ function: ScalarFunction, _ arguments: [TypedExpression], _ whole: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> Column {
    let value = try codes(arguments[0], frame)
    switch function {
    case .lower: return .code(Kernels.lower(value))
    case .upper: return .code(Kernels.upper(value))
    case .trim: return .code(Kernels.trim(value))
    case .fold: return .code(Kernels.fold(value))
    case .length: return .integer(Kernels.length(value))
    case .left: return .code(Kernels.left(value, try operand(arguments[1], frame)))
    case .right: return .code(Kernels.right(value, try operand(arguments[1], frame)))
    case .word:
      let number = try operand(arguments[1], frame)
      let (column, failures) = Kernels.word(value, number, active: frame.active)
      note(failures, whole, .code(column), [.code(value)] + columns(number), frame)
      return .code(column)
    case .startsWith: return .boolean(Kernels.startsWith(value, try textOperand(arguments[1], frame)))
    case .endsWith: return .boolean(Kernels.endsWith(value, try textOperand(arguments[1], frame)))
    case .contains: return .boolean(Kernels.contains(value, try textOperand(arguments[1], frame)))
    case .replace:
      return .code(
        Kernels.replace(
          value, try textOperand(arguments[1], frame), with: try textOperand(arguments[2], frame)))
    default: return .code(value)
    }
  }
}
