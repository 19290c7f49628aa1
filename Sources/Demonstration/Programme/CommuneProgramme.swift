import Domain

/// What the programme does in one commune, beyond its households: whether money reaches it, its models, and who
/// stands by it.
struct CommuneProgramme {
  let commune: CommuneProfile
  /// Whether central or provincial money of the programme is allocated here.
  let hasMoney: Bool
  private(set) var models: [ModelRecord] = []
  /// The codes of the units twinned with it.
  let twins: [String]

  private static let kinds = [
    ("Trồng quế xen sắn", "trồng trọt"), ("Nuôi bò sinh sản", "chăn nuôi"),
    ("Nuôi heo đen", "chăn nuôi"),
    ("Trồng dược liệu dưới tán rừng", "trồng trọt"), ("Nuôi vịt xiêm", "chăn nuôi"),
    ("Trồng cây ăn quả", "trồng trọt"), ("Dệt thổ cẩm", "nghề truyền thống"),
    ("Tổ hợp tác sửa nhà", "dịch vụ"),
  ]

  /// - Parameter earlier: the models of the communes before, which this one may have copied.
  init(_ commune: CommuneProfile, seed: UInt64, earlier: [ModelRecord]) {
    var random = SeededRandom(
      seed: seed, stream: ~CommuneProfile.stream(of: commune.unit.code) &+ 11)
    self.commune = commune
    let isPoor = Self.poorDistricts.contains(commune.district.code)
    hasMoney = random.chance(
      isPoor ? 0.92 : commune.isMountain ? 0.7 : commune.isUrban ? 0.2 : 0.45)
    let isTwinned = random.chance(isPoor ? 0.85 : hasMoney ? 0.05 : 0.55)
    let first = random.pick(Agency.twins, else: "")
    let second = random.pick(Agency.twins, else: "")
    twins = isTwinned ? (first == second || random.chance(0.7) ? [first] : [first, second]) : []
    for year in PanelYears.first...PanelYears.last {
      let odds =
        (isPoor ? 0.36 : commune.isMountain ? 0.25 : 0.1) * (year == PanelYears.first ? 0.4 : 1)
      guard hasMoney, random.chance(odds) else { continue }
      models.append(model(year, known: earlier + models, &random))
    }
  }

  static let poorDistricts = Set(
    DistrictProfile.all.filter { ["504", "505", "510", "511", "515", "516"].contains($0.code) }.map(
      \.code))

  private func model(_ year: Int, known: [ModelRecord], _ random: inout SeededRandom) -> ModelRecord {
    let (name, kind) = random.pick(Self.kinds, else: ("Nuôi bò sinh sản", "chăn nuôi"))
    let started = CivilDate(year: year, month: 2, day: 1).adding(random.within(0...150))
    let original = known.last {
      $0.name == name && $0.started < started.adding(-180) && $0.isSuccess
    }
    let agency = random.chance(0.5) ? "HND" : random.chance(0.5) ? "HPN" : "PLDTBXH"
    return ModelRecord(
      code: "MH\(known.count + 1)", name: "\(name) \(commune.unit.name)", kind: kind,
      project: year == PanelYears.first ? nil : "DA2", place: commune.unit.code,
      agency: agency + commune.district.code, started: started,
      ended: started.adding(random.within(330...720)), budget: random.within(15...60) * 10,
      isSuccess: random.chance(0.8), replicatedFrom: original?.code)
  }
}
