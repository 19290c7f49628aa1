import Columns
import Schema
import Source

/// A column with what its values mean.
package struct TypedColumn: Sendable {
  package var column: Column
  package var type: ValueType

  package init(_ column: Column, _ type: ValueType) {
    self.column = column
    self.type = type
  }
}

/// Evaluates the expressions of `snapshot.yaml` (`income: "= round(exp(lntotal) * 1000 / hhsize / 12)"`) over the columns of
/// one file; the language does it, above this target.
package protocol ColumnExpressionEvaluator: Sendable {
  /// The file's column names that an expression reads; throws where it does not parse.
  ///
  /// - Parameter expression: the text after `=`.
  func columns(of expression: String) throws(Diagnostics) -> [String]

  /// The value of an expression for each row.
  ///
  /// - Parameters:
  ///   - columns: by name as in the file's header, typed by content: integers, numbers, dates or text.
  ///   - rowCount: the length of every column and of the result.
  func evaluate(_ expression: String, columns: [String: TypedColumn], rowCount: Int) throws(Diagnostics)
    -> TypedColumn
}
