import ArgumentParser
import Foundation
import Session
import Source

/// `nep fmt [--check] SCRIPT…`: scripts in canonical form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Write scripts in canonical form; - filters standard input.")

  @Flag(help: "List the files that are not in canonical form, and end with 1.")
  var check = false

  @OptionGroup var shared: OutputOptions

  @Argument(help: "Scripts.")
  var scripts: [String]

  func run() throws {
    let console = shared.console()
    throw CommandStatus(ScriptFormatting(isCheck: check).run(scripts, shared.settings(console), console))
  }
}
