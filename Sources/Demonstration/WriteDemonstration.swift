import Domain

/// Writes a synthetic province: real places, invented people, published proportions.
///
/// One year is written into `folder` itself, several into `folder/2021`, `folder/2022` and so on. A folder that
/// exists and is not empty is refused. The same options give the same bytes, and a household keeps its key through
/// the years.
package func writeDemonstration(
  _ options: DemonstrationOptions, to folder: String
) throws(DemonstrationError) {
  guard options.households > 0 else { throw DemonstrationError.noHouseholds(options.households) }
  let districts = try districtProfiles(of: options.districts)
  for year in options.years where PublishedTotals.byYear[year] == nil {
    throw DemonstrationError.unknownYear(year)
  }
  var plans: [ReviewPlan] = []
  for year in PanelYears.first...PanelYears.last {
    plans.append(try ReviewPlan(year: year, of: options.households, in: districts))
  }
  let programme = ProgrammePlan(plans, seed: options.seed)
  try prepareFolder(folder)
  var snapshots: [SnapshotFolder] = []
  for plan in plans where options.years.contains(plan.year) {
    let isOnly = options.years.count == 1
    let place = isOnly ? folder : folder + "/\(plan.year)"
    if !isOnly { try prepareFolder(place) }
    snapshots.append(
      try SnapshotFolder(
        plan, programme, seed: options.seed,
        at: TargetFolder(path: place, hasDefects: options.hasDefects)))
  }
  try writePanels(plans, programme, of: districts, seed: options.seed, into: &snapshots)
  for index in snapshots.indices { try snapshots[index].finish() }
}

/// Draws the households district by district and writes each as it comes, so that memory does not grow with the
/// province.
private func writePanels(
  _ plans: [ReviewPlan], _ programme: ProgrammePlan, of districts: [DistrictProfile], seed: UInt64,
  into snapshots: inout [SnapshotFolder]
) throws(DemonstrationError) {
  var identities = Identities()
  for district in districts {
    let communes = plans[0].communes.indices.filter {
      plans[0].communes[$0].profile.district.code == district.code
    }
    var panels = communes.map { index in
      CommunePanel(
        plans[0].communes[index].profile, counts: plans.map { $0.communes[index].counts },
        seed: seed,
        &identities)
    }
    MovesBetweenCommunes.draw(&panels, seed: seed)
    for panel in panels {
      guard let commune = programme.programme(of: panel.commune) else { continue }
      let helped = panel.histories.map { HouseholdProgramme($0, in: commune, seed: seed) }
      for index in snapshots.indices { try snapshots[index].write(panel, helped) }
    }
  }
}

/// The districts of the codes, in the official order; all of them for no codes.
private func districtProfiles(of codes: [String]) throws(DemonstrationError) -> [DistrictProfile] {
  for code in codes where !DistrictProfile.all.contains(where: { $0.code == code }) {
    throw DemonstrationError.unknownDistrict(code)
  }
  return codes.isEmpty
    ? DistrictProfile.all : DistrictProfile.all.filter { codes.contains($0.code) }
}
