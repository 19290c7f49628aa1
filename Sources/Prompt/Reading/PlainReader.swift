import Foundation
import Session
import Source

/// Reads lines from standard input as they come: for pipes, for terminals without cursor motion, and where libedit fails.
package final class PlainReader: LineReader {
  package let isInteractive = isatty(STDIN_FILENO) == 1
  private var pending: [UInt8] = []
  private var isAtEnd = false

  package init() {}

  package func read(prompt: String, continuation: String, isComplete: @escaping (String) -> Bool)
    -> LineEvent
  {
    let event = LineAssembly.read(isComplete: isComplete) { isFirst in
      if isInteractive { show(isFirst ? prompt : continuation) }
      return nextLine()
    }
    if isInteractive, event == .interrupted || event == .end { show("\n") }
    return event
  }

  /// A prompt goes where the ledger goes, so that results alone stand on standard output.
  private func show(_ text: String) { try? FileHandle.standardError.write(contentsOf: Array(text.utf8)) }

  private func nextLine() -> LineAssembly.Line {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = pending[..<end]
        pending.removeSubrange(...end)
        return .text(text(of: line))
      }
      if isAtEnd {
        guard !pending.isEmpty else { return .end }
        defer { pending = [] }
        return .text(text(of: pending[...]))
      }
      guard fill() else { return .interrupted }
    }
  }

  private func text(of line: ArraySlice<UInt8>) -> String {
    let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    return String(decoding: bytes, as: UTF8.self).composed
  }

  /// Takes more bytes; false where Ctrl-C came first.
  ///
  /// Waiting in `poll`, which a signal always ends.
  private func fill() -> Bool {
    var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    if poll(&wait, 1, -1) < 0 {
      guard errno == EINTR else {
        isAtEnd = true
        return true
      }
      guard Interruption.isAsked else { return true }
      Interruption.clear()
      pending = []
      return false
    }
    var block = [UInt8](repeating: 0, count: 4096)
    let count = Foundation.read(STDIN_FILENO, &block, block.count)
    if count > 0 { pending += block[..<count] } else if count == 0 || errno != EINTR { isAtEnd = true }
    return true
  }
}
