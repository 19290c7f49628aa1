// The defects of `nep demo --defects`: what exports of the national software and report tables were seen to hold
// (domain facts, sections 2.3 and 3.1).

extension Defect {
  static let all = ofPlaces + ofHouseholds + ofMembers + ofProgramme

  /// Bắc Trà My.
  private static let spelledDistrict = "515"

  private static let ofPlaces: [Defect] = [
    Defect(
      "a space too many in the name of a commune", in: "places.csv", every: 12, from: 5, where: isCommune
    ) {
      $0["name"] = spread($0["name"])
    },
    Defect(
      "residents not entered, so that rates pass 100 %", in: "places.csv", every: 9, from: 2, where: isCommune
    ) { ($0["households_total"], $0["people_total"]) = ("1", "1") },
    Defect(
      "one district in three spellings, each with a code", in: "places.csv", every: 1, from: 0,
      where: { $0["code"] == spelledDistrict }
    ) { row in
      for (suffix, name) in [("A", spread(row["name"])), ("B", joined(row["name"]))] {
        var copy = row
        (copy["code"], copy["name"]) = (row["code"] + suffix, name)
        row.after.append(copy.cells)
      }
    },
    Defect(
      "communes under another spelling of their district", in: "places.csv", every: 4, from: 1,
      where: { $0["level"] == "commune" && $0["parent"] == spelledDistrict }
    ) { $0["parent"] += "A" },
  ]

  private static let ofHouseholds: [Defect] = [
    Defect("rows written twice", in: "households.csv", every: 150, from: 40) { $0.after.append($0.cells) },
    Defect("a code that another household of the commune has", in: "households.csv", every: 200, from: 60) {
      $0["code"] = String($0["code"].dropLast(4)) + "0001"
    },
    Defect("the code 1, in several communes", in: "households.csv", every: 300, from: 90) {
      $0["code"] = "1"
    },
    Defect("the header again as data", in: "households.csv", every: 700, from: 500) {
      $0.after.append($0.header)
    },
    Defect("a test row: Nguyễn Văn A", in: "households.csv", every: 1_000_000, from: 30) { row in
      var test = DefectRow(header: row.header, cells: row.header.map { _ in "" })
      (test["code"], test["head_name"], test["size"], test["class"]) = ("999", "Nguyễn Văn A", "1", "poor")
      row.after.append(test.cells)
    },
    Defect("poor with fewer than 30 points of B", in: "households.csv", every: 25, from: 7, where: isPoor) {
      $0["score_b"] = "20"
    },
    Defect(
      "near-poor with a score A above the line", in: "households.csv", every: 12, from: 4,
      where: { $0["class"] == "near_poor" }
    ) { $0["score_a"] = "190" },
    Defect("a score B that is no multiple of ten", in: "households.csv", every: 260, from: 100) {
      $0["score_b"] = "35"
    },
    Defect("said to have escaped, and still poor", in: "households.csv", every: 30, from: 11, where: isPoor) {
      $0["change"] = "escaped"
    },
    Defect(
      "escaped, and nothing said of it", in: "households.csv", every: 4, from: 1,
      where: { $0["change"] == "escaped" && !isPoor($0) }
    ) { $0["change"] = "" },
    Defect("a class that no rule knows", in: "households.csv", every: 280, from: 140) {
      $0["class"] = "Nghèo đa chiều"
    },
    Defect("a people by a name not in the official list", in: "households.csv", every: 290, from: 33) {
      $0["ethnicity"] = "Ca Dong"
    },
    Defect("a size unlike the members", in: "households.csv", every: 220, from: 70) { $0["size"] += "0" },
    Defect("a date that no calendar has", in: "households.csv", every: 330, from: 160) {
      $0["reviewed_on"] = "2023-02-30"
    },
    Defect(
      "communes without dates and scores", in: "households.csv", every: 1, from: 0,
      where: { $0["code"].split(separator: "-").dropFirst(2).first?.hasSuffix("41") == true }
    ) { ($0["reviewed_on"], $0["score_a"], $0["score_b"]) = ("", "", "") },
    Defect(
      "a household moved to another district under its code", in: "households.csv", every: 350, from: 120
    ) {
      $0["place"] = "20920"
    },
  ]

  private static let ofMembers: [Defect] = [
    Defect("heads without a sex", in: "members.csv", every: 8, from: 3, where: { $0["relation"] == "head" }) {
      $0["sex"] = ""
    },
    Defect(
      "two heads in one household", in: "members.csv", every: 160, from: 20,
      where: { $0["relation"] == "spouse" }
    ) { $0["relation"] = "head" },
    Defect("an age of 150", in: "members.csv", every: 900, from: 500) {
      ($0["birth_date"], $0["age"]) = ("", "150")
    },
    Defect("born after the review", in: "members.csv", every: 950, from: 432) {
      $0["birth_date"] = "2031-01-01"
    },
    Defect("members of a household that is not there", in: "members.csv", every: 800, from: 222) {
      $0["household"] = "49-000-00000-0001"
    },
  ]

  private static let ofProgramme: [Defect] = [
    Defect("more disbursed than planned", in: "allocations.csv", every: 60, from: 20) {
      $0["disbursed"] = $0["planned"] + "0"
    },
    Defect("a project that the programme does not have", in: "supports.csv", every: 100, from: 44) {
      $0["project"] = "DA9"
    },
    Defect("support of a year before the first snapshot", in: "supports.csv", every: 90, from: 30) {
      $0["date"] = "2015" + $0["date"].dropFirst(4)
    },
    Defect("decided before it was filed", in: "requests.csv", every: 40, from: 13) {
      if !$0["decided"].isEmpty { $0["decided"] = "2020-01-15" }
    },
    Defect("enrolled twice in the same words", in: "enrolments.csv", every: 20, from: 7) {
      $0.after.append($0.cells)
    },
  ]

  @Sendable private static func isCommune(_ row: DefectRow) -> Bool { row["level"] == "commune" }
  @Sendable private static func isPoor(_ row: DefectRow) -> Bool { row["class"] == "poor" }

  /// With two spaces for the first.
  private static func spread(_ name: String) -> String {
    guard let space = name.firstIndex(of: " ") else { return name + " " }
    return name[..<space] + " " + name[space...]
  }

  /// Without the last space.
  private static func joined(_ name: String) -> String {
    guard let space = name.lastIndex(of: " ") else { return name }
    return String(name[..<space] + name[name.index(after: space)...])
  }
}
