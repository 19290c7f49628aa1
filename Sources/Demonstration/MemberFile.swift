/// `members.csv`: a row a person, columns named like the fields of the model.
struct MemberFile {
  private static let header = """
    household,number,name,relation,sex,birth_date,age,ethnicity,id_number,job,contract,able_to_work,insured,\
    stunted,underweight,attending,highest_diploma,in_training,disability,social_allowance,uses_internet
    """
  /// Identity numbers begin with three zeros, which no province has, and end with a running number.
  private static let identityDigits = 12

  private let file: CSVFile
  private let snapshot: CivilDate

  init(folder: TargetFolder, snapshot: CivilDate) throws(DemonstrationError) {
    file = try folder.file("members.csv")
    self.snapshot = snapshot
    try file.line(Self.header)
  }

  func finish() throws(DemonstrationError) { try file.finish() }

  func write(
    _ members: [Person], household: String, _ missing: inout SeededRandom
  ) throws(DemonstrationError) {
    for person in members {
      file.cell(household)
      file.cell(person.number)
      file.cell(words: person.name.family, person.name.middle, person.name.given)
      file.cell(person.relation.rawValue)
      file.cell(person.sex.rawValue)
      if missing.chance(CalibrationAssumptions.missingBirth) {
        file.emptyCell()
        file.emptyCell()
      } else {
        file.cell(person.birthDate(on: snapshot))
        file.cell(person.age)
      }
      file.cell(person.ethnicity.rawValue)
      file.cell(person.identity, digits: Self.identityDigits)
      writeFacts(of: person, &missing)
      try file.endRow()
    }
  }

  private func writeFacts(of person: Person, _ missing: inout SeededRandom) {
    file.cell(person.job.rawValue)
    file.cell(person.contract)
    file.cell(person.ableToWork)
    file.cell(missing.chance(CalibrationAssumptions.missingInsurance) ? nil : person.insured)
    file.cell(person.stunted)
    file.cell(person.underweight)
    file.cell(person.attending.rawValue)
    file.cell(missing.chance(CalibrationAssumptions.missingDiploma) ? "" : person.diploma.name)
    file.cell(person.inTraining)
    file.cell(person.disability.rawValue)
    file.cell(person.socialAllowance)
    file.cell(missing.chance(CalibrationAssumptions.missingInternetUse) ? nil : person.usesInternet)
  }
}
