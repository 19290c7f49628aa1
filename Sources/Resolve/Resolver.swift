import Plan
import Schema
import Source
import Store
import Syntax

/// What a name was defined to be.
enum DefinitionBody {
  /// Rows: resolved anew wherever it is used, in the snapshot that holds there.
  case view(Pipeline)
  /// An expression that names no field, computed once.
  case value(TypedExpression)
  /// An expression that names fields, put in place where it is used.
  case expression(Expression)
  case function([Name], Expression)
}

/// A definition with what help says of it.
struct DefinitionEntry {
  var name: Name
  var body: DefinitionBody
  var help: String?
  /// What a value that was computed where it stands supposed.
  var assumed: [String] = []
}

/// The rows that `it` stands for.
package struct KeptResult: Sendable {
  var number: Int
  var scope: RowScope
  var assumed: [String] = []
}

/// Gives names their meaning and expressions their types: the tree goes in, a typed plan comes out.
///
/// A resolver lives as long as a session and keeps its definitions, parameters and current snapshot.
package final class Resolver {
  package var catalog: Catalog
  var definitions: [String: DefinitionEntry] = [:]
  /// Computed fields by entity, then by name.
  var fieldDefinitions: [String: [String: DefinitionEntry]] = [:]
  package var parameters: [String: ParameterValue] = [:]
  /// Values given for this run, by the name of the parameter.
  package var given: [String: String] = [:]
  var kept: KeptResult?
  /// The view that a `|` line would go on with: the statement before was its definition.
  var lastDefinition: String?
  private var nextSubquery = 0
  /// The standards and rules at hand, and the standard that `set standard` names.
  var book: StandardBook {
    get {
      loadStandards()
      return ownBook
    }
    set { ownBook = newValue }
  }
  private var ownBook = StandardBook()
  /// Gives the blocks of law that are shipped; asked once, when a name may be one of theirs.
  package var shipped: (() -> [Statement])?
  var sessionStandard: String?
  /// The standards that were asked for values in each snapshot since this was last emptied.
  var standardsRead: [SnapshotID: [String]] = [:]
  /// Values of standards that were put in place before.
  var assessments: [AssessmentKey: TypedExpression] = [:]
  /// Parameters and definitions of standards likewise, with the facts that they miss.
  var clauses: [AssessmentKey: (value: TypedExpression, absent: Set<String>)] = [:]
  var nextComputed = 0
  var nextAssumption = 0
  /// The definitions of a standard that are being put in place, to refuse circles.
  var openDefinitions: [String] = []
  /// What is to be said beside the statement at hand, though it is no error.
  package private(set) var notices: [Diagnostic] = []
  /// How many definitions were put in place in this statement: definitions that use one another twice double it.
  var unfoldings = 0
  static let unfoldingLimit = 20_000

  package init(catalog: Catalog) { self.catalog = catalog }

  /// The model of the current snapshot, own fields included.
  var schema: Schema { catalog[catalog.current].schema }

  private func loadStandards() {
    guard let shipped else { return }
    self.shipped = nil
    for statement in shipped() {
      if case .standard(let block) = statement.kind { ownBook.add(block) }
      if case .rule(let block) = statement.kind { ownBook.add(block) }
    }
  }

  /// What the statement at hand supposes, in words, each once.
  private(set) var assumed: [String] = []

  func noteAssumption(_ text: String) {
    if !assumed.contains(text) { assumed.append(text) }
  }

  func forgetAssumptions() { assumed = [] }

  func note(_ diagnostic: Diagnostic) { notices.append(diagnostic) }

  /// Takes the notices since the last time.
  package func takeNotices() -> [Diagnostic] {
    defer { notices = [] }
    return notices
  }

  /// Whether a name stands for rows already, or for a definition.
  package func isTaken(_ name: String) -> Bool {
    schema.entity(name) != nil || schema.entity(singular: name) != nil || definitions[name] != nil
      || ["it", "outer"].contains(name)
  }

  func newSubquery(_ plan: Plan) -> Subquery {
    nextSubquery += 1
    return Subquery(number: nextSubquery, plan: plan)
  }

  /// The context of a statement: no row, the current snapshot.
  var topContext: Context { Context(row: nil, snapshot: catalog.current) }

  func table(_ entity: String, _ snapshot: SnapshotID) -> EntityTable? { catalog[snapshot].tables[entity] }

  func entity(_ name: String, _ snapshot: SnapshotID) -> Entity? {
    catalog[snapshot].tables[name]?.entity ?? catalog[snapshot].schema.entity(name)
  }
}

extension ValueType {
  /// The type in words, for messages.
  package var words: String {
    switch kind {
    case .boolean: "boolean"
    case .integer: unit.map { "integer (\($0.symbol))" } ?? "integer"
    case .number: unit.map { "number (\($0.symbol))" } ?? "number"
    case .share: "share"
    case .points: "percentage points"
    case .text: "text"
    case .date: "date"
    case .enumeration(let type): "a value of \(type.name)"
    case .set(let type): "set of \(type.name)"
    case .entity(let name, let level): level.map { "a \($0)" } ?? "a row of \(name)"
    case .list: "list"
    case .missing: "missing"
    }
  }

  var isShareOrPoints: Bool { kind == .share || kind == .points }
  var isEnumeration: Bool { if case .enumeration = kind { true } else { false } }
  var isSet: Bool { if case .set = kind { true } else { false } }
  var isEntity: Bool { if case .entity = kind { true } else { false } }
}
