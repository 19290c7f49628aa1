/// One letter for each letter of the Latin script, so that text changes case or loses its marks without strings.
///
/// It covers ASCII, U+0080 to U+024F, and U+1E00 to U+1EFF, where the letters of Vietnamese are.
struct LetterTable {
  /// The letter for each scalar from 0 to U+024F, then from U+1E00 to U+1EFF; `none` where there is not just one.
  private let letters: ContiguousArray<UInt32>

  private static let none = UInt32.max
  private static let additional = 0x250

  /// - Parameter letter: the one letter for a scalar; nil where there is none, or more.
  init(_ letter: (Unicode.Scalar) -> Unicode.Scalar?) {
    letters = ContiguousArray(
      (Array(0..<0x250) + Array(0x1E00..<0x1F00)).map { value in
        Unicode.Scalar(UInt32(value)).flatMap(letter)?.value ?? LetterTable.none
      })
  }

  /// The letter for a scalar; nil where the table has none.
  @inline(__always)
  func letter(_ value: UInt32) -> UInt32? {
    let place: Int
    switch value {
    case 0..<0x250: place = Int(value)
    case 0x1E00..<0x1F00: place = Int(value) - 0x1E00 + LetterTable.additional
    default: return nil
    }
    let letter = letters[place]
    return letter == LetterTable.none ? nil : letter
  }

  /// Appends the letters for a text; false, with nothing appended, where the table lacks one.
  func append(_ text: Span<UInt8>, to result: inout ContiguousArray<UInt8>) -> Bool {
    let start = result.count
    // A letter of two bytes may become one of three; none grows more.
    let room = text.count * 3 / 2
    result.append(contentsOf: repeatElement(0, count: room))
    let end = write(text, to: &result, from: start)
    result.removeLast(start + room - (end ?? start))
    return end != nil
  }

  /// Writes the letters for a text over bytes from a position on; gives the end, nil where the table lacks one.
  private func write(_ text: Span<UInt8>, to result: inout ContiguousArray<UInt8>, from start: Int) -> Int? {
    var output = result.mutableSpan
    var end = start
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        output[end] = UInt8(truncatingIfNeeded: letters[Int(byte)])
        end &+= 1
        index &+= 1
        continue
      }
      let (scalar, length) = UTF8Text.scalar(text, at: index)
      guard let value = scalar?.value, let letter = letter(value) else { return nil }
      let width = UTF8Text.width(letter)
      // A table may not make room for itself: only growth from two bytes to three has been allowed for.
      guard width <= length || (width == 3 && length == 2) else { return nil }
      for offset in 0..<width { output[end &+ offset] = UTF8Text.byte(letter, offset) }
      end &+= width
      index &+= length
    }
    return end
  }
}

extension LetterTable {
  /// Lower case, where it is one scalar.
  static let lower = LetterTable { single($0.properties.lowercaseMapping) }

  /// Upper case, where it is one scalar.
  static let upper = LetterTable { single($0.properties.uppercaseMapping) }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    let scalars = mapping.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }
}
