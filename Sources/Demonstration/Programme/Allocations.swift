import Domain

/// Money of the programme by project, place, year, source and capital.
///
/// For the whole province 1,239 billion đồng are planned for 2022 and 2023, and 41.02 per cent of it is disbursed by
/// the end of 2023, as published; how it is shared out over projects and places is an assumption of the generator.
struct AllocationRow {
  let project: String
  let place: String
  let agency: String
  let year: Int
  let source: String
  let capital: String
  let isCarriedOver: Bool
  /// Million đồng.
  let planned: Int
  /// Million đồng.
  var disbursed: Int
}

struct Allocations {
  private(set) var rows: [AllocationRow] = []

  /// Million đồng of central and provincial money for the whole province.
  private static let plannedByYear = [2022: 512_000, 2023: 727_000]
  private static let disbursedShare = 0.4102
  private static let disbursedOfFirstYear = 0.34

  /// Where a line of the plan goes.
  private enum Reach { case communes, poorCommunes, districts, poorDistricts, province }

  private struct Line {
    let project: String
    let source: String
    let capital: String
    let reach: Reach
    /// Of a thousand.
    let part: Double
    /// How fast it is spent, against the others.
    let pace: Double
  }

  private static let lines: [Line] = [
    Line(
      project: "DA1.1", source: "central", capital: "investment", reach: .poorCommunes, part: 330,
      pace: 1.3),
    Line(
      project: "DA1.1", source: "province", capital: "investment", reach: .poorCommunes, part: 52,
      pace: 1.1),
    Line(
      project: "DA1.1", source: "central", capital: "recurrent", reach: .poorCommunes, part: 32,
      pace: 0.8),
    Line(
      project: "DA1.2", source: "central", capital: "investment", reach: .poorDistricts, part: 110,
      pace: 1.2),
    Line(
      project: "DA2", source: "central", capital: "recurrent", reach: .communes, part: 112,
      pace: 0.6),
    Line(
      project: "DA2", source: "province", capital: "recurrent", reach: .communes, part: 20,
      pace: 0.7),
    Line(
      project: "DA3.1", source: "central", capital: "recurrent", reach: .communes, part: 70,
      pace: 0.5),
    Line(
      project: "DA3.2", source: "central", capital: "recurrent", reach: .districts, part: 24,
      pace: 0.7),
    Line(
      project: "DA4.1", source: "central", capital: "investment", reach: .districts, part: 60,
      pace: 0.9),
    Line(
      project: "DA4.1", source: "central", capital: "recurrent", reach: .districts, part: 36,
      pace: 0.5),
    Line(
      project: "DA4.2", source: "central", capital: "recurrent", reach: .districts, part: 6,
      pace: 0.4),
    Line(
      project: "DA4.3", source: "central", capital: "recurrent", reach: .districts, part: 24,
      pace: 0.6),
    Line(
      project: "DA5", source: "central", capital: "investment", reach: .poorDistricts, part: 52,
      pace: 1.4),
    Line(
      project: "DA5", source: "province", capital: "investment", reach: .poorDistricts, part: 26,
      pace: 1.2),
    Line(
      project: "DA6.1", source: "central", capital: "recurrent", reach: .districts, part: 16,
      pace: 0.5),
    Line(
      project: "DA6.2", source: "central", capital: "recurrent", reach: .districts, part: 10,
      pace: 0.9),
    Line(
      project: "DA7.1", source: "central", capital: "recurrent", reach: .province, part: 12,
      pace: 0.9),
    Line(
      project: "DA7.2", source: "province", capital: "recurrent", reach: .province, part: 8,
      pace: 0.8),
  ]

  init(_ plan: ProgrammePlan, seed: UInt64) {
    var random = SeededRandom(seed: seed, stream: 0xA110_C471)
    addMobilised(plan, &random)
    var open: [(row: Int, pace: Double)] = []
    for year in Self.plannedByYear.keys.sorted() {
      let total = Double(Self.plannedByYear[year] ?? 0) * plan.share
      var paces: [(row: Int, pace: Double)] = []
      for line in Self.lines {
        let places = Self.places(line.reach, plan)
        // Where the demonstration has no place of a line, as with districts that are not poor, nobody gets its part.
        let parts = apportion(Int(total * line.part / 1000), byWeight: places.map(\.weight))
        for (place, part) in zip(places, parts) where part > 0 {
          paces.append((rows.count, line.pace * (0.35 + 1.3 * random.fraction())))
          rows.append(Self.row(line, place, year: year, planned: part))
        }
      }
      if year == PanelYears.last {
        open += paces
      } else {
        spend(Self.disbursedOfFirstYear, of: paces)
        open += carryOver(paces.map(\.row), to: year + 1, &random)
      }
    }
    spendRest(open)
  }

