/// The order of text: the Vietnamese alphabet, numbers by their value, then tones, then case.
///
/// Two texts are compared by, in turn:
/// 1. what stands in them: blanks and ASCII signs, then numbers, then letters (`a ă â b c d đ e ê …`), then every other
///    scalar by its number;
/// 2. the tones of their letters: none, huyền (à), hỏi (ả), ngã (ã), sắc (á), nặng (ạ);
/// 3. the case of their letters, small before capital, and the zeros that numbers begin with.
///
/// Texts are in NFC, as all text is that enters; so each letter is one scalar, and only equal texts compare equal.
package enum VietnameseCollation {
  /// A key whose order as bytes is the order of the text.
  package static func collationKey(_ text: String) -> [UInt8] {
    var builder = CollationKeyBuilder()
    let utf8 = ContiguousArray(text.utf8)
    builder.append(utf8, 0..<utf8.count)
    return Array(builder.bytes)
  }
}

/// Writes collation keys one after the other.
///
/// A key is three runs of bytes, parted by 0: weights of what stands there, of tones, of case. Weights are above 0 but
/// within the fixed length that a lead byte announces, so that a key cannot run into the next level of another.
struct CollationKeyBuilder {
  private(set) var bytes = ContiguousArray<UInt8>()
  private var tones = ContiguousArray<UInt8>()
  private var cases = ContiguousArray<UInt8>()

  private static let firstSign: UInt8 = 1
  private static let number: UInt8 = 0x88
  private static let firstLetter: UInt8 = 0x90
  private static let otherScalar: UInt8 = 0xF0

  /// Appends the key of a text that is a part of some UTF-8.
  mutating func append(_ text: ContiguousArray<UInt8>, _ range: Range<Int>) {
    tones.removeAll(keepingCapacity: true)
    cases.removeAll(keepingCapacity: true)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      if byte >= 0x30, byte <= 0x39 {
        position = appendNumber(text, position..<range.upperBound)
      } else {
        let (scalar, length) = CollationKeyBuilder.scalar(text, position..<range.upperBound)
        append(scalar)
        position += length
      }
    }
    bytes.append(0)
    bytes.append(contentsOf: tones)
    bytes.append(0)
    bytes.append(contentsOf: cases)
  }

  private mutating func append(_ scalar: UInt32) {
    if let letter = VietnameseAlphabet.letter(scalar) {
      bytes.append(CollationKeyBuilder.firstLetter + letter.place)
      tones.append(letter.tone + 1)
      cases.append(letter.isUpper ? 2 : 1)
    } else if scalar < 0x80 {
      bytes.append(CollationKeyBuilder.firstSign + UInt8(truncatingIfNeeded: scalar))
    } else {
      bytes.append(CollationKeyBuilder.otherScalar)
      for shift: UInt32 in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: scalar >> shift)) }
    }
  }

  /// Digits up to the next other sign: their number without leading zeros, then they; returns where they end.
  private mutating func appendNumber(_ text: ContiguousArray<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
    var start = range.lowerBound
    while start < end, text[start] == 0x30 { start += 1 }
    bytes.append(CollationKeyBuilder.number)
    CollationKeyBuilder.append(length: end - start, to: &bytes)
    for digit in text[start..<end] { bytes.append(digit) }
    CollationKeyBuilder.append(length: start - range.lowerBound, to: &cases)
    return end
  }

  /// A length of any size such that the order of the bytes is the order of lengths.
  private static func append(length: Int, to bytes: inout ContiguousArray<UInt8>) {
    var rest = length
    while rest >= 254 {
      bytes.append(255)
      rest -= 254
    }
    bytes.append(UInt8(truncatingIfNeeded: rest + 1))
  }

  /// The scalar that begins a part of some UTF-8 and its length in bytes; a byte that begins none stands for itself,
  /// after all scalars.
  private static func scalar(_ text: ContiguousArray<UInt8>, _ range: Range<Int>) -> (UInt32, Int) {
    let lead = text[range.lowerBound]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC0, length <= range.count else { return (0x11_0000 + UInt32(lead), 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(text[range.lowerBound + offset] & 0x3F) }
    return (scalar, length)
  }
}
