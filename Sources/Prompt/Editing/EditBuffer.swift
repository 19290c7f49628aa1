import Source

/// A text of several lines with a cursor, and what keys do to it; knows nothing of a terminal.
package struct EditBuffer: Equatable {
  /// The text before and after the cursor.
  ///
  /// Letters are whole in both: the cursor never parts a letter from its marks.
  package var before = ""
  package var after = ""

  package var text: String { before + after }

  /// A text with the cursor at its end.
  package init(_ text: String = "") { before = text }

  package init(before: String, after: String) {
    self.before = before
    self.after = after
  }

  package mutating func insert(_ text: String) { before += text }

  // MARK: Moving

  package mutating func moveLeft() {
    if let last = before.popLast() { after.insert(last, at: after.startIndex) }
  }

  package mutating func moveRight() { if !after.isEmpty { before.append(after.removeFirst()) } }

  package mutating func moveToLineStart() { moveLeft(while: { $0 != "\n" }) }

  package mutating func moveToLineEnd() { moveRight(while: { $0 != "\n" }) }

  package mutating func moveToStart() { self = EditBuffer(before: "", after: text) }

  package mutating func moveToEnd() { self = EditBuffer(text) }

  package mutating func moveWordLeft() {
    moveLeft(while: { !EditBuffer.isWord($0) })
    moveLeft(while: EditBuffer.isWord)
  }

  package mutating func moveWordRight() {
    moveRight(while: { !EditBuffer.isWord($0) })
    moveRight(while: EditBuffer.isWord)
  }

  /// Moves to the line above, as near to the same column as it has; false on the first line.
  package mutating func moveUp() -> Bool {
    guard before.contains("\n") else { return false }
    let column = self.column
    moveToLineStart()
    moveLeft()
    moveToLineStart()
    move(toColumn: column)
    return true
  }

  /// Moves to the line below; false on the last line.
  package mutating func moveDown() -> Bool {
    guard after.contains("\n") else { return false }
    let column = self.column
    moveToLineEnd()
    moveRight()
    move(toColumn: column)
    return true
  }

  /// The columns between the start of the line and the cursor.
  private var column: Int { String(before.reversed().prefix { $0 != "\n" }).displayWidth }

  private mutating func move(toColumn column: Int) {
    while let next = after.first, next != "\n", self.column + String(next).displayWidth <= column {
      moveRight()
    }
  }

  private static func isWord(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || letter == "_"
  }

  private mutating func moveLeft(while condition: (Character) -> Bool) {
    while let last = before.last, condition(last) { moveLeft() }
  }

  private mutating func moveRight(while condition: (Character) -> Bool) {
    while let first = after.first, condition(first) { moveRight() }
  }

  // MARK: Deleting

  package mutating func deleteLeft() { _ = before.popLast() }

  package mutating func deleteRight() { if !after.isEmpty { after.removeFirst() } }

  /// Deletes what a motion passes over, and gives it back.
  package mutating func delete(over motion: (inout EditBuffer) -> Void) -> String {
    var moved = self
    motion(&moved)
    let shift = moved.before.count - before.count
    if shift < 0 {
      let cut = String(before.suffix(-shift))
      before = moved.before
      return cut
    }
    let cut = String(after.prefix(shift))
    after = moved.after
    return cut
  }

  /// Deletes to the end of the line; at its end, the line break.
  package mutating func deleteToLineEnd() -> String {
    delete { $0.after.first == "\n" ? $0.moveRight() : $0.moveToLineEnd() }
  }

  /// Exchanges the letters around the cursor; at the end of a line, the last two.
  package mutating func transpose() {
    if after.isEmpty || after.first == "\n" { moveLeft() }
    guard let left = before.last, let right = after.first, left != "\n", right != "\n" else { return }
    before.removeLast()
    after.removeFirst()
    before += "\(right)\(left)"
  }
}
