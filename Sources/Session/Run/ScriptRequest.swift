import Resolve
import Source
import Store

/// A script to be run once, with all that the command line says of it.
package struct ScriptRequest {
  package var text: String
  package var name: String
  package var arguments: ScriptArguments
  package var settings: Settings
  package var isFormatFixed: Bool
  /// The file that takes the results in place of standard output.
  package var output: String?

  package init(
    text: String, name: String, arguments: ScriptArguments, settings: Settings, isFormatFixed: Bool,
    output: String?
  ) {
    self.text = text
    self.name = name
    self.arguments = arguments
    self.settings = settings
    self.isFormatFixed = isFormatFixed
    self.output = output
  }

  /// Loads the snapshots and runs the script.
  package func run(on console: Console) -> ExitStatus {
    do throws(Diagnostics) {
      let session = try Session(loading: snapshots(console), settings: settings, console: console)
      session.isFormatFixed = isFormatFixed
      session.outputFile = output
      session.resolver.given = arguments.parameters
      return session.run(text, name: name, folder: folder)
    } catch {
      let session = Session(snapshots: [], settings: settings, console: console)
      session.report(error.list)
      return error.list.first?.code.entry.status ?? .failure
    }
  }

  /// The folder that `include` and `use` start from.
  private var folder: String { UsedFiles.folder(of: name) }

  private func snapshots(_ console: Console) throws(Diagnostics) -> [String] {
    let used = UsedFiles.snapshots(in: text, folder: folder)
    let named = arguments.snapshots + used
    guard named.isEmpty else { return named }
    let demonstration = try SnapshotArguments.demonstration()
    console.note(
      settings.language == .english
        ? "reading the demonstration data (name a snapshot to read another)"
        : "đang đọc dữ liệu mẫu (nêu một bộ dữ liệu để đọc bộ khác)")
    return [demonstration]
  }
}
