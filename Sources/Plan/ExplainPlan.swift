import Schema
import Source

/// A fact that a condition reads, and how it is had.
package struct ExplainedCondition: Sendable {
  package var name: String
  package var label: Localized?
  /// The condition as written.
  package var text: String
  package var service: String?
  package var citation: String?
  package var provisional: String?
  /// Whether it is judged from the facts; else from what is on record.
  package var isComputed: Bool
  /// The column of `ExplainPlan.row` with its truth.
  package var truth: Int
  /// The columns with the facts of the row that it reads.
  package var facts: [Int]
  /// The rows behind a link that decide it: those for which the part of the condition about them is true or open.
  package var witnesses: [Plan]

  package init(
    name: String, label: Localized?, text: String, service: String?, citation: String?, provisional: String?,
    isComputed: Bool, truth: Int, facts: [Int], witnesses: [Plan]
  ) {
    self.name = name
    self.label = label
    self.text = text
    self.service = service
    self.citation = citation
    self.provisional = provisional
    self.isComputed = isComputed
    self.truth = truth
    self.facts = facts
    self.witnesses = witnesses
  }
}

/// `explain household KEY`: everything that is asked of the row at once, and of the rows behind it.
package struct ExplainPlan: Sendable {
  package var entity: String
  package var key: String
  package var snapshot: SnapshotID
  package var standard: String
  package var title: String?
  package var citations: [String]
  package var provisional: String?
  /// One row; its columns are named by the numbers below.
  package var row: Plan
  package var definitions: [ExplainedCondition]
  package var indicators: [ExplainedCondition]
  package var classes: [ExplainedCondition]
  /// The rules of projects, named by their codes, and the indicators that each remedies.
  package var rules: [(condition: ExplainedCondition, remedies: [String])] = []
  /// The columns with the set of possible classes, the class on record, the least and the most lacks.
  package var possible: Int
  package var recorded: Int?
  package var leastLacks: Int
  package var mostLacks: Int
  package var ways: Plan
  package var isFull: Bool
  package var assumed: [String]

  package init(
    entity: String, key: String, snapshot: SnapshotID, standard: String, title: String?, citations: [String],
    provisional: String?, row: Plan, definitions: [ExplainedCondition], indicators: [ExplainedCondition],
    classes: [ExplainedCondition], possible: Int, recorded: Int?, leastLacks: Int, mostLacks: Int, ways: Plan,
    isFull: Bool, assumed: [String]
  ) {
    self.entity = entity
    self.key = key
    self.snapshot = snapshot
    self.standard = standard
    self.title = title
    self.citations = citations
    self.provisional = provisional
    self.row = row
    self.definitions = definitions
    self.indicators = indicators
    self.classes = classes
    self.possible = possible
    self.recorded = recorded
    self.leastLacks = leastLacks
    self.mostLacks = mostLacks
    self.ways = ways
    self.isFull = isFull
    self.assumed = assumed
  }
}

/// `explain household KEY in (PIPELINE)`: the way of one row through the stages.
package struct TracePlan: Sendable {
  /// A stage: the rows after it, and for `where` what the condition made of the row.
  package struct Step: Sendable {
    package var text: String
    /// The rows of the entity after the stage, as one column.
    package var after: Plan
    /// The condition's truth and the facts it reads, of the rows before the stage; nil for other stages.
    package var condition: Plan?

    package init(text: String, after: Plan, condition: Plan?) {
      self.text = text
      self.after = after
      self.condition = condition
    }
  }

  package var entity: String
  package var key: String
  package var snapshot: SnapshotID
  package var steps: [Step]
  /// The first stage after which the rows are no longer rows of the entity, where there is one.
  package var end: String?

  package init(entity: String, key: String, snapshot: SnapshotID, steps: [Step], end: String?) {
    self.entity = entity
    self.key = key
    self.snapshot = snapshot
    self.steps = steps
    self.end = end
  }
}
