import Source

/// Whether headers and values of enums print as the names that queries write, or as labels (`set labels`).
package enum LabelStyle: String, CaseIterable, Sendable {
  case names, en, vi

  /// The language of the labels; nil where names are printed.
  package var language: Language? {
    switch self {
    case .names: nil
    case .en: .english
    case .vi: .vietnamese
    }
  }
}

/// What a user may choose about the printed form of results.
package struct RenderingOptions: Sendable {
  /// Holds in the formats for people; formats for programs keep names, so that a script that reads them is not
  /// broken by `set labels`.
  package var labels: LabelStyle
  /// The language of the words that the renderers add: `0 rows`, what a table hid, and `Total` where names print.
  package var language: Language
  /// The most decimal places that formats for people print (`set decimals`); two where nil.
  package var decimals: Int?
  /// The columns of the terminal, within which `table` keeps; nil for no bound.
  package var width: Int?
  package var color: Bool
  /// Whether csv and tsv begin with a byte-order mark, by which Excel knows UTF-8.
  package var byteOrderMark: Bool

  package init(
    labels: LabelStyle = .names, language: Language = .english, decimals: Int? = nil, width: Int? = nil,
    color: Bool = false, byteOrderMark: Bool = false
  ) {
    self.labels = labels
    self.language = language
    self.decimals = decimals
    self.width = width
    self.color = color
    self.byteOrderMark = byteOrderMark
  }

  /// The language of words that stand in cells (`Total`, `pp`): that of the labels, else that of the messages.
  var cellLanguage: Language { labels.language ?? language }

  /// How numbers print in formats for people: `1.204,5` with Vietnamese labels, else `1,204.5`.
  var numberFormat: NumberFormat {
    NumberFormat(separators: labels.language ?? .english, decimals: decimals ?? NumberFormat.usualDecimals)
  }
}
