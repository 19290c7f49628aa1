import Source

/// Errors about names: what a word stands for.
package enum NameCode: String, CaseIterable, DiagnosticCode {
  case unknownName = "N0201"
  case unknownField = "N0202"
  case notInSnapshot = "N0203"
  case entityNotInSnapshot = "N0204"
  case unknownSource = "N0205"
  case unknownFunction = "N0206"
  case unknownSnapshot = "N0207"
  case unknownValue = "N0208"
  case unknownPlace = "N0209"
  case ambiguousPlace = "N0210"
  case placeOfOtherLevel = "N0211"
  case unknownKey = "N0212"
  case manyLinkAsField = "N0213"
  case nameOfOuterRow = "N0214"
  case noOuterRow = "N0215"
  case unknownParameter = "N0216"
  case notALink = "N0217"
  case noRow = "N0218"
  case nothingYet = "N0219"
  case ambiguousValue = "N0220"
  case noSuchStage = "N0221"
  case noPreviousSnapshot = "N0222"
  case notARow = "N0223"
  case fieldAfterRows = "N0224"
  case noKey = "N0225"

  package var entry: CatalogueEntry {
    switch self {
    case .unknownName, .unknownField, .unknownSource, .unknownFunction, .unknownParameter, .notALink:
      unknownEntry
    case .notInSnapshot, .entityNotInSnapshot, .unknownSnapshot, .noPreviousSnapshot, .noKey:
      snapshotEntry
    case .unknownValue, .unknownPlace, .ambiguousPlace, .placeOfOtherLevel, .unknownKey, .ambiguousValue:
      valueEntry
    case .manyLinkAsField, .nameOfOuterRow, .noOuterRow, .noRow, .nothingYet, .noSuchStage, .notARow,
      .fieldAfterRows:
      placeInQueryEntry
    }
  }
}
