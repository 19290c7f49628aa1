import Source

/// Errors about types, units and aggregates: words that are known but do not go together.
package enum TypeCode: String, CaseIterable, DiagnosticCode {
  case unlikeTypes = "N0301"
  case unlikeUnits = "N0302"
  case notTruth = "N0303"
  case equalsMissing = "N0304"
  case notOrdered = "N0305"
  case notNumeric = "N0306"
  case argumentCount = "N0307"
  case argumentType = "N0308"
  case aggregateWithoutRows = "N0309"
  case linkInSummarize = "N0310"
  case sumBehindLink = "N0311"
  case sumOfShare = "N0312"
  case duplicateColumn = "N0313"
  case notAggregated = "N0314"
  case notWholeNumber = "N0315"
  case branchesDiffer = "N0316"
  case appendTypes = "N0317"
  case aggregateInAggregate = "N0318"
  case notASet = "N0319"
  case shareKeyUnknown = "N0320"
  case totalsWithoutKeys = "N0321"
  case notRows = "N0322"
  case notOneValue = "N0323"
  case windowHere = "N0324"
  case compareShapes = "N0325"
  case notAScalarArgument = "N0327"
  case directionInTop = "N0328"

  package var entry: CatalogueEntry {
    switch self {
    case .unlikeTypes, .unlikeUnits, .notTruth, .equalsMissing, .notOrdered, .notNumeric, .branchesDiffer,
      .notASet:
      operandEntry
    case .argumentCount, .argumentType, .notWholeNumber, .notOneValue, .notAScalarArgument, .windowHere,
      .directionInTop:
      argumentEntry
    case .aggregateWithoutRows, .linkInSummarize, .sumBehindLink, .sumOfShare, .aggregateInAggregate,
      .notRows:
      aggregateEntry
    case .duplicateColumn, .notAggregated, .appendTypes, .shareKeyUnknown, .totalsWithoutKeys, .compareShapes:
      columnEntry
    }
  }
}
