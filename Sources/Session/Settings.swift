import Rendering
import Source

/// What `set` and the options change in how results are shown.
package struct Settings: Sendable {
  package var format: OutputFormat
  package var labels: LabelStyle = .names
  package var language: Language
  package var decimals: Int?
  package var width: Int?
  package var color = false
  package var byteOrderMark = false
  package var isTimed = false
  package var isQuiet = false
  package var isStrict = false

  package init(format: OutputFormat, language: Language) {
    self.format = format
    self.language = language
  }

  var rendering: RenderingOptions {
    RenderingOptions(
      labels: labels, language: language, decimals: decimals, width: width, color: color,
      byteOrderMark: byteOrderMark)
  }

  /// Takes up a `set` statement; names and values were checked when it was resolved.
  mutating func apply(_ name: String, _ value: String, isFormatFixed: Bool) {
    switch name {
    case "labels": labels = LabelStyle(rawValue: value) ?? labels
    case "language": language = Language(rawValue: value) ?? language
    case "decimals": decimals = Int(value)
    case "format": if !isFormatFixed { format = OutputFormat(rawValue: value) ?? format }
    case "timing": isTimed = value == "on"
    default: break
    }
  }
}
