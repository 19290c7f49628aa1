/// What the generator assumes of one district.
///
/// `listed` is published for seven districts (end of 2022: Bắc Trà My, Nam Trà My, Đông Giang, Nam Giang, Tây
/// Giang, Phước Sơn, Thăng Bình). Everything else is an assumption of the generator: the eleven other values of
/// `listed`, which add up to the published remainder of 15,506, the numbers of households, made from the census
/// of 2019 from memory, and the shares of the peoples, from where they are known to live.
struct DistrictProfile {
  let code: String
  /// Households at the end of 2022, a weight: the province's published total is shared out by it.
  let households: Int
  /// Poor and near-poor households together at the end of 2022.
  let listed: Int
  /// Near-poor among them: about one in six in the mountains, about half in the lowlands.
  let nearPoorShare: Double
  /// How often a listed household lives in a ward or township, against one in a rural commune.
  let urbanFactor: Double
  /// Households by people, in thousandths; the rest are Kinh.
  let peoples: [(Ethnicity, Double)]
  /// Lies on the sea.
  let isCoastal: Bool

  private init(
    _ code: String, households: Int, listed: Int, near: Double, urban: Double = 1, coastal: Bool = false,
    peoples: [(Ethnicity, Double)]
  ) {
    self.code = code
    self.households = households
    self.listed = listed
    nearPoorShare = near
    urbanFactor = urban
    self.peoples = peoples
    isCoastal = coastal
  }

  private static let lowlandPeoples: [(Ethnicity, Double)] = [(.muong, 1), (.tay, 1), (.nung, 1), (.thai, 1)]

  static let all: [DistrictProfile] = [
    DistrictProfile(
      "502", households: 35_500, listed: 650, near: 0.46, coastal: true,
      peoples: lowlandPeoples + [(.coTu, 2), (.hoa, 2)]),
    DistrictProfile(
      "503", households: 27_500, listed: 300, near: 0.5, coastal: true,
      peoples: lowlandPeoples + [(.hoa, 12)]),
    DistrictProfile("504", households: 5_400, listed: 3_205, near: 0.13, peoples: [(.coTu, 940)]),
    DistrictProfile(
      "505", households: 7_200, listed: 3_394, near: 0.16, urban: 0.5, peoples: [(.coTu, 740)]),
    DistrictProfile(
      "506", households: 43_500, listed: 1_756, near: 0.48, urban: 0.7, peoples: lowlandPeoples + [(.coTu, 6)]
    ),
    DistrictProfile(
      "507", households: 64_500, listed: 1_500, near: 0.5, urban: 0.8, coastal: true, peoples: lowlandPeoples),
    DistrictProfile(
      "508", households: 36_500, listed: 1_450, near: 0.48, urban: 0.7, coastal: true,
      peoples: lowlandPeoples + [(.coTu, 3)]),
    DistrictProfile(
      "509", households: 27_000, listed: 1_250, near: 0.48, urban: 0.7, peoples: lowlandPeoples),
    DistrictProfile(
      "510", households: 7_100, listed: 3_207, near: 0.15, urban: 0.5,
      peoples: [(.coTu, 560), (.gieTrieng, 250), (.muong, 4), (.tay, 4)]),
    DistrictProfile(
      "511", households: 6_700, listed: 2_412, near: 0.17, urban: 0.4,
      peoples: [(.gieTrieng, 610), (.xoDang, 30), (.coTu, 10), (.tay, 10), (.nung, 10)]),
    DistrictProfile(
      "512", households: 11_800, listed: 1_750, near: 0.3, urban: 0.5,
      peoples: [(.mnong, 50), (.xoDang, 40), (.coTu, 4)]),
    DistrictProfile(
      "513", households: 53_500, listed: 1_397, near: 0.48, urban: 0.7, coastal: true, peoples: lowlandPeoples
    ),
    DistrictProfile(
      "514", households: 20_600, listed: 2_900, near: 0.3, urban: 0.5, peoples: [(.co, 14), (.xoDang, 12)]),
    DistrictProfile(
      "515", households: 10_400, listed: 5_089, near: 0.15, urban: 0.4,
      peoples: [(.xoDang, 420), (.co, 85), (.mnong, 40), (.muong, 10), (.tay, 8)]),
    DistrictProfile(
      "516", households: 8_000, listed: 3_609, near: 0.15, peoples: [(.xoDang, 930), (.co, 18)]),
    DistrictProfile(
      "517", households: 42_000, listed: 1_600, near: 0.48, urban: 0.7, coastal: true,
      peoples: lowlandPeoples + [(.co, 9), (.xoDang, 4)]),
    DistrictProfile(
      "518", households: 24_000, listed: 1_000, near: 0.48, urban: 0.7, peoples: lowlandPeoples),
    DistrictProfile("519", households: 8_800, listed: 1_350, near: 0.3, urban: 0.5, peoples: [(.coTu, 12)]),
  ]
}
