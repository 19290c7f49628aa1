/// The different texts of a column, each once, by code from 0.
///
/// Texts lie in one buffer of UTF-8 with offsets, so that a dictionary of millions costs no object a text.
package struct TextDictionary: Sendable {
  package private(set) var bytes: ContiguousArray<UInt8> = []
  /// `count + 1` offsets; text `i` is `bytes[offsets[i]..<offsets[i + 1]]`.
  package private(set) var offsets: ContiguousArray<Int> = [0]

  package init() {}

  package init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  /// A dictionary over a buffer already laid out.
  ///
  /// - Parameter offsets: one more than there are texts, ascending from 0 to `bytes.count`.
  package init(bytes: ContiguousArray<UInt8>, offsets: ContiguousArray<Int>) {
    precondition(offsets.first == 0 && offsets.last == bytes.count, "offsets span the whole buffer")
    self.bytes = bytes
    self.offsets = offsets
  }

  package var count: Int { offsets.count - 1 }

  package subscript(code: Int) -> String {
    String(decoding: bytes[offsets[code]..<offsets[code + 1]], as: UTF8.self)
  }

  /// The length of a text in bytes.
  package func length(_ code: Int) -> Int { offsets[code + 1] - offsets[code] }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    offsets.append(bytes.count)
  }

  package mutating func append(bytes text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
    offsets.append(bytes.count)
  }

  package mutating func append(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    offsets.append(bytes.count)
  }

  package var texts: [String] { (0..<count).map { self[$0] } }
}

extension TextDictionary {
  /// Whether a text has these bytes.
  package func matches(_ code: Int, _ text: [UInt8]) -> Bool {
    let start = offsets[code]
    guard offsets[code + 1] - start == text.count else { return false }
    for index in 0..<text.count where bytes[start + index] != text[index] { return false }
    return true
  }
}
