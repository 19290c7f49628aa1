import Source

/// What can be wrong with a snapshot: codes N0601–N0629 stop the load, N0630–N0699 are findings about its data.
package enum DataCode: String, CaseIterable, DiagnosticCode {
  case snapshotNotFound = "N0601"
  case fileNotFound = "N0602"
  case fileUnreadable = "N0603"
  case notAFile = "N0604"
  case notText = "N0605"
  case noTables = "N0606"
  case badManifest = "N0607"
  case unknownManifestKey = "N0608"
  case badManifestValue = "N0609"
  case headerWithoutKey = "N0610"
  case columnNotInFile = "N0611"
  case emptyFile = "N0612"
  case unclosedQuote = "N0613"
  case workbookNotSupported = "N0614"
  case unknownManifestField = "N0616"
  case fieldTypeClash = "N0617"
  case unknownRecodeValue = "N0618"
  case setTooLarge = "N0619"
  case unknownType = "N0620"
  case fileTooLarge = "N0621"
  case expressionType = "N0622"
  case expressionFails = "N0623"

  case badInteger = "N0630"
  case badNumber = "N0631"
  case badDate = "N0632"
  case badBoolean = "N0633"
  case unknownValue = "N0634"
  case unknownElement = "N0635"

  case unresolvedLink = "N0640"
  case linkToDuplicate = "N0641"
  case repeatedRow = "N0642"
  case duplicateKey = "N0643"
  case missingKey = "N0644"
  case extraCells = "N0645"
  case missingCells = "N0646"
  case emptyRows = "N0647"
  case repeatedHeader = "N0648"
  case repeatedColumn = "N0649"
  case unusedColumns = "N0650"
  case linkWithoutTarget = "N0651"

  case outOfRange = "N0660"
  case notAMultiple = "N0661"
  case afterSnapshot = "N0662"
  case notExactlyOne = "N0663"
  case countDiffers = "N0664"
  case exceeds = "N0665"
  case totalBelowCount = "N0666"
  case levelsNotNested = "N0667"
  case placeCycle = "N0668"
  case moreFindings = "N0699"

  package var entry: CatalogueEntry { isError ? errorEntry : findingEntry }

  /// Whether it stops a load.
  package var isError: Bool { rawValue < "N0630" }
}
