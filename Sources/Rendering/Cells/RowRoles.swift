import Results

/// Which rows of a table are sums, and over which keys.
struct RowRoles: Sendable {
  private let roles: [RowRole]
  private let keysKept: [Int]

  /// Nil where no totals were asked for.
  init?(_ table: ResultTable) {
    guard let roles = table.roles else { return nil }
    self.roles = roles
    keysKept = table.keysKept ?? []
  }

  func role(_ row: Int) -> RowRole { roles.indices.contains(row) ? roles[row] : .data }

  /// Whether a row sums over a key, given by its place among the keys.
  ///
  /// A total without a count of its own keys sums over all of them.
  func sums(_ row: Int, overKey key: Int) -> Bool {
    guard role(row) != .data else { return false }
    return key >= (keysKept.indices.contains(row) ? keysKept[row] : 0)
  }
}
