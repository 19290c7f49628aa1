import Columns
import Plan
import Schema
import Source
import Store
import Syntax

/// A standard's test made ready to run: a household that has the facts of the test and no others, and what is asked of it.
package struct StandardTestCase: Sendable {
  package var snapshot: Snapshot
  /// Two columns: what the verdict says, and the class that was found.
  package var pipeline: Pipeline
  /// What the first column must be.
  package var expected: Bool
}

extension Resolver {
  /// A standard to be asked for by name, without the checks of one that a script defines.
  package func adopt(_ block: StandardBlock) { book.add(block) }

  /// Makes a test of a standard ready; an error where a fact is none, or has a wrong value.
  ///
  /// The resolver's own snapshot gives the model.
  package func testCase(_ test: StandardTest, of block: StandardBlock) throws(Diagnostic) -> StandardTestCase
  {
    let name = schema.roles.population
    var tables: [String: EntityTable] = [:]
    var suppositions: [Supposition] = []
    var columns: [String: Column] = [:]
    for fact in test.facts {
      switch fact.value {
      case .rows(let rows): try addChildren(fact.name, rows, of: name, to: &tables)
      case .expression(let value):
        if let field = schema.entity(name)?.field(fact.name.text), field.origin == .stored {
          columns[field.name] = try column(field, [value])
        } else {
          try checkFact(fact.name, of: block)
          suppositions.append(Supposition(Expression(.name(fact.name), fact.name.range), value))
        }
      }
    }
    guard let entity = schema.entity(name) else {
      throw Diagnostic(
        StandardCode.noStandards, at: block.head.name.range, ["name": block.head.name.text, "entity": name])
    }
    let children = tables.mapValues { table in
      ChildIndex(starts: [0], ends: [Int32(table.count)])
    }
    var links: [String: ChildIndex] = [:]
    for link in entity.manyLinks { links[link.name] = children[link.target] }
    tables[name] = EntityTable(entity: entity, count: 1, columns: columns, children: links)
    let snapshot = Snapshot(
      label: "test", name: test.title, date: block.force?.from, standard: block.head.name.text,
      coversAll: true, schema: schema, tables: tables, places: .empty, findings: [])
    return StandardTestCase(
      snapshot: snapshot, pipeline: question(test, block, suppositions), expected: test.isExpected)
  }

  /// A fact of a test that is no stored field must be what the standard gives.
  private func checkFact(_ name: Name, of block: StandardBlock) throws(Diagnostic) {
    let fields =
      schema.entity(schema.roles.population)?.fields.filter { $0.origin == .stored }.map(\.name) ?? []
    let given = AssessedField.allCases.map(\.rawValue) + block.fieldNames
    guard !given.contains(name.text) else { return }
    throw Diagnostic(
      NameCode.unknownField, at: name.range, ["name": name.text, "entity": schema.roles.population]
    )
    .withNearest(Suggestion.nearest(to: name.text, among: fields + given), available: fields + given)
  }

  private func addChildren(
    _ name: Name, _ rows: [[TestFact]], of entity: String, to tables: inout [String: EntityTable]
  ) throws(Diagnostic) {
    guard let link = schema.entity(entity)?.manyLink(name.text), let child = schema.entity(link.target) else {
      let links = schema.entity(entity)?.manyLinks.map(\.name) ?? []
      throw Diagnostic(NameCode.unknownField, at: name.range, ["name": name.text, "entity": entity])
        .withNearest(Suggestion.nearest(to: name.text, among: links), available: links)
    }
    var names: [Name] = []
    for fact in rows.joined() where !names.contains(where: { $0.text == fact.name.text }) {
      names.append(fact.name)
    }
    var columns: [String: Column] = [:]
    for name in names {
      guard let field = child.field(name.text), field.origin == .stored else {
        let fields = child.fields.map(\.name)
        throw Diagnostic(NameCode.unknownField, at: name.range, ["name": name.text, "entity": child.name])
          .withNearest(Suggestion.nearest(to: name.text, among: fields), available: fields)
      }
      columns[field.name] = try column(
        field,
        rows.map { row in
          guard case .expression(let value)? = row.first(where: { $0.name.text == name.text })?.value else {
            return nil
          }
          return value
        })
    }
    tables[link.target] = EntityTable(entity: child, count: rows.count, columns: columns)
  }

