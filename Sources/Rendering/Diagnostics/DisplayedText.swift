import Source

/// Source text as a terminal may show it: nothing in it can move the cursor or turn the direction of writing.
///
/// Tabs are four blanks, control characters their pictures (U+2400…), and controls of direction U+FFFD.
enum DisplayedText {
  private static let tab = "    "

  /// What is shown for a scalar, and how many columns it takes.
  static func shown(_ scalar: Unicode.Scalar) -> (text: String, width: Int) {
    switch scalar.value {
    case 0x09: return (tab, tab.utf8.count)
    case 0..<0x20: return (picture(0x2400 + scalar.value), 1)
    case 0x20..<0x7F: return (String(scalar), 1)
    case 0x7F: return (picture(0x2421), 1)
    case 0x80..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return ("\u{FFFD}", 1)
    default: return (String(scalar), scalar.displayWidth)
    }
  }

  /// A text on one line.
  static func line(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += shown($1).text }
  }

  /// The lines of a text.
  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
  }

  private static func picture(_ value: UInt32) -> String { Unicode.Scalar(value).map { String($0) } ?? "" }
}
