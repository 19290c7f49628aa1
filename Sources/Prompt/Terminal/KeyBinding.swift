import CEditline

/// A function of the line editor: its name, by which `~/.editrc` can bind it, what it does, and the keys that call it.
struct KeyBinding {
  let name: String
  let help: String
  /// Keys as libedit's `bind` writes them.
  let keys: [String]
  let function: nep_key_function

  init(_ name: String, _ help: String, _ keys: [String], _ function: @escaping nep_key_function) {
    self.name = "nep-\(name)"
    self.help = help
    self.keys = keys
    self.function = function
  }

  static var all: [KeyBinding] { running + moving + deleting + waking }

  private static let running = [
    KeyBinding("enter", "Run a complete statement, else begin a line", ["^M", "^J"]) { editor, _ in
      EditLineReader.of(editor).enter()
    },
    KeyBinding("new-line", "Begin a line", ["\\e^M", "\\e^J", "\\e[13;2u", "\\e[27;2;13~"]) { editor, _ in
      EditLineReader.of(editor).edit { $0.insert("\n") }
    },
    KeyBinding("indent", "Insert two blanks", ["^I"]) { editor, _ in
      EditLineReader.of(editor).edit { $0.insert("  ") }
    },
    KeyBinding("interrupt", "Drop what was typed", ["^C"]) { editor, _ in
      EditLineReader.of(editor).interrupt()
    },
    KeyBinding("delete-or-end", "Delete the next letter; on an empty line leave", ["^D"]) { editor, _ in
      EditLineReader.of(editor).deleteOrEnd()
    },
    KeyBinding("suspend", "Stop the process until the shell continues it", ["^Z"]) { editor, _ in
      EditLineReader.of(editor).suspend()
    },
    KeyBinding("search", "Search the history", ["^R"]) { editor, _ in
      EditLineReader.of(editor).beginSearch()
    },
    KeyBinding("undo", "Take back the last change", ["^_", "^X^U"]) { editor, _ in
      EditLineReader.of(editor).undo()
    },
    KeyBinding("paste", "Take in what the terminal pastes", ["\\e[200~"]) { editor, _ in
      EditLineReader.of(editor).paste()
    },
    KeyBinding("nothing", "Do nothing", ignoredKeys) { _, _ in EditLineReader.unchanged },
  ]

  /// Keys that terminals send and that mean nothing here; unbound, libedit would insert their last letters.
  private static let ignoredKeys =
    ["\\e[2~", "\\e[5~", "\\e[6~", "\\e[Z", "\\e[201~", "\\e[I", "\\e[O"]
    + ["P", "Q", "R", "S"].map { "\\eO\($0)" }
    + [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map { "\\e[\($0)~" }

  private static let moving = [
    KeyBinding("up", "To the line above, else to an older statement", ["^P", "\\e[A", "\\eOA"]) { editor, _ in
      EditLineReader.of(editor).up()
    },
    KeyBinding("down", "To the line below, else to a newer statement", ["^N", "\\e[B", "\\eOB"]) {
      editor, _ in
      EditLineReader.of(editor).down()
    },
    KeyBinding("left", "A letter to the left", ["^B", "\\e[D", "\\eOD"]) { editor, _ in
      EditLineReader.of(editor).edit { $0.moveLeft() }
    },
    KeyBinding("right", "A letter to the right", ["^F", "\\e[C", "\\eOC"]) { editor, _ in
      EditLineReader.of(editor).edit { $0.moveRight() }
    },
    KeyBinding("line-start", "To the start of the line", ["^A", "\\e[H", "\\eOH", "\\e[1~", "\\e[7~"]) {
      editor, _ in EditLineReader.of(editor).edit { $0.moveToLineStart() }
    },
    KeyBinding("line-end", "To the end of the line", ["^E", "\\e[F", "\\eOF", "\\e[4~", "\\e[8~"]) {
      editor, _ in EditLineReader.of(editor).edit { $0.moveToLineEnd() }
    },
    KeyBinding("start", "To the start of the text", ["\\e<", "\\e[1;5H"]) { editor, _ in
      EditLineReader.of(editor).edit { $0.moveToStart() }
    },
    KeyBinding("end", "To the end of the text", ["\\e>", "\\e[1;5F"]) { editor, _ in
      EditLineReader.of(editor).edit { $0.moveToEnd() }
    },
    KeyBinding("word-left", "A word to the left", ["\\eb", "\\e[1;5D", "\\e[1;3D", "\\e[5D", "\\eOd"]) {
      editor, _ in EditLineReader.of(editor).edit { $0.moveWordLeft() }
    },
    KeyBinding("word-right", "A word to the right", ["\\ef", "\\e[1;5C", "\\e[1;3C", "\\e[5C", "\\eOc"]) {
      editor, _ in EditLineReader.of(editor).edit { $0.moveWordRight() }
    },
  ]

  private static let deleting = [
    KeyBinding("delete-left", "Delete the letter before", ["^H", "^?"]) { editor, _ in
      EditLineReader.of(editor).edit { $0.deleteLeft() }
    },
    KeyBinding("delete-right", "Delete the letter under the cursor", ["\\e[3~"]) { editor, _ in
      EditLineReader.of(editor).edit { $0.deleteRight() }
    },
    KeyBinding("delete-word-left", "Delete the word before", ["^W", "\\e^?", "\\e^H"]) { editor, _ in
      EditLineReader.of(editor).cut { buffer in buffer.delete { $0.moveWordLeft() } }
    },
    KeyBinding("delete-word-right", "Delete the word after", ["\\ed", "\\e[3;5~", "\\e[3;3~"]) { editor, _ in
      EditLineReader.of(editor).cut { buffer in buffer.delete { $0.moveWordRight() } }
    },
    KeyBinding("delete-to-end", "Delete to the end of the line", ["^K"]) { editor, _ in
      EditLineReader.of(editor).cut { $0.deleteToLineEnd() }
    },
    KeyBinding("delete-to-start", "Delete to the start of the line", ["^U"]) { editor, _ in
      EditLineReader.of(editor).cut { buffer in buffer.delete { $0.moveToLineStart() } }
    },
    KeyBinding("put-back", "Insert what was last deleted", ["^Y"]) { editor, _ in
      EditLineReader.of(editor).putBack()
    },
    KeyBinding("transpose", "Exchange two letters", ["^T"]) { editor, _ in
      EditLineReader.of(editor).edit { $0.transpose() }
    },
  ]

  /// Functions that events other than keys call, by codes that no key has.
  private static let waking = [
    KeyBinding("compose", "Put a mark on the letter before", [WakeCode.compose.key]) { editor, _ in
      EditLineReader.of(editor).compose()
    },
    KeyBinding("search-step", "Show what a search found", [WakeCode.searchStep.key]) { editor, _ in
      EditLineReader.of(editor).showSearch()
    },
    KeyBinding("repaint", "Paint the text again", [WakeCode.repaint.key]) { _, _ in
      EditLineReader.repainted
    },
  ]
}

/// Codes of the second control block, which the reader gives libedit in place of a key.
enum WakeCode: UInt32 {
  case submit = 0x80
  case compose, searchStep, repaint

  var key: String { Unicode.Scalar(rawValue).map { String($0) } ?? "" }
}
