import ArgumentParser
import Session
import Source

/// `nep snapshot info|check|init`: what a snapshot holds, what is wrong with it, and how to begin one.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Look at a snapshot, or begin one.",
    subcommands: [
      SnapshotInfo.self, SnapshotCheck.self, SnapshotInit.self, SnapshotPack.self, SnapshotVerify.self,
      SnapshotExport.self,
    ])

  func run() throws { throw ValidationError("say what to do with a snapshot: info, check or init") }
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

/// `nep snapshot init FOLDER`.
struct SnapshotInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a snapshot.yaml guessed from the headers of the CSV files in a folder.")

  @OptionGroup var shared: OutputOptions

  @Argument(help: "A folder of CSV files without a snapshot.yaml.")
  var folder: String

  func run() throws {
    do throws(Diagnostics) {
      try SnapshotBeginning().run(in: folder, quiet: shared.quiet, shared.console())
    } catch { throw shared.fail(error.list) }
  }
}

/// A subcommand of packed snapshots, which this version does not have: it says so whatever follows it.
protocol PackedSnapshotCommand: ParsableCommand {}

extension PackedSnapshotCommand {
  func run() throws {
    let name = Self.configuration.commandName ?? ""
    let words = CommandLine.arguments
    let isVietnamese =
      words.contains("--lang=vi") || zip(words, words.dropFirst()).contains { $0 == "--lang" && $1 == "vi" }
    let shared = try OutputOptions.parse(isVietnamese ? ["--lang", "vi"] : [])
    throw shared.fail([Diagnostic(SessionCode.noPackedSnapshots, at: nil, ["command": name])])
  }
}

/// `nep snapshot pack`.
struct SnapshotPack: PackedSnapshotCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Write a folder as one .neps file (a later version).")

  @Argument(parsing: .captureForPassthrough, help: .hidden)
  var words: [String] = []
}

/// `nep snapshot verify`.
struct SnapshotVerify: PackedSnapshotCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every block of a .neps file (a later version).")

  @Argument(parsing: .captureForPassthrough, help: .hidden)
  var words: [String] = []
}

/// `nep snapshot export`.
struct SnapshotExport: PackedSnapshotCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a .neps file as CSV or SQLite (a later version).")

  @Argument(parsing: .captureForPassthrough, help: .hidden)
  var words: [String] = []
}
