/// One invented member of a household, as the review would find them.
struct Person {
  let relation: Relation
  let sex: Sex
  /// Completed years on the date of the snapshot.
  var age: Int
  /// Days after the birthday before the snapshot, 0 to 364.
  let daysSinceBirthday: Int
  /// In the household, the same in all years.
  var number = 0
  /// Running number of the identity document, the same in all years.
  var identity = 0
  var ethnicity = Ethnicity.kinh
  var name = PersonName()

  var disability = Disability.none
  var attending = Attending.none
  var diploma = Diploma.none
  var inTraining = false
  var ableToWork = false
  var job = Job.inactive
  /// Has a labour contract, or works on own account; nil for those without work.
  var contract: Bool?
  var insured = true
  /// Nil where nobody measures: from the age at which childhood ends.
  var stunted: Bool?
  var underweight: Bool?
  var socialAllowance = false
  var usesInternet = false

  init(_ relation: Relation, _ sex: Sex, age: Int, _ random: inout SeededRandom) {
    self.relation = relation
    self.sex = sex
    self.age = max(0, min(age, 99))
    daysSinceBirthday = random.within(0...364)
  }

  var isChild: Bool { age < CalibrationAssumptions.childrenEnd }

  /// Counts as one whom the others carry: a child, or elderly or disabled with a social allowance.
  var isDependent: Bool {
    isChild
      || socialAllowance && (age >= CalibrationAssumptions.elderlyFrom || disability != .none)
  }

  /// The level of schooling that fits a child of school age, nil for others.
  var fittingSchool: Attending? {
    guard CalibrationAssumptions.schoolAges.contains(age) else { return nil }
    if age < CalibrationAssumptions.primaryFrom { return .preschool }
    return age < CalibrationAssumptions.lowerSecondaryFrom ? .primary : .lowerSecondary
  }

  /// Of an age at which schooling is judged, with neither school, training nor a diploma that fits it.
  var lacksSchooling: Bool {
    guard CalibrationAssumptions.adultSchoolingAges.contains(age), !inTraining, attending == .none
    else { return false }
    return diploma < (age < CalibrationAssumptions.upperSecondaryFrom ? .lowerSecondary : .upperSecondary)
  }

  /// Looks for work in vain, or is paid without a contract.
  var lacksWork: Bool {
    ableToWork && (job == .unemployed || job == .employed && contract == false)
  }

  /// Could work now: of working age, able, and not at school.
  var isOpenToWork: Bool {
    CalibrationAssumptions.workingAges.contains(age) && ableToWork && attending == .none
  }

  func birthDate(on snapshot: CivilDate) -> CivilDate {
    let birthday = CivilDate(year: snapshot.year - age, month: snapshot.month, day: snapshot.day)
    return CivilDate(daysSince1970: birthday.daysSince1970 - daysSinceBirthday)
  }
}
