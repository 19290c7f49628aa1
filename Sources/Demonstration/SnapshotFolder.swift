import Domain

/// The files of one year.
struct SnapshotFolder {
  private let plan: ReviewPlan
  private let seed: UInt64
  private let folder: TargetFolder
  private let households: HouseholdFile
  private let members: MemberFile
  private let programme: ProgrammeFiles
  private var totals = ResidentTotals()

  /// The position of the year in a history.
  private var index: Int { plan.year - PanelYears.first }

  init(
    _ plan: ReviewPlan, _ programme: ProgrammePlan, seed: UInt64, at folder: TargetFolder
  ) throws(DemonstrationError) {
    self.plan = plan
    self.seed = seed
    self.folder = folder
    let date = CivilDate(
      year: plan.year, month: SnapshotDescription.month, day: SnapshotDescription.day)
    households = try HouseholdFile(folder: folder)
    members = try MemberFile(folder: folder, snapshot: date)
    self.programme = try ProgrammeFiles(programme, date: date, seed: seed, at: folder)
  }

  /// Writes the households of a commune that were there in the year.
  mutating func write(
    _ panel: CommunePanel, _ programmes: [HouseholdProgramme]
  ) throws(DemonstrationError) {
    // Empty cells are drawn apart, so that a change to their shares leaves the people as they are.
    var missing = SeededRandom(
      seed: seed, stream: ~CommunePanel.stream(panel.commune, year: plan.year))
    for (history, helped) in zip(panel.histories, programmes) {
      guard let household = history.states[index] else { continue }
      try households.write(
        household, code: history.code, village: history.villages[index].code, &missing)
      try members.write(household.members, household: history.code, &missing)
      try programme.write(helped, household: history.code)
      totals.count(household, in: history.villages[index])
    }
  }

  /// Writes what is left, the places with their residents, and the description.
  mutating func finish() throws(DemonstrationError) {
    try households.finish()
    try members.finish()
    try programme.finish()
    totals.addUp(plan.communes.map(\.profile))
    try writePlaces(plan, totals: totals, to: folder)
    try SnapshotDescription.write(plan, to: folder)
  }
}
