import Plan
import Schema
import Source
import Store
import Syntax

/// What `mpi` measures: the indicators of the standard in force for the rows, or conditions that are named.
struct MeasuredIndicators {
  private struct Item {
    var name: String
    var bit: Int
    var service: String?
  }

  let lacks: MeasurePlan.Lacks
  /// The column that names them.
  let type: ValueType
  private let items: [Item]
  /// The standard; nil for conditions.
  private let standard: String?
  private let resolver: Resolver
  /// Where they are written, or the word that begins the stage.
  private let range: SourceRange

  init(_ resolver: Resolver, _ measure: MeasureStage, _ stage: Stage, _ rows: Context) throws(Diagnostic) {
    if let named = measure.indicators {
      try self.init(resolver, conditions: named, stage, rows)
    } else {
      try self.init(resolver, standardOf: rows, stage)
    }
  }

  private init(_ resolver: Resolver, conditions: [NamedExpression], _ stage: Stage, _ rows: Context)
    throws(Diagnostic)
  {
    var ranges: [String: SourceRange] = [:]
    var values: [TypedExpression] = []
    var items: [Item] = []
    for item in conditions {
      guard items.count < 64 else {
        throw Diagnostic(MeasureCode.tooManyIndicators, at: item.range, ["limit": "64"])
      }
      let name = item.name?.text ?? resolver.columnName(item.expression)
      if let first = ranges[name] { throw resolver.duplicate(name, item, first) }
      ranges[name] = item.range
      values.append(try resolver.condition(item.expression, rows))
      items.append(Item(name: name, bit: items.count, service: nil))
    }
    lacks = .conditions(values)
    type = ValueType(
      .enumeration(EnumType("indicator", items.map { EnumValue($0.name, Localized($0.name)) })))
    self.items = items
    standard = nil
    self.resolver = resolver
    range = stage.keyword
  }

  private init(_ resolver: Resolver, standardOf rows: Context, _ stage: Stage) throws(Diagnostic) {
    let range = stage.keyword
    guard let row = rows.row,
      let value = try resolver.assessedValue(AssessedField.lacks.rawValue, row, range, rows),
      case .set(let elements) = value.type.kind
    else {
      let entity = rows.row?.entity ?? "the result above"
      throw Diagnostic(StandardCode.noStandards, at: range, ["name": "mpi", "entity": entity])
        .note(
          en: "`mpi of (CONDITION, …) k = 1/3` measures conditions",
          vi: "`mpi of (ĐIỀU KIỆN, …) k = 1/3` đo theo điều kiện")
    }
    let choice = try resolver.choice(row, "mpi", range)
    let items = Self.items(choice.national, elements)
    for (_, block) in choice.local where Self.items(block, elements).map(\.bit) != items.map(\.bit) {
      throw Diagnostic(
        MeasureCode.indicatorsDiffer, at: range,
        ["first": choice.national.head.name.text, "second": block.head.name.text])
    }
    guard !items.isEmpty else {
      throw Diagnostic(
        MeasureCode.unknownIndicator, at: range,
        ["name": "mpi", "standard": choice.national.head.name.text])
    }
    let none = TypedExpression(.constant(.set(0)), value.type, range)
    if case .elements(let known, let open)? = value.openness {
      lacks = .sets(known: known, open: open)
    } else {
      lacks = .sets(known: value, open: none)
    }
    type = ValueType(.enumeration(elements))
    self.items = items
    standard = choice.national.head.name.text
    self.resolver = resolver
    self.range = range
  }

  /// The indicators of a standard in the order of the model.
  private static func items(_ block: StandardBlock, _ type: EnumType) -> [Item] {
    block.indicators.compactMap { _, indicator in
      type.code(of: indicator.name.text).map {
        Item(name: indicator.name.text, bit: $0, service: indicator.service?.text)
      }
    }.sorted { $0.bit < $1.bit }
  }

  func weighed(_ weights: MeasureWeights) -> [MeasurePlan.Indicator] {
    zip(items, weights.values).map { MeasurePlan.Indicator(name: $0.name, bit: $0.bit, weight: $1) }
  }

  // MARK: Weights

  func weights(_ written: MeasureStage.Weights?) throws(Diagnostic) -> MeasureWeights {
    switch written {
    case nil: return MeasureWeights(values: items.map { _ in 1 }, clause: nil)
    case .byService(let range): return try byService(range)
    case .given(let weights): return try given(weights)
    }
  }

  /// Each service the same, divided equally among its indicators.
  private func byService(_ range: SourceRange) throws(Diagnostic) -> MeasureWeights {
    var sizes: [String: Int] = [:]
    for item in items {
      guard let service = item.service else {
        throw Diagnostic(MeasureCode.noService, at: range, ["name": item.name])
      }
      sizes[service, default: 0] += 1
    }
    let parts = items.map { item in
      ExactFraction(1, over: Int128(sizes[item.service ?? ""] ?? 1)) ?? ExactFraction(1)
    }
    return try whole(parts, range)
  }

  private func given(_ weights: [(name: Name, weight: Expression)]) throws(Diagnostic) -> MeasureWeights {
    var parts = items.map { _ in ExactFraction(1) }
    var seen: Set<String> = []
    var range = weights.first?.name.range ?? range
    for (name, weight) in weights {
      range = range.union(weight.range)
      guard let index = items.firstIndex(where: { $0.name == name.text }) else {
        throw Diagnostic(
          MeasureCode.unknownIndicator, at: name.range,
          ["name": name.text, "standard": standard ?? "mpi of (…)"]
        ).withNearest(
          Suggestion.nearest(to: name.text, among: items.map(\.name)), available: items.map(\.name))
      }
      guard seen.insert(name.text).inserted else {
        throw Diagnostic(MeasureCode.twice, at: name.range, ["name": name.text])
      }
      guard let written = try resolver.fraction(weight), written.value.numerator >= 0 else {
        throw Diagnostic(MeasureCode.weightForm, at: weight.range, ["text": Formatter.text(weight)])
      }
      parts[index] = written.value
    }
    return try whole(parts, range)
  }

  private func whole(_ parts: [ExactFraction], _ range: SourceRange) throws(Diagnostic) -> MeasureWeights {
    guard let values = ExactFraction.proportions(parts) else {
      throw Diagnostic(MeasureCode.weightsTooFine, at: range)
    }
    let weights = MeasureWeights(values: values, clause: range)
    guard weights.whole > 0 else {
      throw Diagnostic(MeasureCode.weightForm, at: range, ["text": "0"])
    }
    return weights
  }
}
