import Columns
import Schema
import Source

/// Cells of csv and tsv.
///
/// Quoted as RFC 4180 says and only where needed: where they hold the delimiter, a quote or a line end, or are an
/// empty text, which would read back as missing (as DuckDB does). Missing values are empty, sets `a;b`, numbers are
/// written in full with a decimal point.
struct DelimitedSyntax: CellSyntax {
  let delimiter: UInt8
  private var isElement = false

  init(delimiter: UInt8) { self.delimiter = delimiter }

  var isForPeople: Bool { false }
  var labels: Language? { nil }
  var numbers: NumberFormat { .full }

  /// Elements are not quoted one by one: the whole cell is.
  var element: DelimitedSyntax {
    var copy = self
    copy.isElement = true
    return copy
  }

  func appendMissing(to bytes: inout [UInt8]) {}
  func appendTotal(to bytes: inout [UInt8]) {}

  func appendMissingKey(_ reason: MissingReason, to bytes: inout [UInt8]) {
    if reason == .notPresent { bytes += CellText.notPresent.utf8 }
  }

  func append(number: Double, kind: NumberKind, numbers: NumberFormat, to bytes: inout [UInt8]) -> Bool {
    numbers.append(number, to: &bytes)
  }

  func append(date: CivilDate, display: Display, to bytes: inout [UInt8]) { date.appendISO(to: &bytes) }

  func append(text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    if !isElement, text.isEmpty {
      bytes += "\"\"".utf8
    } else if !isElement, text.contains(where: needsQuotes) {
      quote(Array(text), to: &bytes)
    } else {
      bytes.append(contentsOf: text)
    }
  }

  func append(listOf count: Int, to bytes: inout [UInt8], each: (Int, inout [UInt8]) -> Void) {
    let start = bytes.count
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      each(index, &bytes)
    }
    guard bytes[start...].contains(where: needsQuotes) else { return }
    let whole = Array(bytes[start...])
    bytes.removeSubrange(start...)
    quote(whole, to: &bytes)
  }

  @inline(__always)
  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }

  private func quote(_ text: [UInt8], to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
