/// Draws the house of a household so that it shows what the household was drawn to lack, and nothing else.
extension Dwelling {
  private static let mountainWater = Weighted<WaterSource>(
    (.protectedSpring, 52), (.piped, 33), (.protectedWell, 8), (.drilledWell, 4), (.rain, 3))
  private static let lowlandWater = Weighted<WaterSource>(
    (.piped, 48), (.drilledWell, 34), (.protectedWell, 17), (.rain, 0.5), (.bottled, 0.5))
  private static let urbanWater = Weighted<WaterSource>(
    (.piped, 88), (.drilledWell, 9), (.protectedWell, 2), (.bottled, 1))
  private static let mountainToilets = Weighted<ToiletType>(
    (.septic, 30), (.pourFlush, 26), (.slabPit, 28), (.compost, 12), (.vip, 4))
  private static let lowlandToilets = Weighted<ToiletType>(
    (.septic, 78), (.pourFlush, 13), (.slabPit, 5), (.compost, 3), (.vip, 1))
  private static let deviceShares: [(Device, ofListed: Double, ofOthers: Double)] = [
    (.tv, 0.55, 0.9), (.radio, 0.06, 0.08), (.desktop, 0.01, 0.12), (.telephone, 0.5, 0.35),
    (.laptop, 0.02, 0.2), (.tablet, 0.01, 0.08), (.smartphone, 0.55, 0.9),
  ]

  init(
    size: Int, isListed: Bool, in commune: CommuneProfile, lacks: IndicatorSet,
    _ random: inout SeededRandom
  ) {
    drawFloorArea(size: size, isListed: isListed, isSmall: lacks[.housingArea], &random)
    drawStructures(isListed: isListed, isWeak: lacks[.housingQuality], &random)
    let waters =
      commune.isUrban ? Self.urbanWater : commune.isMountain ? Self.mountainWater : Self.lowlandWater
    water = lacks[.water] ? (random.chance(0.55) ? .unprotected : .surface) : waters.draw(&random)
    let toilets = commune.isMountain && !commune.isUrban ? Self.mountainToilets : Self.lowlandToilets
    toilet = lacks[.toilet] ? (random.chance(0.6) ? .openPit : .none) : toilets.draw(&random)
    wasteTreated = random.chance(commune.isUrban ? 0.96 : commune.isMountain ? 0.35 : 0.82)
    healthAccess = random.chance(isListed && commune.isMountain ? 0.86 : 0.97)
    if !lacks[.infoAssets] {
      devices = Self.deviceShares.filter { random.chance(isListed ? $0.ofListed : $0.ofOthers) }.map(\.0)
      if devices.isEmpty { devices = [.smartphone] }
    }
  }

  /// Draws whole square metres.
  ///
  /// A small house has less than enough a person, any other at least enough.
  private mutating func drawFloorArea(
    size: Int, isListed: Bool, isSmall: Bool, _ random: inout SeededRandom
  ) {
    let enough = CalibrationAssumptions.enoughFloorArea * size
    if isSmall {
      floorArea = random.within(max(6, enough / 2)...max(6, enough - 1))
    } else {
      let spread = random.fraction() * random.fraction()
      floorArea = max(enough, (isListed ? 20 : 45)) + Int(spread * Double(isListed ? 45 : 130))
    }
  }

  private mutating func drawStructures(isListed: Bool, isWeak: Bool, _ random: inout SeededRandom) {
    let one = random.within(0...2)
    if isWeak {
      let keeps = random.chance(0.7)
      roofDurable = keeps && one == 0
      wallsDurable = keeps && one == 1
      frameDurable = keeps && one == 2
    } else if random.chance(isListed ? 0.25 : 0.05) {
      roofDurable = one != 0
      wallsDurable = one != 1
      frameDurable = one != 2
    }
  }
}
