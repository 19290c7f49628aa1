import Domain

/// The province's target for one year: fewer poor households, shared out to lowland and mountain districts.
private struct ProvinceTarget {
  let lowland: Int
  let mountain: Int
  let decision: String

  /// Quyết định 467/QĐ-UBND of 2022 and 306/QĐ-UBND of 2023: 3,000 households fewer each year.
  static let byYear = [
    2022: ProvinceTarget(lowland: 221, mountain: 2779, decision: "467/QĐ-UBND"),
    2023: ProvinceTarget(lowland: 260, mountain: 2740, decision: "306/QĐ-UBND"),
  ]
}

/// Writes `targets.csv`: what places were given for the years up to one of them.
///
/// Escapes go down to the communes, in proportion to the poor of the year before; numbers, rates and the share to be
/// disbursed to the districts.
func writeTargets(_ plan: ProgrammePlan, year last: Int, to folder: TargetFolder)
  throws(DemonstrationError)
{
  let file = try folder.file("targets.csv")
  try file.line("place,year,measure,value,decision")
  func row(_ place: String, _ year: Int, _ measure: String, _ value: String)
    throws(DemonstrationError)
  {
    file.cell(place)
    file.cell(year)
    file.cell(measure)
    file.cell(value)
    file.cell(ProvinceTarget.byYear[year]?.decision ?? "")
    try file.endRow()
  }
  for year in PanelYears.first...last {
    let index = year - PanelYears.first
    let before = max(0, index - 1)
    let escapes = escapesByCommune(plan, year: year, poorOf: before)
    for district in [nil] + plan.districts.map(Optional.some) {
      let code = district?.code
      let place = code ?? QuangNam.code
      let target = zip(plan.communes, escapes).reduce(0) { sum, pair in
        code == nil || pair.0.commune.district.code == code ? sum + pair.1 : sum
      }
      let poor = max(0, plan.poor(before, in: code) - target)
      let households = plan.count(before, in: code) { $0.all }
      try row(place, year, "escapes", "\(target)")
      try row(place, year, "poor_households", "\(poor)")
      try row(
        place, year, "near_poor_households", "\(plan.count(before, in: code) { $0.nearPoor })")
      try row(place, year, "poor_rate", fraction(poor, of: households))
      if year > PanelYears.first { try row(place, year, "disbursed_share", "0.95") }
    }
    for (programme, target) in zip(plan.communes, escapes) where target > 0 {
      try row(programme.commune.unit.code, year, "escapes", "\(target)")
    }
  }
  try file.finish()
}

private enum QuangNam { static let code = BuiltinPlaces.quangNam.first?.code ?? "49" }

/// Households to escape in each commune: the demonstration's part of the province's targets, which are of lowland and
/// mountain districts; a year without a decision takes those of the next.
private func escapesByCommune(_ plan: ProgrammePlan, year: Int, poorOf index: Int) -> [Int] {
  guard let target = ProvinceTarget.byYear[year] ?? ProvinceTarget.byYear[year + 1],
    plan.counts.indices.contains(index)
  else { return plan.communes.map { _ in 0 } }
  let poor = plan.counts[index].map { Double($0.poor) }
  let mountain = zip(plan.communes, poor).map { $0.commune.isMountain ? $1 : 0 }
  let lowland = zip(plan.communes, poor).map { $0.commune.isMountain ? 0 : $1 }
  let yearBefore = PanelYears.first + index
  func part(_ number: Int, _ weights: [Double], of all: Int) -> [Int] {
    let sum = weights.reduce(0, +)
    return apportion(Int((Double(number) * min(1, sum / Double(max(1, all)))).rounded()), byWeight: weights)
  }
  let upland = part(
    target.mountain, mountain, of: ReviewPlan.poorOfProvince(year: yearBefore, inMountains: true))
  let low = part(target.lowland, lowland, of: ReviewPlan.poorOfProvince(year: yearBefore, inMountains: false))
  return zip(upland, low).map { $0 + $1 }
}

/// A fraction with four decimals, halves up: `0.0635`.
private func fraction(_ part: Int, of whole: Int) -> String {
  guard whole > 0 else { return "" }
  let tenThousandths = (2 * part * 10_000 + whole) / (2 * whole)
  let digits = "\(tenThousandths % 10_000)"
  let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  return "\(tenThousandths / 10_000)." + padded
}
