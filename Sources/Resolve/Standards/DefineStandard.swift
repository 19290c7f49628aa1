import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// Takes up a standard that a script defines, in the place of one of its name; every clause is read at once, so that an
  /// error shows where the standard is written and not where it is used.
  func define(_ block: StandardBlock) throws(Diagnostic) {
    let name = block.head.name
    guard !block.classes.isEmpty else {
      throw Diagnostic(StandardCode.noClass, at: name.range, ["name": name.text])
    }
    try checkNames(block)
    try checkClasses(block)
    noteCitations(block)
    book.add(block)
    assessments = [:]
    clauses = [:]
    var row = RowScope(entity: schema.roles.population, snapshot: catalog.current)
    row.standard = name.text
    for field in AssessedField.allCases {
      _ = try value(field.rawValue, of: block, row, name.range, scope: nil)
    }
    for field in block.fieldNames {
      _ = try value(field, of: block, row, name.range, scope: StandardScope(block))
    }
  }

  private func checkNames(_ block: StandardBlock) throws(Diagnostic) {
    var first: [String: SourceRange] = [:]
    for clause in block.clauses {
      let name: Name
      switch clause.kind {
      case .parameter(let own, _), .definition(let own, _): name = own
      case .indicator(let indicator): name = indicator.name
      case .classification, .test: continue
      }
      if let range = first[name.text] {
        throw Diagnostic(StandardCode.clauseTwice, at: name.range, ["name": name.text])
          .label(range, en: "the first", vi: "chỗ đầu")
      }
      first[name.text] = name.range
    }
  }

  private func checkClasses(_ block: StandardBlock) throws(Diagnostic) {
    var seen: [String] = []
    var isClosed = false
    for (_, name, condition) in block.classes {
      let text = condition.map { Formatter.text($0) } ?? ""
      if isClosed || seen.contains(text) {
        throw Diagnostic(StandardCode.unreachableClass, at: name.range, ["name": name.text])
      }
      seen.append(text)
      if condition == nil { isClosed = true }
    }
  }

  /// A block and each clause of law that cites nothing.
  private func noteCitations(_ block: StandardBlock) {
    var uncited: [Name] = block.head.citations.isEmpty ? [block.head.name] : []
    for clause in block.clauses where clause.citation == nil {
      switch clause.kind {
      case .indicator(let indicator): uncited.append(indicator.name)
      case .classification(let name, _?): uncited.append(name)
      case .parameter, .definition, .classification, .test: break
      }
    }
    for name in uncited {
      note(Diagnostic(StandardCode.noCitation, at: name.range, ["name": name.text], severity: .warning))
    }
  }

  /// Takes up a rule that a script defines, in the place of one of its name.
  func define(_ block: RuleBlock) throws(Diagnostic) {
    let name = block.head.name
    guard let condition = block.eligible else {
      throw Diagnostic(StandardCode.noEligibility, at: name.range, ["name": name.text])
    }
    if block.head.citations.isEmpty {
      note(Diagnostic(StandardCode.noCitation, at: name.range, ["name": name.text], severity: .warning))
    }
    var context = topContext
    context.row = RowScope(entity: schema.roles.population, snapshot: catalog.current)
    context.standardScope = StandardScope(nil)
    _ = try self.condition(condition, context)
    book.add(block)
    assessments = [:]
    clauses = [:]
  }
}
