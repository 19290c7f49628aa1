import Foundation
import Synchronization

/// Whether Ctrl-C was pressed: the one thing that a signal handler may set, asked by the executor between blocks.
package enum Interruption {
  private static let flag = Atomic<Bool>(false)

  package static var isAsked: Bool { flag.load(ordering: .relaxed) }

  package static func ask() { flag.store(true, ordering: .relaxed) }

  package static func clear() { flag.store(false, ordering: .relaxed) }

  /// From here on Ctrl-C asks the running statement to stop.
  package static func install() {
    signal(SIGINT) { _ in Interruption.ask() }
    // Whoever started this process may have blocked the signal, and a blocked one is inherited.
    var interrupts = sigset_t()
    sigemptyset(&interrupts)
    sigaddset(&interrupts, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupts, nil)
    signal(SIGPIPE, SIG_IGN)
  }
}
