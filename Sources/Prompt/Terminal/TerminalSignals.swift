import Foundation
import Synchronization

/// What signals said while a line is being typed; handlers set flags, and the reader asks for them.
enum TerminalSignals {
  private static let isResized = Atomic<Bool>(false)
  private static let isContinued = Atomic<Bool>(false)
  private static let isEnded = Atomic<Bool>(false)

  /// The signals for which the reader waits; they are held back except while it waits, so that none is lost.
  static let waited: [Int32] = [SIGWINCH, SIGCONT, SIGTERM, SIGHUP, SIGINT]

  static func install() {
    signal(SIGWINCH) { _ in TerminalSignals.isResized.store(true, ordering: .relaxed) }
    signal(SIGCONT) { _ in TerminalSignals.isContinued.store(true, ordering: .relaxed) }
    for end in [SIGTERM, SIGHUP] {
      signal(end) { _ in TerminalSignals.isEnded.store(true, ordering: .relaxed) }
    }
  }

  /// Back to what a process does by itself: a statement that runs ends at once when the system asks.
  static func remove() {
    for number in [SIGWINCH, SIGCONT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
  }

  static func takeResized() -> Bool { isResized.exchange(false, ordering: .relaxed) }
  static func takeContinued() -> Bool { isContinued.exchange(false, ordering: .relaxed) }
  static var hasEnded: Bool { isEnded.load(ordering: .relaxed) }
}
