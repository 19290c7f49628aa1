/// Support that reached a household.
struct SupportEvent {
  let date: CivilDate
  let kind: SupportKind
  let project: String?
  let agency: String
  let remedies: IndicatorSet
  /// Thousand đồng.
  let amount: Int
  let source: String
}

/// The plan of a household to leave poverty in a year.
struct PlanEvent {
  let year: Int
  let target: HouseholdClass
  /// Thousand đồng a person and month.
  let incomeGoal: Int
  let remedies: IndicatorSet
  let agency: String
  /// Nil for a year that is not over.
  let isAchieved: Bool?
  let isRegistered: Bool
}

/// A request to be put on the lists or taken off them.
struct RequestEvent {
  let isExit: Bool
  let filed: CivilDate
  /// Nil where nobody has decided.
  let decided: CivilDate?
  let isAccepted: Bool
}

/// That a household joined a model.
struct EnrolmentEvent {
  let model: String
  let joined: CivilDate
}

/// A model of poverty reduction.
struct ModelRecord {
  let code: String
  let name: String
  let kind: String
  let project: String?
  let place: String
  let agency: String
  let started: CivilDate
  let ended: CivilDate
  /// Million đồng.
  let budget: Int
  let isSuccess: Bool
  let replicatedFrom: String?
}

extension CivilDate {
  func adding(_ days: Int) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + days) }

  /// A day of the working part of a year: from March to November.
  static func workingDay(of year: Int, _ random: inout SeededRandom) -> CivilDate {
    CivilDate(year: year, month: 3, day: 1).adding(random.within(0...270))
  }
}
