import Domain

/// How many households of each class each commune has at the end of a year.
///
/// The published totals of the province hold at full size with all districts; at other sizes the classes keep
/// their proportion, first in the whole, then by district, then by commune.
struct ReviewPlan {
  /// Households by recorded class; `others` are those on neither list.
  struct Counts {
    var poor = 0
    var nearPoor = 0
    var others = 0

    var all: Int { poor + nearPoor + others }
  }

  let year: Int
  /// In the official order of places, only those of the districts written.
  let communes: [(profile: CommuneProfile, counts: Counts)]

  init(year: Int, of households: Int, in districts: [DistrictProfile]) throws(DemonstrationError) {
    guard let totals = PublishedTotals.byYear[year],
      let base = PublishedTotals.byYear[PublishedTotals.baseYear]
    else { throw DemonstrationError.unknownYear(year) }
    self.year = year
    let province = Self.provinceInFull(year: year, totals)
    let codes = Set(districts.map(\.code))
    let full = province.filter { codes.contains($0.profile.district.code) }
    let wanted = max(
      1, Int((Double(households) * Double(totals.households) / Double(base.households)).rounded()))

    let classes = apportion(
      wanted,
      byWeight: [\Counts.poor, \.nearPoor, \.others].map { count in
        full.reduce(0) { $0 + Double($1.counts[keyPath: count]) }
      })
    let poor = Self.sharedByDistrict(classes[0], over: full, by: \.poor)
    let nearPoor = Self.sharedByDistrict(classes[1], over: full, by: \.nearPoor)
    let others = Self.sharedByDistrict(classes[2], over: full, by: \.others)
    communes = full.indices.map { index in
      (full[index].profile, Counts(poor: poor[index], nearPoor: nearPoor[index], others: others[index]))
    }
  }

  /// Poor households of the whole province at the end of a year, in the mountains or outside them.
  static func poorOfProvince(year: Int, inMountains: Bool) -> Int {
    guard let totals = PublishedTotals.byYear[year] else { return 0 }
    return provinceInFull(year: year, totals)
      .reduce(0) { $0 + ($1.profile.isMountain == inMountains ? $1.counts.poor : 0) }
  }

  /// Shares a class over districts, and within each over its communes, by the counts of the full province.
  private static func sharedByDistrict(
    _ total: Int, over full: [(profile: CommuneProfile, counts: Counts)], by count: KeyPath<Counts, Int>
  ) -> [Int] {
    let members = communesByDistrict(full.map(\.profile))
    let weights = full.map { Double($0.counts[keyPath: count]) }
    let byDistrict = apportion(
      total, byWeight: members.map { indices in indices.reduce(0) { $0 + weights[$1] } })
    var shares = [Int](repeating: 0, count: full.count)
    for (indices, share) in zip(members, byDistrict) {
      let parts = apportion(share, byWeight: indices.map { weights[$0] })
      for (index, part) in zip(indices, parts) { shares[index] = part }
    }
    return shares
  }

  /// Positions of the communes of each district, in order.
  private static func communesByDistrict(_ communes: [CommuneProfile]) -> [[Int]] {
    var groups: [[Int]] = []
    for (index, commune) in communes.enumerated() {
      if let last = groups.last?.last, communes[last].district.code == commune.district.code {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }
}

extension ReviewPlan {
  /// At most so many households of a commune are listed.
  private static let largestListedShare = 0.92

  /// Every commune of the province at full size.
  ///
  /// The totals of the year hold exactly, and so do the districts' published values in the year they were
  /// published for.
  private static func provinceInFull(
    year: Int, _ totals: PublishedTotals
  ) -> [(profile: CommuneProfile, counts: Counts)] {
    let districts = DistrictProfile.all
    let communes = districts.map { district in
      BuiltinPlaces.quangNam.filter { $0.parent == district.code && $0.level == "commune" }
        .map { CommuneProfile($0, in: district) }
    }
    let households = zip(
      communes, apportion(totals.households, byWeight: districts.map { Double($0.households) })
    ).map { apportion($1, byWeight: $0.map(\.householdWeight)) }
    let listed = listedByArea(totals, communes: communes, households: households)

    var result: [(profile: CommuneProfile, counts: Counts)] = []
    for (position, members) in communes.enumerated() {
      var counts = households[position].map { Counts(others: $0) }
      for isUrban in [true, false] {
        let indices = members.indices.filter { members[$0].isUrban == isUrban }
        let both = isUrban ? listed.urban[position] : listed.rural[position]
        let limits = indices.map { Int(Double(households[position][$0]) * largestListedShare) }
        let weights = indices.map { Double(households[position][$0]) * members[$0].listedFactor }
        let shares = apportion(both.poor + both.nearPoor, byWeight: weights, limits: limits)
        let near = apportion(both.nearPoor, byWeight: shares.map(Double.init), limits: shares)
        for (order, index) in indices.enumerated() {
          counts[index].nearPoor = near[order]
          counts[index].poor = shares[order] - near[order]
          counts[index].others -= shares[order]
        }
      }
      result += zip(members, counts).map { (profile: $0, counts: $1) }
    }
    return result
  }

  /// Listed households of each district, urban and rural apart: first both classes together, then the urban
  /// part, then the near-poor of each part; what is left is poor.
  private static func listedByArea(
    _ totals: PublishedTotals, communes: [[CommuneProfile]], households: [[Int]]
  ) -> (urban: [Counts], rural: [Counts]) {
    let districts = DistrictProfile.all
    let listed = apportion(totals.listed, byWeight: districts.map { Double($0.listed) })
    let urbanWeights = districts.indices.map { position in
      let urban = zip(communes[position], households[position]).reduce(0) { $0 + ($1.0.isUrban ? $1.1 : 0) }
      let all = max(1, households[position].reduce(0, +))
      return Double(listed[position]) * Double(urban) / Double(all) * districts[position].urbanFactor
    }
    let urban = apportion(totals.urbanPoor + totals.urbanNearPoor, byWeight: urbanWeights, limits: listed)
    let rural = zip(listed, urban).map { $0 - $1 }
    func split(_ part: [Int], near total: Int) -> [Counts] {
      let weights = zip(part, districts).map { Double($0) * $1.nearPoorShare }
      let near = apportion(total, byWeight: weights, limits: part)
      return zip(part, near).map { Counts(poor: $0 - $1, nearPoor: $1) }
    }
    return (
      split(urban, near: totals.urbanNearPoor),
      split(rural, near: totals.nearPoor - totals.urbanNearPoor)
    )
  }
}
