import Foundation

/// How much of the machine a load may take; what it finds does not depend on it.
package struct LoadingEffort: Sendable {
  /// How many threads read at once.
  package var threads: Int
  /// About how many bytes of a file are read at once; each thread holds a few such pieces.
  package var pieceSize: Int

  package init(threads: Int = ProcessInfo.processInfo.activeProcessorCount, pieceSize: Int = 1 << 20) {
    self.threads = max(1, threads)
    self.pieceSize = max(1, pieceSize)
  }
}
