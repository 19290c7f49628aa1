import Columns
import Schema
import Source

/// Cells for people: `table`, `plain` and `md`.
///
/// Language.md section 10: missing is `–`, digits are grouped, at most two decimals print, rates per cent, the
/// difference of two in percentage points, sets `water, toilet`, the empty one `()`. Control characters, and those
/// that turn the direction of writing, print as Nếp writes them in texts (`\n`, `\u{1B}`), so that a cell keeps to
/// its line and no data can command a terminal.
struct TextSyntax: CellSyntax {
  var labels: Language?
  var numbers: NumberFormat
  private let language: Language
  private let isMarkdown: Bool

  init(_ options: RenderingOptions, markdown: Bool = false) {
    labels = options.labels.language
    numbers = options.numberFormat
    language = options.cellLanguage
    isMarkdown = markdown
  }

  var isForPeople: Bool { true }
  var element: TextSyntax { self }

  func appendMissing(to bytes: inout [UInt8]) { bytes += "–".utf8 }

  func appendMissingKey(_ reason: MissingReason, to bytes: inout [UInt8]) {
    bytes += (reason == .notPresent ? CellText.notPresent : CellText.missingKey).utf8
  }

  func appendTotal(to bytes: inout [UInt8]) {
    bytes += (language == .english ? "Total" : "Tổng cộng").utf8
  }

  func append(number: Double, kind: NumberKind, numbers: NumberFormat, to bytes: inout [UInt8]) -> Bool {
    guard numbers.append(number, shift: kind == .plain ? 0 : 2, to: &bytes) else { return false }
    switch kind {
    case .plain: break
    case .share: bytes.append(UInt8(ascii: "%"))
    case .points: bytes += (language == .english ? " pp" : " điểm %").utf8
    }
    return true
  }

  func append(date: CivilDate, display: Display, to bytes: inout [UInt8]) {
    date.append(as: display, to: &bytes)
  }

  func append(listOf count: Int, to bytes: inout [UInt8], each: (Int, inout [UInt8]) -> Void) {
    if count == 0 { bytes += "()".utf8 }
    for index in 0..<count {
      if index > 0 { bytes += ", ".utf8 }
      each(index, &bytes)
    }
  }

  func append(text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var copied = 0
    for (index, byte) in text.enumerated() {
      guard let (escape, length) = escape(of: byte, at: index, in: text) else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
      bytes += escape.utf8
      copied = index + length
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
  }

  /// What stands for the character that begins here, and its length; nil where it stands for itself.
  @inline(__always)
  private func escape(of byte: UInt8, at index: Int, in text: UnsafeBufferPointer<UInt8>) -> (String, Int)? {
    if byte >= 0x20, byte < 0x7F { return isMarkdown && byte == UInt8(ascii: "|") ? ("\\|", 1) : nil }
    if byte > 0x7F { return escape(ofControlAt: index, in: text) }
    switch byte {
    case UInt8(ascii: "\n"): return (isMarkdown ? "<br>" : "\\n", 1)
    case UInt8(ascii: "\t"): return ("\\t", 1)
    default: return (Self.numbered(UInt32(byte)), 1)
    }
  }

  /// Controls beyond ASCII: U+0080 to U+009F, and those that turn the direction of writing.
  @inline(__always)
  private func escape(ofControlAt index: Int, in text: UnsafeBufferPointer<UInt8>) -> (String, Int)? {
    let lead = text[index]
    if lead == 0xC2, index + 1 < text.count, (0x80...0x9F).contains(text[index + 1]) {
      return (Self.numbered(UInt32(text[index + 1])), 2)
    }
    guard lead == 0xE2, index + 2 < text.count else { return nil }
    // U+2000 to U+2FFF are E2 and two bytes of six bits each.
    let value = 0x2000 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
    switch value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return (Self.numbered(value), 3)
    default: return nil
    }
  }

  private static func numbered(_ value: UInt32) -> String {
    "\\u{" + String(value, radix: 16, uppercase: true) + "}"
  }
}
