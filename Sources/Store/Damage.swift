import Source
import Synchronization

/// What was found wrong with the storage of a snapshot while it was read: part of a packed file is only looked at when a query
/// first touches it.
///
/// No result may be shown once there is something here: what could not be read stands as missing.
package final class Damage: Sendable {
  private let first = Mutex<Diagnostic?>(nil)

  package init() {}

  /// Notes damage; what was noted first stays.
  package func note(_ diagnostic: Diagnostic) {
    first.withLock { found in
      if found == nil { found = diagnostic }
    }
  }

  /// The first damage that was found.
  package var diagnostic: Diagnostic? { first.withLock { $0 } }
}
