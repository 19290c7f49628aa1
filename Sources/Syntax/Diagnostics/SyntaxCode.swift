import Source

/// What can be wrong with the form of a program, before any name is looked up.
package enum SyntaxCode: String, CaseIterable, DiagnosticCode {
  // Letters, texts and numbers.
  case strayCharacter = "N0101"
  case unclosedText = "N0102"
  case unknownEscape = "N0103"
  case unclosedName = "N0104"
  case emptyName = "N0105"
  case malformedNumber = "N0106"
  case numberTooLarge = "N0107"
  case noSuchDate = "N0108"

  // The shape of statements and expressions.
  case expectedExpression = "N0111"
  case unexpectedToken = "N0112"
  case expectedToken = "N0113"
  case unclosedBracket = "N0114"
  case unopenedBracket = "N0115"
  case unknownStage = "N0116"
  case missingPipe = "N0117"
  case missingComma = "N0118"
  case missingAs = "N0119"
  case duplicateClause = "N0120"
  case unknownOption = "N0121"
  case textAsName = "N0122"
  case comparisonsDoNotChain = "N0123"
  case needsBrackets = "N0124"
  case unclosedStandard = "N0125"
  case bareAppend = "N0126"

  // Bounds that keep every program readable in bounded memory.
  case tooDeep = "N0131"
  case tooManyStages = "N0132"
  case tooManyErrors = "N0133"

  // Forms of other languages.
  case foreignAnd = "N0141"
  case foreignOr = "N0142"
  case foreignNot = "N0143"
  case foreignNull = "N0144"
  case foreignSelect = "N0145"
  case foreignGroupBy = "N0146"
  case foreignPipe = "N0147"
  case foreignQuote = "N0148"
  case foreignModulo = "N0149"
  case foreignFraction = "N0150"
  case foreignGrouping = "N0151"
  case foreignDate = "N0152"
  case foreignAssignment = "N0153"
  case foreignKeys = "N0154"
  case foreignQuantifier = "N0155"
  case openRange = "N0156"
  case trailingIf = "N0157"
  case foreignDescending = "N0158"
  case upperCaseKeyword = "N0159"
  case foreignStage = "N0160"
}
