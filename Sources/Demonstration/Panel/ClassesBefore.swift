/// Who was in which class a year before, so that the totals of both years hold.
///
/// Each household has a class that fits what the later review recorded of it (who is said to have escaped was on a
/// list, who is new was not) and, for every other class, a price. Households then change to the class that is
/// short at the lowest price, until the totals hold.
struct ClassesBefore {
  /// The classes that totals exist for: poor, near-poor, and neither.
  enum Group: Int, CaseIterable { case poor, nearPoor, neither }

  /// By later household; nil where it was not there.
  private(set) var groups: [Group?] = []
  /// Those of the year before that are gone.
  private(set) var gone: [Group] = []

  private var prices: [[Double]] = []
  /// What it costs that one of the gone was of another class than drawn.
  private static let priceOfGone = 1.7

  /// Households of neither list that came into being without a word in the record, of all; where no record of
  /// newcomers exists yet, all of them.
  private static func newcomers(recorded: Bool) -> Double { recorded ? 0.004 : 0.012 }

  init(
    of later: [ReviewRecord], counts: ReviewPlan.Counts, wasListed: [Bool],
    _ random: inout SeededRandom
  ) {
    let listed = Double(counts.poor + counts.nearPoor)
    let escapeOdds = 0.13 * listed / Double(max(1, counts.others))
    let isRecorded = later.contains { $0.change == .escaped }
    for (record, mustBeListed) in zip(later, wasListed) {
      let isNew = record.change == .split || record.change == .movedIn
      let isUnrecorded =
        record.change == nil && !record.householdClass.isListed
        && random.chance(Self.newcomers(recorded: isRecorded))
      let escape = isRecorded ? 0 : escapeOdds
      prices.append(
        Self.prices(of: record, escapeOdds: escape, mustBeListed: mustBeListed, &random))
      groups.append(isNew || isUnrecorded ? nil : .neither)
    }
    makeRoom(counts.all)
    for index in groups.indices where groups[index] != nil { groups[index] = cheapest(index) }
    let present = groups.count { $0 != nil }
    for _ in present..<max(present, counts.all) {
      let draw = random.fraction()
      let share = min(0.45, 1.5 * listed / Double(max(1, counts.all)))
      gone.append(draw < share * 0.8 ? .poor : draw < share ? .nearPoor : .neither)
    }
    balance(counts)
  }

  /// No more households can have been there than there were.
  private mutating func makeRoom(_ count: Int) {
    var surplus = groups.count { $0 != nil } - count
    // Those of neither list first: a newcomer among the poor would be one that nobody recorded.
    for index in groups.indices.reversed() where surplus > 0 && groups[index] != nil {
      guard cheapest(index) == .neither else { continue }
      groups[index] = nil
      surplus -= 1
    }
    for index in groups.indices.reversed() where surplus > 0 && groups[index] != nil {
      groups[index] = nil
      surplus -= 1
    }
  }

  private func cheapest(_ index: Int) -> Group {
    Group.allCases.min { prices[index][$0.rawValue] < prices[index][$1.rawValue] } ?? .neither
  }

  /// The price of having been poor, near-poor, or neither.
  private static func prices(
    of record: ReviewRecord, escapeOdds: Double, mustBeListed: Bool, _ random: inout SeededRandom
  ) -> [Double] {
    let draw = random.fraction()
    if mustBeListed { return [0, 1, 6] }
    switch (record.householdClass, record.change) {
    case (_, .new), (_, .returned): return [9, 9, 0]
    case (_, .escaped): return draw < 0.75 ? [0, 1, 8] : [1, 0, 8]
    case (.poor, _): return draw < 0.95 ? [0, 3, 1.8] : draw < 0.98 ? [1, 0, 3] : [1, 2, 0]
    case (.nearPoor, _): return draw < 0.36 ? [0, 1, 3] : draw < 0.97 ? [1, 0, 3] : [2, 1, 0]
    case (.average, _), (.other, _):
      return draw < escapeOdds * 0.75 ? [0, 1, 1.9] : draw < escapeOdds ? [1, 0, 1.9] : [5, 5.5, 0]
    }
  }

  private mutating func balance(_ counts: ReviewPlan.Counts) {
    let wanted = [counts.poor, counts.nearPoor, counts.others]
    var found = [0, 0, 0]
    for group in groups + gone.map(Optional.some) { if let group { found[group.rawValue] += 1 } }
    while let short = Group.allCases.first(where: { found[$0.rawValue] < wanted[$0.rawValue] }),
      let move = cheapestMove(to: short, from: { found[$0.rawValue] > wanted[$0.rawValue] })
    {
      found[move.from.rawValue] -= 1
      found[short.rawValue] += 1
      if move.index < groups.count {
        groups[move.index] = short
      } else {
        gone[move.index - groups.count] = short
      }
    }
  }

  /// The household that changes class at the lowest price; the gone come after the others.
  private func cheapestMove(to short: Group, from isOver: (Group) -> Bool) -> (
    index: Int, from: Group
  )? {
    var best: (index: Int, from: Group, price: Double)?
    for (index, group) in groups.enumerated() {
      guard let group, isOver(group) else { continue }
      let price = prices[index][short.rawValue] - prices[index][group.rawValue]
      if price < best?.price ?? .infinity { best = (index, group, price) }
    }
    for (index, group) in gone.enumerated() where isOver(group) {
      if Self.priceOfGone < best?.price ?? .infinity {
        best = (groups.count + index, group, Self.priceOfGone)
      }
    }
    return best.map { ($0.index, $0.from) }
  }
}
