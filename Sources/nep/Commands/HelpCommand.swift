import ArgumentParser
import Session
import Source

/// `nep help [TOPIC | N0123]`; `--reference` prints the manual that the repository keeps.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Help on the command, a function, or an error code.")

  @OptionGroup var shared: OutputOptions

  @Flag(help: ArgumentHelp("The reference manual, docs/reference.md.", visibility: .hidden))
  var reference = false

  @Argument(help: "A code such as N0201, a word such as where or median, functions, or codes.")
  var topic: String?

  func run() throws {
    if reference {
      print(ReferenceManual(shared.language).text, terminator: "")
      return
    }
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
