import Dispatch
import Synchronization

/// Work on many parts side by side, with results in the order of the parts.
///
/// The parts are cut by the caller, and must not depend on the number of threads; then neither does the result.
package enum Parallel {
  /// Rows in a part of a kernel that goes over whole columns: a multiple of a bitmap's word, and large enough that
  /// handing it out costs nothing beside it.
  package static let runLength = 1 << 16

  /// The runs of `count` rows; a short column is one run.
  package static func runs(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: runLength).map { $0..<min($0 + runLength, count) }
  }

  /// The result of each part, in order.
  ///
  /// - Throws: the error of the first part that has one, whichever was met first.
  package static func map<Part: Sendable, Value: Sendable, Failure: Error>(
    _ parts: [Part], threads: Int = Threads.count, _ body: @Sendable (Part) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    guard threads > 1, parts.count > 1 else {
      var values: [Value] = []
      values.reserveCapacity(parts.count)
      for part in parts { values.append(try body(part)) }
      return values
    }
    let next = Atomic<Int>(0)
    let limit = Atomic<Int>(parts.count)
    let finished = Mutex<[(part: Int, value: Result<Value, Failure>)]>([])
    DispatchQueue.concurrentPerform(iterations: min(threads, parts.count)) { _ in
      var mine: [(part: Int, value: Result<Value, Failure>)] = []
      while true {
        let part = next.add(1, ordering: .relaxed).oldValue
        // Parts are handed out in order: those before one that failed are all begun, and those after it are not asked.
        guard part < limit.load(ordering: .relaxed) else { break }
        do throws(Failure) {
          mine.append((part, .success(try body(parts[part]))))
        } catch {
          mine.append((part, .failure(error)))
          limit.min(part, ordering: .relaxed)
        }
      }
      let results = mine
      finished.withLock { $0.append(contentsOf: results) }
    }
    let ordered = finished.withLock { $0 }.sorted { $0.part < $1.part }
    var values: [Value] = []
    values.reserveCapacity(ordered.count)
    for result in ordered { values.append(try result.value.get()) }
    return values
  }
}
