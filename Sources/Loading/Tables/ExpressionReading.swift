import Columns
import Schema
import Source

/// The value of one `= …` of a manifest for each row of its file.
struct ExpressionReading {
  private let binding: ColumnBinding
  private let expression: String
  private let source: TableSource
  private let count: Int

  init(_ binding: ColumnBinding, _ expression: String, _ source: TableSource, _ count: Int) {
    self.binding = binding
    self.expression = expression
    self.source = source
    self.count = count
  }

  /// How many ways of reading columns without any known cell are tried.
  private static let limit = 27

  /// The value, and the column that the field stores of it.
  ///
  /// - Parameter columns: by name, each in the forms that it may have: an empty column is whatever the expression takes.
  func run(_ columns: [String: [TypedColumn]], _ evaluator: any ColumnExpressionEvaluator)
    throws(Diagnostics) -> (TypedColumn, Column)
  {
    var failure: Diagnostics?
    for forms in combinations(columns) {
      do throws(Diagnostics) {
        let value = try evaluator.evaluate(expression, columns: forms, rowCount: count)
        let target = binding.infersType ? nil : binding.field.type
        if let column = ColumnConversion.converted(value, to: target, count: count, binding.format) {
          return (value, column)
        }
        failure = failure ?? wrongType
      } catch {
        failure = failure ?? source.failure(of: expression, field: binding.field.name, error)
      }
    }
    throw failure ?? wrongType
  }

  private var wrongType: Diagnostics {
    Diagnostics(
      Diagnostic(
        DataCode.expressionType, at: nil,
        [
          "file": source.manifestShown, "line": source.line(of: binding.field.name),
          "field": binding.field.name, "expression": expression[...].trimmed,
        ]))
  }

  private func combinations(_ columns: [String: [TypedColumn]]) -> [[String: TypedColumn]] {
    var result: [[String: TypedColumn]] = [[:]]
    for name in columns.keys.sorted() {
      guard let all = columns[name], let first = all.first else { continue }
      let forms = result.count * all.count <= ExpressionReading.limit ? all : [first]
      result = result.flatMap { partial in
        forms.map { form in partial.merging([name: form]) { _, new in new } }
      }
    }
    return result
  }
}
