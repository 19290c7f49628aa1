import CEditline
import Foundation

/// What libedit reads in place of bytes: letters, and codes that stand for events.
extension EditLineReader {
  /// Gives libedit the next letter: 1, or 0 at the end of the input.
  func next(_ letter: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    guard let letter else { return -1 }
    while true {
      let event = pendingLetter.map { TerminalInput.Event.letter($0) } ?? input.next()
      pendingLetter = nil
      guard let code = code(for: event) else { return 0 }
      letter.pointee = wchar_t(truncatingIfNeeded: code)
      return 1
    }
  }

  /// The code that libedit is to take for an event; nil at the end of the input.
  private func code(for event: TerminalInput.Event) -> UInt32? {
    switch event {
    case .letter(let scalar):
      if search != nil { return searchCode(for: scalar) }
      // A mark that comes after its letter, as decomposed input does.
      if (0x300...0x36F).contains(scalar.value) {
        pendingMark = scalar
        return WakeCode.compose.rawValue
      }
      return scalar.value
    case .interrupted: return 0x03
    case .resized:
      el_resize(editor)
      return WakeCode.repaint.rawValue
    case .continued:
      nep_editor_prepare_terminal(editor, 1)
      return WakeCode.repaint.rawValue
    case .ended: return nil
    }
  }

  /// While a search goes on letters go to it; a key that it does not know ends it and then acts.
  private func searchCode(for scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0x12: search?.findOlder()
    case 0x08, 0x7F: search?.deleteLast()
    case 0x07, 0x03:
      if let start = search?.start { finishSearch(start) }
    case 0..<0x20:
      if let found = search?.shown { finishSearch(found) }
      // A lone Escape only ends the search; the keys that begin with one act after it, as their bytes follow.
      pendingLetter = scalar
    default: search?.type(scalar)
    }
    return WakeCode.searchStep.rawValue
  }

  private func finishSearch(_ buffer: EditBuffer) {
    search = nil
    put(buffer)
    show(prompt: prompts.first)
  }

  /// Shows what the search found, with what it looks for as the prompt.
  func showSearch() -> UInt8 {
    guard let search else { return EditLineReader.refreshed }
    show(prompt: "find \(search.query.suffix(40)): ")
    put(search.shown)
    return EditLineReader.refreshed
  }
}
