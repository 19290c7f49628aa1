import Source

/// A law or rule written in the language, with what every such block may say of itself.
package struct BlockHead: Sendable {
  package var name: Name
  package var title: String?
  /// The articles that it follows, in order.
  package var citations: [String] = []
  /// Why it could not be checked against the gazette; nil where it could.
  package var provisional: String?

  package init(_ name: Name, title: String?) {
    self.name = name
    self.title = title
  }
}

/// `standard NAME "title" … end`: who is poor, by what lines, indicators and classes (criteria.md).
package struct StandardBlock: Sendable {
  package var head: BlockHead
  /// The first and last day on which it is in force; nil where the block gives none.
  package var force: Force?
  /// The place that it is valid for; the whole country where nil.
  package var place: ValidPlace?
  package var clauses: [StandardClause] = []

  /// `in force 2022-01-01 to 2026-12-31`; without an end it holds on.
  package struct Force: Sendable {
    package var from: CivilDate
    package var through: CivilDate?
    package var range: SourceRange

    package init(from: CivilDate, through: CivilDate?, range: SourceRange) {
      self.from = from
      self.through = through
      self.range = range
    }
  }

  /// `valid for province "Đồng Nai"`.
  package struct ValidPlace: Sendable {
    package var level: Name
    package var name: String
    package var range: SourceRange

    package init(level: Name, name: String, range: SourceRange) {
      self.level = level
      self.name = name
      self.range = range
    }
  }

  package init(_ head: BlockHead) { self.head = head }
}

/// A clause of a standard with the article it follows.
package struct StandardClause: Sendable {
  package enum Kind: Sendable {
    case parameter(name: Name, values: ParameterValues)
    case definition(name: Name, value: Expression)
    case indicator(IndicatorClause)
    /// `class NAME when COND`; `otherwise` where there is no condition.
    case classification(name: Name, condition: Expression?)
    case test(StandardTest)
  }

  package var kind: Kind
  package var range: SourceRange
  package var citation: String?
  package var provisional: String?

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// What a parameter of a standard is: one value, or one for each value of a field.
package enum ParameterValues: Sendable {
  case single(Expression)
  /// `by area { rural = 1_500_000, urban = 2_000_000 }`.
  case by(field: Name, [(value: Name, amount: Expression)])
}

/// `indicator NAME "title" of service NAME … lacking when COND`.
package struct IndicatorClause: Sendable {
  package var name: Name
  package var title: String?
  package var service: Name?
  package var lacking: Expression?

  package init(name: Name, title: String?, service: Name?) {
    self.name = name
    self.title = title
    self.service = service
  }
}

/// `test "title" { income = 1_500_000, members = ({ age = 7 }) } is poor`.
package struct StandardTest: Sendable {
  package enum Verdict: Sendable {
    case isClass(Name)
    case isNotClass(Name)
    case lacks([Name])
    case lacksNot([Name])
  }

  package var title: String
  package var facts: [TestFact]
  package var verdict: Verdict

  package init(title: String, facts: [TestFact], verdict: Verdict) {
    self.title = title
    self.facts = facts
    self.verdict = verdict
  }
}

/// A fact of a made-up household: a field with its value, or the rows behind a link.
package struct TestFact: Sendable {
  package enum Value: Sendable {
    case expression(Expression)
    case rows([[TestFact]])
  }

  package var name: Name
  package var value: Value

  package init(_ name: Name, _ value: Value) {
    self.name = name
    self.value = value
  }
}

/// `rule NAME "title" for project CODE … end`: whom a project may help, and with what (criteria.md).
package struct RuleBlock: Sendable {
  package var head: BlockHead
  /// The code of the project.
  package var project: Name
  package var eligible: Expression?
  /// The indicators that the project remedies.
  package var remedies: [Name] = []

  package init(_ head: BlockHead, project: Name) {
    self.head = head
    self.project = project
  }
}

/// `income = income + 200_000`, `members.insured = true`, `income_line.rural = 1_800_000`: a value in the place of a fact.
package struct Supposition: Sendable {
  /// A name, or a name behind another.
  package var target: Expression
  package var value: Expression

  package init(_ target: Expression, _ value: Expression) {
    self.target = target
    self.value = value
  }
}

/// `explain household KEY …`: why a row is what it is, or why it is not among the rows of a pipeline.
package struct Explanation: Sendable {
  package var entity: Name
  package var key: Expression
  package var snapshot: SnapshotReference?
  package var standard: Name?
  package var isFull: Bool
  package var suppositions: [Supposition]
  /// `in (PIPELINE)`: the rows that it might be among.
  package var pipeline: Pipeline?

  package init(
    entity: Name, key: Expression, snapshot: SnapshotReference?, standard: Name?, isFull: Bool,
    suppositions: [Supposition], pipeline: Pipeline?
  ) {
    self.entity = entity
    self.key = key
    self.snapshot = snapshot
    self.standard = standard
    self.isFull = isFull
    self.suppositions = suppositions
    self.pipeline = pipeline
  }
}
