import Foundation
import TestSupport
import Testing

/// The twelve indicators, the count of lacks and the class of every household of the shipped snapshot, worked out anew row by row
/// from the wording of Decree 07/2021 (Article 3 and its Annex) and set against what the engine makes of the law's file.
///
/// Nothing here reads that file: the two agree only where both say what the decree says.
@Suite("Indicators against a second reading of the decree")
struct IndicatorTests {
  typealias Row = [String: String]

  static func table(_ name: String) throws -> [Row] {
    let file = Repository.path("examples/data/2023/\(name).csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(cells.first)
    return cells.dropFirst().map { Row(zip(header, $0)) { first, _ in first } }
  }

  @Test("agree in every household") func agree() throws {
    let places = Dictionary(uniqueKeysWithValues: try Self.table("places").map { ($0["code"] ?? "", $0) })
    let members = Dictionary(grouping: try Self.table("members")) { $0["household"] ?? "" }
    let households = try Self.table("households").map { row in
      SurveyedHousehold(row, members[row["code"] ?? ""] ?? [], isUrban: Self.isUrban(row["place"], places))
    }
    let found = try Self.assessed()
    #expect(households.count == found.count && found.count > 1000)
    var open = 0
    for household in households {
      let row = try #require(found[household.code])
      for (name, lacks) in household.indicators {
        #expect(Self.truth(row[name]) == lacks, "\(household.code): \(name)")
      }
      let count = household.count
      #expect(row["least"] as? Int == count.lowerBound && row["most"] as? Int == count.upperBound)
      #expect((row["exact"] as? Int) == (count.count == 1 ? count.lowerBound : nil), "\(household.code)")
      let classes = household.classes
      #expect(row["class"] as? String == (classes.count == 1 ? classes.first : nil), "\(household.code)")
      for name in ["poor", "near_poor", "average", "other"] {
        let expected = classes == [name] ? true : classes.contains(name) ? nil : false
        #expect(Self.truth(row["is_\(name)"]) == expected, "\(household.code): \(name) of \(classes)")
      }
      if classes.count > 1 { open += 1 }
    }
    #expect(open > 0, "no household is open: the data no longer try that")
  }

  /// Whether the place, or the first above it that says so, is urban.
  static func isUrban(_ code: String?, _ places: [String: Row]) -> Bool? {
    var next = code
    while let place = next.flatMap({ places[$0] }) {
      if let area = place["area"], !area.isEmpty { return area == "urban" }
      next = place["parent"]
    }
    return nil
  }

  static func truth(_ value: Any?) -> Bool? { value as? Bool }

  /// What the engine says, by code.
  static func assessed() throws -> [String: [String: Any]] {
    let names = SurveyedHousehold.names.map { "lacks has \($0) as \($0)" }
    let classes = ["poor", "near_poor", "average", "other"].map { "assessed = \($0) as is_\($0)" }
    let counts = ["deprivations_min as least", "deprivations_max as most", "deprivations as exact"]
    let columns = (["code", "assessed as class"] + counts + names + classes).joined(separator: ", ")
    let command = Command(
      ["run", "-", "examples/data/2023", "--format", "json"], input: "households | select \(columns)")
    let outcome = try command.run()
    #expect(outcome.status == 0, "\(outcome.errorText)")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [[String: Any]])
    return Dictionary(rows.map { ($0["code"] as? String ?? "", $0) }) { first, _ in first }
  }
}

/// One household as its two forms have it; a cell that is empty is unknown.
struct SurveyedHousehold {
  let row: IndicatorTests.Row
  let members: [IndicatorTests.Row]
  let isUrban: Bool?

  init(_ row: IndicatorTests.Row, _ members: [IndicatorTests.Row], isUrban: Bool?) {
    self.row = row
    self.members = members
    self.isUrban = isUrban
  }

  var code: String { row["code"] ?? "" }

  static let names = [
    "employment", "dependents", "nutrition", "health_insurance", "adult_education", "school_attendance",
    "housing_quality", "housing_area", "water", "toilet", "telecom", "info_assets",
  ]

  /// Whether it lacks each of the twelve, in the order of the Annex.
  var indicators: [(name: String, lacks: Bool?)] {
    let values = [
      some(isWithoutWork), hasManyDependents, some(isMalnourished), some(isUninsured),
      some(isUneducatedAdult),
      some(isChildOutOfSchool), isUnsafeHouse, isCrowded, drinksUncleanWater, hasNoLatrine, isOffline,
      has("devices") ? false : true,
    ]
    return Array(zip(Self.names, values))
  }

  /// How many it lacks, at least and at most.
  var count: ClosedRange<Int> {
    let values = indicators.map(\.lacks)
    return values.count { $0 == true }...values.count { $0 != false }
  }

  /// The classes that it may belong to: one, unless something needed is unknown.
  var classes: Set<String> {
    Set(count.flatMap { lacks in incomes.map { self.classOf($0, lacks) } })
  }

  /// Where the household may stand on the ladder of income: at or below the line, above it, above the average's bound.
  private var incomes: [Int] {
    guard let isUrban else { return [0, 1, 2] }
    if let income = number("income") {
      let line = isUrban ? 2_000_000.0 : 1_500_000
      return [income <= line ? 0 : income <= line * 1.5 ? 1 : 2]
    }
    guard let score = number("score_a") else { return [0, 1, 2] }
    return score <= (isUrban ? 175 : 140) ? [0] : [1, 2]
  }

