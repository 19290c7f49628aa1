import Schema
import Source
import Syntax

/// The standards and rules that a session knows: those shipped, and those that its scripts define.
struct StandardBook {
  private(set) var standards: [StandardBlock] = []
  private(set) var rules: [RuleBlock] = []

  /// Takes up a standard, in the place of one of its name.
  mutating func add(_ block: StandardBlock) {
    if let index = standards.firstIndex(where: { $0.head.name.text == block.head.name.text }) {
      standards[index] = block
    } else {
      standards.append(block)
    }
  }

  mutating func add(_ block: RuleBlock) {
    if let index = rules.firstIndex(where: { $0.head.name.text == block.head.name.text }) {
      rules[index] = block
    } else {
      rules.append(block)
    }
  }

  func standard(_ name: String) -> StandardBlock? { standards.first { $0.head.name.text == name } }

  var names: [String] { standards.map(\.head.name.text) }
}

extension StandardBlock {
  func isInForce(on date: CivilDate) -> Bool {
    guard let force else { return false }
    return force.from <= date && force.through.map { date <= $0 } ?? true
  }

  /// The indicators in the order of the block.
  package var indicators: [(clause: StandardClause, indicator: IndicatorClause)] {
    clauses.compactMap { clause in
      if case .indicator(let indicator) = clause.kind { (clause, indicator) } else { nil }
    }
  }

  /// The classes in the order in which they are tried.
  package var classes: [(clause: StandardClause, name: Name, condition: Expression?)] {
    clauses.compactMap { clause in
      if case .classification(let name, let condition) = clause.kind {
        (clause, name, condition)
      } else {
        nil
      }
    }
  }

  func parameter(_ name: String) -> ParameterValues? {
    for clause in clauses {
      if case .parameter(let own, let values) = clause.kind, own.text == name { return values }
    }
    return nil
  }

  func definition(_ name: String) -> Expression? {
    for clause in clauses {
      if case .definition(let own, let value) = clause.kind, own.text == name { return value }
    }
    return nil
  }

  /// The names that households get from it beside those of every standard.
  package var fieldNames: [String] {
    clauses.compactMap { clause in
      switch clause.kind {
      case .parameter(let name, _), .definition(let name, _): name.text
      default: nil
      }
    }
  }
}

/// What is put in the place of facts by `suppose`, for what is read after it.
final class Overlay: Sendable {
  /// Unlike for every unlike overlay.
  let number: Int
  let entries: [String: Entry]

  struct Entry: Sendable {
    var number: Int
    var type: ValueType
    /// The number of the open elements, where the value is a set that is partly open.
    var open: Int?
  }

  init(number: Int, entries: [String: Entry]) {
    self.number = number
    self.entries = entries
  }

  static func key(_ entity: String, _ name: String) -> String { "\(entity).\(name)" }
}

/// The clauses of a standard being put in place, with what was found missing on the way.
final class StandardScope {
  /// Nil inside a rule, whose conditions read the standard in force.
  let block: StandardBlock?
  /// Facts that the snapshot does not carry, met since this was last emptied.
  var absent: Set<String> = []
  /// The count of lacks for which the classes are being tried.
  var fixedCount: Int?
  /// What comparisons with that count came to, in order, and how often it was read.
  var outcomes: [Bool] = []
  var reads = 0

  init(_ block: StandardBlock?) { self.block = block }
}
