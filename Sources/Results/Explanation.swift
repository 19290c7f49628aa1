import Columns
import Schema
import Source

/// What a condition made of a row, with the facts it read.
package struct ExplainedVerdict: Sendable {
  package var name: String
  package var label: Localized?
  package var text: String
  package var service: String?
  package var citation: String?
  package var provisional: String?
  /// Whether it is judged from the facts; else from what is on record.
  package var isComputed: Bool
  /// Nil where it is undetermined.
  package var holds: Bool?
  /// Columns of one row.
  package var facts: [ResultColumn]
  /// The rows behind a link for which the condition holds or is open.
  package var witnesses: [ResultTable]

  package init(
    name: String, label: Localized?, text: String, service: String?, citation: String?, provisional: String?,
    isComputed: Bool, holds: Bool?, facts: [ResultColumn], witnesses: [ResultTable]
  ) {
    self.name = name
    self.label = label
    self.text = text
    self.service = service
    self.citation = citation
    self.provisional = provisional
    self.isComputed = isComputed
    self.holds = holds
    self.facts = facts
    self.witnesses = witnesses
  }
}

/// Why a row is assessed as it is: every condition with the facts that decide it and the article beside it.
package struct Explanation: Sendable {
  package var entity: String
  package var key: String
  package var snapshot: String
  package var date: CivilDate?
  package var standard: String
  package var title: String?
  package var citations: [String]
  package var provisional: String?
  package var definitions: [ExplainedVerdict]
  package var indicators: [ExplainedVerdict]
  package var classes: [ExplainedVerdict]
  /// Whether each project may help the row, by its code, and with which indicators.
  package var projects: [(verdict: ExplainedVerdict, remedies: [String])] = []
  /// The classes that are possible: one where the class is known.
  package var possible: [EnumValue]
  package var recorded: EnumValue?
  /// The least and the most lacks.
  package var lacks: ClosedRange<Int>
  /// The ways to a better class: way, income needed, remedies, class.
  package var ways: ResultTable
  /// Whether all conditions are told, or those that decide.
  package var isFull: Bool

  package init(
    entity: String, key: String, snapshot: String, date: CivilDate?, standard: String, title: String?,
    citations: [String], provisional: String?, definitions: [ExplainedVerdict],
    indicators: [ExplainedVerdict],
    classes: [ExplainedVerdict], possible: [EnumValue], recorded: EnumValue?, lacks: ClosedRange<Int>,
    ways: ResultTable, isFull: Bool
  ) {
    self.entity = entity
    self.key = key
    self.snapshot = snapshot
    self.date = date
    self.standard = standard
    self.title = title
    self.citations = citations
    self.provisional = provisional
    self.definitions = definitions
    self.indicators = indicators
    self.classes = classes
    self.possible = possible
    self.recorded = recorded
    self.lacks = lacks
    self.ways = ways
    self.isFull = isFull
  }

  /// The conditions that decide: of the indicators those that are lacking or open, of the classes those up to the first
  /// that holds; all where everything is asked for.
  package var toldIndicators: [ExplainedVerdict] {
    isFull ? indicators : indicators.filter { $0.holds != false }
  }

  /// The projects that may help, or might: with something that the row lacks, or at large.
  package var toldProjects: [(verdict: ExplainedVerdict, remedies: [String])] {
    let lacking = Set(indicators.filter { $0.holds != false }.map(\.name))
    return projects.filter { project in
      isFull
        || project.verdict.holds != false
          && (project.remedies.isEmpty || project.remedies.contains { lacking.contains($0) })
    }
  }

  package var toldClasses: [ExplainedVerdict] {
    guard !isFull, let first = classes.firstIndex(where: { $0.holds == true }) else { return classes }
    return Array(classes[...first])
  }
}

/// Where a row went among the stages of a pipeline.
package struct Trace: Sendable {
  package struct Step: Sendable {
    package var text: String
    /// Whether the row is among those after the stage.
    package var isKept: Bool
    /// For `where` on a row that was there before: what the condition made of it; nil where it is undetermined.
    package var truth: Bool?
    package var facts: [ResultColumn]

    package init(text: String, isKept: Bool, truth: Bool?, facts: [ResultColumn]) {
      self.text = text
      self.isKept = isKept
      self.truth = truth
      self.facts = facts
    }
  }

  package var entity: String
  package var key: String
  package var snapshot: String
  /// The stages up to the one that dropped the row, or all.
  package var steps: [Step]
  /// The first stage after which rows are no longer rows of the entity.
  package var end: String?

  package init(entity: String, key: String, snapshot: String, steps: [Step], end: String?) {
    self.entity = entity
    self.key = key
    self.snapshot = snapshot
    self.steps = steps
    self.end = end
  }
}

extension ResultColumn {
  /// The column with one row alone.
  package func at(_ row: Int) -> ResultColumn {
    var one = self
    one.column = Kernels.slice(column, row..<(row + 1))
    return one
  }
}

extension Explanation {
  /// One row a condition: for formats that know tables only.
  package var table: ResultTable {
    let parts =
      definitions.map { ("definition", $0) } + indicators.map { ("indicator", $0) }
      + classes.map { ("class", $0) }
    let text = { (name: String, values: [String]) in
      let codes = ContiguousArray(
        values.indices.map { values[$0].isEmpty ? CodeColumn.missing(.notRecorded) : Int32($0) })
      return ResultColumn(
        name: name, type: .text, column: .code(CodeColumn(codes, dictionary: TextDictionary(values))))
    }
    var (holds, known) = (Bitmap(count: parts.count), Bitmap(count: parts.count))
    for (row, part) in parts.enumerated() {
      holds[row] = part.1.holds == true
      known[row] = part.1.holds != nil
    }
    let truth = BooleanColumn(holds, Validity(known: known))
    return ResultTable(
      columns: [
        text("part", parts.map(\.0)), text("name", parts.map(\.1.name)),
        ResultColumn(name: "holds", type: .boolean, column: .boolean(truth)),
        text("condition", parts.map(\.1.text)), text("citation", parts.map { $0.1.citation ?? "" }),
        text("provisional", parts.map { $0.1.provisional ?? "" }),
      ], count: parts.count)
  }
}

extension Trace {
  /// One row a stage: for formats that know tables only.
  package var table: ResultTable {
    var kept = Bitmap(count: steps.count)
    for (row, step) in steps.enumerated() { kept[row] = step.isKept }
    let codes = ContiguousArray(steps.indices.map { Int32($0) })
    return ResultTable(
      columns: [
        ResultColumn(
          name: "stage", type: .text,
          column: .code(CodeColumn(codes, dictionary: TextDictionary(steps.map(\.text))))),
        ResultColumn(name: "kept", type: .boolean, column: .boolean(BooleanColumn(kept))),
      ], count: steps.count)
  }
}
