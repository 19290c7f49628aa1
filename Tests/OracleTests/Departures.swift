/// Where the engine is known to depart from language.md: the oracle follows it there, so that the rest is still compared.
///
/// Each has a golden with the right result; who mends the engine sets the switch to false and then removes it.
enum Departures {
  /// `count(ROWS where C) in (1, 2)` takes the least count for the count (section 7 wants every possible one to agree).
  static let countInListIsDecided = false
  /// Of two open counts compared with each other the right one is taken for its least.
  static let secondCountIsDecided = false
  /// An aggregate over children counts what it skips or leaves out on rows that do not need its value: in the branch of
  /// `if` that is not taken, behind a `??` that has its value, in an argument whose `where` leaves the row out.
  static let ledgerCountsUnneededRows = true
  /// In a table longer than a block such an aggregate is accounted for block by block, and once for each different row
  /// that a link leads to in each.
  static let ledgerSplitsByBlock = true
  /// Where an aggregate over children with a condition is missing, the ledger names the fields of children that the
  /// condition leaves out, and not those that leave the condition open.
  static let causesIgnoreConditions = true
  /// An aggregate that reads `outer` over rows behind a link that leads nowhere takes them for no rows; without `outer`
  /// it is missing, as anything read through such a link.
  static let outerBehindNothingIsEmpty = true
  /// A field of another snapshot behind a link (`household@2022.income`) is counted among the causes beside the field of
  /// this one, under the same name.
  static let causesRepeatNames = true
  /// `with empty` repeats the group of missing keys where they are missing for several reasons; such a script is not
  /// compared.
  static let emptyRepeatsMissingGroups = true
}
