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
  /// Why standard output did not take what was written, where it is still there: a full disk.
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
    do {
      try FileHandle.standardOutput.write(contentsOf: bytes)
    } catch {
      if errno == EPIPE { isClosed = true } else { failure = String(cString: strerror(errno)) }
    }
  }

  /// Writes a line of everything else: the ledger, warnings, errors.
  package func note(_ line: String) {
    if let sink { return sink(false, "\(line)\n") }
    try? FileHandle.standardError.write(contentsOf: Array("\(line)\n".utf8))
  }
}