  private func classOf(_ step: Int, _ lacks: Int) -> String {
    switch step {
    case 0: lacks >= 3 ? "poor" : "near_poor"
    case 1: "average"
    default: "other"
    }
  }

  // MARK: Reading cells

  private func has(_ name: String) -> Bool { !(row[name] ?? "").isEmpty }
  private func number(_ name: String) -> Double? { row[name].flatMap(Double.init) }
  private func flag(_ name: String) -> Bool? { row[name].flatMap(Bool.init) }

  private func age(_ member: IndicatorTests.Row) -> Int? { member["age"].flatMap(Int.init) }
  private func flag(_ name: String, of member: IndicatorTests.Row) -> Bool? {
    member[name].flatMap(Bool.init)
  }

  private func text(_ name: String, of member: IndicatorTests.Row) -> String? {
    member[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func some(_ test: (IndicatorTests.Row) -> Bool?) -> Bool? { any(members.map(test)) }

  private func any(_ values: [Bool?]) -> Bool? {
    values.contains(true) ? true : values.contains(nil) ? nil : false
  }

  private func all(_ values: Bool?...) -> Bool? {
    values.contains(false) ? false : values.contains(nil) ? nil : true
  }

  private func isAge(_ ages: ClosedRange<Int>, _ member: IndicatorTests.Row) -> Bool? {
    age(member).map(ages.contains)
  }

  // MARK: The Annex

  /// 1: able to work, and without a job or in one without a contract.
  private func isWithoutWork(_ member: IndicatorTests.Row) -> Bool? {
    let job = text("job", of: member)
    let isUnbound = all(job.map { $0 == "employed" }, flag("contract", of: member).map { !$0 })
    return all(flag("able_to_work", of: member), any([job.map { $0 == "unemployed" }, isUnbound]))
  }

  /// 2: dependents are more than half of the members.
  private var hasManyDependents: Bool? {
    let dependents = members.map { member in
      let isOldOrDisabled = any([
        isAge(60...200, member), text("disability", of: member).map { $0 != "none" },
      ])
      return any([isAge(0...15, member), all(flag("social_allowance", of: member), isOldOrDisabled)])
    }
    let (least, most) = (dependents.count { $0 == true }, dependents.count { $0 != false })
    return 2 * least > members.count ? true : 2 * most > members.count ? nil : false
  }

  /// 3: under sixteen and malnourished by height or by weight.
  private func isMalnourished(_ member: IndicatorTests.Row) -> Bool? {
    all(
      isAge(0...15, member), any([flag("stunted", of: member), flag("underweight", of: member)]))
  }

  /// 4: six or older, without health insurance.
  private func isUninsured(_ member: IndicatorTests.Row) -> Bool? {
    all(isAge(6...200, member), flag("insured", of: member).map { !$0 })
  }

  /// 5: sixteen to thirty, neither learning nor with the diploma of that age.
  private func isUneducatedAdult(_ member: IndicatorTests.Row) -> Bool? {
    let diploma = text("highest_diploma", of: member)
    let isLearning = any([
      flag("in_training", of: member), text("attending", of: member).map { $0 != "none" },
    ])
    let lower = all(isAge(16...17, member), diploma.map { ["none", "primary"].contains($0) })
    let upper = all(
      isAge(18...30, member), diploma.map { ["none", "primary", "lower_secondary"].contains($0) })
    return all(isLearning.map { !$0 }, any([lower, upper]))
  }

  /// 6: three to under sixteen, not at the level of that age or above.
  private func isChildOutOfSchool(_ member: IndicatorTests.Row) -> Bool? {
    guard let level = text("attending", of: member) else {
      return isAge(3...15, member) == false ? false : nil
    }
    let tooLow: [(ClosedRange<Int>, [String])] = [
      (3...5, ["none"]), (6...11, ["none", "preschool"]), (12...15, ["none", "preschool", "primary"]),
    ]
    return any(tooLow.map { ages, levels in all(isAge(ages, member), levels.contains(level)) })
  }

  /// 7: two of the three main structures are not durable.
  private var isUnsafeHouse: Bool? {
    let weak = ["roof_durable", "walls_durable", "frame_durable"].map { flag($0).map { !$0 } }
    return weak.count { $0 == true } >= 2 ? true : weak.count { $0 != false } >= 2 ? nil : false
  }

  /// 8: less than eight square metres a head.
  private var isCrowded: Bool? {
    guard let area = number("floor_area"), let size = number("size") else { return nil }
    return area < 8 * size
  }

  /// 9: the source is none of those that count as clean.
  private var drinksUncleanWater: Bool? {
    let clean = ["piped", "drilled_well", "protected_well", "protected_spring", "rain", "bottled"]
    return has("water_source") ? !clean.contains(row["water_source"] ?? "") : nil
  }

  /// 10: the toilet is none of those that count as hygienic.
  private var hasNoLatrine: Bool? {
    let hygienic = ["septic", "pour_flush", "vip", "slab_pit", "compost"]
    return has("toilet_type") ? !hygienic.contains(row["toilet_type"] ?? "") : nil
  }

  /// 11: no member uses the internet; where that is not known of all, whether the household has it.
  private var isOffline: Bool? {
    some { flag("uses_internet", of: $0) }.map { !$0 } ?? flag("internet").map { !$0 }
  }
}
