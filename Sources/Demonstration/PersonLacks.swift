/// Makes the facts of the members show what the household was drawn to lack, and nothing else.
extension Tendencies {
  func shape(_ members: inout [Person], _ random: inout SeededRandom) {
    if lacks[.employment] { loseWork(&members, &random) }
    if lacks[.nutrition] {
      change(&members, where: \.isChild, others: 0.15, &random) { person, random in
        let isStunted = random.chance(0.65)
        (person.stunted, person.underweight) = (isStunted, !isStunted || random.chance(0.4))
      }
    }
    if lacks[.healthInsurance] {
      change(
        &members, where: { $0.age >= CalibrationAssumptions.insuredFrom }, others: 0.35, &random
      ) { person, _ in person.insured = false }
    }
    if lacks[.adultEducation] { leaveSchoolEarly(&members, &random) }
    if lacks[.schoolAttendance] {
      change(&members, where: { $0.fittingSchool != nil }, others: 0.12, &random) { person, _ in
        (person.attending, person.job) = (.none, .inactive)
      }
    }
    shapeInternetUse(&members, &random)
  }

  private func loseWork(_ members: inout [Person], _ random: inout SeededRandom) {
    change(&members, where: \.isOpenToWork, others: 0.25, &random) { person, random in
      let isWithoutContract = random.chance(0.6)
      person.job = isWithoutContract ? .employed : .unemployed
      person.contract = isWithoutContract ? false : nil
    }
  }

  private func leaveSchoolEarly(_ members: inout [Person], _ random: inout SeededRandom) {
    change(
      &members, where: { CalibrationAssumptions.adultSchoolingFailures.contains($0.age) }, others: 0.3,
      &random
    ) { person, random in
      let isYoung = person.age < CalibrationAssumptions.upperSecondaryFrom
      person.diploma = random.chance(0.6) && !isYoung ? .lowerSecondary : .primary
      person.inTraining = false
      if person.attending != .none {
        person.attending = .none
        (person.job, person.contract) = person.ableToWork ? (.employed, true) : (.inactive, nil)
      }
    }
  }

  /// Somebody uses the internet unless the household lacks it: the youngest adult, where chance found no one.
  private func shapeInternetUse(_ members: inout [Person], _ random: inout SeededRandom) {
    if lacks[.telecom] {
      for index in members.indices { members[index].usesInternet = false }
    } else if !members.contains(where: \.usesInternet) {
      let adults = members.indices.filter { !members[$0].isChild }
      let chosen = adults.min { members[$0].age < members[$1].age } ?? members.startIndex
      members[chosen].usesInternet = true
    }
  }

  /// Changes one of the members that qualify, and each other one with the given chance.
  private func change(
    _ members: inout [Person], where qualifies: (Person) -> Bool, others: Double,
    _ random: inout SeededRandom, by update: (inout Person, inout SeededRandom) -> Void
  ) {
    let open = members.indices.filter { qualifies(members[$0]) }
    guard let chosen = open.randomOne(&random) else { return }
    for index in open where index == chosen || random.chance(others) { update(&members[index], &random) }
  }
}
