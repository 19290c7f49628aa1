import Domain

/// What the programme did for one household through the years, and what the household asked of the commune.
///
/// Everything is drawn from the code of the household, so that each snapshot tells the same story up to its date.
struct HouseholdProgramme {
  private(set) var supports: [SupportEvent] = []
  private(set) var plans: [PlanEvent] = []
  private(set) var requests: [RequestEvent] = []
  private(set) var enrolments: [EnrolmentEvent] = []
  /// Years in which the household was commended.
  private(set) var commended: [Int] = []
  /// The enterprise or unit that stands by the household.
  private(set) var twin: String?

  private let commune: CommuneProfile
  private let isPoorDistrict: Bool

  /// What a year changed: the state a year before (the same state in the first year) and the state of the year.
  private struct Step {
    let year: Int
    let before: Household
    let now: Household?

    var isListed: Bool { before.record.householdClass.isListed }
    var hasRisen: Bool {
      now.map { before.record.householdClass.rank < $0.record.householdClass.rank } ?? false
    }
    var hasEscaped: Bool { isListed && now?.record.householdClass.isListed == false }
  }

  init(_ history: HouseholdHistory, in programme: CommuneProgramme, seed: UInt64) {
    commune = programme.commune
    isPoorDistrict = CommuneProgramme.poorDistricts.contains(commune.district.code)
    var random = SeededRandom(seed: seed, stream: Self.stream(of: history.code))
    for index in history.states.indices {
      let year = PanelYears.first + index
      guard let before = history.states[max(0, index - 1)] ?? history.states[index] else {
        continue
      }
      let step = Step(year: year, before: before, now: history.states[index])
      drawSupports(step, &random)
      drawPlan(step, &random)
      drawRequests(step, &random)
      drawEnrolment(step, programme.models, &random)
      if step.hasEscaped, index > 0, random.chance(0.04) { commended.append(year) }
    }
    if let last = history.states.last.flatMap(\.self) {
      drawPlan(Step(year: PanelYears.last + 1, before: last, now: nil), &random)
    }
    let isPoor = history.states.contains { $0?.record.householdClass == .poor }
    if isPoor, random.chance(0.03) { twin = random.pick(Agency.enterprises, else: "") }
  }