  private static func row(_ line: Line, _ place: Place, year: Int, planned: Int) -> AllocationRow {
    let lead = ProjectList.lead(of: line.project)
    let agency =
      switch line.reach {
      case .communes, .poorCommunes: "UBND\(place.code)"
      case .districts, .poorDistricts: "UBND\(place.code)"
      case .province: lead
      }
    return AllocationRow(
      project: line.project, place: place.code, agency: agency, year: year, source: line.source,
      capital: line.capital, isCarriedOver: false, planned: planned, disbursed: 0)
  }

  private struct Place {
    let code: String
    let weight: Double
  }

  private static func places(_ reach: Reach, _ plan: ProgrammePlan) -> [Place] {
    let base = PublishedTotals.baseYear - PanelYears.first
    let counts = plan.counts.indices.contains(base) ? plan.counts[base] : []
    switch reach {
    case .communes, .poorCommunes:
      return zip(plan.communes, counts).compactMap { programme, counts in
        let commune = programme.commune
        let isWanted =
          programme.hasMoney
          && (reach == .communes || CommuneProgramme.poorDistricts.contains(commune.district.code))
        let weight = Double(counts.poor + counts.nearPoor)
        return isWanted && weight > 0 ? Place(code: commune.unit.code, weight: weight) : nil
      }
    case .districts, .poorDistricts:
      return plan.districts.compactMap { district in
        guard reach == .districts || CommuneProgramme.poorDistricts.contains(district.code) else {
          return nil
        }
        let weight = Double(plan.count(base, in: district.code) { $0.poor + $0.nearPoor })
        return Place(code: district.code, weight: weight)
      }
    case .province: return [Place(code: "49", weight: 1)]
    }
  }

  /// What the local budget and others give where the programme does not reach, and to some places where it does.
  private mutating func addMobilised(_ plan: ProgrammePlan, _ random: inout SeededRandom) {
    for year in PanelYears.first...PanelYears.last {
      for programme in plan.communes {
        guard random.chance(programme.hasMoney ? 0.12 : 0.6) else { continue }
        let isLocal = random.chance(0.35)
        let code = programme.commune.unit.code
        let planned = random.within(4...40) * 5
        rows.append(
          AllocationRow(
            project: "NTP", place: code,
            agency: isLocal ? "UBND\(programme.commune.district.code)" : "MTTQ\(code)",
            year: year, source: isLocal ? "district" : "mobilised", capital: "recurrent",
            isCarriedOver: false,
            planned: planned, disbursed: planned * random.within(60...100) / 100))
      }
    }
  }

  /// What is left of a year stands in the next as carried over, most of it.
  private mutating func carryOver(
    _ from: [Int], to year: Int, _ random: inout SeededRandom
  ) -> [(row: Int, pace: Double)] {
    var open: [(row: Int, pace: Double)] = []
    for index in from {
      let row = rows[index]
      let left = row.planned - row.disbursed
      guard left > 0, random.chance(0.9) else { continue }
      open.append((rows.count, 1.1 * (0.4 + 1.2 * random.fraction())))
      rows.append(
        AllocationRow(
          project: row.project, place: row.place, agency: row.agency, year: year,
          source: row.source,
          capital: row.capital, isCarriedOver: true, planned: left, disbursed: 0))
    }
    return open
  }

  /// Spends a share of the money of some rows, each at its pace and none above its plan.
  private mutating func spend(_ share: Double, of open: [(row: Int, pace: Double)]) {
    let planned = open.reduce(0) { $0 + rows[$1.row].planned }
    let limits = open.map { rows[$0.row].planned }
    let weights = open.map { Double(rows[$0.row].planned) * $0.pace }
    let parts = apportion(
      Int((Double(planned) * share).rounded()), byWeight: weights, limits: limits)
    for (entry, part) in zip(open, parts) { rows[entry.row].disbursed = part }
  }

  /// Spends so much that the published share of all that was planned, carried-over money apart, is disbursed.
  private mutating func spendRest(_ open: [(row: Int, pace: Double)]) {
    let programme = rows.filter { $0.source == "central" || $0.source == "province" }
    let planned = programme.reduce(0) { $0 + ($1.isCarriedOver ? 0 : $1.planned) }
    let spent = programme.reduce(0) { $0 + $1.disbursed }
    let wanted = Double(planned) * Self.disbursedShare - Double(spent)
    let available = open.reduce(0) { $0 + rows[$1.row].planned }
    guard available > 0, wanted > 0 else { return }
    spend(wanted / Double(available), of: open)
  }
}
