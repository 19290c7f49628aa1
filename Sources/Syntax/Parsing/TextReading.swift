import Source

/// Turns the inside of a text, as written, into the text that is meant.
///
/// A block (`"""`) follows Swift's rule: where its quotes stand on lines of their own, the first and the last line end
/// do not count, and the blanks before the closing quotes are taken off the front of each line.
struct TextReading {
  /// A stretch of the source between quotes and `{…}`.
  struct Stretch {
    var lower: Int
    var upper: Int
    var isFirst: Bool
    var isLast: Bool
  }

  let source: SourceText
  let isBlock: Bool
  /// Whether `{` begins a value, so that `\{` stands for a brace.
  let isTemplate: Bool
  /// The blanks before the closing quotes, where these stand on a line of their own.
  let indentation: ArraySlice<UInt8>?

  init(_ source: SourceText, isBlock: Bool, isTemplate: Bool, lastStretch: Stretch) {
    self.source = source
    self.isBlock = isBlock
    self.isTemplate = isTemplate
    indentation = isBlock ? TextReading.closingIndentation(source.utf8, lastStretch) : nil
  }

  private static func closingIndentation(_ utf8: [UInt8], _ stretch: Stretch) -> ArraySlice<UInt8>? {
    var start = stretch.upper
    while start > stretch.lower, utf8[start - 1] == 0x20 || utf8[start - 1] == 0x09 { start -= 1 }
    guard start > stretch.lower, utf8[start - 1] == UInt8(ascii: "\n") else { return nil }
    return utf8[start..<stretch.upper]
  }

  func read(_ stretch: Stretch) throws(ParseFailure) -> String {
    var bytes: [UInt8] = []
    var index = stretch.isFirst ? contentStart(stretch) : stretch.lower
    var atLineStart = stretch.isFirst && index > stretch.lower
    let end = stretch.isLast ? contentEnd(stretch, from: index) : stretch.upper
    while index < end {
      if atLineStart, let indentation { index = skip(indentation, at: index, end) }
      atLineStart = false
      guard index < end else { break }
      let byte = source.utf8[index]
      if byte == UInt8(ascii: "\\") {
        index = try escape(at: index, end, into: &bytes)
      } else if byte == 0x0D, index + 1 < source.utf8.count, source.utf8[index + 1] == UInt8(ascii: "\n") {
        index += 1
      } else {
        atLineStart = byte == UInt8(ascii: "\n")
        bytes.append(byte)
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self).composed
  }

  /// Behind the first line end of a block whose first line is empty.
  private func contentStart(_ stretch: Stretch) -> Int {
    guard indentation != nil else { return stretch.lower }
    var index = stretch.lower
    while index < stretch.upper, [0x20, 0x09, 0x0D].contains(source.utf8[index]) { index += 1 }
    guard index < stretch.upper, source.utf8[index] == UInt8(ascii: "\n") else { return stretch.lower }
    return index + 1
  }

  private func contentEnd(_ stretch: Stretch, from start: Int) -> Int {
    guard let indentation else { return stretch.upper }
    let end = stretch.upper - indentation.count - 1
    return max(start, end > start && source.utf8[end - 1] == 0x0D ? end - 1 : end)
  }

  private func skip(_ indentation: ArraySlice<UInt8>, at index: Int, _ end: Int) -> Int {
    var index = index
    for blank in indentation {
      guard index < end, source.utf8[index] == blank else { break }
      index += 1
    }
    return index
  }

  private func escape(at index: Int, _ end: Int, into bytes: inout [UInt8]) throws(ParseFailure) -> Int {
    let letter = index + 1 < end ? source.utf8[index + 1] : 0
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(letter)
    case UInt8(ascii: "{") where isTemplate, UInt8(ascii: "}") where isTemplate: bytes.append(letter)
    case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): bytes.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "u"): return try scalar(at: index, end, into: &bytes)
    default: throw unknownEscape(index, min(end, index + 2))
    }
    return index + 2
  }

  /// `\u{1EA1}`.
  private func scalar(at index: Int, _ end: Int, into bytes: inout [UInt8]) throws(ParseFailure) -> Int {
    var position = index + 2
    guard position < end, source.utf8[position] == UInt8(ascii: "{") else {
      throw unknownEscape(index, min(end, index + 2))
    }
    position += 1
    var value: UInt32 = 0
    var count = 0
    while position < end, count < 7,
      let digit = Character(Unicode.Scalar(source.utf8[position])).hexDigitValue
    {
      value = value << 4 | UInt32(digit)
      count += 1
      position += 1
    }
    guard (1...6).contains(count), position < end, source.utf8[position] == UInt8(ascii: "}"),
      let scalar = Unicode.Scalar(value)
    else { throw unknownEscape(index, min(end, position + 1)) }
    bytes.append(contentsOf: Array(String(Character(scalar)).utf8))
    return position + 1
  }

  private func unknownEscape(_ lower: Int, _ upper: Int) -> ParseFailure {
    let range = SourceRange(source.id, lower, upper)
    return ParseFailure(Diagnostic(SyntaxCode.unknownEscape, at: range, ["text": source.text(range)]))
  }
}
