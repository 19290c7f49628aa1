import Session
import Source

extension SessionCommand {
  /// `:history`: the last statements.
  static let history = SessionCommand(
    name: "history", arguments: "",
    summary: Localized(en: "the last hundred statements", vi: "một trăm câu lệnh gần nhất"),
    run: { loop, _ in
      for text in loop.history.entries.suffix(100) { loop.show([text]) }
      return .stay
    })
}
