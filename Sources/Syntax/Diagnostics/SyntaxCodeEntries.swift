import Source

/// The texts of every code, by group; the switch keeps them complete.
extension SyntaxCode {
  package var entry: CatalogueEntry {
    switch self {
    case .strayCharacter: SpellingEntries.strayCharacter
    case .unclosedText: SpellingEntries.unclosedText
    case .unknownEscape: SpellingEntries.unknownEscape
    case .unclosedName: SpellingEntries.unclosedName
    case .emptyName: SpellingEntries.emptyName
    case .malformedNumber: SpellingEntries.malformedNumber
    case .numberTooLarge: SpellingEntries.numberTooLarge
    case .noSuchDate: SpellingEntries.noSuchDate
    case .expectedExpression: ShapeEntries.expectedExpression
    case .unexpectedToken: ShapeEntries.unexpectedToken
    case .expectedToken: ShapeEntries.expectedToken
    case .unclosedBracket: ShapeEntries.unclosedBracket
    case .unopenedBracket: ShapeEntries.unopenedBracket
    case .unknownStage: ShapeEntries.unknownStage
    case .missingPipe: ShapeEntries.missingPipe
    case .missingComma: ShapeEntries.missingComma
    case .missingAs: ShapeEntries.missingAs
    case .duplicateClause: ShapeEntries.duplicateClause
    case .unknownOption: ShapeEntries.unknownOption
    case .textAsName: ShapeEntries.textAsName
    case .comparisonsDoNotChain: OperatorEntries.comparisonsDoNotChain
    case .needsBrackets: OperatorEntries.needsBrackets
    case .unclosedStandard: ShapeEntries.unclosedStandard
    case .bareAppend: ShapeEntries.bareAppend
    case .tooDeep: BoundEntries.tooDeep
    case .tooManyStages: BoundEntries.tooManyStages
    case .tooManyErrors: BoundEntries.tooManyErrors
    case .foreignAnd: OperatorEntries.foreignAnd
    case .foreignOr: OperatorEntries.foreignOr
    case .foreignNot: OperatorEntries.foreignNot
    case .foreignNull: OperatorEntries.foreignNull
    case .foreignSelect: ForeignEntries.foreignSelect
    case .foreignGroupBy: ForeignEntries.foreignGroupBy
    case .foreignPipe: ForeignEntries.foreignPipe
    case .foreignQuote: SpellingEntries.foreignQuote
    case .foreignModulo: OperatorEntries.foreignModulo
    case .foreignFraction: SpellingEntries.foreignFraction
    case .foreignGrouping: SpellingEntries.foreignGrouping
    case .foreignDate: SpellingEntries.foreignDate
    case .foreignAssignment: ForeignEntries.foreignAssignment
    case .foreignKeys: ForeignEntries.foreignKeys
    case .foreignQuantifier: ForeignEntries.foreignQuantifier
    case .openRange: OperatorEntries.openRange
    case .trailingIf: ForeignEntries.trailingIf
    case .foreignDescending: ForeignEntries.foreignDescending
    case .upperCaseKeyword: ForeignEntries.upperCaseKeyword
    case .foreignStage: ForeignEntries.foreignStage
    }
  }
}
