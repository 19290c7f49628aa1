import Glibc

/// How many threads work on one statement: no result depends on it.
package enum Threads {
  /// As many as there are processors, or as the environment variable `NEP_THREADS` says (1 to 64).
  package static let count: Int = {
    if let text = getenv("NEP_THREADS"), let wanted = Int(String(cString: text)), (1...64).contains(wanted) {
      return wanted
    }
    return max(1, min(64, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }()
}
