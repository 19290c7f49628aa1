import Session
import Source

extension SessionCommand {
  /// `:help [topic]`: the commands, or a function, a code, or a command.
  static let help = SessionCommand(
    name: "help", arguments: "[TOPIC]",
    summary: Localized(
      en: "these commands; or help on a function, an error code, functions, codes",
      vi: "các lệnh này; hoặc giải thích một hàm, một mã lỗi, functions, codes"),
    run: { loop, topic in
      if topic.isEmpty {
        loop.show(overview(loop.session))
      } else if let command = all.first(where: { $0.name == topic || ":\($0.name)" == topic }) {
        loop.show([command.form, "  \(command.summary[loop.session.settings.language])"])
      } else if let text = HelpText.on(topic, loop.session.settings.language) {
        loop.show([text])
      } else {
        loop.session.report([Diagnostic(SessionCode.unknownTopic, at: nil, ["topic": topic])])
      }
      return .stay
    })

  private static func overview(_ session: Session) -> [String] {
    let commands = session.aligned(all.map { [$0.form, $0.summary[session.settings.language]] })
    let keys = [
      [
        "Enter",
        session.say(
          en: "runs what is complete, else begins a line", vi: "chạy nếu đã đủ, nếu chưa thì xuống dòng"),
      ],
      ["Alt-Enter", session.say(en: "begins a line", vi: "xuống dòng")],
      [
        "Up, Ctrl-R",
        session.say(en: "earlier statements; search in them", vi: "câu lệnh trước; tìm trong đó"),
      ],
      [
        "Ctrl-C",
        session.say(en: "drops the line, or stops what runs", vi: "bỏ dòng đang gõ, hoặc dừng câu đang chạy"),
      ],
      ["Ctrl-D", session.say(en: "leaves", vi: "thoát")],
    ]
    return commands + [""] + session.aligned(keys)
  }
}
