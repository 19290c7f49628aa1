import ArgumentParser
import Session
import Source

/// `nep snapshot check|info`: what a snapshot holds, and what is wrong with it.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Look at a snapshot, or begin one.",
    subcommands: [SnapshotInfo.self, SnapshotCheck.self])

  func run() throws { throw ValidationError("say what to do with a snapshot: info or check") }
}

/// `nep snapshot info FOLDER`.
struct SnapshotInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "What a snapshot is called, its date, and how many rows it has.")

  @Option(help: ArgumentHelp("plain or json.", valueName: "format"))
  var format = "plain"

  @OptionGroup var shared: OutputOptions

  @Argument(help: "A snapshot.")
  var snapshot: String

  func run() throws {
    do throws(Diagnostics) {
      try SnapshotReport(isJSON: format == "json").info(snapshot, shared.console())
    } catch { throw shared.fail(error.list) }
  }
}

/// `nep snapshot check FOLDER`.
struct SnapshotCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "The findings of a snapshot: bad cells, broken links, rules that do not hold.")

  @Option(help: ArgumentHelp("plain or json.", valueName: "format"))
  var format = "plain"

  @Flag(help: "All findings, not the first thousand.")
  var all = false

  @OptionGroup var shared: OutputOptions

  @Argument(help: "A snapshot.")
  var snapshot: String

  func run() throws {
    let status: ExitStatus
    do throws(Diagnostics) {
      status = try SnapshotReport(isJSON: format == "json").findings(
        snapshot, showsAll: all, shared.language, shared.console())
    } catch { throw shared.fail(error.list) }
    throw CommandStatus(status)
  }
}