  /// The column of a field from one expression a row; missing where there is none.
  private func column(_ field: Field, _ values: [Expression?]) throws(Diagnostic) -> Column {
    var constants: [Constant] = []
    for value in values {
      guard let value else {
        constants.append(.missing)
        continue
      }
      let resolved = try resolve(value, topContext, expecting: field.type)
      guard let constant = resolved.constant, isValue(constant, of: field.type) else {
        throw Diagnostic(
          TypeCode.unlikeTypes, at: value.range,
          [
            "left": field.name, "leftType": field.type.words, "right": Formatter.text(value),
            "rightType": resolved.type.words,
          ])
      }
      constants.append(constant)
    }
    return Resolver.column(field.type, constants)
  }

  private func isValue(_ constant: Constant, of type: ValueType) -> Bool {
    switch (constant, type.kind) {
    case (.missing, _), (.boolean, .boolean), (.integer, .integer), (.integer, .number), (.number, .number),
      (.enumeration, .enumeration), (.set, .set), (.text, .text), (.date, .date):
      true
    default: false
    }
  }

  private static func column(_ type: ValueType, _ constants: [Constant]) -> Column {
    var known = Bitmap(count: constants.count)
    for (row, constant) in constants.enumerated() where constant != .missing { known[row] = true }
    let validity = Validity(known: known)
    switch type.kind {
    case .boolean:
      var bits = Bitmap(count: constants.count)
      for (row, constant) in constants.enumerated() where constant == .boolean(true) { bits[row] = true }
      return .boolean(BooleanColumn(bits, validity))
    case .integer, .date:
      return .integer(
        IntegerColumn(
          ContiguousArray(
            constants.map { constant in
              switch constant {
              case .integer(let value): value
              case .date(let days): Int64(days)
              default: 0
              }
            }), validity))
    case .set:
      return .set(
        SetColumn(
          ContiguousArray(constants.map { if case .set(let mask) = $0 { mask } else { 0 } }), validity))
    case .text:
      let texts = constants.map { if case .text(let text) = $0 { text } else { "" } }
      let codes = constants.indices.map {
        constants[$0] == .missing ? CodeColumn.missing(.notRecorded) : Int32($0)
      }
      return .code(CodeColumn(ContiguousArray(codes), dictionary: TextDictionary(texts)))
    case .enumeration, .entity, .missing, .list:
      return .code(
        CodeColumn(
          ContiguousArray(
            constants.map {
              if case .enumeration(let code) = $0 { code } else { CodeColumn.missing(.notRecorded) }
            })))
    case .number, .share, .points:
      return .number(
        NumberColumn(
          ContiguousArray(
            constants.map { constant in
              switch constant {
              case .integer(let value): Double(value)
              case .number(let value): value
              default: 0
              }
            }), validity))
    }
  }

  private func question(_ test: StandardTest, _ block: StandardBlock, _ suppositions: [Supposition])
    -> Pipeline
  {
    let range = block.head.name.range
    let name = { (text: String) in Expression(.name(Name(text, range)), range) }
    let assessed = name(AssessedField.assessed.rawValue)
    let verdict: Expression
    switch test.verdict {
    case .isClass(let wanted), .isNotClass(let wanted):
      let link = ComparisonLink(.equal, range, Expression(.name(wanted), wanted.range))
      verdict = Expression(.comparison(assessed, [link]), range)
    case .lacks(let wanted), .lacksNot(let wanted):
      let elements = wanted.map { Expression(.name($0), $0.range) }
      var mode = HasMode.all
      if case .lacksNot = test.verdict { mode = .any }
      verdict = Expression(.has(name(AssessedField.lacks.rawValue), mode, elements), range)
    }
    var stages: [Stage] = []
    if !suppositions.isEmpty { stages.append(Stage(.suppose(suppositions), range: range, keyword: range)) }
    let columns = [
      NamedExpression(verdict, as: Name("verdict", range)),
      NamedExpression(assessed, as: Name("found", range)),
    ]
    stages.append(Stage(.select(columns), range: range, keyword: range))
    return Pipeline(name(schema.roles.population), stages)
  }
}

extension StandardTest {
  /// What its condition must be.
  var isExpected: Bool {
    switch verdict {
    case .isClass, .lacks: true
    case .isNotClass, .lacksNot: false
    }
  }
}
