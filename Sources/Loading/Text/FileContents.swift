import Foundation
import Source

/// The text of a file as UTF-8 bytes, ready for the tokenizer.
///
/// Invariant: `bytes` holds `padding` zero bytes beyond `end`, so that eight bytes can be read from any position before it.
struct FileContents {
  var bytes: ContiguousArray<UInt8>
  /// Where the text begins, after a byte-order mark.
  var start: Int
  var end: Int

  static let padding = 8
  /// The largest file that is read: beyond it there are more rows than a table can number.
  static let sizeLimit = 1 << 40
  /// The largest file that is turned into UTF-8 whole.
  static let convertedLimit = Int(UInt32.max) - 1024

  /// Reads a file and turns it into UTF-8.
  ///
  /// - Parameters:
  ///   - shown: the path as diagnostics name it.
  ///   - encoding: as declared; nil finds UTF-8 and UTF-16 by itself.
  static func read(path: String, shown: String, encoding: TextEncoding?) throws(Diagnostics) -> FileContents {
    let (bytes, count) = try readBytes(path: path, shown: shown)
    return try FileContents(bytes: bytes, count: count, shown: shown, encoding: encoding)
  }

  /// Bytes that are looked at and not read into cells: they have no padding.
  init(bytes: ContiguousArray<UInt8>, start: Int, end: Int) {
    (self.bytes, self.start, self.end) = (bytes, start, end)
  }

  /// Text that did not come from a file.
  init(text: String) {
    bytes = ContiguousArray(text.utf8)
    start = 0
    end = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: FileContents.padding))
  }

  /// - Parameter bytes: `count` bytes of the file and the padding.
  init(bytes: ContiguousArray<UInt8>, count: Int, shown: String, encoding: TextEncoding?) throws(Diagnostics)
  {
    self.bytes = bytes
    start = 0
    end = count
    let found = encoding ?? TextEncoding.detected(in: bytes, count: count)
    if found != .utf8 {
      guard let text = found.decoded(bytes[..<count]) else { throw FileContents.notText(shown) }
      self = FileContents(text: text)
    } else if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      start = 3
    }
    guard isText else { throw FileContents.notText(shown) }
  }

  static func notText(_ shown: String) -> Diagnostics {
    Diagnostics(
      Diagnostic(DataCode.notText, at: nil, ["file": shown])
        .note(
          en: "save it as CSV in UTF-8, or name its `encoding` in snapshot.yaml",
          vi: "hãy lưu thành CSV mã UTF-8, hoặc ghi `encoding` của nó trong snapshot.yaml"))
  }

  private var isText: Bool { FileContents.isText(bytes, start..<end) }

  /// Whether bytes are UTF-8 without control characters that no text holds.
  static func isText(_ bytes: ContiguousArray<UInt8>, _ range: Range<Int>) -> Bool {
    let text = bytes.span.extracting(range)
    let hasZero = text.withUnsafeBytes { memory in
      memory.baseAddress.map { memchr($0, 0, memory.count) != nil } ?? false
    }
    if hasZero { return false }
    return (try? UTF8Span(validating: text)) != nil
  }
}

extension FileContents {
  /// The bytes of a regular file with padding behind, and their count.
  private static func readBytes(path: String, shown: String) throws(Diagnostics)
    -> (ContiguousArray<UInt8>, Int)
  {
    let (descriptor, size) = try opened(path: path, shown: shown)
    defer { close(descriptor) }
    guard size <= convertedLimit else { throw tooLarge(shown) }
    var failure: Int32 = 0
    var count = 0
    let bytes = ContiguousArray<UInt8>(unsafeUninitializedCapacity: size + padding) { buffer, initialized in
      while count < size {
        let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
      for index in count..<(count + padding) { buffer.initializeElement(at: index, to: 0) }
      initialized = count + padding
    }
    guard failure == 0 else { throw openError(failure, shown) }
    return (bytes, count)
  }

  /// A regular file opened for reading, and its size.
  static func opened(path: String, shown: String) throws(Diagnostics) -> (descriptor: Int32, size: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw openError(errno, shown) }
    var status = stat()
    var failure: Diagnostics?
    if fstat(descriptor, &status) != 0 {
      failure = openError(errno, shown)
    } else if status.st_mode & S_IFMT != S_IFREG {
      failure = Diagnostics(Diagnostic(DataCode.notAFile, at: nil, ["file": shown]))
    } else if Int(status.st_size) > sizeLimit {
      failure = tooLarge(shown)
    }
    if let failure {
      close(descriptor)
      throw failure
    }
    return (descriptor, Int(status.st_size))
  }

  static func tooLarge(_ shown: String) -> Diagnostics {
    Diagnostics(Diagnostic(DataCode.fileTooLarge, at: nil, ["file": shown]))
  }

  static func openError(_ number: Int32, _ shown: String) -> Diagnostics {
    if number == ENOENT || number == ENOTDIR {
      return Diagnostics(Diagnostic(DataCode.fileNotFound, at: nil, ["file": shown]))
    }
    let reason = String(cString: strerror(number))
    return Diagnostics(Diagnostic(DataCode.fileUnreadable, at: nil, ["file": shown, "reason": reason]))
  }
}
