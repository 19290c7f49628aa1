/// What the indicators are judged from: the people and the house, with ways to make one indicator show or not.
struct Circumstances {
  var members: [Person]
  var dwelling: Dwelling

  var lacks: IndicatorSet { IndicatorSet(members: members, dwelling: dwelling) }

  /// What can be lacking whoever lives in the house.
  private static let ofAnyDwelling: [Indicator] = [
    .toilet, .water, .housingQuality, .telecom, .infoAssets,
  ]

  /// Changes one indicator after another until so many show as the class allows.
  ///
  /// Dependents come with the members and stay; without them every indicator can be remedied, so that fewer than
  /// three are always reached.
  mutating func fit(to householdClass: HouseholdClass, _ random: inout SeededRandom) {
    var current = lacks
    while !current.count.fits(householdClass) {
      let isAdding = householdClass == .poor
      let open = isAdding ? Self.ofAnyDwelling : Indicator.allCases.filter { $0 != .dependents }
      guard let next = open.filter({ current.contains($0) != isAdding }).randomOne(&random) else {
        return
      }
      if isAdding { impose(next) } else { remedy(next) }
      let before = current
      current = lacks
      if current == before { return }
    }
  }

  /// Makes the facts show that something is lacking, of people where there is one who can lack it.
  mutating func impose(_ indicator: Indicator) {
    switch indicator {
    case .toilet: dwelling.toilet = .openPit
    case .water: dwelling.water = .unprotected
    case .housingQuality: (dwelling.roofDurable, dwelling.wallsDurable) = (false, false)
    case .telecom: for index in members.indices { members[index].usesInternet = false }
    case .infoAssets: dwelling.devices = []
    case .housingArea:
      dwelling.floorArea = max(6, CalibrationAssumptions.enoughFloorArea * members.count - 3)
    case .employment: change(where: \.isOpenToWork) { ($0.job, $0.contract) = (.employed, false) }
    case .nutrition: change(where: \.isChild) { $0.stunted = true }
    case .healthInsurance:
      change(where: { $0.age >= CalibrationAssumptions.insuredFrom }) { $0.insured = false }
    case .adultEducation:
      change(where: { CalibrationAssumptions.adultSchoolingFailures.contains($0.age) }) { person in
        (person.diploma, person.inTraining) = (.primary, false)
        if person.attending != .none {
          (person.attending, person.job, person.contract) = (.none, .inactive, nil)
        }
      }
    case .schoolAttendance:
      change(where: { $0.fittingSchool != nil }) { ($0.attending, $0.job) = (.none, .inactive) }
    case .dependents: break
    }
  }

  /// Changes the first member that qualifies.
  private mutating func change(where qualifies: (Person) -> Bool, by update: (inout Person) -> Void) {
    if let index = members.firstIndex(where: qualifies) { update(&members[index]) }
  }

  /// Makes the facts show that nothing is lacking.
  mutating func remedy(_ indicator: Indicator) {
    switch indicator {
    case .toilet: dwelling.toilet = .pourFlush
    case .water: dwelling.water = .protectedSpring
    case .housingQuality:
      (dwelling.roofDurable, dwelling.wallsDurable, dwelling.frameDurable) = (true, true, true)
    case .housingArea:
      dwelling.floorArea = max(
        dwelling.floorArea, CalibrationAssumptions.enoughFloorArea * members.count)
    case .infoAssets: dwelling.devices = [.telephone]
    case .telecom:
      let adult = members.firstIndex { !$0.isChild } ?? members.startIndex
      if members.indices.contains(adult) { members[adult].usesInternet = true }
    case .employment, .dependents, .nutrition, .healthInsurance, .adultEducation, .schoolAttendance:
      for index in members.indices { members[index].remedy(indicator) }
    }
  }
}

extension Person {
  /// Makes the facts of one person show that an indicator of people is not lacking.
  fileprivate mutating func remedy(_ indicator: Indicator) {
    switch indicator {
    case .employment: if lacksWork { (job, contract) = (.employed, true) }
    case .nutrition: if isChild { (stunted, underweight) = (false, false) }
    case .healthInsurance: insured = true
    case .adultEducation:
      if lacksSchooling {
        diploma =
          age < CalibrationAssumptions.upperSecondaryFrom ? .lowerSecondary : .upperSecondary
      }
    case .schoolAttendance:
      if let school = fittingSchool {
        attending = school
        job = school == .preschool ? .inactive : .studying
      }
    case .dependents, .housingQuality, .housingArea, .water, .toilet, .telecom, .infoAssets: break
    }
  }

  /// The same person a year earlier: at the school of that age, and measured as a child where one then.
  func younger() -> Person {
    var person = self
    let attended = fittingSchool
    person.age -= 1
    if person.isChild, person.stunted == nil {
      (person.stunted, person.underweight) = (false, false)
    }
    if let school = person.fittingSchool {
      // Who missed the school of this age missed that of the year before.
      if attended == nil || attended == attending { person.attending = school }
      person.job =
        person.attending == .none || person.attending == .preschool ? .inactive : .studying
      person.contract = nil
    } else if person.age < CalibrationAssumptions.schoolAges.lowerBound {
      person.attending = .none
      person.job = .inactive
    }
    if person.age < CalibrationAssumptions.lowerSecondaryFrom {
      person.diploma = .none
    } else if person.age < CalibrationAssumptions.childrenEnd {
      person.diploma = min(person.diploma, .primary)
    } else if person.age < CalibrationAssumptions.upperSecondaryFrom {
      person.diploma = min(person.diploma, .lowerSecondary)
      if person.attending == .university {
        (person.attending, person.job) = (.upperSecondary, .studying)
      }
    }
    if !CalibrationAssumptions.workingAges.contains(person.age), person.age < 16 {
      person.ableToWork = false
    }
    return person
  }
}
