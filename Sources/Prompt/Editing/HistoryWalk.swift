/// A walk through earlier statements with Up and Down: those that begin with what stood before the cursor.
package struct HistoryWalk {
  private let entries: [String]
  private var prefix = ""
  private var start = EditBuffer()
  /// The entry now shown; nil while the text is the user's own.
  private var position: Int?
  private var shown: String?

  /// - Parameter entries: earlier statements, oldest first.
  package init(_ entries: [String]) { self.entries = entries }

  /// The next older statement to show in place of what is there; nil where there is none.
  package mutating func older(than current: EditBuffer) -> EditBuffer? {
    if shown != current.text || position == nil {
      prefix = current.before
      start = current
      position = nil
    }
    let before = entries[..<(position ?? entries.count)]
    guard let found = before.lastIndex(where: { $0.hasPrefix(prefix) && $0 != current.text }) else {
      return nil
    }
    return show(found)
  }

  /// The next newer statement, in the end the text with which the walk began; nil off the walk.
  package mutating func newer(than current: EditBuffer) -> EditBuffer? {
    guard let here = position, shown == current.text else { return nil }
    let after = entries[(here + 1)...]
    if let found = after.firstIndex(where: { $0.hasPrefix(prefix) && $0 != current.text }) {
      return show(found)
    }
    position = nil
    shown = nil
    return start
  }

  private mutating func show(_ index: Int) -> EditBuffer {
    position = index
    shown = entries[index]
    return EditBuffer(entries[index])
  }
}
