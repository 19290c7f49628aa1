import Columns
import Source

/// Places in official order (each before those below it), with what is asked of them by row.
///
/// Invariant: the subtree of row `i` is the rows `i..<subtreeEnd[i]`.
package struct PlaceIndex: Sendable {
  package var codes: [String]
  package var names: [String]
  /// Index into the levels of the schema's roles, 0 the largest.
  package var levels: [Int8]
  /// Row of the place above, -1 at the top.
  package var parents: [Int32]
  package var subtreeEnd: [Int32]
  /// By level, the row of the place at that level at or above each row, or -1: `ancestors[level][row]`.
  package var ancestors: [ContiguousArray<Int32>]
  private let lookup: Lazy<Lookup>

  /// Rows by what people call them; made when a place is first named.
  private struct Lookup: Sendable {
    /// By folded name, in official order.
    var rowsByFoldedName: [String: [Int32]] = [:]
    var rowByCode: [String: Int32] = [:]

    init(codes: [String], names: [String]) {
      for row in codes.indices {
        rowsByFoldedName[names[row].folded, default: []].append(Int32(row))
        rowByCode[codes[row]] = Int32(row)
      }
    }
  }

  package static let empty = PlaceIndex(codes: [], names: [], levels: [], parents: [], levelCount: 4)

  /// - Parameter parents: rows of the places above; each lies before its children.
  package init(codes: [String], names: [String], levels: [Int8], parents: [Int32], levelCount: Int) {
    self.codes = codes
    self.names = names
    self.levels = levels
    self.parents = parents
    let count = codes.count
    subtreeEnd = (0..<count).map { Int32($0 + 1) }
    for row in stride(from: count - 1, through: 0, by: -1) where parents[row] >= 0 {
      let parent = Int(parents[row])
      subtreeEnd[parent] = max(subtreeEnd[parent], subtreeEnd[row])
    }
    ancestors = Array(repeating: ContiguousArray(repeating: -1, count: count), count: levelCount)
    lookup = Lazy { Lookup(codes: codes, names: names) }
    for row in 0..<count {
      if parents[row] >= 0 {
        for level in 0..<levelCount { ancestors[level][row] = ancestors[level][Int(parents[row])] }
      }
      if levels[row] >= 0, Int(levels[row]) < levelCount { ancestors[Int(levels[row])][row] = Int32(row) }
    }
  }

  package var count: Int { codes.count }

  package func row(code: String) -> Int32? { lookup.value.rowByCode[code] }

  package func rows(foldedName: String) -> [Int32] { lookup.value.rowsByFoldedName[foldedName] ?? [] }

  /// Whether a row lies in the subtree of another.
  package func isWithin(_ row: Int32, _ ancestor: Int32) -> Bool {
    row >= ancestor && row < subtreeEnd[Int(ancestor)]
  }

  /// The name with the one above it: `Thôn 1, Trà Mai`.
  package func qualifiedName(_ row: Int32) -> String {
    let parent = parents[Int(row)]
    return parent >= 0 ? "\(names[Int(row)]), \(names[Int(parent)])" : names[Int(row)]
  }
}
