import Domain

/// One household through the years, under one key.
struct HouseholdHistory {
  let code: String
  /// By year from the first; nil in the years in which it was not there.
  var states: [Household?]
  /// By year, where it lived.
  var villages: [PlaceUnit]

  /// The class recorded in a year, nil where the household was not there.
  func recorded(_ index: Int) -> HouseholdClass? {
    states.indices.contains(index) ? states[index]?.record.householdClass : nil
  }
}

/// The years of which totals were published: all are drawn, whichever are written, so that a household is the same
/// in each of them.
enum PanelYears {
  static let first = 2021
  static let last = 2023
  static let count = last - first + 1
}

/// Running numbers of identity documents: those of the last year, and apart from them those of the gone.
struct Identities {
  private var present = 0
  private var gone = 500_000_000

  mutating func ofPresent() -> Int {
    present += 1
    return present
  }

  mutating func ofGone() -> Int {
    gone += 1
    return gone
  }
}

/// The households of a commune through the years.
///
/// The last year is drawn first; each year before it is made from the one after, so that its totals hold, the
/// classes of both fit what the later review recorded, and most people stay who they are.
struct CommunePanel {
  let commune: CommuneProfile
  private(set) var histories: [HouseholdHistory] = []

  /// Households that left the list of the poor during the year, for each that is on it at the end: gross exits
  /// were about a fifth of the opening stock.
  private static let escapedShareOfPoor = 0.2

  /// - Parameter counts: by year from the first.
  init(
    _ commune: CommuneProfile, counts: [ReviewPlan.Counts], seed: UInt64,
    _ identities: inout Identities
  ) {
    self.commune = commune
    guard let last = counts.last else { return }
    drawLastYear(last, seed: seed, &identities)
    for index in counts.indices.dropLast().reversed() {
      var random = SeededRandom(
        seed: seed, stream: Self.stream(commune, year: PanelYears.first + index))
      addYearBefore(index, counts[index], &identities, &random)
    }
  }

  static func stream(_ commune: CommuneProfile, year: Int) -> UInt64 {
    CommuneProfile.stream(of: commune.unit.code) &+ UInt64(year) &* 10_000_000
  }

  /// Lets two households that were in the same class change places in the years before an index: each moved to
  /// where the other had been, and kept its key.
  mutating func exchangePlaces(
    of mine: Int, with other: inout CommunePanel, _ theirs: Int, before index: Int
  ) {
    let village = histories[mine].villages[index]
    let otherVillage = other.histories[theirs].villages[index]
    for year in 0..<index {
      histories[mine].villages[year] = otherVillage
      other.histories[theirs].villages[year] = village
    }
    guard index < PanelYears.count - 1 else { return }
    histories[mine].states[index]?.record.change = .movedIn
    other.histories[theirs].states[index]?.record.change = .movedIn
  }

  private mutating func drawLastYear(
    _ counts: ReviewPlan.Counts, seed: UInt64, _ identities: inout Identities
  ) {
    var random = SeededRandom(seed: seed, stream: Self.stream(commune, year: PanelYears.last))
    let villages = Self.villages(counts.all, in: commune)
    let classes = Self.shuffledClasses(counts, in: commune, &random)
    let share = min(
      0.5, Self.escapedShareOfPoor * Double(counts.poor) / Double(max(1, counts.others)))
    for (position, recorded) in classes.enumerated() {
      var household = Household(
        recordedAs: recorded, in: commune, escapedShare: share, year: PanelYears.last, &random)
      for index in household.members.indices {
        household.members[index].number = index + 1
        household.members[index].identity = identities.ofPresent()
      }
      var states = [Household?](repeating: nil, count: PanelYears.count)
      states[PanelYears.count - 1] = household
      histories.append(
        HouseholdHistory(
          code: code(position + 1), states: states,
          villages: Array(repeating: villages[position], count: PanelYears.count)))
    }
  }

