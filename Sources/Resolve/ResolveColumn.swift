import Plan
import Schema
import Source
import Syntax

extension Resolver {
  /// An expression over the rows of an entity of the current snapshot.
  package func column(_ expression: Expression, of entity: String) throws(Diagnostic) -> TypedExpression {
    var context = topContext
    context.row = RowScope(entity: entity, snapshot: catalog.current)
    return try resolve(expression, context)
  }
}
