import Domain

/// Residents by place: counted by village as the households are written, then added up to the levels above.
struct ResidentTotals {
  struct Counts {
    var households = 0
    var people = 0
    var minorityHouseholds = 0
    var minorityPeople = 0

    static func += (left: inout Counts, right: Counts) {
      left.households += right.households
      left.people += right.people
      left.minorityHouseholds += right.minorityHouseholds
      left.minorityPeople += right.minorityPeople
    }
  }

  private var byPlace: [String: Counts] = [:]

  func counts(of place: String) -> Counts { byPlace[place] ?? Counts() }

  mutating func count(_ household: Household, in village: PlaceUnit) {
    byPlace[village.code, default: Counts()] += Counts(
      households: 1, people: household.members.count,
      minorityHouseholds: household.ethnicity == .kinh ? 0 : 1,
      minorityPeople: household.members.count { $0.ethnicity != .kinh })
  }

  /// Once all are counted, and once only: communes, districts and the province hold what lies in them.
  mutating func addUp(_ communes: [CommuneProfile]) {
    for commune in communes {
      let above = [commune.unit.code, commune.unit.parent, BuiltinPlaces.quangNam.first?.code]
      for village in commune.villages {
        let counts = counts(of: village.unit.code)
        for place in above.compactMap(\.self) { byPlace[place, default: Counts()] += counts }
      }
    }
  }
}

/// Writes `places.csv`: the province, the districts of the plan, their communes and villages, each before what
/// lies in it.
func writePlaces(
  _ plan: ReviewPlan, totals: ResidentTotals, to folder: TargetFolder
) throws(DemonstrationError) {
  let file = try folder.file("places.csv")
  try file.line(
    """
    code,name,level,parent,kind,area,poor_district,mountain,households_total,people_total,\
    minority_households_total,minority_people_total
    """)
  let communes = Dictionary(
    plan.communes.map { ($0.profile.unit.code, $0.profile) }, uniquingKeysWith: { first, _ in first })
  let districts = Set(plan.communes.map(\.profile.district.code))
  for unit in BuiltinPlaces.quangNam {
    let isWanted = unit.parent == nil || districts.contains(unit.code) || communes[unit.code] != nil
    guard isWanted else { continue }
    for place in [unit] + (communes[unit.code]?.villages.map(\.unit) ?? []) {
      try write(place, totals.counts(of: place.code), to: file)
    }
  }
  try file.finish()
}

private func write(
  _ place: PlaceUnit, _ counts: ResidentTotals.Counts, to file: CSVFile
) throws(DemonstrationError) {
  file.cell(place.code)
  file.cell(place.name)
  file.cell(place.level)
  file.cell(place.parent ?? "")
  file.cell(place.kind)
  file.cell(place.area ?? "")
  file.cell(place.poorDistrict)
  file.cell(place.mountain)
  file.cell(counts.households)
  file.cell(counts.people)
  file.cell(counts.minorityHouseholds)
  file.cell(counts.minorityPeople)
  try file.endRow()
}
