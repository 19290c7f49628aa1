import Source

/// A sign of the language, and the signs of other languages that are read so that the error can name ours.
package enum Symbol: String, CaseIterable, Sendable {
  case pipe = "|"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case semicolon = ";"
  case colon = ":"
  case dot = "."
  case range = ".."
  case at = "@"
  case arrow = "->"
  case coalesce = "??"
  case equal = "="
  case doubleEqual = "=="
  case unequal = "!="
  case angles = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains = "~"
  case containsNot = "!~"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case power = "^"
  // Foreign.
  case doubleAmpersand = "&&"
  case ampersand = "&"
  case doublePipe = "||"
  case bang = "!"
  case pipeArrow = "|>"
  case magrittr = "%>%"
  case percent = "%"
}

/// A word, sign or literal of the source.
package struct Token: Sendable {
  package enum Kind: Hashable, Sendable {
    /// A bare word: a name, or a keyword where one stands.
    case name
    /// A name in backquotes.
    case quotedName
    /// `$year`; the text is without the `$`.
    case parameter
    case number
    /// `2023-12-15`; whether the day exists is not checked yet.
    case date
    /// `"…"`, with its quotes.
    case text
    /// `"""…"""`, with its quotes.
    case block
    case symbol(Symbol)
    /// `'text'` or typographic quotes.
    case foreignText
    /// `.5` or `1.500.000`.
    case foreignNumber
    /// `2023-1-5`.
    case foreignDate
    /// What no rule reads, with the code that says why.
    case invalid(SyntaxCode)
    case end
  }

  package var kind: Kind
  package var range: SourceRange
  /// The word without backquotes or `$`, the sign, or the literal as written; empty for texts, which may be long.
  package var text: String
  /// Whether it is the first token of its line.
  package var hasNewlineBefore: Bool

  package init(_ kind: Kind, _ range: SourceRange, text: String = "", hasNewlineBefore: Bool) {
    self.kind = kind
    self.range = range
    self.text = text
    self.hasNewlineBefore = hasNewlineBefore
  }

  /// Whether this is the bare word.
  package func isWord(_ word: String) -> Bool { kind == .name && text == word }

  /// Whether a line that begins with this token goes on with the statement above it.
  package var continuesLine: Bool {
    switch kind {
    case .symbol(.pipe), .symbol(.pipeArrow), .symbol(.magrittr): true
    case .name: Keywords.continuing.contains(text)
    default: false
    }
  }

  /// Whether an expression can begin here.
  var startsOperand: Bool {
    switch kind {
    case .name: !Keywords.reserved.contains(text) || Keywords.prefixes.contains(text)
    case .quotedName, .parameter, .number, .date, .text, .block, .foreignText, .foreignNumber, .foreignDate:
      true
    case .symbol(let symbol):
      symbol == .openParenthesis || symbol == .minus || symbol == .dot || symbol == .bang
    case .invalid, .end: false
    }
  }
}

/// The words that the grammar knows.
///
/// None is a keyword everywhere; `reserved` ones cannot be bare names where an expression may stand, and are
/// names in backquotes, after `.`, `$` and `as`.
package enum Keywords {
  package static let reserved: Set<String> = [
    "and", "or", "not", "if", "then", "else", "match", "true", "false", "missing", "as", "by", "where", "per",
    "expect",
  ]

  /// Reserved words with which an expression begins.
  static let prefixes: Set<String> = ["not", "if", "match", "true", "false", "missing"]

  /// A line that begins with one of them goes on with the statement above.
  package static let continuing: Set<String> = [
    "and", "or", "then", "else", "as", "by", "across", "weighted", "weights", "with",
  ]

  /// The words that begin a stage.
  package static let stages: [String] = [
    "where", "derive", "select", "drop", "rename", "summarize", "count", "sort", "take", "top", "bottom",
    "distinct", "sample", "expand", "append", "describe", "compare", "movement", "transition", "save",
    "suppose", "mpi", "ways", "chart", "layout",
  ]

  /// Stages that are read but not run by this version.
  static let laterStages: Set<String> = ["chart", "layout"]

  /// The words that begin a statement in their place.
  package static let statements: [String] = [
    "let", "param", "use", "include", "title", "text", "expect", "set", "for", "output", "movement",
    "transition", "explain", "standard", "rule",
  ]

  /// Every word that is a keyword somewhere, for the check of upper-case ones.
  package static let all: Set<String> = reserved.union(continuing).union(stages).union(statements).union([
    "in", "is", "has", "mod", "within", "under", "on", "desc", "from", "to", "of", "beside", "listed", "seed",
    "match", "any", "all", "none", "totals", "subtotals", "share", "empty", "indicators", "sheet", "warn",
    "each",
  ])

  /// The words of clauses of law and of explanations: keywords only there, and names in capitals anywhere.
  package static let clauses: Set<String> = [
    "cites", "provisional", "force", "valid", "parameter", "indicator", "service", "lacking", "when", "class",
    "otherwise", "test", "lacks", "project", "eligible", "remedies", "end", "full", "out",
  ]

  /// The powers of ten that a word after a number stands for.
  package static let scales: [String: Int] = [
    "thousand": 3, "million": 6, "billion": 9, "nghìn": 3, "triệu": 6, "tỷ": 9,
  ]
}
