import Columns
import Schema
import Source

/// Values of json and jsonl.
///
/// Language.md section 10: numbers as the shortest decimal that reads back, shares and their differences as
/// fractions, sets and lists as arrays, dates as ISO text, missing as `null`; the groups `"(not present)"` and
/// `"(none)"` are text.
struct JSONSyntax: CellSyntax {
  var isForPeople: Bool { false }
  var labels: Language? { nil }
  var numbers: NumberFormat { .full }
  var element: JSONSyntax { self }

  func appendMissing(to bytes: inout [UInt8]) { bytes += "null".utf8 }
  func appendTotal(to bytes: inout [UInt8]) { appendMissing(to: &bytes) }

  func appendMissingKey(_ reason: MissingReason, to bytes: inout [UInt8]) {
    if reason == .notPresent {
      append(text: CellText.notPresent, to: &bytes)
    } else {
      appendMissing(to: &bytes)
    }
  }

  func append(number: Double, kind: NumberKind, numbers: NumberFormat, to bytes: inout [UInt8]) -> Bool {
    numbers.append(number, to: &bytes)
  }

  func append(date: CivilDate, display: Display, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    date.appendISO(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  func append(listOf count: Int, to bytes: inout [UInt8], each: (Int, inout [UInt8]) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for index in 0..<count {
      if index > 0 { bytes += ", ".utf8 }
      each(index, &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  func append(text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if text.contains(where: Self.isEscaped) {
      for byte in text {
        if Self.isEscaped(byte) { Self.append(escapeOf: byte, to: &bytes) } else { bytes.append(byte) }
      }
    } else {
      bytes.append(contentsOf: text)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func append(escapeOf byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case 0..<0x20:
      bytes += (byte < 0x10 ? "u000" : "u00").utf8
      bytes += String(byte, radix: 16).utf8
    default: bytes.append(byte)
    }
  }
}
