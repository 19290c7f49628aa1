import Columns
import Store

extension ChildIndex {
  /// The rows of a child table by the parent row that each names.
  ///
  /// - Parameters:
  ///   - parents: by child row, its parent's row, negative where it has none.
  ///   - subtreeEnd: for places, where the subtree of each ends; a place then owns the rows of its whole subtree.
  init(parents: ContiguousArray<Int32>, count: Int, subtreeEnd: [Int32]? = nil) {
    var starts = ContiguousArray<Int32>(repeating: 0, count: count + 1)
    var isSorted = true
    var previous: Int32 = 0
    for parent in parents {
      let place = parent < 0 ? Int32(truncatingIfNeeded: count) : parent
      if place < previous { isSorted = false }
      previous = place
      if parent >= 0 { starts[Int(parent) + 1] += 1 }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var permutation: ContiguousArray<Int32>?
    if !isSorted {
      var next = starts
      var rows = ContiguousArray<Int32>(repeating: 0, count: Int(starts[count]))
      for (row, parent) in parents.enumerated() where parent >= 0 {
        rows[Int(next[Int(parent)])] = Int32(truncatingIfNeeded: row)
        next[Int(parent)] += 1
      }
      permutation = rows
    }
    var ends = ContiguousArray(starts.dropFirst())
    if let subtreeEnd {
      for row in 0..<count { ends[row] = starts[Int(subtreeEnd[row])] }
    }
    self.init(starts: ContiguousArray(starts.dropLast()), ends: ends, permutation: permutation)
  }
}
