/// What the review wrote down of a household: class, scores, what it lacks, and what it says of itself.
///
/// The record agrees with itself (the scores give the class); where it departs from the facts, it does so by the
/// shares of `CalibrationAssumptions`.
struct ReviewRecord {
  let householdClass: HouseholdClass
  /// Points of score A, at or below the line for the listed.
  ///
  /// Ordinal: only its side of the line means something.
  let scoreA: Int
  let lacks: IndicatorSet
  var change: Change?
  let livelihood: Livelihood
  /// Thousand đồng a person and month over twelve months, determined for some farming households.
  let incomeOfTwelveMonths: Int?
  let hasMerit: Bool
  let hasLabourCapacity: Bool
  let hasSocialAssistance: Bool
  let reasons: [Reason]
  let needs: [Need]
  let reviewedOn: CivilDate
  let isOngoingReview: Bool

  var scoreB: Int { lacks.count * CalibrationAssumptions.pointsPerLack }

  init(
    _ recorded: HouseholdClass, in commune: CommuneProfile,
    facts: (members: [Person], lacks: IndicatorSet, income: Int), escapedShare: Double, year: Int,
    _ random: inout SeededRandom
  ) {
    householdClass = recorded
    scoreA = Self.scoreA(of: recorded, income: facts.income, urban: commune.isUrban, &random)
    lacks = Self.lacks(recorded, facts: facts.lacks, &random)
    change = Self.change(of: recorded, escapedShare: escapedShare, &random)
    hasLabourCapacity = facts.members.contains {
      $0.ableToWork && CalibrationAssumptions.workingAges.contains($0.age)
    }
    hasSocialAssistance = facts.members.contains(where: \.socialAllowance)
    hasMerit = random.chance(recorded.isListed ? 0.025 : 0.08)
    livelihood =
      !hasLabourCapacity && random.chance(0.5)
      ? .none : Livelihood.shares(in: commune).draw(&random)
    let isFarming = [.agriculture, .forestry, .fishery, .salt].contains(livelihood)
    let isDetermined = isFarming && !recorded.isListed && random.chance(0.25)
    incomeOfTwelveMonths = isDetermined ? facts.income * random.within(92...102) / 100 : nil
    let isIll = facts.members.contains { $0.disability == .severe || $0.disability == .extreme }
    reasons =
      recorded.isListed ? Reason.drawn(isIll: isIll, hasLabour: hasLabourCapacity, &random) : []
    needs = recorded.isListed ? Need.drawn(for: lacks, &random) : []
    isOngoingReview = random.chance(0.02)
    let firstOfSeptember = CivilDate(year: year, month: 9, day: 1).daysSince1970
    reviewedOn =
      isOngoingReview
      ? CivilDate(year: year, month: random.within(9...11), day: random.within(15...28))
      : CivilDate(daysSince1970: firstOfSeptember + random.within(0...104))
  }

  /// At or below the line for the listed, above it for the rest, higher with the income.
  static func scoreA(
    of recorded: HouseholdClass, income: Int, urban: Bool, _ random: inout SeededRandom
  ) -> Int {
    let line = CalibrationAssumptions.scoreLine(urban: urban)
    let ratio = Double(income) / Double(CalibrationAssumptions.incomeLine(urban: urban))
    if recorded.isListed {
      return min(line, Int(Double(line) * (0.45 + 0.5 * ratio)) + random.within(0...9))
    }
    return line + 1 + min(160, Int(max(0, ratio - 1) * 45) + random.within(0...12))
  }

  /// What the facts show, for a share with one indicator changed, and so many as the recorded class allows.
  static func lacks(
    _ recorded: HouseholdClass, facts: IndicatorSet, _ random: inout SeededRandom
  ) -> IndicatorSet {
    var lacks = facts
    if random.chance(CalibrationAssumptions.flippedLackShare),
      let indicator = Indicator.allCases.randomOne(&random)
    {
      lacks[indicator].toggle()
      // A poor household with three, or a near-poor one with two, has room for a change in one direction only.
      if !lacks.count.fits(recorded) { lacks[indicator].toggle() }
    }
    while !lacks.count.fits(recorded) {
      let isAdding = recorded == .poor
      guard let next = Indicator.allCases.filter({ lacks[$0] != isAdding }).randomOne(&random) else { break }
      lacks[next] = isAdding
    }
    return lacks
  }

  /// How the household came to be where it is since the year before, for the few that the review says it of.
  private static func change(
    of recorded: HouseholdClass, escapedShare: Double, _ random: inout SeededRandom
  ) -> Change? {
    let draw = random.fraction()
    switch recorded {
    case .poor: return draw < 0.035 ? .new : draw < 0.05 ? .returned : draw < 0.056 ? .split : nil
    case .nearPoor: return draw < 0.06 ? .new : draw < 0.075 ? .returned : draw < 0.08 ? .split : nil
    case .average, .other:
      if draw < escapedShare { return .escaped }
      let rest = (draw - escapedShare) / (1 - escapedShare)
      if rest < 0.003 { return .movedIn }
      return rest < 0.006 ? .split : rest < 0.0065 ? .merged : rest < 0.01 ? .membersChanged : nil
    }
  }
}
