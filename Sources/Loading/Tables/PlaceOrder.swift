import Columns
import Schema
import Source

/// Puts places in the official order: each before those below it, units of one parent by their code.
struct PlaceOrder {
  /// By row of the file, the row of the place above, negative at the top.
  var parents: ContiguousArray<Int32>
  /// Rows whose way up leads back to them; their parent is taken away.
  private(set) var cycles: [Int32] = []

  init(parents: ContiguousArray<Int32>) { self.parents = parents }

  /// The rows in order.
  ///
  /// - Parameters:
  ///   - kept: the rows that stay.
  ///   - code: the code of a row.
  mutating func sorted(_ kept: ContiguousArray<Int32>, code: (Int32) -> String) -> ContiguousArray<Int32> {
    breakCycles(kept)
    let codes = Dictionary(uniqueKeysWithValues: kept.map { ($0, OfficialCode(code($0))) })
    var children: [Int32: [Int32]] = [:]
    for row in kept { children[parents[Int(row)] < 0 ? -1 : parents[Int(row)], default: []].append(row) }
    for key in children.keys {
      children[key]?.sort { a, b in
        guard let left = codes[a], let right = codes[b], left != right else { return a < b }
        return left < right
      }
    }
    var result: ContiguousArray<Int32> = []
    var stack = Array((children[-1] ?? []).reversed())
    while let row = stack.popLast() {
      result.append(row)
      stack.append(contentsOf: (children[row] ?? []).reversed())
    }
    return result
  }

  private mutating func breakCycles(_ kept: ContiguousArray<Int32>) {
    // 0 unseen, 1 on the way up, 2 known to reach the top.
    var states = ContiguousArray<UInt8>(repeating: 0, count: parents.count)
    for row in kept where states[Int(row)] == 0 {
      var way: [Int32] = []
      var current = row
      while current >= 0, states[Int(current)] == 0 {
        states[Int(current)] = 1
        way.append(current)
        current = parents[Int(current)]
      }
      if current >= 0, states[Int(current)] == 1 {
        cycles.append(current)
        parents[Int(current)] = -1
      }
      for step in way { states[Int(step)] = 2 }
    }
  }
}

/// A code as the official list orders it: numbers by value before other texts.
struct OfficialCode: Comparable {
  private let digits: String?
  private let text: String

  init(_ text: String) {
    self.text = text
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    digits = isNumber ? String(text.drop { $0 == "0" }) : nil
  }

  static func < (a: OfficialCode, b: OfficialCode) -> Bool {
    switch (a.digits, b.digits) {
    case (let left?, let right?):
      if left.utf8.count != right.utf8.count { return left.utf8.count < right.utf8.count }
      return left != right ? left < right : a.text < b.text
    case (_?, nil): return true
    case (nil, _?): return false
    case (nil, nil): return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
  }
}