  /// FNV-1a of the code, apart from the streams of the communes.
  private static func stream(of code: String) -> UInt64 {
    code.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

// MARK: Supports

extension HouseholdProgramme {
  private mutating func drawSupports(_ step: Step, _ random: inout SeededRandom) {
    let isOddOneOut = !step.isListed && random.chance(0.002)
    guard step.isListed else {
      // Now and then a household that is on no list is helped by a project for those that are.
      if isOddOneOut { support(.livelihood, IndicatorSet(), step, &random) }
      return
    }
    let lacks = step.before.record.lacks
    let left = step.now?.record.lacks ?? lacks
    var kinds: [SupportKind: IndicatorSet] = [:]
    for indicator in Indicator.allCases where lacks[indicator] {
      let isRemedied = !left[indicator]
      guard let kind = SupportKind(for: indicator), random.chance(isRemedied ? 0.62 : 0.07) else {
        continue
      }
      kinds[kind, default: IndicatorSet()][indicator] = true
    }
    for kind in SupportKind.allCases {
      if let remedies = kinds[kind] { support(kind, remedies, step, &random) }
    }
    let odds = step.hasRisen ? 0.42 : 0.2
    if step.before.record.hasLabourCapacity {
      if random.chance(odds) { support(.livelihood, IndicatorSet(), step, &random) }
      if random.chance(odds / 2) { support(.production, IndicatorSet(), step, &random) }
      if random.chance(odds / 2) { support(.credit, IndicatorSet(), step, &random) }
    }
    if random.chance(0.08) { support(.cash, IndicatorSet(), step, &random) }
  }

  private mutating func support(
    _ kind: SupportKind, _ remedies: IndicatorSet, _ step: Step, _ random: inout SeededRandom
  ) {
    let isProgramme = step.year > PanelYears.first
    let project = isProgramme ? kind.project(inPoorDistrict: isPoorDistrict) : nil
    let amount = random.within(kind.amounts) * 100
    supports.append(
      SupportEvent(
        date: .workingDay(of: step.year, &random), kind: kind, project: project,
        agency: agency(kind, project, &random), remedies: remedies, amount: amount,
        source: source(kind, project, &random)))
  }

  private func agency(_ kind: SupportKind, _ project: String?, _ random: inout SeededRandom)
    -> String
  {
    if kind == .credit { return "NHCSXH" }
    if project != nil {
      return random.chance(0.6) ? "PLDTBXH\(commune.district.code)" : "UBND\(commune.unit.code)"
    }
    return random.chance(0.6)
      ? "MTTQ\(commune.unit.code)" : random.pick(Agency.enterprises, else: "MTTQT")
  }

  private func source(_ kind: SupportKind, _ project: String?, _ random: inout SeededRandom)
    -> String
  {
    switch (kind, project) {
    case (.credit, _): "Tín dụng chính sách"
    case (.insurance, _): "Ngân sách tỉnh"
    case (_, .some): random.chance(0.9) ? "Ngân sách trung ương" : "Ngân sách tỉnh"
    default: random.chance(0.6) ? "Quỹ Vì người nghèo" : "Đơn vị kết nghĩa"
    }
  }
}

// MARK: Plans, requests, models

extension HouseholdProgramme {
  private mutating func drawPlan(_ step: Step, _ random: inout SeededRandom) {
    let record = step.before.record
    guard step.isListed, record.hasLabourCapacity, random.chance(step.hasRisen ? 0.9 : 0.6) else {
      return
    }
    let isPoor = record.householdClass == .poor
    let target: HouseholdClass = isPoor && random.chance(0.4) ? .nearPoor : .average
    let line = CalibrationAssumptions.incomeLine(urban: commune.isUrban)
    let goal = target == .nearPoor ? line : line + random.within(2...8) * 50
    var remedies = IndicatorSet()
    let wanted: [Indicator] = [
      .housingQuality, .water, .toilet, .housingArea, .employment, .telecom,
    ]
    for indicator in wanted where record.lacks[indicator] && remedies.count < 2 {
      remedies[indicator] = true
    }
    let agencies = [
      "UBND\(commune.unit.code)", "HND\(commune.district.code)", "HPN\(commune.district.code)",
    ]
    let reached = step.now.map { $0.record.householdClass.rank >= target.rank }
    plans.append(
      PlanEvent(
        year: step.year, target: target, incomeGoal: goal, remedies: remedies,
        agency: random.pick(agencies, else: ""),
        isAchieved: step.year > PanelYears.last ? nil : reached ?? false,
        isRegistered: random.chance(0.7)))
  }

  private mutating func drawRequests(_ step: Step, _ random: inout SeededRandom) {
    let isListedNow = step.now?.record.householdClass.isListed ?? false
    switch (step.isListed, isListedNow) {
    case (false, true):
      if random.chance(0.8) { request(step, isExit: false, isAccepted: true, &random) }
    case (true, false):
      if random.chance(0.5) { request(step, isExit: true, isAccepted: true, &random) }
    case (true, true):
      if random.chance(0.02) { request(step, isExit: true, isAccepted: false, &random) }
    case (false, false):
      if random.chance(0.004) { request(step, isExit: false, isAccepted: false, &random) }
    }
  }

  /// Decided within fifteen days of the monthly review, most of them; some later, and of the refused some never.
  private mutating func request(
    _ step: Step, isExit: Bool, isAccepted: Bool, _ random: inout SeededRandom
  ) {
    let filed = CivilDate(year: step.year, month: 2, day: 1).adding(random.within(0...290))
    let draw = random.fraction()
    let days = random.within(4...15)
    let late = random.within(16...45)
    let isForgotten = !isAccepted && draw < 0.12
    // Who is on the list in December was decided before.
    let decided = filed.adding(draw < 0.85 ? days : isAccepted ? min(late, 24) : late)
    requests.append(
      RequestEvent(
        isExit: isExit, filed: filed, decided: isForgotten ? nil : decided, isAccepted: isAccepted))
  }

  private mutating func drawEnrolment(
    _ step: Step, _ models: [ModelRecord], _ random: inout SeededRandom
  ) {
    let open = models.filter { $0.started.year == step.year || $0.started.year == step.year - 1 }
    let joins =
      step.isListed && step.before.record.hasLabourCapacity
      && random.chance(step.hasRisen ? 0.45 : 0.22)
    guard joins, enrolments.isEmpty, let model = open.randomOne(&random) else { return }
    let start = max(model.started, CivilDate(year: step.year, month: 1, day: 10))
    enrolments.append(
      EnrolmentEvent(model: model.code, joined: start.adding(random.within(0...60))))
  }
}
