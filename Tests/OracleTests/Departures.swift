/// Where the engine is known to depart from language.md: the oracle follows it there, so that the rest is still compared.
///
/// Each has a golden with the right result; who mends the engine sets the switch to false and then removes it.
enum Departures {
  /// `count(ROWS where C) in (1, 2)` takes the least count for the count (section 7 wants every possible one to agree).
  static let countInListIsDecided = true
  /// Of two open counts compared with each other the right one is taken for its least.
  static let secondCountIsDecided = true
  /// An aggregate over children counts what it skips or leaves out on rows that do not need its value: in the branch of
  /// `if` that is not taken, behind a `??` that has its value, in an argument whose `where` leaves the row out.
  static let ledgerCountsUnneededRows = true
  /// Where an aggregate over children with a condition is missing, the ledger names the fields of children that the
  /// condition leaves out, and not those that leave the condition open.
  static let causesIgnoreConditions = true
}
