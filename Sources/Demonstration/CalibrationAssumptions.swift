/// The numbers by which invented facts are turned into a class, and how often each fact is drawn.
///
/// These are data of the generator, not the law: the law is in the standard's own file, and a query judges the
/// households by that. They follow Decree 07/2021 so that nearly all recorded classes agree with what the
/// standard computes; where the wording of its annex is not certain, the generator keeps away from the cases in
/// doubt (nobody fails a rule by an age of thirty, for one).
enum CalibrationAssumptions {
  // MARK: Classes

  /// Thousand đồng a person and month: at or below it a household is on one of the lists.
  static func incomeLine(urban: Bool) -> Int { urban ? 2000 : 1500 }
  /// Thousand đồng a person and month: above the income line and up to this, an average standard of living.
  static func averageLine(urban: Bool) -> Int { urban ? 3000 : 2250 }
  /// Points of score A that stand for the income line (Circular 07/2021).
  static func scoreLine(urban: Bool) -> Int { urban ? 175 : 140 }
  /// Lacks from which a household below the income line is poor.
  static let enoughLacks = 3
  /// Points of score B for each lack.
  static let pointsPerLack = 10

  // MARK: Indicators

  static let workingAges = 16...59
  /// Younger than this is a child, a dependent, and has nutrition looked at.
  static let childrenEnd = 16
  static let insuredFrom = 6
  static let schoolAges = 3..<16
  static let primaryFrom = 6
  static let lowerSecondaryFrom = 12
  /// Ages at which an adult's schooling is judged, and the ages at which the generator lets someone fail.
  static let adultSchoolingAges = 16...30
  static let adultSchoolingFailures = 16...29
  static let upperSecondaryFrom = 18
  static let elderlyFrom = 60
  /// Square metres a person.
  static let enoughFloorArea = 8
  /// Of walls, frame and roof, so many that do not last make a house that does not.
  static let weakStructures = 2

  // MARK: How often

  /// Chance of each indicator in a household, before the commune's own factor, in the order of `Indicator`;
  /// `dependents` follows from who lives there.
  static func lackRates(of householdClass: HouseholdClass) -> [Double] {
    switch householdClass {
    case .poor: [0.19, 0, 0.37, 0.15, 0.72, 0.24, 0.21, 0.36, 0.13, 0.37, 0.17, 0.14]
    case .nearPoor: [0.14, 0, 0.14, 0.1, 0.3, 0.06, 0.06, 0.12, 0.04, 0.1, 0.06, 0.05]
    case .average: [0.12, 0, 0.06, 0.12, 0.12, 0.03, 0.03, 0.06, 0.03, 0.05, 0.03, 0.03]
    case .other: [0.1, 0, 0.03, 0.09, 0.06, 0.015, 0.01, 0.03, 0.015, 0.02, 0.015, 0.015]
    }
  }

  /// Share of households on neither list with an average standard of living.
  static func averageShare(urban: Bool, mountain: Bool) -> Double {
    mountain ? (urban ? 0.2 : 0.38) : (urban ? 0.09 : 0.15)
  }

  // MARK: What is wrong on purpose

  /// Households with one recorded lack that the facts do not show, or the reverse.
  static let flippedLackShare = 0.01
  /// Households whose recorded class and scores stand against facts of another class.
  static func otherFactsShare(of recorded: HouseholdClass) -> Double {
    switch recorded {
    case .poor: 0.01
    case .nearPoor: 0.02
    case .average: 0.006
    case .other: 0.004
    }
  }
  /// Empty cells, by field.
  static let missingIncome = 0.015
  static let missingReviewDate = 0.01
  static let missingFloorArea = 0.005
  static let missingWater = 0.005
  static let missingToilet = 0.005
  static let missingInsurance = 0.01
  static let missingBirth = 0.005
  static let missingInternetUse = 0.003
  static let missingDiploma = 0.01
}
