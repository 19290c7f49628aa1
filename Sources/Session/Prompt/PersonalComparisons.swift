import Schema
import Source
import Store
import Syntax

/// Knows which typed statements compare a personal field with a value, so that the history does not keep them.
///
/// Where the tree leaves a doubt (a bare `name` whose rows are not known) the field counts as personal: a statement too
/// many is left out rather than a name kept.
package struct PersonalComparisons {
  private let schema: Schema
  private let fields: Set<String>
  /// Columns and definitions of this session that were made of personal fields.
  private var aliases: Set<String> = []

  package init(_ session: Session) {
    schema = session.currentSnapshot.schema
    fields = Set(schema.entities.flatMap(\.fields).filter { $0.privacy == .personal }.map(\.name))
  }

  /// Whether a typed text compares a personal field with a value; remembers the names that it gives such fields.
  package mutating func isMade(in text: String) -> Bool {
    let parsed = parse(SourceText(id: SourceID(0), name: "", text: text))
    guard parsed.diagnostics.isEmpty else {
      let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      return words.contains { fields.contains(String($0)) || aliases.contains(String($0)) }
    }
    var isFound = false
    for statement in parsed.program.statements where visit(statement) { isFound = true }
    return isFound
  }

  private mutating func visit(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .pipeline(let pipeline): return visit(pipeline)
    case .continuation(let stages): return visit(stages, nil)
    case .definition(let definition):
      if mentions(definition.body) { aliases.insert(definition.name.text) }
      return visit(definition.body)
    case .expect(let expectation): return visit(expectation.condition, nil)
    case .title(let template), .text(let template), .output(let template):
      var isFound = false
      for case .value(let pipeline) in template.pieces where visit(pipeline) { isFound = true }
      return isFound
    case .forEach(_, let pipeline, let statements):
      var isFound = visit(pipeline)
      for inner in statements where visit(inner) { isFound = true }
      return isFound
    case .explain(let explanation): return explanation.pipeline.map { visit($0) } ?? false
    case .parameter, .use, .include, .set, .standard, .rule: return false
    }
  }

  private mutating func visit(_ pipeline: Pipeline) -> Bool {
    let rows = entity(of: pipeline.source)
    let isFound = visit(pipeline.source, rows)
    return visit(pipeline.stages, rows) || isFound
  }

  private mutating func visit(_ stages: [Stage], _ start: Entity?) -> Bool {
    var isFound = false
    var rows = start
    for stage in stages {
      for value in stage.named {
        if let name = value.name, mentions(value.expression, rows) { aliases.insert(name.text) }
        if visit(value.expression, rows) { isFound = true }
      }
      switch stage.kind {
      case .expand, .rows, .append: rows = nil
      default: break
      }
    }
    return isFound
  }

  /// Whether an expression, or one inside it, sets a personal field beside a value.
  private mutating func visit(_ expression: Expression, _ rows: Entity?) -> Bool {
    if let inner = expression.innerPipeline { return visit(inner) }
    if joins(expression, rows) { return true }
    var inside = rows
    if case .call = expression.kind { inside = nil }
    for part in expression.parts where visit(part, inside) { return true }
    return false
  }

  private func joins(_ expression: Expression, _ rows: Entity?) -> Bool {
    switch expression.kind {
    case .comparison, .membership, .has, .match:
      return mentions(expression, rows) && holdsValue(expression)
    case .call(let call) where call.arguments.count > 1:
      return call.arguments.contains { mentions($0.expression, rows) }
        && call.arguments.contains { holdsValue($0.expression) }
    default: return false
    }
  }

  private func holdsValue(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .text, .number, .date, .parameter: true
    case .pipeline(let pipeline): pipeline.stages.contains { $0.named.contains { holdsValue($0.expression) } }
    default: expression.parts.contains { holdsValue($0) }
    }
  }

  private func mentions(_ pipeline: Pipeline) -> Bool {
    let rows = entity(of: pipeline.source)
    return mentions(pipeline.source, rows)
      || pipeline.stages.contains { $0.named.contains { mentions($0.expression, rows) } }
  }

  private func mentions(_ expression: Expression, _ rows: Entity?) -> Bool {
    switch expression.kind {
    case .name(let name): aliases.contains(name.text) || isPersonal(name.text, of: rows)
    case .member(let base, let name):
      aliases.contains(name.text) || isPersonal(name.text, of: target(of: base)) || mentions(base, rows)
    case .pipeline(let pipeline): mentions(pipeline)
    default: expression.parts.contains { mentions($0, rows) }
    }
  }

  private func isPersonal(_ name: String, of rows: Entity?) -> Bool {
    guard fields.contains(name) else { return false }
    guard let field = rows?.field(name) else { return true }
    return field.privacy == .personal
  }

  /// The entity whose rows an expression names, where it names one plainly.
  private func entity(of expression: Expression) -> Entity? {
    switch expression.kind {
    case .name(let name): schema.entity(name.text)
    case .at(let base, _, _), .filtered(let base, _), .parenthesized(let base): entity(of: base)
    case .pipeline(let pipeline): pipeline.stages.isEmpty ? entity(of: pipeline.source) : nil
    default: nil
    }
  }

  /// The entity to which a to-one link leads, by the name of the link.
  private func target(of link: Expression) -> Entity? {
    switch link.kind {
    case .name(let name), .member(_, let name):
      if schema.roles.levels.contains(name.text) { return schema.entity(schema.roles.places) }
      if let entity = schema.entity(singular: name.text) { return entity }
      let targets = Set(schema.entities.compactMap { $0.field(name.text)?.target })
      return targets.count == 1 ? targets.first.flatMap { schema.entity($0) } : nil
    case .at(let base, _, _), .parenthesized(let base): return target(of: base)
    default: return nil
    }
  }
}
