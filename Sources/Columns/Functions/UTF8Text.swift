/// Text as bytes of UTF-8: scalars, positions and search, without making strings.
///
/// Bytes that are not UTF-8 count as one scalar each, so that every loop gets to the end.
enum UTF8Text {
  /// The scalar that begins at a position and its length in bytes; nil, of length 1, where none does.
  static func scalar(_ text: Span<UInt8>, at index: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = UInt32(text[index])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1 else { return (Unicode.Scalar(first), 1) }
    guard first >= 0xC2, first < 0xF5, index + length <= text.count else { return (nil, 1) }
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = UInt32(text[index + offset])
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | (byte & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) } ?? (nil, 1)
  }

  /// How many bytes a scalar takes.
  @inline(__always)
  static func width(_ value: UInt32) -> Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }

  /// A byte of a scalar, counted from 0.
  @inline(__always)
  static func byte(_ value: UInt32, _ index: Int) -> UInt8 {
    let width = width(value)
    if width == 1 { return UInt8(truncatingIfNeeded: value) }
    let bits = value >> UInt32(6 * (width - 1 - index))
    // The first byte begins with as many ones as there are bytes.
    return index == 0
      ? UInt8(truncatingIfNeeded: bits | (0xF00 >> UInt32(width)) & 0xFF)
      : UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F)
  }

  /// Appends a scalar's bytes.
  static func append(_ value: UInt32, to result: inout ContiguousArray<UInt8>) {
    for index in 0..<width(value) { result.append(byte(value, index)) }
  }

  /// Appends a text's bytes.
  static func append(_ text: Span<UInt8>, to result: inout ContiguousArray<UInt8>) {
    text.withUnsafeBufferPointer { result.append(contentsOf: $0) }
  }

  /// Whether a byte continues a scalar that began before it.
  @inline(__always)
  private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// How many scalars a text has.
  static func length(_ text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices { count &+= continues(text[index]) ? 0 : 1 }
    return count
  }

  /// The byte at which the scalar of a number (from 0) begins; the end where there are fewer.
  static func position(_ text: Span<UInt8>, scalar number: Int) -> Int {
    var left = number
    for index in text.indices where !continues(text[index]) {
      if left <= 0 { return index }
      left -= 1
    }
    return text.count
  }

  /// Where `pattern` first occurs at or after a position; nil where it does not.
  static func find(_ pattern: Span<UInt8>, in text: Span<UInt8>, from start: Int = 0) -> Int? {
    guard pattern.count > 0 else { return start }
    let first = pattern[0]
    var index = start
    while index + pattern.count <= text.count {
      if text[index] == first, occurs(pattern, in: text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// Whether `pattern` lies in a text at a position, from which it may reach beyond the end.
  static func occurs(_ pattern: Span<UInt8>, in text: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + pattern.count <= text.count else { return false }
    for index in pattern.indices where text[start + index] != pattern[index] { return false }
    return true
  }

  /// The text between the first and the last scalar that is no space (general category Zs, as in DuckDB).
  static func trimmed(_ text: Span<UInt8>) -> Range<Int> {
    var (start, end, index) = (text.count, text.count, 0)
    while index < text.count {
      let (scalar, length) = scalar(text, at: index)
      if scalar?.properties.generalCategory != .spaceSeparator {
        if start == text.count { start = index }
        end = index + length
      }
      index += length
    }
    return start..<end
  }

  /// The words of a text: the longest runs without white space.
  static func words(_ text: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var (start, index) = (0, 0)
    while index < text.count {
      let (scalar, length) = scalar(text, at: index)
      if scalar?.properties.isWhitespace == true {
        if start < index { words.append(start..<index) }
        start = index + length
      }
      index += length
    }
    if start < text.count { words.append(start..<text.count) }
    return words
  }
}
