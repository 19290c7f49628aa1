import Foundation
import Source

/// Where results and everything else go; the only part of the command that knows the streams.
package final class Console {
  package let isTerminal: Bool
  package let width: Int?
  package let language: Language
  package let color: Bool
  /// Set when the reader of standard output has gone: the run then ends quietly.
  package private(set) var isClosed = false
  /// Why standard output takes no more, where that is not its reader's doing: a full disk, say.
  package private(set) var failure: String?
  /// Takes what would be written, in place of the streams: for tests.
  package var sink: ((_ isResult: Bool, _ text: String) -> Void)?

  package init(isTerminal: Bool, width: Int?, language: Language, color: Bool) {
    self.isTerminal = isTerminal
    self.width = width
    self.language = language
    self.color = color
  }

  /// Writes results.
  package func write(_ bytes: [UInt8]) {
    guard !isClosed, !bytes.isEmpty else { return }
    if let sink { return sink(true, String(decoding: bytes, as: UTF8.self)) }
    guard let error = Console.write(bytes, to: STDOUT_FILENO) else { return }
    isClosed = true
    if error != EPIPE { failure = String(cString: strerror(error)) }
  }

  /// Writes everything; the number of the error where that does not go.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno != EINTR { return errno }
        rest = rest.dropFirst(max(count, 0))
      }
      return nil
    }
  }

  /// Writes a line of everything else: the ledger, warnings, errors.
  package func note(_ line: String) {
    if let sink { return sink(false, "\(line)\n") }
    try? FileHandle.standardError.write(contentsOf: Array("\(line)\n".utf8))
  }
}
