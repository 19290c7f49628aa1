/// One key of an order: a column, how its codes are ranked, and the direction.
package struct SortColumn: Sendable {
  package var column: Column
  /// The place of each code of a text dictionary (see `TextDictionary.collationRanks`); nil orders codes by number.
  package var ranks: ContiguousArray<Int32>?
  /// Largest first; missing values stay last.
  package var descending: Bool

  package init(_ column: Column, ranks: ContiguousArray<Int32>? = nil, descending: Bool = false) {
    self.column = column
    self.ranks = ranks
    self.descending = descending
  }

  /// The column as ordered bits in the direction asked for.
  var ordered: OrderedKeys {
    var result = OrderedKeys(column, ranks: ranks)
    if descending {
      for row in result.keys.indices { result.keys[row] = ~result.keys[row] }
    }
    return result
  }
}
