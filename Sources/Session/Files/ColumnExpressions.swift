import Columns
import Execution
import Loading
import Plan
import Resolve
import Schema
import Source
import Store
import Syntax

/// The expressions of a `snapshot.yaml`, evaluated by the language itself over the columns of one file.
package struct ColumnExpressions: ColumnExpressionEvaluator {
  package init() {}

  package func columns(of expression: String) throws(Diagnostics) -> [String] {
    try parse(expression).expression.names
  }

  package func evaluate(_ expression: String, columns: [String: TypedColumn], rowCount: Int)
    throws(Diagnostics)
    -> TypedColumn
  {
    let entity = Entity(
      "rows", singular: "row", Localized("rows"), key: [],
      fields: columns.keys.sorted().map { Field($0, columns[$0]?.type ?? .text, Localized($0)) })
    let table = EntityTable(
      entity: entity, count: rowCount, columns: columns.mapValues(\.column), children: [:])
    let schema = Schema(
      entities: [entity], enums: [],
      roles: Roles(population: "rows", size: "", people: "", peopleLink: "", places: "", levels: []))
    let snapshot = Snapshot(
      label: "file", name: "file", date: nil, standard: nil, coversAll: true, schema: schema,
      tables: ["rows": table], places: .empty, findings: [])
    let (parsed, program) = try parse(expression)
    let resolver = Resolver(catalog: Catalog([snapshot]))
    do throws(Diagnostic) {
      let value = try resolver.column(parsed, of: "rows")
      let executor = Executor(snapshots: [snapshot])
      let column = try executor.column(value, of: "rows")
      return TypedColumn(column, value.type)
    } catch {
      throw Diagnostics(located(error, in: program))
    }
  }

  private func parse(_ text: String) throws(Diagnostics) -> (expression: Expression, program: SourceText) {
    let source = SourceText(id: SourceID(0), name: "= \(text)", text: text)
    let result = Syntax.parse(source)
    guard result.diagnostics.isEmpty, result.program.statements.count == 1,
      case .pipeline(let pipeline) = result.program.statements[0].kind, pipeline.stages.isEmpty
    else {
      let first = result.diagnostics.first ?? Diagnostic(SessionCode.notAnExpression, at: nil, ["text": text])
      throw Diagnostics(located(first, in: source))
    }
    return (pipeline.source, source)
  }

  /// The manifest shows its own place; the range inside the expression would point into another text.
  private func located(_ diagnostic: Diagnostic, in source: SourceText) -> Diagnostic {
    var copy = diagnostic
    if let range = diagnostic.range {
      copy = copy.note(en: "in `\(source.text(range))`", vi: "ở `\(source.text(range))`")
    }
    copy.range = nil
    copy.labels = []
    return copy
  }
}
