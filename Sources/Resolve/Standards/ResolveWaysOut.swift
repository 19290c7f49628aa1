import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// How a row may come to a better class; the values of the column `way`.
  static let ways = EnumType(
    "way",
    [
      EnumValue("income", Localized(en: "Income", vi: "Thu nhập")),
      EnumValue("lacks", Localized(en: "Lacks remedied", vi: "Khắc phục thiếu hụt")),
      EnumValue("both", Localized(en: "Both", vi: "Cả hai")),
    ])

  /// `ways out`: one row a way, with four columns behind those of the row.
  func waysOut(_ stage: Stage, _ result: inout ResolvedPipeline, _ context: Context) throws(Diagnostic) {
    let row = result.scope
    let range = stage.keyword
    let block = try oneStandard(row, range)
    let given = { (field: AssessedField) throws(Diagnostic) -> TypedExpression in
      try self.value(field.rawValue, of: block, row, range, scope: nil)
        ?? TypedExpression(.constant(.missing), .integer, range)
    }
    let (assessed, lacks) = (try given(.assessed), try given(.lacks))
    let bare = row.ofEntity(row.entity ?? schema.roles.population)
    let income = try incomeOfWays(block, bare, range)
    let richer = supposing(income.name, income.goal, income.value, bare, &result, range)
    result.stages.append(
      PlanStage(
        .waysOut(
          WaysOut(
            assessed: assessed, count: try given(.deprivations), lacks: lacks, incomeNeeded: income.needed,
            stretches: try stretches(block, bare, richer, assessed.type, range))), stage.range))
    for (name, type) in [
      ("way", ValueType(.enumeration(Resolver.ways))),
      ("income_needed", ValueType(.integer, unit: income.goal.type.unit)), ("remedies", lacks.type),
      ("to_class", assessed.type),
    ] {
      result.scope.add(ScopeColumn(name: name, label: nil, type: type, slot: result.scope.slotCount))
      result.scope.slotCount += 1
    }
    result.scope.isSingleValue = false
  }

  /// The one standard of the rows; an error where none assesses them, or a province has its own.
  private func oneStandard(_ row: RowScope, _ range: SourceRange) throws(Diagnostic) -> StandardBlock {
    guard row.entity == schema.roles.population, schema.roles.assessment != nil else {
      throw Diagnostic(
        StandardCode.noStandards, at: range, ["name": "ways out", "entity": row.entity ?? "the rows"])
    }
    let choice = try choice(row, AssessedField.assessed.rawValue, range)
    guard let local = choice.local.first else { return choice.national }
    throw Diagnostic(
      StandardCode.severalInForce, at: range,
      [
        "first": choice.national.head.name.text, "second": local.block.head.name.text,
        "date": catalog[row.snapshot].date?.iso ?? "",
      ]
    ).note(
      en: "ways out go by one standard: name it with `under`",
      vi: "lối thoát tính theo một chuẩn: hãy nêu bằng `under`")
  }

  /// What a way by income goes by: the income, the first đồng above the line, and what is short of it, missing above.
  private struct IncomeOfWays {
    var name: String
    var value: TypedExpression
    var goal: TypedExpression
    var needed: TypedExpression
  }

  private func incomeOfWays(_ block: StandardBlock, _ row: RowScope, _ range: SourceRange) throws(Diagnostic)
    -> IncomeOfWays
  {
    guard let roles = schema.roles.assessment,
      let line = try value(roles.incomeLine, of: block, row, range, scope: StandardScope(block))
    else {
      throw Diagnostic(
        StandardCode.noStandards, at: range, ["name": "ways out", "entity": block.head.name.text])
    }
    let place = Assessment(self, block, row, range).context(StandardScope(block))
    let income = try resolve(Expression(.name(Name(roles.income, range)), range), place)
    let type = try commonType(income, line, range)
    let one = TypedExpression(.constant(.integer(1)), .integer, range)
    let goal = TypedExpression(
      .arithmetic(.add, converted(line, type), converted(one, ValueType(type.kind))), type, range,
      text: roles.incomeLine)
    let isShort = TypedExpression(.comparison(.lessOrEqual, income, line), .boolean, range)
    let gap = TypedExpression(.arithmetic(.subtract, goal, converted(income, type)), type, range)
    let none = TypedExpression(.constant(.missing), type, range)
    let needed = TypedExpression(
      .conditional(isShort, then: gap, else: none), type, range, text: "income_needed")
    return IncomeOfWays(name: roles.income, value: income, goal: goal, needed: needed)
  }

  /// The row with one more fact supposed, by a stage of its own.
  private func supposing(
    _ name: String, _ value: TypedExpression, _ original: TypedExpression, _ row: RowScope,
    _ result: inout ResolvedPipeline, _ range: SourceRange
  ) -> RowScope {
    nextAssumption += 1
    let entity = row.entity ?? schema.roles.population
    let before = converted(original, value.type)
    result.stages.append(
      PlanStage(
        .suppose([
          Assumption(number: nextAssumption, entity: entity, link: nil, value: value, original: before)
        ]), range))
    var entries = row.overlay?.entries ?? [:]
    entries[Overlay.key(entity, name)] = Overlay.Entry(number: nextAssumption, type: value.type, open: nil)
    nextAssumption += 1
    var richer = row
    richer.overlay = Overlay(number: nextAssumption, entries: entries)
    return richer
  }

  private func stretches(
    _ block: StandardBlock, _ row: RowScope, _ richer: RowScope, _ type: ValueType, _ range: SourceRange
  ) throws(Diagnostic) -> [WaysOut.Stretch] {
    guard case .enumeration(let classes) = type.kind else { return [] }
    let now = try Assessment(self, block, row, range).stretches()
    let then = try Assessment(self, block, richer, range).stretches()
    return zip(now, then).map { now, then in
      WaysOut.Stretch(
        counts: now.counts, classNow: firstTrue(now.conditions, block, classes, type, range),
        classByIncome: firstTrue(then.conditions, block, classes, type, range))
    }
  }

  /// The class of the first condition that is true; missing where one before it is open.
  private func firstTrue(
    _ conditions: [TypedExpression], _ block: StandardBlock, _ classes: EnumType, _ type: ValueType,
    _ range: SourceRange
  ) -> TypedExpression {
    var result = TypedExpression(.constant(.missing), type, range)
    for (item, condition) in zip(block.classes, conditions).reversed() {
      let code = classes.code(of: item.name.text).map { Constant.enumeration(Int32($0)) } ?? .missing
      result = TypedExpression(
        .conditional(condition, then: TypedExpression(.constant(code), type, range), else: result), type,
        range)
    }
    return result
  }
}
