/// The house and what the household has in it.
struct Dwelling {
  /// Square metres.
  var floorArea = 0
  var roofDurable = true
  var wallsDurable = true
  var frameDurable = true
  var water = WaterSource.piped
  var toilet = ToiletType.septic
  var wasteTreated = true
  var healthAccess = true
  /// In the order of `Device`.
  var devices: [Device] = []

  var weakStructures: Int { [roofDurable, wallsDurable, frameDurable].count { !$0 } }
}

extension IndicatorSet {
  /// What a household lacks by the twelve indicators, judged from its facts alone.
  init(members: [Person], dwelling: Dwelling) {
    self.init()
    let dependents = members.count(where: \.isDependent)
    self[.employment] = members.contains(where: \.lacksWork)
    self[.dependents] = 2 * dependents > members.count
    self[.nutrition] = members.contains { $0.isChild && ($0.stunted == true || $0.underweight == true) }
    self[.healthInsurance] = members.contains {
      $0.age >= CalibrationAssumptions.insuredFrom && !$0.insured
    }
    self[.adultEducation] = members.contains(where: \.lacksSchooling)
    self[.schoolAttendance] = members.contains { person in
      person.fittingSchool.map { $0 != person.attending } ?? false
    }
    self[.housingQuality] = dwelling.weakStructures >= CalibrationAssumptions.weakStructures
    self[.housingArea] = dwelling.floorArea < CalibrationAssumptions.enoughFloorArea * members.count
    self[.water] = dwelling.water == .unprotected || dwelling.water == .surface
    self[.toilet] = dwelling.toilet == .openPit || dwelling.toilet == .none
    self[.telecom] = !members.contains(where: \.usesInternet)
    self[.infoAssets] = dwelling.devices.isEmpty
  }
}
