/// Keys brought together group by group: those of group `g` are `keys[offsets[g]..<offsets[g + 1]]`.
struct GroupedKeys {
  /// `count + 1` offsets.
  var offsets: ContiguousArray<Int>
  var keys: ContiguousArray<UInt64>
  /// The row that each key is of.
  var rows: ContiguousArray<Int32>

  /// Distributes rows over their groups; within a group they keep the order they come in.
  init(_ keyed: KeyedRows, _ groups: GroupAssignment) {
    var starts = ContiguousArray<Int>(repeating: 0, count: groups.count + 1)
    guard groups.count > 1 else {
      starts[groups.count] = keyed.rows.count
      (offsets, keys, rows) = (starts, keyed.keys, keyed.rows)
      return
    }
    var groupedKeys = keyed.keys
    var groupedRows = keyed.rows
    let group = groups.groups.span
    let sourceKeys = keyed.keys.span
    let sourceRows = keyed.rows.span
    for index in sourceRows.indices { starts[Int(group[Int(sourceRows[index])]) + 1] += 1 }
    for index in 1...groups.count { starts[index] += starts[index - 1] }
    offsets = starts
    var next = starts.mutableSpan
    var targetKeys = groupedKeys.mutableSpan
    var targetRows = groupedRows.mutableSpan
    for index in sourceRows.indices {
      let row = sourceRows[index]
      let member = Int(group[Int(row)])
      let target = next[member]
      next[member] = target + 1
      targetKeys[target] = sourceKeys[index]
      targetRows[target] = row
    }
    keys = groupedKeys
    rows = groupedRows
  }

  /// The keys of the rows that take part, in row order within each group.
  init(inRowOrder keys: ContiguousArray<UInt64>, _ rows: ParticipatingRows, _ groups: GroupAssignment) {
    self.init(KeyedRows(keys, rows), groups)
  }

  /// The keys of the rows that take part, ascending within each group, ties in row order.
  ///
  /// One sort of all rows and one distribution, so that the cost does not depend on the number of groups.
  init(ascending keys: ContiguousArray<UInt64>, _ rows: ParticipatingRows, _ groups: GroupAssignment) {
    var keyed = KeyedRows(keys, rows)
    keyed.sort()
    self.init(keyed, groups)
  }

  /// The positions of a group in `keys` and `rows`.
  @inline(__always)
  func range(_ group: Int) -> Range<Int> { offsets[group]..<offsets[group + 1] }
}
