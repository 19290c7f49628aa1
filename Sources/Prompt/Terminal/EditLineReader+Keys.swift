import CEditline
import Foundation
import Source

/// What the keys do to the text, between libedit's buffer and ours.
extension EditLineReader {
  /// What a key function gives back where nothing is to be painted.
  static let unchanged = UInt8(CC_NORM)
  /// The text changed: paint what is new.
  static let refreshed = UInt8(CC_REFRESH)
  /// Paint everything again.
  static let repainted = UInt8(CC_REDISPLAY)

  /// The reader to which an editor belongs.
  static func of(_ editor: OpaquePointer?) -> EditLineReader {
    guard let context = nep_editor_context(editor) else {
      preconditionFailure("every editor is given its reader before it can call a function")
    }
    return Unmanaged<EditLineReader>.fromOpaque(context).takeUnretainedValue()
  }

  /// The text and cursor that libedit holds.
  func take() -> EditBuffer {
    guard let line = el_wline(editor)?.pointee, let start = line.buffer, let end = line.lastchar,
      let cursor = line.cursor
    else { return EditBuffer() }
    let scalars = (0..<(end - start)).map { index in
      Unicode.Scalar(UInt32(truncatingIfNeeded: start[index])) ?? "\u{FFFD}"
    }
    return gutter.emptied(scalars, cursor: cursor - start)
  }

  /// Puts a text and cursor in place of libedit's.
  func put(_ buffer: EditBuffer) {
    guard let line = el_wline(editor)?.pointee, let start = line.buffer, let end = line.lastchar,
      let cursor = line.cursor
    else { return }
    el_cursor(editor, Int32(clamping: end - cursor))
    el_deletestr(editor, Int32(clamping: end - start))
    let all = gutter.filled(buffer.text)
    guard !all.isEmpty else { return }
    el_winsertstr(editor, all.map { wchar_t(truncatingIfNeeded: $0.value) } + [0])
    el_cursor(editor, -Int32(clamping: all.count - gutter.filled(buffer.before).count))
  }

  /// Does something to the text and has it painted.
  func edit(_ change: (inout EditBuffer) -> Void) -> UInt8 {
    var buffer = take()
    undoHistory.begin(buffer)
    change(&buffer)
    undoHistory.end(buffer)
    put(buffer)
    return EditLineReader.refreshed
  }

  /// Deletes something that `putBack` may bring again.
  func cut(_ change: (inout EditBuffer) -> String) -> UInt8 {
    edit { buffer in
      let cut = change(&buffer)
      if !cut.isEmpty { lastCut = cut }
    }
  }

  func putBack() -> UInt8 { edit { $0.insert(lastCut) } }

  func undo() -> UInt8 {
    put(undoHistory.undo(take()))
    return EditLineReader.refreshed
  }

  /// Takes in everything up to the end of the paste, runs nothing of it.
  func paste() -> UInt8 {
    let end = Array("\u{1B}[201~".unicodeScalars)
    var pasted: [Unicode.Scalar] = []
    while !pasted.ends(with: end) {
      guard case .letter(let letter) = input.next() else { break }
      pasted.append(letter)
    }
    if pasted.ends(with: end) { pasted.removeLast(end.count) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: pasted)
    let text = PastedText(String(scalars), prompts: [prompts.first, prompts.further]).text
    return edit { $0.insert(text) }
  }

  /// Puts the pending mark on the letter before the cursor.
  func compose() -> UInt8 {
    guard let mark = pendingMark else { return EditLineReader.unchanged }
    pendingMark = nil
    return edit { buffer in
      let letter = buffer.before.popLast().map { String($0) } ?? ""
      buffer.before += (letter + String(mark)).composed
    }
  }

  /// Stops the process as the shell expects, and takes the terminal again when it goes on.
  func suspend() -> UInt8 {
    setPasteMarks(false)
    nep_editor_prepare_terminal(editor, 0)
    raise(SIGTSTP)
    nep_editor_prepare_terminal(editor, 1)
    setPasteMarks(true)
    return EditLineReader.repainted
  }
}

extension [Unicode.Scalar] {
  fileprivate func ends(with end: [Unicode.Scalar]) -> Bool {
    count >= end.count && self[(count - end.count)...].elementsEqual(end)
  }
}
