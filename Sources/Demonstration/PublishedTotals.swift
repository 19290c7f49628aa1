/// What the province published for the end of a year (domain facts, section 7.1).
struct PublishedTotals {
  let households: Int
  let poor: Int
  let nearPoor: Int

  var listed: Int { poor + nearPoor }

  /// The year whose number of households `DemonstrationOptions.households` counts.
  static let baseYear = 2022

  /// Totals by year; 2021 is the general review under the standard that opened 2022.
  static let byYear: [Int: PublishedTotals] = [
    2021: PublishedTotals(households: 436_310, poor: 33_127, nearPoor: 8_202),
    2022: PublishedTotals(households: 439_300, poor: 29_146, nearPoor: 8_673),
    2023: PublishedTotals(households: 442_673, poor: 24_669, nearPoor: 8_402),
  ]

  /// The urban part of 2023, the only year for which it was published; other years take its shares.
  static let urbanPoorOf2023 = 1_823
  static let urbanNearPoorOf2023 = 1_095
  static let yearOfUrbanPart = 2023

  /// Poor households in wards and townships.
  var urbanPoor: Int { Self.share(Self.urbanPoorOf2023, of: \.poor, for: poor) }

  /// Near-poor households in wards and townships.
  var urbanNearPoor: Int { Self.share(Self.urbanNearPoorOf2023, of: \.nearPoor, for: nearPoor) }

  /// The urban part of `count`, in the proportion of 2023 and rounded to the nearest.
  private static func share(_ urban: Int, of total: KeyPath<PublishedTotals, Int>, for count: Int) -> Int {
    guard let reference = byYear[yearOfUrbanPart]?[keyPath: total], reference > 0 else { return 0 }
    return (2 * count * urban + reference) / (2 * reference)
  }
}
