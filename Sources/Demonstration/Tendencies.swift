/// Which indicators a household is going to lack: drawn first, so that the facts can be made to show them.
struct Tendencies {
  /// Redraws before the number of lacks is made to fit the class by force.
  private static let redraws = 8
  /// What any household can be made to lack, whoever lives in it.
  private static let ofAnyDwelling: [Indicator] = [.toilet, .water, .housingQuality, .telecom, .infoAssets]

  private(set) var lacks = IndicatorSet()

  /// `dependents` comes with the members and cannot be drawn; the rest fits the class.
  init(
    of householdClass: HouseholdClass, among members: [Person], factors: [Double],
    _ random: inout SeededRandom
  ) {
    let applicable = Self.applicable(to: members)
    let structural = IndicatorSet(members: members, dwelling: Dwelling()).contains(.dependents)
    let rates = CalibrationAssumptions.lackRates(of: householdClass)
    for _ in 0...Self.redraws {
      lacks = IndicatorSet()
      lacks[.dependents] = structural
      for indicator in Indicator.allCases where applicable.contains(indicator) {
        let odds = rates[indicator.rawValue] * factors[indicator.rawValue]
        if random.chance(odds / (odds + 1 - rates[indicator.rawValue])) { lacks[indicator] = true }
      }
      if lacks.count.fits(householdClass) { return }
    }
    fit(to: householdClass, &random)
  }

  private mutating func fit(to householdClass: HouseholdClass, _ random: inout SeededRandom) {
    while !lacks.count.fits(householdClass) {
      let isAdding = householdClass == .poor
      let open = isAdding ? Self.ofAnyDwelling : Indicator.allCases.filter { $0 != .dependents }
      guard let indicator = open.filter({ lacks[$0] != isAdding }).randomOne(&random) else { return }
      lacks[indicator] = isAdding
    }
  }

  /// What the members can lack: without a child of school age, no child is out of school.
  private static func applicable(to members: [Person]) -> IndicatorSet {
    var applicable = IndicatorSet()
    applicable[.employment] = members.contains(where: \.isOpenToWork)
    applicable[.nutrition] = members.contains(where: \.isChild)
    applicable[.healthInsurance] = true
    applicable[.adultEducation] = members.contains {
      CalibrationAssumptions.adultSchoolingFailures.contains($0.age)
    }
    applicable[.schoolAttendance] = members.contains { $0.fittingSchool != nil }
    applicable[.housingArea] = members.count > 1
    for indicator in ofAnyDwelling { applicable[indicator] = true }
    return applicable
  }
}

extension Int {
  /// Whether so many lacks can stand with the class below the income line; above it any number can.
  func fits(_ householdClass: HouseholdClass) -> Bool {
    switch householdClass {
    case .poor: self >= CalibrationAssumptions.enoughLacks
    case .nearPoor: self < CalibrationAssumptions.enoughLacks
    case .average, .other: true
    }
  }
}

extension Array {
  /// One of the elements, each as likely; nil of none.
  func randomOne(_ random: inout SeededRandom) -> Element? {
    isEmpty ? nil : self[random.within(0...count - 1)]
  }
}
