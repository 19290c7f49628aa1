import CEditline
import Foundation
import Source

/// Edits statements on a terminal through libedit: one buffer of several lines, history, search, paste.
///
/// libedit keeps the keys, the buffer and the screen. What keys do is done to an `EditBuffer`: the buffer is taken out
/// before each of our functions and put back after it.
package final class EditLineReader: LineReader {
  package let isInteractive = true
  /// Statements of the past, for Up, Down and Ctrl-R.
  private let history: History
  private let isColored: Bool
  let editor: OpaquePointer
  var input = TerminalInput()
  var undoHistory = UndoHistory()
  var search: HistorySearch?
  var lastCut = ""
  /// The mark that is to go on the letter before the cursor.
  var pendingMark: Unicode.Scalar?
  /// A letter that a search ended with and that is yet to act as a key.
  var pendingLetter: Unicode.Scalar?
  var gutter = Gutter("")
  var prompts: (first: String, further: String) = ("", "")
  private var walk = HistoryWalk([])
  private var isComplete: (String) -> Bool = { _ in true }
  private var outcome: LineEvent?
  private var kept: [UnsafeMutablePointer<wchar_t>] = []
  private let promptStorage: UnsafeMutablePointer<wchar_t>
  private static let promptLimit = 256
  /// The character between which a prompt takes no column.
  private static let escape: wchar_t = 1

  /// Nil where the terminal cannot be edited on: none, a dumb one, or a machine without UTF-8.
  package init?(history: History, isColored: Bool) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      let terminal = ProcessInfo.processInfo.environment["TERM"], !["", "dumb"].contains(terminal),
      TerminalLocale.useUTF8(), let editor = nep_editor_open("nep")
    else { return nil }
    self.editor = editor
    self.history = history
    self.isColored = isColored
    promptStorage = .allocate(capacity: EditLineReader.promptLimit)
    promptStorage.initialize(repeating: 0, count: EditLineReader.promptLimit)
    setUp()
  }

  deinit {
    el_end(editor)
    for text in kept { text.deallocate() }
    promptStorage.deallocate()
  }

  private func setUp() {
    nep_editor_set_context(editor, Unmanaged.passUnretained(self).toOpaque())
    nep_editor_set_emacs(editor)
    nep_editor_take_signal_keys(editor)
    nep_editor_set_prompt(
      editor, { editor in editor.flatMap { EditLineReader.of($0).promptStorage } }, EditLineReader.escape)
    nep_editor_set_reader(editor) { editor, letter in EditLineReader.of(editor).next(letter) }
    for binding in KeyBinding.all {
      nep_editor_add_function(editor, keep(binding.name), keep(binding.help), binding.function)
      for key in binding.keys { nep_editor_bind(editor, key.wide, binding.name.wide) }
    }
    nep_editor_bind(editor, WakeCode.submit.key.wide, "ed-newline".wide)
    // Last, so that what the user bound in ~/.editrc holds.
    el_source(editor, nil)
  }

  /// A text that lives as long as the editor: libedit keeps the pointers to names that it is given.
  private func keep(_ text: String) -> UnsafePointer<wchar_t> {
    let wide = text.wide
    let copy = UnsafeMutablePointer<wchar_t>.allocate(capacity: wide.count)
    copy.initialize(from: wide, count: wide.count)
    kept.append(copy)
    return UnsafePointer(copy)
  }

  package func read(prompt: String, continuation: String, isComplete: @escaping (String) -> Bool)
    -> LineEvent
  {
    self.isComplete = isComplete
    prompts = (prompt, continuation)
    gutter = Gutter(continuation)
    walk = HistoryWalk(history.entries)
    undoHistory = UndoHistory()
    search = nil
    outcome = nil
    show(prompt: prompt)
    TerminalSignals.install()
    setPasteMarks(true)
    var count: Int32 = 0
    let line = el_wgets(editor, &count)
    nep_flush_output()
    setPasteMarks(false)
    TerminalSignals.remove()
    if let outcome { return outcome }
    // A key of ~/.editrc may end the line by itself; only `count` says how long it is.
    guard let line, count > 0 else {
      write("\n")
      return .end
    }
    let scalars = (0..<Int(count)).compactMap { Unicode.Scalar(UInt32(truncatingIfNeeded: line[$0])) }
    let text = gutter.emptied(scalars, cursor: 0).text.composed
    return .text(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }

  /// Whether the terminal marks where a paste begins and ends.
  func setPasteMarks(_ isOn: Bool) { write("\u{1B}[?2004\(isOn ? "h" : "l")") }

  private func write(_ text: String) {
    try? FileHandle.standardOutput.write(contentsOf: Array(text.utf8))
  }

  /// Sets what stands before the first line, in colour if the terminal has it.
  ///
  /// libedit drops an escape at the end of a prompt, so colour ends before the blank.
  func show(prompt: String) {
    var shown = prompt
    if isColored, prompt.last == " " {
      shown = "\u{1}\u{1B}[32m\u{1}\(prompt.dropLast())\u{1}\u{1B}[0m\u{1} "
    }
    let wide = shown.wide.prefix(EditLineReader.promptLimit - 1)
    for (index, letter) in wide.enumerated() { promptStorage[index] = letter }
    promptStorage[wide.count] = 0
  }

  // MARK: Keys that end or leave the text

  func enter() -> UInt8 {
    let buffer = take()
    guard isComplete(buffer.text.composed) else { return edit { $0.insert("\n") } }
    return end(.text(buffer.text.composed))
  }

  func interrupt() -> UInt8 { end(.interrupted) }

  func deleteOrEnd() -> UInt8 {
    if take().text.isEmpty { return end(.end) }
    return edit { $0.deleteRight() }
  }

  /// Ends the line as libedit's own newline does: the cursor goes below the text, wherever it stood in it.
  private func end(_ event: LineEvent) -> UInt8 {
    outcome = event
    el_wpush(editor, WakeCode.submit.key.wide)
    return EditLineReader.unchanged
  }

  // MARK: History

  func up() -> UInt8 {
    var isAtTop = false
    let code = edit { buffer in isAtTop = !buffer.moveUp() }
    guard isAtTop else { return code }
    return edit { buffer in if let older = self.walk.older(than: buffer) { buffer = older } }
  }

  func down() -> UInt8 {
    var isAtEnd = false
    let code = edit { buffer in isAtEnd = !buffer.moveDown() }
    guard isAtEnd else { return code }
    return edit { buffer in if let newer = self.walk.newer(than: buffer) { buffer = newer } }
  }

  func beginSearch() -> UInt8 {
    search = HistorySearch(history.entries, from: take())
    return showSearch()
  }
}

extension String {
  /// As libedit takes text: scalars, ended by zero.
  var wide: [wchar_t] { unicodeScalars.map { wchar_t(truncatingIfNeeded: $0.value) } + [0] }
}
