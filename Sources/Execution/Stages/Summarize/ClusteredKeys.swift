import Columns
import Plan
import Schema
import Source
import Store

/// Keys that read nothing of a row but one stored column in which rows of one value lie together, as places do: they are
/// computed once for each run of rows, not for each row.
extension Executor {
  /// The starts of the runs on each of which every key has one value, and the number of rows; nil where there are none.
  func keyRuns(_ keys: [Summarize.Key], _ relation: Relation) -> ContiguousArray<Int32>? {
    guard let entity = relation.entity, relation.rows == nil, relation.count > Executor.blockLength,
      let first = keys.first, let field = clusterField(first.expression),
      keys.allSatisfy({ $0.elements == nil && clusterField($0.expression) == field })
    else { return nil }
    let name = EvaluationContext.TableKey(entity: entity, field: field, snapshot: relation.snapshot)
    if let known = context.runStarts[name] { return known }
    var starts: ContiguousArray<Int32>?
    if case .code(let column)? = table(entity, relation.snapshot)?.read(field) {
      starts = GroupRuns.starts(of: column.codes)
    }
    context.runStarts[name] = .some(starts)
    return starts
  }

  /// The one stored field that an expression reads of its row; nil where it reads anything else.
  private func clusterField(_ expression: TypedExpression) -> String? {
    switch expression.kind {
    case .field(let name): name
    case .ancestor(let place, _): clusterField(place)
    case .follow(let link, _, let value): value.readsOuter ? nil : clusterField(link)
    default: nil
    }
  }
}
