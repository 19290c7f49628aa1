/// What came of asking for a statement.
package enum LineEvent: Equatable, Sendable {
  /// A text, of one line or several, that is to be run.
  case text(String)
  /// Ctrl-C: what was typed is dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the end of the input.
  case end
}

/// Where typed statements come from: a terminal, a pipe, or a list in a test.
package protocol LineReader: AnyObject {
  /// Whether somebody types, who wants a greeting.
  var isInteractive: Bool { get }

  /// Asks for one statement.
  ///
  /// - Parameters:
  ///   - prompt: stands before the first line.
  ///   - continuation: stands before each further line, as wide as `prompt`.
  ///   - isComplete: whether Enter ends the text as it stands.
  func read(prompt: String, continuation: String, isComplete: @escaping (String) -> Bool) -> LineEvent
}

/// Puts lines together until they make a complete text: how readers work that see one line at a time.
struct LineAssembly {
  /// What came of asking for one line.
  enum Line { case text(String), interrupted, end }

  /// Takes lines, the first with `isFirst`, until the text is complete; the end of the input ends a text too.
  static func read(isComplete: (String) -> Bool, nextLine: (_ isFirst: Bool) -> Line) -> LineEvent {
    var text = ""
    var isFirst = true
    while true {
      switch nextLine(isFirst) {
      case .interrupted: return .interrupted
      case .end: return isFirst ? .end : .text(text)
      case .text(let line):
        text += (isFirst ? "" : "\n") + line
        isFirst = false
        if isComplete(text) { return .text(text) }
      }
    }
  }
}
