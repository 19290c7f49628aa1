import Domain

/// The files of the programme in one year's snapshot: all that has happened up to its date.
///
/// What belongs to a household is written as the household comes; the rest at the end.
struct ProgrammeFiles {
  private let plan: ProgrammePlan
  private let seed: UInt64
  private let folder: TargetFolder
  private let date: CivilDate
  private let supports: CSVFile
  private let plans: CSVFile
  private let requests: CSVFile
  private let enrolments: CSVFile
  private let commendations: CSVFile
  private let twinnings: CSVFile

  private var index: Int { date.year - PanelYears.first }

  init(_ plan: ProgrammePlan, date: CivilDate, seed: UInt64, at folder: TargetFolder)
    throws(DemonstrationError)
  {
    self.plan = plan
    self.seed = seed
    self.folder = folder
    self.date = date
    supports = try folder.file("supports.csv")
    try supports.line("household,project,agency,date,kind,remedies,amount,source")
    plans = try folder.file("plans.csv")
    try plans.line("household,year,target_class,income_goal,remedies,agency,status")
    requests = try folder.file("requests.csv")
    try requests.line("household,form,filed,decided,outcome")
    enrolments = try folder.file("enrolments.csv")
    try enrolments.line("model,household,joined")
    commendations = try folder.file("commendations.csv")
    try commendations.line("year,movement,level,title,household,model,agency,place")
    twinnings = try folder.file("twinnings.csv")
    try twinnings.line("agency,place,household,from,to,field,pledged,delivered")
  }

  /// Writes what concerns a household that is there in the year.
  func write(_ programme: HouseholdProgramme, household: String) throws(DemonstrationError) {
    for event in programme.supports where event.date <= date { try write(event, household) }
    for event in programme.plans where event.year <= date.year + 1 { try write(event, household) }
    for event in programme.requests where event.filed <= date { try write(event, household) }
    for event in programme.enrolments where event.joined <= date {
      enrolments.cell(event.model)
      enrolments.cell(household)
      enrolments.cell(event.joined)
      try enrolments.endRow()
    }
    for year in programme.commended where year <= date.year {
      try commend(
        year, level: "tỉnh", title: "Gương điển hình thoát nghèo", household: household)
    }
    let from = CivilDate(year: 2022, month: 4, day: 1)
    if let twin = programme.twin, from <= date {
      try stand(twin, by: "", household, from: from, field: "nhà ở", pledged: 50, seed: household)
    }
  }

  private func write(_ event: SupportEvent, _ household: String) throws(DemonstrationError) {
    supports.cell(household)
    supports.cell(event.project ?? "")
    supports.cell(event.agency)
    supports.cell(event.date)
    supports.cell(event.kind.rawValue)
    supports.cell(set: Indicator.allCases.filter(event.remedies.contains).map(\.name))
    supports.cell(thousands: event.amount)
    supports.cell(event.source)
    try supports.endRow()
  }

  private func write(_ event: PlanEvent, _ household: String) throws(DemonstrationError) {
    plans.cell(household)
    plans.cell(event.year)
    plans.cell(event.target.rawValue)
    plans.cell(thousands: event.incomeGoal)
    plans.cell(set: Indicator.allCases.filter(event.remedies.contains).map(\.name))
    plans.cell(event.agency)
    if event.year <= date.year {
      plans.cell(event.isAchieved == true ? "achieved" : "missed")
    } else {
      plans.cell(event.isRegistered ? "registered" : "drafted")
    }
    try plans.endRow()
  }

  private func write(_ event: RequestEvent, _ household: String) throws(DemonstrationError) {
    requests.cell(household)
    requests.cell(event.isExit ? "exit" : "entry")
    requests.cell(event.filed)
    if let decided = event.decided, decided <= date {
      requests.cell(decided)
      requests.cell(event.isAccepted ? "accepted" : "refused")
    } else {
      requests.emptyCell()
      requests.emptyCell()
    }
    try requests.endRow()
  }

  /// Writes what concerns places and agencies, and the lists.
  func finish() throws(DemonstrationError) {
    for programme in plan.communes { try write(programme) }
    try writeCommendedAgencies()
    try writeAgencies()
    try writeProjects()
    try writeModels()
    try writeAllocations()
    try writeTargets(plan, year: date.year, to: folder)
    try writeDocuments(plan, until: date, to: folder)
    for file in [supports, plans, requests, enrolments, commendations, twinnings] {
      try file.finish()
    }
  }
}

// MARK: Places and agencies

extension ProgrammeFiles {
  private static let fields = ["nhà ở", "sinh kế", "giáo dục", "y tế", "hạ tầng", "nước sinh hoạt"]
  static let movement = "Quảng Nam chung tay vì người nghèo - Không để ai bị bỏ lại phía sau"

