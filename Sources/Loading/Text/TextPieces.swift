import Foundation
import Source

/// Some rows of a text, whole: it begins where a row begins and ends where one ends.
struct TextPiece: Sendable {
  /// Its number in the text, from 0.
  var number: Int
  /// Its bytes, with padding behind.
  var bytes: ContiguousArray<UInt8>
  /// The bytes of it that are text.
  var count: Int
  /// Where it begins in the text.
  var offset: Int
}

/// Cuts a text into pieces of whole rows, so that several threads can read them; a line feed within quotes ends no row.
struct TextPieces {
  private let source: TextSource
  private let dialect: CsvDialect
  /// The bytes that a piece has about.
  private let size: Int
  private var offset: Int
  private var number = 0

  /// - Parameter size: how many bytes a piece has; more where a row is longer.
  init(_ source: TextSource, _ dialect: CsvDialect, size: Int) {
    self.source = source
    self.dialect = dialect
    self.size = max(1, size)
    offset = dialect.headerStart
  }

  /// The next piece; nil at the end of the text.
  mutating func next() throws(Diagnostics) -> TextPiece? {
    guard offset < source.end else { return nil }
    var wanted = size
    while true {
      let range = offset..<min(source.end, offset + wanted)
      let bytes = try source.bytes(range, padding: FileContents.padding)
      let count = bytes.count - FileContents.padding
      // A file that became shorter ends here.
      let isLast = count < range.count || range.upperBound == source.end
      guard let end = isLast ? count : RowEnds(dialect).last(in: bytes, count) else {
        wanted *= 2
        continue
      }
      let piece = TextPiece(number: number, bytes: bytes, count: end, offset: offset)
      offset = isLast ? source.end : offset + end
      number += 1
      return piece
    }
  }
}

/// Finds where rows end, by the same reading of quotes as the tokenizer's.
///
/// A quote opens a cell only where the cell begins; in it two quotes are one, and what follows the closing quote is text as it
/// stands.
struct RowEnds {
  private let delimiter: UInt8
  private let newline: UInt8
  private static let quote = UInt8(ascii: "\"")

  init(_ dialect: CsvDialect) {
    delimiter = dialect.delimiter
    newline = dialect.newline
  }

  /// The position behind the last row that is whole for certain; nil where there is none.
  ///
  /// - Parameter bytes: `count` bytes from the beginning of a row on.
  func last(in bytes: ContiguousArray<UInt8>, _ count: Int) -> Int? {
    bytes.span.withUnsafeBytes { memory -> Int? in
      var end: Int?
      var position = 0
      while position < count {
        let opening = self.opening(in: memory, from: position, count)
        if let newline = last(newline, in: memory, position..<opening) { end = newline + 1 }
        guard opening < count, let closing = closing(in: memory, from: opening + 1, count) else { break }
        position = closing
      }
      return end
    }
  }

  /// The first quote from a position on that opens a cell, or the end.
  private func opening(in memory: UnsafeRawBufferPointer, from start: Int, _ count: Int) -> Int {
    var cursor = start
    while let found = first(RowEnds.quote, in: memory, cursor..<count) {
      if found == 0 || memory[found - 1] == delimiter || memory[found - 1] == newline { return found }
      cursor = found + 1
    }
    return count
  }

  /// The position behind the quote that closes a cell; nil where it is not among the bytes for certain.
  private func closing(in memory: UnsafeRawBufferPointer, from start: Int, _ count: Int) -> Int? {
    var cursor = start
    while let found = first(RowEnds.quote, in: memory, cursor..<count) {
      guard found + 1 < count else { return nil }
      if memory[found + 1] != RowEnds.quote { return found + 1 }
      cursor = found + 2
    }
    return nil
  }

  private func first(_ byte: UInt8, in memory: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, let base = memory.baseAddress,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private func last(_ byte: UInt8, in memory: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    memory[range].lastIndex(of: byte)
  }
}
