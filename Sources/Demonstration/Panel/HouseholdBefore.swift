/// A household as it was a year before: the same people a year younger, with those who have died or left since and
/// without those born since, in circumstances that gave the class recorded then.
extension Household {
  private static let diedShare = 0.012
  private static let leftShare = 0.02
  private static let agesOfTheDead = 62...92
  private static let agesOfLeaving = 18...27

  init(
    before later: Household, recordedAs recorded: HouseholdClass, in commune: CommuneProfile,
    year: Int,
    newIdentity: () -> Int, _ random: inout SeededRandom
  ) {
    let factsClass = Self.classOfFacts(recordedAs: recorded, &random)
    ethnicity = later.ethnicity
    var people = later.members.filter { $0.age > 0 }.map { $0.younger() }
    people += Self.peopleGone(since: later, &random) { newIdentity() }
    var circumstances = Circumstances(members: people, dwelling: later.dwelling)
    // What is remedied now was lacking a year before, more often where the household has come out of poverty.
    let hasRisen = recorded.rank < later.record.householdClass.rank
    for indicator in Indicator.allCases where random.chance(hasRisen ? 0.2 : 0.03) {
      circumstances.impose(indicator)
    }
    circumstances.fit(to: factsClass, &random)
    members = circumstances.members
    dwelling = circumstances.dwelling
    lacks = circumstances.lacks
    income = Self.income(before: later, of: factsClass, urban: commune.isUrban, &random)
    record = ReviewRecord(
      before: later.record, recorded, facts: (members, lacks, income), urban: commune.isUrban,
      year: year,
      &random)
  }

  /// Those of the year before who are not there any more: an old parent who died, a child who married out.
  private static func peopleGone(
    since later: Household, _ random: inout SeededRandom, newIdentity: () -> Int
  ) -> [Person] {
    guard let head = later.members.first else { return [] }
    var gone: [Person] = []
    if later.members.count > 1, random.chance(diedShare) {
      let age = max(random.within(agesOfTheDead), min(95, head.age + 18))
      gone.append(Person(.parent, random.chance(0.5) ? .male : .female, age: age, &random))
    }
    if head.age > 42, later.members.count > 1, random.chance(leftShare) {
      let age = min(random.within(agesOfLeaving), head.age - 20)
      gone.append(Person(.child, random.chance(0.3) ? .male : .female, age: age, &random))
    }
    let parts = NameParts.of(later.ethnicity)
    for index in gone.indices {
      gone[index].number = (later.members.map(\.number).max() ?? 0) + index + 1
      gone[index].identity = newIdentity()
      gone[index].ethnicity = later.ethnicity
      let family = gone[index].relation == .child ? head.name.family : parts.family(&random)
      gone[index].name = parts.name(family: family, gone[index].sex, &random)
      gone[index].drawFacts(isListed: later.record.householdClass.isListed, &random)
    }
    return gone
  }

  /// Thousand đồng a person and month: a little less than a year later where the class is the same.
  private static func income(
    before later: Household, of householdClass: HouseholdClass, urban: Bool,
    _ random: inout SeededRandom
  ) -> Int {
    let drawn = income(of: householdClass, urban: urban, &random)
    let grown = later.income * random.within(90...101) / 100
    let line = CalibrationAssumptions.incomeLine(urban: urban)
    let average = CalibrationAssumptions.averageLine(urban: urban)
    let bounds =
      switch householdClass {
      case .poor, .nearPoor: 1...line
      case .average: line + 1...average
      case .other: average + 1...Int.max
      }
    return bounds.contains(grown) ? grown : drawn
  }
}

extension HouseholdClass {
  /// From the poorest up.
  var rank: Int {
    switch self {
    case .poor: 0
    case .nearPoor: 1
    case .average: 2
    case .other: 3
    }
  }
}

extension ReviewRecord {
  /// The record of the review a year before, where merit and livelihood were the same.
  ///
  /// How the household had come there is not known yet: `change` is set with the year before that.
  init(
    before later: ReviewRecord, _ recorded: HouseholdClass,
    facts: (members: [Person], lacks: IndicatorSet, income: Int), urban: Bool, year: Int,
    _ random: inout SeededRandom
  ) {
    householdClass = recorded
    scoreA = Self.scoreA(of: recorded, income: facts.income, urban: urban, &random)
    lacks = Self.lacks(recorded, facts: facts.lacks, &random)
    change = nil
    hasLabourCapacity = facts.members.contains {
      $0.ableToWork && CalibrationAssumptions.workingAges.contains($0.age)
    }
    hasSocialAssistance = facts.members.contains(where: \.socialAllowance)
    hasMerit = later.hasMerit
    livelihood = later.livelihood
    let isFarming = [.agriculture, .forestry, .fishery, .salt].contains(livelihood)
    let isDetermined = isFarming && !recorded.isListed && random.chance(0.25)
    incomeOfTwelveMonths = isDetermined ? facts.income * random.within(92...102) / 100 : nil
    let isIll = facts.members.contains { $0.disability == .severe || $0.disability == .extreme }
    let drawnReasons = Reason.drawn(isIll: isIll, hasLabour: hasLabourCapacity, &random)
    reasons = recorded.isListed ? (later.reasons.isEmpty ? drawnReasons : later.reasons) : []
    let drawnNeeds = Need.drawn(for: lacks, &random)
    needs = recorded.isListed ? (later.needs.isEmpty ? drawnNeeds : later.needs) : []
    isOngoingReview = random.chance(0.02)
    let firstOfSeptember = CivilDate(year: year, month: 9, day: 1).daysSince1970
    reviewedOn =
      isOngoingReview
      ? CivilDate(year: year, month: random.within(9...11), day: random.within(15...28))
      : CivilDate(daysSince1970: firstOfSeptember + random.within(0...104))
  }
}