  private func write(_ programme: CommuneProgramme) throws(DemonstrationError) {
    let commune = programme.commune.unit
    var random = SeededRandom(seed: seed, stream: ~CommuneProfile.stream(of: commune.code) &+ 13)
    let from = CivilDate(year: 2020, month: 5, day: 1)
    for twin in programme.twins {
      let field = random.pick(Self.fields, else: "sinh kế")
      let pledged = random.within(6...30) * 20
      try stand(
        twin, by: commune.code, "", from: from, field: field, pledged: pledged, seed: commune.code)
    }
    for year in PanelYears.first...date.year where random.chance(0.06) {
      try commend(
        year, level: "tỉnh", title: "Bằng khen của Chủ tịch UBND tỉnh", place: commune.code)
    }
    for model in programme.models where model.isSuccess && model.ended <= date && random.chance(0.5) {
      try commend(
        model.ended.year, level: "huyện", title: "Giấy khen của Chủ tịch UBND huyện",
        model: model.code)
    }
  }

  /// Delivered so far: in step with the time gone by, some behind and some ahead.
  private func stand(
    _ agency: String, by place: String, _ household: String, from: CivilDate, field: String,
    pledged: Int,
    seed key: String
  ) throws(DemonstrationError) {
    var random = SeededRandom(seed: seed, stream: CommuneProfile.stream(of: key) &+ 17)
    let to = CivilDate(year: 2025, month: 12, day: 31)
    let gone =
      Double(date.daysSince1970 - from.daysSince1970)
      / Double(to.daysSince1970 - from.daysSince1970)
    twinnings.cell(agency)
    twinnings.cell(place)
    twinnings.cell(household)
    twinnings.cell(from)
    twinnings.cell(to)
    twinnings.cell(field)
    twinnings.cell(thousands: pledged * 1000)
    twinnings.cell(
      thousands: Int(Double(pledged) * min(1, gone * (0.4 + 1.1 * random.fraction()))) * 1000)
    try twinnings.endRow()
  }

  private func commend(
    _ year: Int, level: String, title: String, household: String = "", model: String = "",
    agency: String = "", place: String = ""
  ) throws(DemonstrationError) {
    commendations.cell(year)
    commendations.cell(Self.movement)
    commendations.cell(level)
    commendations.cell(title)
    commendations.cell(household)
    commendations.cell(model)
    commendations.cell(agency)
    commendations.cell(place)
    try commendations.endRow()
  }

  private func writeCommendedAgencies() throws(DemonstrationError) {
    var random = SeededRandom(seed: seed, stream: 0xC033_E2D)
    let candidates = plan.districts.flatMap(Agency.ofDistrict).map(\.code) + Agency.twins
    for year in PanelYears.first...PanelYears.last {
      for agency in candidates where random.chance(0.12) && year <= date.year {
        try commend(year, level: "tỉnh", title: "Bằng khen của Chủ tịch UBND tỉnh", agency: agency)
      }
    }
  }

  private func writeAgencies() throws(DemonstrationError) {
    let file = try folder.file("agencies.csv")
    try file.line("code,name,kind,level,place")
    let agencies =
      Agency.ofProvince + plan.districts.flatMap(Agency.ofDistrict)
      + plan.communes.flatMap { Agency.ofCommune($0.commune.unit) }
    for agency in agencies {
      file.cell(agency.code)
      file.cell(agency.name)
      file.cell(agency.kind.rawValue)
      file.cell(agency.level)
      file.cell(agency.place)
      try file.endRow()
    }
    try file.finish()
  }

  private func writeProjects() throws(DemonstrationError) {
    let file = try folder.file("projects.csv")
    try file.line("code,name,parent,lead,starts,ends")
    for project in ProjectList.all {
      file.cell(project.code)
      file.cell(project.name)
      file.cell(project.parent)
      file.cell(project.lead)
      file.cell(CivilDate(year: 2021, month: 1, day: 1))
      file.cell(CivilDate(year: 2025, month: 12, day: 31))
      try file.endRow()
    }
    try file.finish()
  }

  private func writeModels() throws(DemonstrationError) {
    let file = try folder.file("models.csv")
    try file.line("code,name,project,place,agency,kind,started,ended,budget,result,replicated_from")
    for model in plan.communes.flatMap(\.models) where model.started <= date {
      let hasEnded = model.ended <= date
      file.cell(model.code)
      file.cell(model.name)
      file.cell(model.project ?? "")
      file.cell(model.place)
      file.cell(model.agency)
      file.cell(model.kind)
      file.cell(model.started)
      if hasEnded { file.cell(model.ended) } else { file.emptyCell() }
      file.cell(thousands: model.budget * 1000)
      file.cell(hasEnded ? (model.isSuccess ? "success" : "failed") : "running")
      file.cell(model.replicatedFrom ?? "")
      try file.endRow()
    }
    try file.finish()
  }

  private func writeAllocations() throws(DemonstrationError) {
    let file = try folder.file("allocations.csv")
    try file.line("project,place,agency,year,source,capital,carried_over,planned,disbursed,as_of")
    for row in Allocations(plan, seed: seed).rows where row.year <= date.year {
      file.cell(row.project)
      file.cell(row.place)
      file.cell(row.agency)
      file.cell(row.year)
      file.cell(row.source)
      file.cell(row.capital)
      file.cell(row.isCarriedOver)
      file.cell(thousands: row.planned * 1000)
      file.cell(thousands: row.disbursed * 1000)
      file.cell(CivilDate(year: row.year, month: date.month, day: date.day))
      try file.endRow()
    }
    try file.finish()
  }
}
