/// What to write: how many households, for which years and districts, from which seed.
package struct DemonstrationOptions: Sendable {
  /// The districts of the small default: two poor mountain districts and the provincial city.
  package static let defaultDistricts = ["515", "516", "502"]

  /// Households at the end of 2022 in the districts written; other years follow the published growth.
  package var households: Int
  /// The years to write, each a review at the end of the year; published totals exist for 2021 to 2023.
  package var years: ClosedRange<Int>
  /// The same seed and options give the same bytes.
  package var seed: UInt64
  /// Official codes of districts; empty means all eighteen.
  package var districts: [String]
  /// Whether the defects of real exports are planted, for training.
  package var hasDefects: Bool

  package init(
    households: Int = 1200, years: ClosedRange<Int> = 2023...2023, seed: UInt64 = 1,
    districts: [String] = Self.defaultDistricts, hasDefects: Bool = false
  ) {
    self.households = households
    self.years = years
    self.seed = seed
    self.districts = districts
    self.hasDefects = hasDefects
  }
}

/// Why a demonstration could not be written.
package enum DemonstrationError: Error, Equatable, Sendable {
  /// The folder exists and holds something; nothing was written.
  case folderNotEmpty(String)
  /// A folder or file could not be made or written, with the reason the system gave.
  case cannotWrite(path: String, reason: String)
  /// No district of Quảng Nam has this code.
  case unknownDistrict(String)
  /// No totals were published for this year.
  case unknownYear(Int)
  /// A number of households below one.
  case noHouseholds(Int)
}
