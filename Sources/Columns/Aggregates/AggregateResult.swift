/// One value a group, and what the ledger says of how it came about.
package struct AggregateResult: Sendable {
  /// The value of each group, in the order of the groups.
  package var column: Column
  /// Rows left out because a value was missing; rows in no group are not counted.
  package var skipped: Int
  /// Groups whose value is missing (`notComputable`) although they had known values.
  package var notComputable: Int

  package init(column: Column, skipped: Int = 0, notComputable: Int = 0) {
    self.column = column
    self.skipped = skipped
    self.notComputable = notComputable
  }
}

/// Why an aggregate has no result at all.
package enum AggregateError: Error, Equatable {
  /// A sum of whole numbers, or of whole weights, of some group leaves 64 bits.
  case integerOverflow
}

/// How often a condition holds in each group, and how often it is open.
package struct ConditionCount: Sendable {
  /// Rows (or their weights) where the condition is true.
  package var satisfied: Column
  /// Rows (or their weights) where it is undetermined: the count may be up to this much higher.
  package var undetermined: Column
  /// All undetermined rows, unweighted.
  package var skipped: Int
}

/// A share and the two numbers whose quotient it is, so that it can be computed anew and printed as a rate.
package struct ShareResult: Sendable {
  /// numerator / denominator, a number; missing where the denominator is 0.
  package var share: AggregateResult
  /// Rows (or their weights) where the condition is true.
  package var numerator: Column
  /// Rows (or their weights) where it is known.
  package var denominator: Column
}

/// One row a group, for the caller to gather.
package struct RowResult: Sendable {
  /// The row picked in each group, −1 where it has none.
  package var rows: ContiguousArray<Int32>
  /// Rows left out because the value was missing.
  package var skipped: Int
}
