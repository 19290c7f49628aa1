/// Earlier states of the text being edited; a run of plain typing is one step.
package struct UndoHistory {
  package init() {}

  /// How far back undo goes.
  private static let limit = 200

  private var states: [EditBuffer] = []
  private var known = EditBuffer()

  /// Notes the text that a key finds, so that what was typed since the last key becomes a step of its own.
  package mutating func begin(_ found: EditBuffer) {
    if found.text != known.text { push(known) }
    known = found
  }

  /// Notes the text that a key left.
  package mutating func end(_ left: EditBuffer) {
    if left.text != known.text { push(known) }
    known = left
  }

  /// The state before the last change; the current one where there is none.
  package mutating func undo(_ current: EditBuffer) -> EditBuffer {
    begin(current)
    guard let last = states.popLast() else { return current }
    known = last
    return last
  }

  private mutating func push(_ state: EditBuffer) {
    states.append(state)
    if states.count > UndoHistory.limit { states.removeFirst() }
  }
}
