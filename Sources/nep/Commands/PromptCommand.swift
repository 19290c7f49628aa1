import ArgumentParser
import Foundation
import Prompt
import Session
import Source

/// The prompt: what `nep` with nothing, or with snapshots alone, opens.
struct PromptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt", abstract: "The prompt.", shouldDisplay: false)

  @OptionGroup var shared: OutputOptions

  @Argument(help: "Snapshots; the demonstration data where none is named.")
  var snapshots: [String] = []

  func run() throws {
    let console = shared.console()
    let session: Session
    do throws(Diagnostics) {
      // A long load has nothing to keep: Ctrl-C ends it as it ends any command.
      signal(SIGINT, SIG_DFL)
      defer { Interruption.install() }
      let words = snapshots.isEmpty ? [try SnapshotArguments.demonstration()] : snapshots
      session = try Session(loading: words, settings: shared.settings(console), console: console)
    } catch {
      throw shared.fail(error.list)
    }
    let file = HistoryFile(environment: ProcessInfo.processInfo.environment)
    let history = History(file: isatty(STDIN_FILENO) == 1 ? file : nil)
    let reader: any LineReader =
      EditLineReader(history: history, isColored: console.color) ?? PlainReader()
    throw CommandStatus(PromptLoop(session: session, reader: reader, history: history).run())
  }
}
