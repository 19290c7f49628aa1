import Source

/// A search through earlier statements as letters are typed (Ctrl-R): case and marks mean nothing.
package struct HistorySearch {
  /// What stood there before the search.
  package let start: EditBuffer
  package private(set) var query = ""
  package private(set) var found: String?
  private let entries: [String]
  private var position: Int

  /// - Parameter entries: earlier statements, oldest first.
  package init(_ entries: [String], from start: EditBuffer) {
    self.entries = entries
    self.start = start
    position = entries.count
  }

  /// What the search shows now.
  package var shown: EditBuffer { found.map { EditBuffer($0) } ?? start }

  package mutating func type(_ letter: Unicode.Scalar) {
    query.unicodeScalars.append(letter)
    query = query.composed
    find(before: min(position + 1, entries.count))
  }

  package mutating func deleteLast() {
    _ = query.popLast()
    find(before: entries.count)
  }

  /// Goes on to the next older statement.
  package mutating func findOlder() { find(before: position) }

  private mutating func find(before end: Int) {
    let wanted = query.folded
    guard !wanted.isEmpty else {
      found = nil
      position = entries.count
      return
    }
    guard let index = entries[..<end].lastIndex(where: { $0.folded.contains(wanted) }) else { return }
    position = index
    found = entries[index]
  }
}
