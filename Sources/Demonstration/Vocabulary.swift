// The values of the model's enums that the generator uses; raw values are those of the model.

/// The peoples of the province, by their names in the official list without marks.
enum Ethnicity: String {
  case kinh, hoa, muong, tay, nung, thai, mnong, co
  case coTu = "co_tu"
  case xoDang = "xo_dang"
  case gieTrieng = "gie_trieng"
}

/// The indicators of Decree 07/2021, in the official order.
enum Indicator: Int, CaseIterable {
  case employment, dependents, nutrition, healthInsurance, adultEducation, schoolAttendance
  case housingQuality, housingArea, water, toilet, telecom, infoAssets

  var name: String { Self.names[rawValue] }

  private static let names = [
    "employment", "dependents", "nutrition", "health_insurance", "adult_education", "school_attendance",
    "housing_quality", "housing_area", "water", "toilet", "telecom", "info_assets",
  ]
}

/// A set of indicators, one bit each.
struct IndicatorSet: Equatable {
  private(set) var bits: UInt16 = 0

  var count: Int { bits.nonzeroBitCount }

  func contains(_ indicator: Indicator) -> Bool { bits & (1 << indicator.rawValue) != 0 }

  subscript(indicator: Indicator) -> Bool {
    get { contains(indicator) }
    set {
      let bit: UInt16 = 1 << indicator.rawValue
      bits = newValue ? bits | bit : bits & ~bit
    }
  }
}

enum HouseholdClass: String {
  case poor, average, other
  case nearPoor = "near_poor"

  /// On one of the two lists that the commune decides.
  var isListed: Bool { self == .poor || self == .nearPoor }
}

enum Change: String {
  case escaped, returned, new, split, merged
  case movedIn = "moved_in"
  case membersChanged = "members_changed"
}

enum Livelihood: String { case agriculture, forestry, fishery, salt, wage, trade, services, other, none }

enum Reason: String, CaseIterable {
  case noLand = "no_land"
  case noCapital = "no_capital"
  case noLabour = "no_labour"
  case noTools = "no_tools"
  case noKnowledge = "no_knowledge"
  case noSkills = "no_skills"
  case illness, other
}

enum Need: String, CaseIterable { case health, education, production, credit, housing, other }

enum WaterSource: String {
  case piped, rain, bottled, unprotected, surface
  case drilledWell = "drilled_well"
  case protectedWell = "protected_well"
  case protectedSpring = "protected_spring"
}

enum ToiletType: String {
  case septic, vip, compost, none
  case pourFlush = "pour_flush"
  case slabPit = "slab_pit"
  case openPit = "open_pit"
}

enum Device: String, CaseIterable { case tv, radio, desktop, telephone, laptop, tablet, smartphone }

enum Relation: String { case head, spouse, child, parent, grandchild, sibling, other }

enum Sex: String { case male, female }

enum Job: String { case employed, unemployed, studying, inactive }

enum Disability: String { case none, severe, extreme, light }

/// Levels of schooling under way, in order.
enum Attending: String {
  case none, preschool, primary, vocational, university
  case lowerSecondary = "lower_secondary"
  case upperSecondary = "upper_secondary"
}

/// Diplomas, in order of the model.
enum Diploma: Int, Comparable {
  case none, primary, lowerSecondary, upperSecondary, elementary, intermediate, college, university

  static func < (left: Diploma, right: Diploma) -> Bool { left.rawValue < right.rawValue }

  var name: String { Self.names[rawValue] }

  private static let names = [
    "none", "primary", "lower_secondary", "upper_secondary", "elementary", "intermediate", "college",
    "university",
  ]
}
