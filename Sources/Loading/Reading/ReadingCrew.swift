import Dispatch
import Source
import Synchronization

/// Threads that read files together: each takes whatever step of whatever file can be taken next.
///
/// Which thread takes which step is left to chance; the steps of a column follow one another in the order of its file, so the
/// tables that come of it do not depend on it.
struct ReadingCrew {
  private let files: [FileReading]
  private let board = NoticeBoard()

  /// - Parameter files: the largest first, for the end of the largest is what all wait for.
  init(_ files: [FileReading]) { self.files = files }

  /// Reads all files to their ends.
  func run(threads: Int) {
    DispatchQueue.concurrentPerform(iterations: threads) { _ in work() }
  }

  private func work() {
    while true {
      let seen = board.number
      if let (file, step) = next() {
        file.take(step) { board.post() }
        board.post()
      } else if files.allSatisfy(\.isDone) {
        return
      } else {
        board.wait(after: seen)
      }
    }
  }

  private func next() -> (FileReading, FileReading.Step)? {
    for file in files {
      if let step = file.nextStep() { return (file, step) }
    }
    return nil
  }
}

/// Tells waiting threads that there may be something to do.
private final class NoticeBoard: Sendable {
  private struct State {
    var number = 0
    var waiting = 0
  }

  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)

  /// How many notices were posted so far.
  var number: Int { state.withLock { $0.number } }

  func post() {
    let waiting = state.withLock { state in
      state.number += 1
      defer { state.waiting = 0 }
      return state.waiting
    }
    for _ in 0..<waiting { bell.signal() }
  }

  /// Waits for a notice beyond those seen.
  func wait(after seen: Int) {
    let mustWait = state.withLock { state in
      guard state.number == seen else { return false }
      state.waiting += 1
      return true
    }
    if mustWait { bell.wait() }
  }
}
