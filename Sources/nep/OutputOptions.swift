import ArgumentParser
import Foundation
import Rendering
import Session
import Source

/// The options of everything that prints.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Messages in vi or en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: String?

  @Flag(help: "Leave out the ledger.")
  var quiet = false

  var language: Language { lang.flatMap { Language(rawValue: $0) } ?? .english }

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError("--lang takes vi or en, not \(lang)")
    }
    if let color, !["auto", "always", "never"].contains(color) {
      throw ValidationError("--color takes auto, always or never, not \(color)")
    }
  }

  /// The console of this process: whether a terminal reads standard output, how wide it is, whether it wants colour.
  func console() -> Console {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let environment = ProcessInfo.processInfo.environment
    let isForced = environment["CLICOLOR_FORCE"].map { $0 != "0" && !$0.isEmpty } ?? false
    let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let isColored: Bool =
      switch color {
      case "always"?: true
      case "never"?: false
      default: !isRefused && (isForced || (isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"))
      }
    return Console(
      isTerminal: isTerminal, width: isTerminal ? terminalWidth() : nil, language: language, color: isColored)
  }

  private func terminalWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  func settings(_ console: Console) -> Settings {
    var settings = Settings(format: console.isTerminal ? .table : .plain, language: language)
    settings.width = console.width
    settings.color = console.isTerminal && console.color
    settings.isQuiet = quiet
    return settings
  }

  /// Prints diagnostics that have no session, and ends with their status.
  func fail(_ diagnostics: [Diagnostic]) -> CommandStatus {
    let console = console()
    let renderer = DiagnosticRenderer(sources: SourceMap(), language: language, color: console.color)
    for diagnostic in diagnostics { console.note(renderer.render(diagnostic)) }
    return CommandStatus(diagnostics.first?.code.entry.status ?? .failure)
  }
}
