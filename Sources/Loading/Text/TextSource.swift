import Foundation
import Source
import Synchronization

/// The text of a file as UTF-8 bytes, read range by range wherever it is asked for, by several threads at once.
///
/// A file in UTF-8 stays on the disk, so that what is read of it takes a bounded room; others are turned into UTF-8 whole.
final class TextSource: Sendable {
  private enum Storage {
    case memory(ContiguousArray<UInt8>)
    case file(descriptor: Int32)
  }

  private let storage: Storage
  /// Where the text begins, after a byte-order mark.
  let start: Int
  /// Where it ends.
  let end: Int
  /// The file as diagnostics show it.
  let shown: String

  /// Text at hand.
  init(_ contents: FileContents, shown: String) {
    storage = .memory(contents.bytes)
    (start, end, self.shown) = (contents.start, contents.end, shown)
  }

  private init(descriptor: Int32, start: Int, end: Int, shown: String) {
    storage = .file(descriptor: descriptor)
    (self.start, self.end, self.shown) = (start, end, shown)
  }

  deinit { if case .file(let descriptor) = storage { close(descriptor) } }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - shown: the path as diagnostics name it.
  ///   - encoding: as declared; nil finds UTF-8 and UTF-16 by itself.
  static func open(path: String, shown: String, encoding: TextEncoding?) throws(Diagnostics) -> TextSource {
    let (descriptor, size) = try FileContents.opened(path: path, shown: shown)
    let source = TextSource(descriptor: descriptor, start: 0, end: size, shown: shown)
    let head = try source.bytes(0..<min(size, 64))
    let found = encoding ?? TextEncoding.detected(in: head, count: head.count)
    guard found == .utf8 else {
      return TextSource(try FileContents.read(path: path, shown: shown, encoding: encoding), shown: shown)
    }
    let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
    return try source.keeping(start: hasMark ? 3 : 0)
  }

  /// This file from a position on.
  private func keeping(start: Int) throws(Diagnostics) -> TextSource {
    guard start > 0, case .file(let descriptor) = storage else { return self }
    let other = dup(descriptor)
    guard other >= 0 else { throw FileContents.openError(errno, shown) }
    return TextSource(descriptor: other, start: start, end: end, shown: shown)
  }

  /// The bytes of a range with padding behind; fewer where the file has become shorter.
  ///
  /// - Parameter padding: zero bytes behind them, so that eight bytes can be read from any position.
  func bytes(_ range: Range<Int>, padding: Int = 0) throws(Diagnostics) -> ContiguousArray<UInt8> {
    switch storage {
    case .memory(let all):
      var result = ContiguousArray<UInt8>()
      result.reserveCapacity(range.count + padding)
      result.append(contentsOf: all[range])
      result.append(contentsOf: repeatElement(0, count: padding))
      return result
    case .file(let descriptor): return try bytes(range, padding, of: descriptor)
    }
  }

  private func bytes(_ range: Range<Int>, _ padding: Int, of descriptor: Int32) throws(Diagnostics)
    -> ContiguousArray<UInt8>
  {
    var failure: Int32 = 0
    let bytes = ContiguousArray<UInt8>(unsafeUninitializedCapacity: range.count + padding) {
      buffer, initialized in
      var count = 0
      while count < range.count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
          off_t(range.lowerBound + count))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
      for index in count..<(count + padding) { buffer.initializeElement(at: index, to: 0) }
      initialized = count + padding
    }
    guard failure == 0 else { throw FileContents.openError(failure, shown) }
    return bytes
  }

  /// How the file separates cells and lines.
  ///
  /// - Parameter declared: the delimiter that the manifest names.
  func dialect(declared: UInt8?) throws(Diagnostics) -> CsvDialect {
    var size = 1 << 16
    while true {
      let range = start..<min(end, start + size)
      let head = try bytes(range)
      // A first line that a line feed ends says all; a carriage return alone must be looked for in the whole text.
      let ending = head.firstIndex { $0 == 0x0A || $0 == 0x0D }
      let isWhole = range.upperBound == end
      if isWhole || ending.map({ head[$0] == 0x0A || head[$0...].contains(0x0A) }) ?? false {
        var dialect = CsvDialect(
          of: FileContents(bytes: head, start: 0, end: head.count), declared: declared)
        dialect.headerStart += start
        return dialect
      }
      size *= 8
    }
  }
}
