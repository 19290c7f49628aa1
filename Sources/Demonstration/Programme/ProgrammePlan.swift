import Domain

/// What the programme is in the places of one demonstration, the same in all its years.
struct ProgrammePlan {
  /// In the official order.
  let communes: [CommuneProgramme]
  let districts: [PlaceUnit]
  /// By year from the first.
  let counts: [[ReviewPlan.Counts]]
  /// The demonstration's part of the province's listed households: money and targets are scaled by it.
  let share: Double

  init(_ plans: [ReviewPlan], seed: UInt64) {
    var models: [ModelRecord] = []
    var communes: [CommuneProgramme] = []
    for (commune, _) in plans.first?.communes ?? [] {
      let programme = CommuneProgramme(commune, seed: seed, earlier: models)
      models += programme.models
      communes.append(programme)
    }
    self.communes = communes
    counts = plans.map { $0.communes.map(\.counts) }
    let codes = Set(communes.map(\.commune.district.code))
    districts = BuiltinPlaces.quangNam.filter { codes.contains($0.code) }
    let base = plans.firstIndex { $0.year == PublishedTotals.baseYear } ?? plans.startIndex
    let listed =
      counts.indices.contains(base) ? counts[base].reduce(0) { $0 + $1.poor + $1.nearPoor } : 0
    share = Double(listed) / Double(PublishedTotals.byYear[PublishedTotals.baseYear]?.listed ?? 1)
  }

  func programme(of commune: CommuneProfile) -> CommuneProgramme? {
    communes.first { $0.commune.unit.code == commune.unit.code }
  }

  /// Poor households of a district, or of all where no code is given, at the end of a year.
  func poor(_ index: Int, in district: String? = nil) -> Int {
    count(index, in: district) { $0.poor }
  }

  func count(_ index: Int, in district: String? = nil, _ part: (ReviewPlan.Counts) -> Int) -> Int {
    guard counts.indices.contains(index) else { return 0 }
    return zip(communes, counts[index]).reduce(0) { sum, pair in
      district == nil || pair.0.commune.district.code == district ? sum + part(pair.1) : sum
    }
  }
}
