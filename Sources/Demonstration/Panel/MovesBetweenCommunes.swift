import Domain

/// Households that moved from one commune to another and kept their key: two of one class change places, so that
/// the totals of both communes stay.
struct MovesBetweenCommunes {
  /// Of a commune's households, in each year.
  private static let share = 0.004

  static func draw(_ panels: inout [CommunePanel], seed: UInt64) {
    guard panels.count > 1 else { return }
    for (first, second) in zip(panels.indices, panels.indices.dropFirst()) {
      let stream = ~CommuneProfile.stream(of: panels[first].commune.unit.code) &+ 7
      var random = SeededRandom(seed: seed, stream: stream)
      for index in 1..<PanelYears.count {
        for isListed in [true, false] {
          var mine = candidates(panels[first], index, isListed: isListed)
          var theirs = candidates(panels[second], index, isListed: isListed)
          let wish = Self.share * Double(mine.count) * (isListed ? 3 : 1)
          let count = Int(wish) + (random.chance(wish - Double(Int(wish))) ? 1 : 0)
          random.shuffle(&mine)
          random.shuffle(&theirs)
          for (one, other) in zip(mine, theirs).prefix(count) {
            exchange(&panels, first, one, second, other, before: index)
          }
        }
      }
    }
  }

  private static func exchange(
    _ panels: inout [CommunePanel], _ first: Int, _ one: Int, _ second: Int, _ other: Int,
    before index: Int
  ) {
    var neighbour = panels[second]
    panels[first].exchangePlaces(of: one, with: &neighbour, other, before: index)
    panels[second] = neighbour
  }

  /// Households that stayed in their class from the year before, have not moved, and of whom nothing is recorded.
  private static func candidates(_ panel: CommunePanel, _ index: Int, isListed: Bool) -> [Int] {
    panel.histories.indices.filter { position in
      let history = panel.histories[position]
      guard let now = history.states[index]?.record, now.change == nil,
        let before = history.recorded(index - 1)
      else { return false }
      return now.householdClass == (isListed ? .poor : .other) && before == now.householdClass
        && history.villages.allSatisfy { $0 == history.villages[0] }
    }
  }
}
