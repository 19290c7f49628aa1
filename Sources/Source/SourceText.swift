import Foundation

/// Where a source text came from: a number that a `SourceMap` gives out, so that a range can name its file.
package struct SourceID: Hashable, Sendable {
  package var number: Int
  package init(_ number: Int) { self.number = number }
}

/// A half-open range of UTF-8 offsets in one source text.
package struct SourceRange: Hashable, Sendable {
  package var source: SourceID
  package var lower: Int
  package var upper: Int

  package init(_ source: SourceID, _ lower: Int, _ upper: Int) {
    self.source = source
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The smallest range that holds both; ranges of different sources keep the first.
  package func union(_ other: SourceRange) -> SourceRange {
    guard other.source == source else { return self }
    return SourceRange(source, min(lower, other.lower), max(upper, other.upper))
  }

  /// The empty range at the end of this one.
  package var end: SourceRange { SourceRange(source, upper, upper) }
}

/// One text that the interpreter reads, normalised to NFC, with its lines.
package struct SourceText: Sendable {
  package let id: SourceID
  /// The name that diagnostics show: a path as the user gave it, `-c`, `-`, or `prompt`.
  package let name: String
  package let utf8: [UInt8]
  /// Offset of the first byte of each line; never empty.
  package let lineStarts: [Int]

  package init(id: SourceID, name: String, text: String) {
    self.id = id
    self.name = name
    utf8 = Array(text.composed.utf8)
    var starts = [0]
    for (offset, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// The text of a range, clamped to this source.
  package func text(_ range: SourceRange) -> String {
    let lower = min(max(0, range.lower), utf8.count)
    let upper = min(max(lower, range.upper), utf8.count)
    return String(decoding: utf8[lower..<upper], as: UTF8.self)
  }

  /// The number of the line, from 1, that holds a byte offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The text of a line, from 1, without its end.
  package func lineText(_ line: Int) -> String {
    let lower = lineStarts[line - 1]
    var upper = line < lineStarts.count ? lineStarts[line] - 1 : utf8.count
    if upper > lower, utf8[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
    return String(decoding: utf8[lower..<max(lower, upper)], as: UTF8.self)
  }
}

/// The texts read in one run, so that a diagnostic can show the line it speaks of.
package struct SourceMap: Sendable {
  package private(set) var sources: [SourceText] = []

  package init() {}

  package mutating func add(name: String, text: String) -> SourceText {
    let source = SourceText(id: SourceID(sources.count), name: name, text: text)
    sources.append(source)
    return source
  }

  package subscript(id: SourceID) -> SourceText? {
    sources.indices.contains(id.number) ? sources[id.number] : nil
  }
}

extension String {
  /// This text in Unicode's composed form (NFC), in which all text enters Nếp.
  package var composed: String {
    unicodeScalars.contains { $0.value >= 0x300 } ? precomposedStringWithCanonicalMapping : self
  }
}

extension String {
  /// This text in Unicode's decomposed form (NFD).
  package var canonicallyDecomposed: String { decomposedStringWithCanonicalMapping }
}
