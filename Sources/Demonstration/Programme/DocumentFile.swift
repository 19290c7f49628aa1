import Domain

/// Writes `documents.csv`: what was issued up to a date.
///
/// Decisions and plans of the province that are known by number stand with it, and without a date where none is
/// known; plans and reports of departments and districts are invented, which their numbers say (`MH`). Not every
/// project has its plan in every year.
func writeDocuments(_ plan: ProgrammePlan, until date: CivilDate, to folder: TargetFolder)
  throws(DemonstrationError)
{
  let file = try folder.file("documents.csv")
  try file.line("code,title,agency,issued,year,kind,project")
  func row(
    _ code: String, _ title: String, _ agency: String, _ issued: CivilDate?, _ year: Int,
    _ kind: String,
    _ project: String
  ) throws(DemonstrationError) {
    guard year <= date.year, issued.map({ $0 <= date }) ?? true else { return }
    file.cell(code)
    file.cell(title)
    file.cell(agency)
    if let issued { file.cell(issued) } else { file.emptyCell() }
    file.cell(year)
    file.cell(kind)
    file.cell(project)
    try file.endRow()
  }
  try row(
    "1100/QĐ-UBND", "Phân công kết nghĩa giai đoạn 2020-2025", "UBNDT",
    CivilDate(year: 2020, month: 4, day: 16), 2020, "decision", "")
  try row(
    "06-NQ/TU", "Giảm nghèo bền vững giai đoạn 2021-2025", "",
    CivilDate(year: 2021, month: 5, day: 4), 2021,
    "programme", "NTP")
  try row("467/QĐ-UBND", "Giao chỉ tiêu giảm nghèo năm 2022", "UBNDT", nil, 2022, "decision", "NTP")
  try row("306/QĐ-UBND", "Giao chỉ tiêu giảm nghèo năm 2023", "UBNDT", nil, 2023, "decision", "NTP")
  try row("5305/KH-UBND", "Giảm nghèo về thông tin", "UBNDT", nil, 2023, "plan", "DA6.1")
  var random = SeededRandom(seed: 0, stream: 0xD0C5)
  for year in PanelYears.first...PanelYears.last {
    for (number, project) in ProjectList.all.enumerated() where project.parent == "NTP" {
      let issued = CivilDate(year: year, month: 2, day: 10).adding(random.within(0...100))
      let isIssued = random.chance(year == PanelYears.first ? 0.3 : 0.85)
      guard isIssued else { continue }
      try row(
        "\(10 * (year - 2000) + number)/KH-\(project.lead)-MH",
        "Thực hiện \(project.code) năm \(year)",
        project.lead, issued, year, "plan", project.code)
    }
    for (number, district) in plan.districts.enumerated() {
      let issued = CivilDate(year: year, month: 3, day: 1).adding(random.within(0...60))
      try row(
        "\(100 + number)/KH-UBND\(district.code)-\(year)-MH",
        "Giảm nghèo \(district.fullName) năm \(year)", "UBND\(district.code)", issued, year, "plan",
        "NTP")
      if random.chance(0.8) {
        try row(
          "\(300 + number)/BC-UBND\(district.code)-\(year)-MH",
          "Kết quả giảm nghèo \(district.fullName) năm \(year)", "UBND\(district.code)",
          CivilDate(year: year, month: 12, day: 5), year, "report", "NTP")
      }
    }
    try row(
      "\(500 + year - 2000)/CV-SLDTBXH-MH", "Tăng cường công tác giảm nghèo năm \(year)", "SLDTBXH",
      CivilDate(year: year, month: 4, day: 12), year, "dispatch", "NTP")
  }
  try file.finish()
}
