import Source

/// A piece of the source to be put in place of another, by UTF-8 offsets.
struct Edit: Sendable {
  var lower: Int
  var upper: Int
  var replacement: String

  init(_ range: SourceRange, _ replacement: String) {
    lower = range.lower
    upper = range.upper
    self.replacement = replacement
  }
}

/// Why a statement could not be read: the diagnostic, and what would mend the source.
final class ParseFailure: Error {
  let diagnostic: Diagnostic
  let edits: [Edit]
  /// The right form alone, for the help where the mended statement cannot be shown.
  let fragment: String?
  /// Whether the text ended where more was needed.
  let isAtEnd: Bool

  init(_ diagnostic: Diagnostic, edits: [Edit] = [], fragment: String? = nil, isAtEnd: Bool = false) {
    self.diagnostic = diagnostic
    self.edits = edits
    self.fragment = fragment
    self.isAtEnd = isAtEnd
  }
}
