/// `snapshot.yaml`: what the files beside it are, and what is invented and wrong on purpose.
enum SnapshotDescription {
  /// The periodic review ends on 14 December; the snapshot is of the day after.
  static let month = 12
  static let day = 15

  static func write(_ plan: ReviewPlan, to folder: TargetFolder) throws(DemonstrationError) {
    let file = try folder.file("snapshot.yaml")
    let flipped = perCent(CalibrationAssumptions.flippedLackShare)
    let poor = perCent(CalibrationAssumptions.otherFactsShare(of: .poor))
    let nearPoor = perCent(CalibrationAssumptions.otherFactsShare(of: .nearPoor))
    let average = perCent(CalibrationAssumptions.otherFactsShare(of: .average))
    let other = perCent(CalibrationAssumptions.otherFactsShare(of: .other))
    let planted = folder.hasDefects ? Defect.all.map { "#   \($0.file): \($0.sentence)\n" }.joined() : ""
    let defects = planted.isEmpty ? "" : "# Planted for training, and to be found:\n" + planted
    try file.line(
      """
      # Synthetic: the places are real, every person and household is invented.
      # Numbers of poor and near-poor households follow the totals that the province published, and so do the money
      # planned and the part of it disbursed; agencies beyond public bodies, models and all events are invented.
      # On purpose, about \(flipped) of households have one recorded lack that the facts do not show, or the
      # reverse, and some are recorded in a class that their facts do not give: \(poor) of the poor, \(nearPoor) of
      # the near-poor, \(average) of those with an average standard of living and \(other) of the rest.
      # Empty on purpose: \(missingShares).
      \(defects)name: Quảng Nam, dữ liệu minh họa, rà soát cuối năm \(plan.year)
      label: "\(plan.year)"
      date: \(plan.year)-\(month)-\(day)
      standard: decree_07_2021
      covers: all
      entities:
        places: { file: places.csv }
        households: { file: households.csv }
        members: { file: members.csv }
        agencies: { file: agencies.csv }
        projects: { file: projects.csv }
        allocations: { file: allocations.csv }
        supports: { file: supports.csv }
        models: { file: models.csv }
        enrolments: { file: enrolments.csv }
        plans: { file: plans.csv }
        targets: { file: targets.csv }
        twinnings: { file: twinnings.csv }
        commendations: { file: commendations.csv }
        documents: { file: documents.csv }
        requests: { file: requests.csv }
      """)
    try file.finish()
  }

  private static var missingShares: String {
    typealias Shares = CalibrationAssumptions
    let fields = [
      ("income", Shares.missingIncome), ("reviewed_on", Shares.missingReviewDate),
      ("floor_area", Shares.missingFloorArea), ("water_source", Shares.missingWater),
      ("toilet_type", Shares.missingToilet), ("insured", Shares.missingInsurance),
      ("birth_date with age", Shares.missingBirth), ("highest_diploma", Shares.missingDiploma),
      ("uses_internet", Shares.missingInternetUse),
    ]
    return fields.map { "\($0.0) \(perCent($0.1))" }.joined(separator: ", ")
  }

  /// A share in tenths of a per cent: `1.5 %`.
  private static func perCent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }
}
