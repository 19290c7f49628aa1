// What helps against which deprivation: the kind of support, the project that pays for it, and what it costs.

enum SupportKind: String, CaseIterable {
  case livelihood, production, housing, water, toilet, job, training, nutrition, insurance,
    information
  case credit, cash

  /// What remedies an indicator; dependents are remedied by no project.
  init?(for indicator: Indicator) {
    switch indicator {
    case .employment: self = .job
    case .adultEducation: self = .training
    case .nutrition: self = .nutrition
    case .healthInsurance: self = .insurance
    case .housingQuality, .housingArea: self = .housing
    case .water: self = .water
    case .toilet: self = .toilet
    case .telecom, .infoAssets: self = .information
    case .dependents, .schoolAttendance: return nil
    }
  }

  /// Thousand đồng, in steps of 100.
  var amounts: ClosedRange<Int> {
    switch self {
    case .livelihood: 100...200
    case .production: 80...150
    case .housing: 200...500
    case .water: 30...100
    case .toilet: 50...150
    case .job: 20...50
    case .training: 30...60
    case .nutrition: 5...15
    case .insurance: 10...10
    case .information: 30...50
    case .credit: 300...1000
    case .cash: 5...10
    }
  }

  /// The project that pays, by the code of its list; nil where none of the programme does.
  ///
  /// Houses are a project in poor districts only; elsewhere, and for water and latrines, mobilised funds pay.
  func project(inPoorDistrict isPoor: Bool) -> String? {
    switch self {
    case .livelihood: "DA2"
    case .production: "DA3.1"
    case .housing: isPoor ? "DA5" : nil
    case .job: "DA4.3"
    case .training: "DA4.1"
    case .nutrition: "DA3.2"
    case .information: "DA6.1"
    case .water, .toilet, .insurance, .credit, .cash: nil
    }
  }
}
