import Session
import Source

/// A command of the prompt, such as `:help`: its declaration, which help reads too.
struct SessionCommand: Sendable {
  enum Outcome { case stay, leave }

  let name: String
  /// What follows the name, as help writes it.
  let arguments: String
  let summary: Localized
  /// Does it; the words after the name come as one text without blanks around it.
  let run: @Sendable (PromptLoop, String) -> Outcome

  /// Every command, in the order in which help lists them.
  static let all: [SessionCommand] = [help, schema, values, snapshots, set, history, quit]

  /// The form to type.
  var form: String { arguments.isEmpty ? ":\(name)" : ":\(name) \(arguments)" }

  /// The words of a typed line after its `:`; nil where it is no command.
  static func words(of text: String) -> Substring? {
    guard let start = text.firstIndex(where: { !$0.isWhitespace }), text[start] == ":" else { return nil }
    return text[text.index(after: start)...]
  }

  /// Runs the command that words name in full or by a beginning that only it has.
  static func run(_ words: Substring, in loop: PromptLoop) -> Outcome {
    let name = words.prefix { !$0.isWhitespace }.lowercased()
    let rest = words.dropFirst(name.count)
    let matches = all.filter { $0.name == name }
    let begun = name.isEmpty ? [] : all.filter { $0.name.hasPrefix(name) }
    if let command = matches.first ?? (begun.count == 1 ? begun.first : nil) {
      return command.run(loop, trimmed(rest))
    }
    var diagnostic = Diagnostic(SessionCode.unknownCommand, at: nil, ["name": name])
    let near = begun.isEmpty ? Suggestion.nearest(to: name, among: all.map(\.name)) : begun.map(\.name)
    let shown = (near.isEmpty ? all.map(\.name) : near).map { ":\($0)" }.joined(separator: ", ")
    diagnostic =
      near.isEmpty
      ? diagnostic.note(en: "there are: \(shown)", vi: "có các lệnh: \(shown)")
      : diagnostic.note(en: "nearest: \(shown)", vi: "gần nhất: \(shown)")
    loop.session.report([diagnostic])
    return .stay
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text.drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
