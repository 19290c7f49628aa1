/// Colours on a terminal, by ANSI's select-graphic-rendition codes; nothing where colour is off.
struct Paint: Sendable {
  enum Style: String, Sendable {
    case bold = "1"
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case place = "1;34"
    case help = "1;32"
  }

  private let isOn: Bool

  init(_ isOn: Bool) { self.isOn = isOn }

  func callAsFunction(_ text: String, _ style: Style) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Bold bytes; a line end at the end stays outside.
  func bold(_ text: [UInt8]) -> [UInt8] {
    guard isOn else { return text }
    let end = text.last == UInt8(ascii: "\n") ? text.count - 1 : text.count
    return Array("\u{1B}[1m".utf8) + text[..<end] + Array("\u{1B}[0m".utf8) + text[end...]
  }
}
