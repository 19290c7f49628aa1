import Source

extension SessionCommand {
  /// `:quit`, as Ctrl-D.
  static let quit = SessionCommand(
    name: "quit", arguments: "", summary: Localized(en: "leaves, as Ctrl-D does", vi: "thoát, như Ctrl-D"),
    run: { _, _ in .leave })
}
