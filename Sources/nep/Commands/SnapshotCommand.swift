import ArgumentParser
import Session
import Source

/// `nep snapshot …`: what a snapshot holds, what is wrong with it, how to begin one, and its other forms.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Look at a snapshot, begin one, pack or export it.",
    subcommands: [
      SnapshotInfo.self, SnapshotCheck.self, SnapshotInit.self, SnapshotPack.self, SnapshotVerify.self,
      SnapshotExport.self,
    ])

  func run() throws {
    throw ValidationError("say what to do with a snapshot: info, check, init, pack, verify or export")
  }
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

/// `nep snapshot pack FOLDER -o FILE.neps`.
struct SnapshotPack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Write a snapshot as one file that opens at once whatever its size.")

  @Option(name: .shortAndLong, help: ArgumentHelp("The file, which ends in .neps.", valueName: "file"))
  var output: String

  @OptionGroup var shared: OutputOptions

  @Argument(help: "A snapshot; LABEL=path gives it another label for good.")
  var snapshot: String

  func validate() throws {
    guard output.hasSuffix(".neps") else { throw ValidationError("the file of -o must end in .neps") }
  }

  func run() throws {
    do throws(Diagnostics) {
      try SnapshotTransfer(quiet: shared.quiet, shared.console()).pack(snapshot, to: output)
    } catch { throw shared.fail(error.list) }
  }
}

/// `nep snapshot verify FILE.neps`.
struct SnapshotVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every block and every value of a .neps file.")

  @OptionGroup var shared: OutputOptions

  @Argument(help: "A packed snapshot.")
  var file: String

  func run() throws {
    do throws(Diagnostics) {
      try SnapshotTransfer(quiet: shared.quiet, shared.console()).verify(file)
    } catch { throw shared.fail(error.list) }
  }
}

/// `nep snapshot export FILE.neps -o FOLDER`, or `-o FILE.sqlite`.
struct SnapshotExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a snapshot as a folder of CSV files, or as a SQLite database.")

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A folder, or a file that ends in .sqlite; it is made.", valueName: "path"))
  var output: String

  @OptionGroup var shared: OutputOptions

  @Argument(help: "A snapshot.")
  var snapshot: String

  func run() throws {
    do throws(Diagnostics) {
      try SnapshotTransfer(quiet: shared.quiet, shared.console()).export(snapshot, to: output)
    } catch { throw shared.fail(error.list) }
  }
}
