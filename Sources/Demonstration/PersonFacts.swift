/// Facts of a person that follow from age and circumstances, before any lack is drawn: everyone is insured, at
/// the school that fits, and at work with a contract.
extension Person {
  private static let diplomasOfYoungListed = Weighted<Diploma>(
    (.upperSecondary, 60), (.elementary, 29), (.intermediate, 7), (.college, 3), (.university, 1))
  private static let diplomasOfYoungOthers = Weighted<Diploma>(
    (.upperSecondary, 46), (.elementary, 18), (.intermediate, 11), (.college, 12), (.university, 13))
  private static let diplomasOfMinorityElders = Weighted<Diploma>(
    (.none, 55), (.primary, 33), (.lowerSecondary, 12))
  private static let diplomasOfListed = Weighted<Diploma>(
    (.none, 20), (.primary, 38), (.lowerSecondary, 29), (.upperSecondary, 9), (.elementary, 4))
  private static let diplomasOfOthers = Weighted<Diploma>(
    (.none, 4), (.primary, 20), (.lowerSecondary, 33), (.upperSecondary, 22), (.elementary, 7),
    (.intermediate, 5),
    (.college, 3), (.university, 6))
  private static let disabilities = Weighted<Disability>((.light, 40), (.severe, 45), (.extreme, 15))

  mutating func drawFacts(isListed: Bool, _ random: inout SeededRandom) {
    if isChild { (stunted, underweight) = (false, false) }
    let isElderly = age >= CalibrationAssumptions.elderlyFrom
    if random.chance(isElderly ? 0.07 : 0.012) { disability = Self.disabilities.draw(&random) }
    drawSchooling(isListed: isListed, &random)
    drawWork(&random)
    let isHeavilyDisabled = disability == .severe || disability == .extreme
    socialAllowance = isHeavilyDisabled && random.chance(0.92) || age >= 80 && random.chance(0.85)
    usesInternet = random.chance(internetUse * (isListed ? 0.75 : 1))
  }

  private var internetUse: Double {
    switch age {
    case ..<8: 0
    case ..<16: 0.6
    case ..<46: 0.93
    case ..<61: 0.6
    default: 0.15
    }
  }

  private mutating func drawSchooling(isListed: Bool, _ random: inout SeededRandom) {
    if let school = fittingSchool {
      attending = school
      diploma = age < CalibrationAssumptions.lowerSecondaryFrom ? .none : .primary
    } else if age < CalibrationAssumptions.primaryFrom {
      diploma = .none
    } else if age < CalibrationAssumptions.upperSecondaryFrom {
      diploma = .lowerSecondary
      if random.chance(isListed ? 0.65 : 0.9) {
        attending = random.chance(0.93) ? .upperSecondary : .vocational
      }
    } else if CalibrationAssumptions.adultSchoolingAges.contains(age) {
      diploma = (isListed ? Self.diplomasOfYoungListed : Self.diplomasOfYoungOthers).draw(&random)
      if age < 23, random.chance(isListed ? 0.15 : 0.42) {
        attending = random.chance(0.75) ? .university : .vocational
        diploma = .upperSecondary
      } else if random.chance(0.06) {
        (diploma, inTraining) = (.lowerSecondary, true)
      }
    } else if age > 50, ethnicity != .kinh {
      diploma = Self.diplomasOfMinorityElders.draw(&random)
    } else {
      diploma = (isListed ? Self.diplomasOfListed : Self.diplomasOfOthers).draw(&random)
    }
  }

  private mutating func drawWork(_ random: inout SeededRandom) {
    if CalibrationAssumptions.workingAges.contains(age) {
      let isHeavilyDisabled = disability == .severe || disability == .extreme
      ableToWork = random.chance(isHeavilyDisabled ? 0.1 : 0.975)
    } else if age > CalibrationAssumptions.workingAges.upperBound {
      ableToWork = random.chance(age < 70 ? 0.6 : 0.12)
    }
    if attending != .none, attending != .preschool {
      job = .studying
    } else if ableToWork, random.chance(age >= CalibrationAssumptions.elderlyFrom ? 0.7 : 0.94) {
      (job, contract) = (.employed, true)
    }
  }
}
