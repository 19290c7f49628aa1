import ArgumentParser
import Foundation
import Session
import Source

/// The command: words in, an exit status out.
///
/// The only place that sees argv and calls `exit`.
@main
struct Nep: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "nep",
    abstract:
      "A query language over households, their members, their places and the programmes that help them.",
    discussion: """
      nep [SNAPSHOT…]                          the prompt
      nep -c 'households | count' [SNAPSHOT…]   one program
      nep SCRIPT.nep [SNAPSHOT…] [--NAME VALUE …]
      """,
    version: version,
    subcommands: [
      RunCommand.self, CheckCommand.self, FormatCommand.self, SnapshotCommand.self, DemoCommand.self,
      HelpCommand.self, PromptCommand.self,
    ])

  static func main() {
    Interruption.install()
    let words = askingForParameters(arranged(Array(CommandLine.arguments.dropFirst())))
    do {
      var command = try Nep.parseAsRoot(words)
      try command.run()
    } catch let status as CommandStatus {
      Foundation.exit(status.status.rawValue)
    } catch {
      leave(error)
    }
  }

  /// The words with their subcommand in front: a program after `-c`, a script, or snapshots for the prompt.
  private static func arranged(_ words: [String]) -> [String] {
    guard let first = words.first else {
      return isatty(STDIN_FILENO) == 1 ? ["prompt"] : ["run", "-"]
    }
    let subcommands = configuration.subcommands.map { $0._commandName } + ["help"]
    if subcommands.contains(first)
      || ["--help", "-h", "--version", "--generate-completion-script"].contains(first)
    {
      return words
    }
    if first.hasPrefix("--generate-completion-script") { return words }
    if first == "-" || words.contains("-c") { return ["run"] + words }
    if let plain = words.first(where: { !$0.hasPrefix("-") }), !SnapshotArguments.isSnapshot(plain) {
      return ["run"] + words
    }
    return isatty(STDIN_FILENO) == 1 ? ["prompt"] + words : ["run", "-"] + words
  }

  /// `--help` after a script asks for the script's parameters, not for the options of `run`.
  private static func askingForParameters(_ words: [String]) -> [String] {
    guard words.first == "run", words.dropFirst().contains(where: { !$0.hasPrefix("-") }) else {
      return words
    }
    return words.map { $0 == "--help" || $0 == "-h" ? "--parameters" : $0 }
  }

  /// Usage errors end with 2, whatever the parser would say; asked-for help and version with 0.
  private static func leave(_ error: any Error) -> Never {
    let message = Nep.fullMessage(for: error)
    if Nep.exitCode(for: error) == .success {
      print(message)
      Foundation.exit(0)
    }
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    Foundation.exit(ExitStatus.usage.rawValue)
  }
}

/// How a command ended, thrown so that one place exits.
struct CommandStatus: Error {
  var status: ExitStatus
  init(_ status: ExitStatus) { self.status = status }
}
