import TestSupport

/// A folder of CSV files with few rows, many missing values, and every kind of field.
struct RandomSnapshot {
  private var random: SeededRandom
  let households: Int

  init(seed: UInt64, households: Int) {
    random = SeededRandom(seed: seed)
    self.households = households
  }

  /// The files of the folder, by name.
  mutating func files(label: String) -> [String: String] {
    [
      "snapshot.yaml": manifest(label), "places.csv": RandomSnapshot.places,
      "projects.csv": RandomSnapshot.projects, "households.csv": householdFile(),
      "members.csv": memberFile(), "supports.csv": supportFile(),
    ]
  }

  private func manifest(_ label: String) -> String {
    """
    name: Random
    label: "\(label)"
    date: \(label)-12-20
    entities:
      places: { file: places.csv }
      households:
        file: households.csv
        fields:
          cows: { type: integer, label: { vi: Số bò, en: Cows } }
          ratio: { type: number, label: { vi: Tỷ số, en: Ratio } }
          note: { type: text, label: { vi: Ghi chú, en: Note } }
      members: { file: members.csv }
      projects: { file: projects.csv }
      supports: { file: supports.csv }

    """
  }

  private static let places = """
    code,name,level,parent,kind,area,poor_district
    49,Quảng Nam,province,,tinh,,
    516,Núi Thành,district,49,huyen,,false
    517,Phú Ninh,district,49,huyen,,true
    518,Tiên Phước,district,49,huyen,,
    20965,Tam Xuân,commune,516,xa,rural,
    20966,Tam Hòa,commune,516,phuong,urban,false
    20977,Tam Thành,commune,517,xa,rural,true
    20978,Tam Đàn,commune,517,xa,,
    20990,Tiên Lập,commune,518,xa,rural,
    2096501,Thôn 2,village,20965,thon,rural,
    2096502,Thôn 10,village,20965,thon,rural,
    2097701,Thôn 1,village,20977,thon,rural,
    2097702,Đại Đồng,village,20977,thon,,

    """

  private static let projects = """
    code,name,parent,starts
    NTP,Giảm nghèo,,2021-01-01
    DA1,Hạ tầng,NTP,2021-06-01
    DA1.1,Đường,DA1,
    DA2,Sinh kế,NTP,2022-01-01

    """

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// A value, or nothing once in so many.
  private mutating func gap(_ value: String, _ oneIn: Int = 5) -> String { random.oneIn(oneIn) ? "" : value }

  private mutating func some(_ values: [String]) -> String {
    values.filter { _ in random.oneIn(3) }.joined(separator: ";")
  }

  private mutating func truth() -> String { random.pick(["true", "false"]) }

  private mutating func day() -> String {
    let month = number(1...12)
    let day = number(1...28)
    return "20\(number(10...23))-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private mutating func personName() -> String {
    let family = random.pick(["Hồ", "Nguyễn", "Lê", "Đinh", "Trần", "hồ", "Ngô"])
    return
      "\(family) \(random.pick(["Văn", "Thị"])) \(random.pick(["An", "Ân", "Đào", "Én", "Tú", "Tư", "Ý"]))"
  }

  private mutating func householdFile() -> String {
    var text =
      "code,head_name,place,area,size,income,recorded_lacks,class,livelihood,water_source,devices,merit,"
      + "internet,floor_area,reviewed_on,cows,ratio,note\n"
    let places = [
      "49", "516", "517", "518", "20965", "20966", "20977", "20978", "20990", "2096501", "2096502", "2097701",
      "2097702",
    ]
    for index in 0..<households where !random.oneIn(12) {
      let cells = [
        "H\(index)", gap(personName()), gap(random.pick(places), 9), gap(random.pick(["rural", "urban"]), 2),
        gap("\(number(1...6))"), gap("\(number(3...40) * 100_000)"),
        gap(some(["employment", "nutrition", "water", "toilet", "telecom"])),
        gap(random.pick(["poor", "near_poor", "average", "other"])),
        gap(random.pick(["agriculture", "wage", "trade", "none"])),
        gap(random.pick(["piped", "rain", "surface"])), gap(some(["tv", "radio", "smartphone"])),
        gap(truth()), gap(truth()), gap("\(number(10...90)).\(number(0...99))"), gap(day()),
        gap("\(number(0...5))", 3), gap("\(number(-2...3)).\(number(0...9))", 3),
        gap(random.pick(["", "Thôn 2 cũ", "thôn 10", "xa đường", "á", "ạ"]), 4),
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  private mutating func memberFile() -> String {
    var text = "household,number,name,relation,sex,birth_date,age,job,insured,able_to_work,attending\n"
    for index in 0..<households {
      for place in 0..<number(0...4) {
        let cells = [
          "H\(index)", "\(place + 1)", gap(personName()), place == 0 ? "head" : "child",
          gap(random.pick(["male", "female"])), gap(day(), 2), gap("\(number(0...80))", 3),
          gap(random.pick(["employed", "unemployed", "studying", "inactive"])), gap(truth(), 3),
          gap(truth(), 3), gap(random.pick(["none", "preschool", "primary", "university"])),
        ]
        text += cells.joined(separator: ",") + "\n"
      }
    }
    return text
  }

  private mutating func supportFile() -> String {
    var text = "household,project,date,kind,remedies,amount,source\n"
    for _ in 0..<households {
      let cells = [
        gap("H\(number(0...households - 1))"), gap(random.pick(["NTP", "DA1", "DA1.1", "DA2"])), gap(day()),
        gap(random.pick(["housing", "job", "cash"])), gap(some(["water", "toilet"])),
        gap("\(number(1...40) * 1_000_000)"), gap(random.pick(["tỉnh", "huyện", "Tỉnh"])),
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }
}
