import ArgumentParser
import Session
import Source

/// The prompt: what `nep` with nothing, or with snapshots alone, opens.
struct PromptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt", abstract: "The prompt.", shouldDisplay: false)

  @OptionGroup var shared: OutputOptions

  @Argument(help: "Snapshots.")
  var snapshots: [String] = []

  func run() throws { throw CommandStatus(.success) }
}
