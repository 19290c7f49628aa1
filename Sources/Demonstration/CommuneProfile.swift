import Domain

/// What the generator assumes of one commune: its weight in the district, and how it differs from it.
///
/// The differences are drawn from the code of the commune alone, so that a commune is the same place whatever the
/// seed, the year and the size of the demonstration.
struct CommuneProfile {
  let unit: PlaceUnit
  let district: DistrictProfile
  let isUrban: Bool
  let isMountain: Bool
  let isCoastal: Bool
  /// Share of the district's households, relative to its other communes.
  let householdWeight: Double
  /// How often a household here is listed, against the rest of the district.
  let listedFactor: Double
  /// Odds of each indicator here against the assumed rate, in the order of `Indicator`.
  let lackFactors: [Double]
  /// Households of a minority here, of all.
  let peoples: Weighted<Ethnicity>
  /// The same among the listed, which are more often of a minority, and among the rest.
  let peoplesOfListed: Weighted<Ethnicity>
  let peoplesOfOthers: Weighted<Ethnicity>
  let villages: [Village]

  struct Village {
    let unit: PlaceUnit
    let weight: Double
  }

  /// Rates swing from near none to near all between communes, as the published tables show.
  private static let swings: [Double] = [0.12, 0.3, 0.5, 0.75, 1, 1, 1.3, 1.9, 3, 7]

  init(_ unit: PlaceUnit, in district: DistrictProfile) {
    var random = SeededRandom(seed: 0, stream: CommuneProfile.stream(of: unit.code))
    self.unit = unit
    self.district = district
    isUrban = unit.area == "urban"
    isMountain = unit.mountain ?? false
    isCoastal = district.isCoastal && !isUrban && random.chance(0.5)
    householdWeight = (isUrban ? 1.25 : 0.85) * (0.65 + 0.9 * random.fraction())
    listedFactor = 0.45 + 1.2 * random.fraction()
    lackFactors = Indicator.allCases.map { _ in random.pick(Self.swings, else: 1) }
    let minorityOdds = (isUrban ? 0.35 : 1) * (0.5 + 1.3 * random.fraction() * listedFactor)
    peoples = Self.peoples(of: district, oddsFactor: minorityOdds)
    peoplesOfListed = Self.peoples(of: district, oddsFactor: minorityOdds * 2.4)
    peoplesOfOthers = Self.peoples(of: district, oddsFactor: minorityOdds * 0.8)
    villages = Self.villages(of: unit, isUrban: isUrban, &random)
  }

  /// Codes are numbers; one that is not takes its bytes.
  static func stream(of code: String) -> UInt64 {
    UInt64(code) ?? code.utf8.reduce(0) { $0 &* 257 &+ UInt64($1) }
  }

  private static func peoples(of district: DistrictProfile, oddsFactor: Double) -> Weighted<Ethnicity> {
    let minority = district.peoples.reduce(0) { $0 + $1.1 }
    return Weighted(
      (.kinh, max(0, 1000 - minority)), others: district.peoples.map { ($0.0, $0.1 * oddsFactor) })
  }

  private static func villages(
    of commune: PlaceUnit, isUrban: Bool, _ random: inout SeededRandom
  ) -> [Village] {
    (1...random.within(isUrban ? 4...8 : 3...7)).map { number in
      let unit = PlaceUnit(
        code: commune.code + (number < 10 ? "0" : "") + "\(number)",
        name: (isUrban ? "Tổ dân phố " : "Thôn ") + "\(number)", level: "village", parent: commune.code,
        kind: isUrban ? "to_dan_pho" : "thon", area: commune.area, mountain: commune.mountain)
      return Village(unit: unit, weight: 0.5 + random.fraction())
    }
  }
}
