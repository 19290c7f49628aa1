import Source

/// What formats for people print beside tables and values: titles, texts, and the line of an empty table.
enum TextBlock {
  /// A title on a line of its own.
  static func title(_ title: String) -> [UInt8] {
    let line = title.split(whereSeparator: \.isNewline).joined(separator: " ")
    return Array(line.utf8) + [UInt8(ascii: "\n")]
  }

  /// A text as it stands, with one line end; nothing where it is empty.
  static func text(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    let first = bytes.firstIndex { $0 != UInt8(ascii: "\n") } ?? bytes.endIndex
    bytes.removeSubrange(..<first)
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return bytes.isEmpty ? [] : bytes + [UInt8(ascii: "\n")]
  }

  static func noRows(_ language: Language) -> [UInt8] {
    Array((language == .english ? "0 rows\n" : "0 dòng\n").utf8)
  }
}
