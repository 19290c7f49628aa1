/// The operations on whole blocks of values: arithmetic, comparison, logic, movement of rows, and the functions of the
/// language.
///
/// Every kernel is a concrete loop over one block (up to 16,384 rows), so that a dispatch is paid once a block. Rules
/// that all of them keep:
///
/// - Operands have one length, and so has the result.
/// - An operation on a missing value is missing, for the reason of the first missing operand.
/// - `active` marks the rows that matter (nil: all); the others are computed too, but never reported.
/// - `overflowRow` is the first active row with known operands whose result leaves 64 bits; its value is meaningless.
/// - `notComputable` counts active rows with known operands whose result is missing: a division by zero, an argument
///   outside the domain, a result that no finite double holds.
/// - What lies in a value array at a missing row is not defined; doubles are finite even there.
package enum Kernels {}

/// A whole number for each row, or one for all of them.
package enum IntegerOperand: Sendable {
  case column(IntegerColumn)
  case constant(Int64)
}

/// A text for each row, or one for all of them.
package enum TextOperand: Sendable {
  case column(CodeColumn)
  case constant(String)
}

/// The storage form of a column, without its values.
package enum ColumnKind: Sendable, Hashable { case boolean, integer, number, code, set, list }
