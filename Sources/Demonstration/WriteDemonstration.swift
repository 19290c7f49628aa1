import Domain

/// Writes a synthetic province: real places, invented people, published proportions.
///
/// One year is written into `folder` itself, several into `folder/2021`, `folder/2022` and so on. A folder that
/// exists and is not empty is refused. The same options give the same bytes. Each year is drawn by itself: a code
/// is not the same household in another year until the generator follows households through the years.
package func writeDemonstration(
  _ options: DemonstrationOptions, to folder: String
) throws(DemonstrationError) {
  guard options.households > 0 else { throw DemonstrationError.noHouseholds(options.households) }
  let districts = try districtProfiles(of: options.districts)
  var plans: [ReviewPlan] = []
  for year in options.years {
    plans.append(try ReviewPlan(year: year, of: options.households, in: districts))
  }
  try prepareFolder(folder)
  for plan in plans {
    let isOnly = plans.count == 1
    let place = isOnly ? folder : folder + "/\(plan.year)"
    if !isOnly { try prepareFolder(place) }
    try writeSnapshot(plan, seed: options.seed, to: place)
  }
}

/// The districts of the codes, in the official order; all of them for no codes.
private func districtProfiles(of codes: [String]) throws(DemonstrationError) -> [DistrictProfile] {
  for code in codes where !DistrictProfile.all.contains(where: { $0.code == code }) {
    throw DemonstrationError.unknownDistrict(code)
  }
  return codes.isEmpty ? DistrictProfile.all : DistrictProfile.all.filter { codes.contains($0.code) }
}

/// Households that left the list of the poor during the year, for each that is on it at the end: gross exits were
/// about a fifth of the opening stock.
private let escapedShareOfPoor = 0.2

/// Draws the households commune by commune and writes each as it comes, so that memory does not grow with size.
private func writeSnapshot(
  _ plan: ReviewPlan, seed: UInt64, to folder: String
) throws(DemonstrationError) {
  let date = CivilDate(year: plan.year, month: SnapshotDescription.month, day: SnapshotDescription.day)
  let households = try HouseholdFile(folder: folder)
  let members = try MemberFile(folder: folder, snapshot: date)
  var totals = ResidentTotals()
  for (commune, counts) in plan.communes {
    let stream = CommuneProfile.stream(of: commune.unit.code) &+ UInt64(plan.year) &* 10_000_000
    var random = SeededRandom(seed: seed, stream: stream)
    // Empty cells are drawn apart, so that a change to their shares leaves the people as they are.
    var missing = SeededRandom(seed: seed, stream: ~stream)
    let villages = villagesOfHouseholds(counts.all, in: commune)
    let classes = shuffledClasses(counts, in: commune, &random)
    let escapedShare = min(0.5, escapedShareOfPoor * Double(counts.poor) / Double(max(1, counts.others)))
    for (position, householdClass) in classes.enumerated() {
      let household = Household(
        recordedAs: householdClass, in: commune, escapedShare: escapedShare, year: plan.year, &random)
      let code = "49-\(commune.district.code)-\(commune.unit.code)-" + paddedSerial(position + 1)
      try households.write(household, code: code, village: villages[position].code, &missing)
      try members.write(household.members, household: code, &missing)
      totals.count(household, in: villages[position])
    }
  }
  try households.finish()
  try members.finish()
  totals.addUp(plan.communes.map(\.profile))
  try writePlaces(plan, totals: totals, to: folder)
  try SnapshotDescription.write(plan, to: folder)
}

/// The village of each household of a commune, in the order of the villages.
private func villagesOfHouseholds(_ count: Int, in commune: CommuneProfile) -> [PlaceUnit] {
  zip(commune.villages, apportion(count, byWeight: commune.villages.map(\.weight)))
    .flatMap { Array(repeating: $0.unit, count: $1) }
}

/// The recorded classes of a commune's households, in the order in which they are written.
private func shuffledClasses(
  _ counts: ReviewPlan.Counts, in commune: CommuneProfile, _ random: inout SeededRandom
) -> [HouseholdClass] {
  let average = CalibrationAssumptions.averageShare(urban: commune.isUrban, mountain: commune.isMountain)
  var classes = [HouseholdClass](repeating: .poor, count: counts.poor)
  classes += [HouseholdClass](repeating: .nearPoor, count: counts.nearPoor)
  for _ in 0..<counts.others { classes.append(random.chance(average) ? .average : .other) }
  random.shuffle(&classes)
  return classes
}

/// A serial in a commune, with four digits at least: `0007`.
private func paddedSerial(_ serial: Int) -> String {
  let digits = "\(serial)"
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
