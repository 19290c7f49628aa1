import ArgumentParser
import Session
import Source

/// `nep help [TOPIC | N0123]`.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Help on the command, a function, or an error code.")

  @OptionGroup var shared: OutputOptions

  @Argument(help: "A code such as N0201, a function, functions, or codes.")
  var topic: String?

  func run() throws {
    guard let topic else {
      print(Nep.helpMessage())
      return
    }
    guard let text = HelpText.on(topic, shared.language) else {
      throw shared.fail([Diagnostic(SessionCode.unknownTopic, at: nil, ["topic": topic])])
    }
    print(text)
  }
}
