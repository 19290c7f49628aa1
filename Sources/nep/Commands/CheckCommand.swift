import ArgumentParser
import Session
import Source

/// `nep check SCRIPT… [SNAPSHOT…]`: parse, resolve and type-check.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Parse, resolve and type-check scripts without running them.")

  @Option(help: ArgumentHelp("plain or json.", valueName: "format"))
  var format = "plain"

  @OptionGroup var shared: OutputOptions

  @Argument(
    help: "Scripts, and snapshots whose places, keys and own fields they name; without one, no data are read."
  )
  var words: [String]

  func run() throws {
    let console = shared.console()
    let status: ExitStatus
    do throws(Diagnostics) {
      let scripts = words.filter { !SnapshotArguments.isSnapshot($0) }
      let snapshots = words.filter { SnapshotArguments.isSnapshot($0) }
      status = try ScriptCheck(scripts: scripts, snapshots: snapshots, isJSON: format == "json").run(
        shared.settings(console), console)
    } catch {
      throw shared.fail(error.list)
    }
    throw CommandStatus(status)
  }
}
