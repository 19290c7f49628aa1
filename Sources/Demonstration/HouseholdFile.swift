/// `households.csv`: a row a household, columns named like the fields of the model.
struct HouseholdFile {
  private static let header = """
    code,head_name,place,ethnicity,size,income,income_12m,score_a,score_b,recorded_lacks,class,change,livelihood,\
    merit,labour_capacity,social_assistance,reasons,needs,floor_area,roof_durable,walls_durable,frame_durable,\
    water_source,toilet_type,internet,waste_treated,health_access,devices,reviewed_on,review
    """

  private let file: CSVFile

  init(folder: TargetFolder) throws(DemonstrationError) {
    file = try folder.file("households.csv")
    try file.line(Self.header)
  }

  func finish() throws(DemonstrationError) { try file.finish() }

  func write(
    _ household: Household, code: String, village: String, _ missing: inout SeededRandom
  ) throws(DemonstrationError) {
    let name = household.members.first?.name ?? PersonName()
    file.cell(code)
    file.cell(words: name.family, name.middle, name.given)
    file.cell(village)
    file.cell(household.ethnicity.rawValue)
    file.cell(household.members.count)
    let isIncomeMissing = missing.chance(CalibrationAssumptions.missingIncome)
    file.cell(thousands: isIncomeMissing ? nil : household.income)
    write(household.record)
    write(household.dwelling, hasInternet: household.members.contains(where: \.usesInternet), &missing)
    if missing.chance(CalibrationAssumptions.missingReviewDate) {
      file.emptyCell()
    } else {
      file.cell(household.record.reviewedOn)
    }
    file.cell(household.record.isOngoingReview ? "ongoing" : "periodic")
    try file.endRow()
  }

  private func write(_ record: ReviewRecord) {
    file.cell(thousands: record.incomeOfTwelveMonths)
    file.cell(record.scoreA)
    file.cell(record.scoreB)
    file.cell(set: Indicator.allCases.filter(record.lacks.contains).map(\.name))
    file.cell(record.householdClass.rawValue)
    file.cell(record.change?.rawValue ?? "")
    file.cell(record.livelihood.rawValue)
    file.cell(record.hasMerit)
    file.cell(record.hasLabourCapacity)
    file.cell(record.hasSocialAssistance)
    file.cell(set: record.reasons.map(\.rawValue))
    file.cell(set: record.needs.map(\.rawValue))
  }

  private func write(_ dwelling: Dwelling, hasInternet: Bool, _ missing: inout SeededRandom) {
    if missing.chance(CalibrationAssumptions.missingFloorArea) {
      file.emptyCell()
    } else {
      file.cell(dwelling.floorArea)
    }
    file.cell(dwelling.roofDurable)
    file.cell(dwelling.wallsDurable)
    file.cell(dwelling.frameDurable)
    file.cell(missing.chance(CalibrationAssumptions.missingWater) ? "" : dwelling.water.rawValue)
    file.cell(missing.chance(CalibrationAssumptions.missingToilet) ? "" : dwelling.toilet.rawValue)
    file.cell(hasInternet)
    file.cell(dwelling.wasteTreated)
    file.cell(dwelling.healthAccess)
    file.cell(set: dwelling.devices.map(\.rawValue))
  }
}
