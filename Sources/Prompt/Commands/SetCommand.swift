import Session
import Source

extension SessionCommand {
  /// `:set NAME VALUE`: the statement `set NAME = VALUE`; alone, what holds now.
  static let set = SessionCommand(
    name: "set", arguments: "[NAME VALUE]",
    summary: Localized(
      en: "changes a setting, as set NAME = VALUE does; alone, shows them",
      vi: "đổi một thiết lập, như set TÊN = GIÁ TRỊ; không có gì theo sau thì liệt kê"),
    run: { loop, words in
      guard !words.isEmpty else {
        loop.show(loop.session.settingLines)
        return .stay
      }
      let name = words.prefix { !$0.isWhitespace && $0 != "=" }
      let value = words.dropFirst(name.count).drop { $0.isWhitespace || $0 == "=" }
      _ = loop.session.enter("set \(name) = \(value)")
      return .stay
    })
}