  private mutating func addYearBefore(
    _ index: Int, _ counts: ReviewPlan.Counts, _ identities: inout Identities,
    _ random: inout SeededRandom
  ) {
    let present = histories.indices.filter { histories[$0].states[index + 1] != nil }
    let records = present.compactMap { histories[$0].states[index + 1]?.record }
    // Who comes back two years on was listed before it left.
    let returned = present.map { position in
      index + 2 < PanelYears.count
        && histories[position].states[index + 2]?.record.change == .returned
        && histories[position].recorded(index + 1)?.isListed == false
    }
    let before = ClassesBefore(of: records, counts: counts, wasListed: returned, &random)
    let year = PanelYears.first + index
    for (position, group) in zip(present, before.groups) {
      guard let later = histories[position].states[index + 1] else { continue }
      if let group {
        let recorded = householdClass(group, later: later.record.householdClass, &random)
        histories[position].states[index] = Household(
          before: later, recordedAs: recorded, in: commune, year: year,
          newIdentity: { identities.ofGone() }, &random)
      }
      recordChange(of: position, in: index + 1, &random)
    }
    for group in before.gone {
      addGone(group, last: index, &identities, &random)
    }
  }

  /// A household whose last year was the one at an index.
  private mutating func addGone(
    _ group: ClassesBefore.Group, last index: Int, _ identities: inout Identities,
    _ random: inout SeededRandom
  ) {
    let recorded = householdClass(group, later: nil, &random)
    let year = PanelYears.first + index
    var household = Household(
      recordedAs: recorded, in: commune, escapedShare: 0, year: year, &random)
    household.record.change = nil
    for member in household.members.indices {
      household.members[member].number = member + 1
      household.members[member].identity = identities.ofGone()
    }
    var states = [Household?](repeating: nil, count: PanelYears.count)
    states[index] = household
    let village = random.pick(commune.villages.map(\.unit), else: commune.unit)
    histories.append(
      HouseholdHistory(
        code: code(histories.count + 1), states: states,
        villages: Array(repeating: village, count: PanelYears.count)))
  }

  /// What the review of a year says of how a household came there; the last year has its own words already.
  private mutating func recordChange(of position: Int, in index: Int, _ random: inout SeededRandom) {
    guard index < PanelYears.count - 1, let now = histories[position].recorded(index) else {
      return
    }
    let draw = random.fraction()
    let change: Change? =
      switch (histories[position].recorded(index - 1), now.isListed) {
      case (nil, _): draw < 0.5 ? .split : draw < 0.85 ? .movedIn : nil
      case (let before?, true) where !before.isListed:
        draw < 0.8 ? .new : draw < 0.86 ? .returned : nil
      case (let before?, false) where before.isListed: draw < 0.96 ? .escaped : nil
      default: nil
      }
    histories[position].states[index]?.record.change = change
  }

  private func householdClass(
    _ group: ClassesBefore.Group, later: HouseholdClass?, _ random: inout SeededRandom
  ) -> HouseholdClass {
    switch group {
    case .poor: return .poor
    case .nearPoor: return .nearPoor
    case .neither:
      if let later, !later.isListed, random.chance(0.88) { return later }
      let share = CalibrationAssumptions.averageShare(
        urban: commune.isUrban, mountain: commune.isMountain)
      return random.chance(later?.isListed == true ? 0.8 : share) ? .average : .other
    }
  }

  private func code(_ serial: Int) -> String {
    let digits = "\(serial)"
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return "49-\(commune.district.code)-\(commune.unit.code)-" + padded
  }

  /// The village of each household of a commune, in the order of the villages.
  private static func villages(_ count: Int, in commune: CommuneProfile) -> [PlaceUnit] {
    zip(commune.villages, apportion(count, byWeight: commune.villages.map(\.weight)))
      .flatMap { Array(repeating: $0.unit, count: $1) }
  }

  /// The recorded classes of a commune's households, in the order in which they are written.
  private static func shuffledClasses(
    _ counts: ReviewPlan.Counts, in commune: CommuneProfile, _ random: inout SeededRandom
  ) -> [HouseholdClass] {
    let average = CalibrationAssumptions.averageShare(
      urban: commune.isUrban, mountain: commune.isMountain)
    var classes = [HouseholdClass](repeating: .poor, count: counts.poor)
    classes += [HouseholdClass](repeating: .nearPoor, count: counts.nearPoor)
    for _ in 0..<counts.others { classes.append(random.chance(average) ? .average : .other) }
    random.shuffle(&classes)
    return classes
  }
}
