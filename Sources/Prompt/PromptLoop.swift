import Session
import Source

/// The prompt: reads a statement, runs it, prints what comes of it, and again, until the user leaves.
package final class PromptLoop {
  /// What stands before the first line of a statement, and before the others, under it.
  static let prompt = "nep> "
  static let continuation = "...> "

  let session: Session
  let history: History
  private let reader: any LineReader
  private var personal: PersonalComparisons

  package init(session: Session, reader: any LineReader, history: History) {
    self.session = session
    self.reader = reader
    self.history = history
    personal = PersonalComparisons(session)
  }

  /// Reads and runs until the end; the prompt itself never fails.
  package func run() -> ExitStatus {
    if reader.isInteractive { greet() }
    while !session.console.isClosed {
      let event = reader.read(
        prompt: PromptLoop.prompt, continuation: PromptLoop.continuation,
        isComplete: { [session] text in PromptLoop.isComplete(text, session) })
      switch event {
      case .end: return .success
      case .interrupted: continue
      case .text(let text):
        if take(text) == .leave { return .success }
      }
    }
    return .success
  }

  /// Session commands take one line; everything else is the parser's to say.
  private static func isComplete(_ text: String, _ session: Session) -> Bool {
    SessionCommand.words(of: text) != nil || session.isComplete(text)
  }

  private func take(_ text: String) -> SessionCommand.Outcome {
    guard text.contains(where: { !$0.isWhitespace }) else { return .stay }
    if session.settings.width != nil {
      session.settings.width = TerminalSize.columns ?? session.settings.width
    }
    Interruption.clear()
    if let words = SessionCommand.words(of: text) {
      history.add(text)
      return SessionCommand.run(words, in: self)
    }
    if !personal.isMade(in: text) { history.add(text) }
    _ = session.enter(text)
    return .stay
  }

  /// Prints a line that is no result.
  func note(en: String, vi: String) { session.console.note(session.say(en: en, vi: vi)) }

  /// Prints lines that a command was asked for.
  func show(_ lines: [String]) {
    session.console.write(Array(lines.map { "\($0)\n" }.joined().utf8))
  }

  private func greet() {
    session.console.note(session.populationLine)
    note(
      en: "Type a query and press Enter, such as: \(session.exampleQuery)",
      vi: "Gõ truy vấn rồi nhấn Enter, chẳng hạn: \(session.exampleQuery)")
    note(
      en: "A line that begins with | goes on from the result. :help helps, Ctrl-D leaves.",
      vi: "Dòng bắt đầu bằng | tiếp tục từ kết quả. :help để xem trợ giúp, Ctrl-D để thoát.")
  }
}
