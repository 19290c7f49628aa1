// What a household says of itself: what it lives from, why it is poor, what it needs.

extension Livelihood {
  private static let inTheMountains = Weighted<Livelihood>(
    (.agriculture, 62), (.forestry, 19), (.wage, 10), (.trade, 3), (.services, 3), (.other, 2), (.none, 1))
  private static let onTheCoast = Weighted<Livelihood>(
    (.fishery, 34), (.agriculture, 27), (.wage, 23), (.trade, 8), (.services, 6), (.other, 2))
  private static let inTheLowlands = Weighted<Livelihood>(
    (.agriculture, 47), (.wage, 31), (.trade, 11), (.services, 7), (.forestry, 2), (.other, 2))
  private static let inTowns = Weighted<Livelihood>(
    (.wage, 47), (.trade, 21), (.services, 20), (.agriculture, 8), (.other, 4))

  static func shares(in commune: CommuneProfile) -> Weighted<Livelihood> {
    if commune.isUrban { return inTowns }
    if commune.isMountain { return inTheMountains }
    return commune.isCoastal ? onTheCoast : inTheLowlands
  }
}

extension Reason {
  private static let commonest = Weighted<Reason>(
    (.noCapital, 30), (.noKnowledge, 22), (.noLand, 20), (.noSkills, 18), (.noTools, 12), (.illness, 6),
    (.noLabour, 5))

  /// One to three, in the official order; no labour and illness where the members show it.
  static func drawn(isIll: Bool, hasLabour: Bool, _ random: inout SeededRandom) -> [Reason] {
    var chosen: Set<Reason> = []
    if !hasLabour { chosen.insert(.noLabour) }
    if isIll { chosen.insert(.illness) }
    if random.chance(0.02), chosen.isEmpty { return [.other] }
    for _ in 1...random.within(1...3) where chosen.count < 3 { chosen.insert(commonest.draw(&random)) }
    return allCases.filter(chosen.contains)
  }
}

extension Need {
  /// What answers the lacks, and most often a way to earn; in the order of the model.
  static func drawn(for lacks: IndicatorSet, _ random: inout SeededRandom) -> [Need] {
    var chosen: Set<Need> = []
    if lacks[.healthInsurance] || lacks[.nutrition], random.chance(0.5) { chosen.insert(.health) }
    if lacks[.adultEducation] || lacks[.schoolAttendance], random.chance(0.4) { chosen.insert(.education) }
    if lacks[.housingQuality] || lacks[.housingArea], random.chance(0.7) { chosen.insert(.housing) }
    if random.chance(0.55) { chosen.insert(.production) }
    if random.chance(0.35) { chosen.insert(.credit) }
    if chosen.isEmpty { chosen.insert(random.chance(0.8) ? .production : .other) }
    return allCases.filter(chosen.contains)
  }
}
