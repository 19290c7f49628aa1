import ArgumentParser
import Foundation
import Rendering
import Session
import Source

/// `nep run SCRIPT [SNAPSHOT…] [--NAME VALUE …]`, and `nep -c PROGRAM [SNAPSHOT…]`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a script, or a program given with -c, over snapshots.")

  @Option(name: .customShort("c"), help: ArgumentHelp("The program itself.", valueName: "program"))
  var program: String?

  @Option(help: ArgumentHelp("table, plain, csv, tsv, json, jsonl or md.", valueName: "format"))
  var format: String?

  @Option(
    name: .customLong("param"), help: ArgumentHelp("A parameter of the script.", valueName: "name=value"))
  var pairs: [String] = []

  @Option(help: ArgumentHelp("Write the results to a file.", valueName: "file"))
  var output: String?

  @Flag(help: "End with status 5 where a row is undetermined.")
  var strict = false

  @Flag(help: "Begin csv with a byte-order mark, for Excel.")
  var bom = false

  @Flag(help: "Write a line of JSON with the time of each statement to standard error.")
  var timing = false

  @Flag(help: "Do not read the start-up file.")
  var noInit = false

  @Flag(help: "List the parameters of the script (as --help after it does).")
  var parameters = false

  @OptionGroup var shared: OutputOptions

  @Argument(
    parsing: .allUnrecognized,
    help: "The script (- for standard input), snapshots, and the script's parameters.")
  var words: [String] = []

  func run() throws {
    let status: ExitStatus
    do throws(Diagnostic) {
      status = try execute()
    } catch {
      throw shared.fail([error])
    }
    throw CommandStatus(status)
  }

  private func execute() throws(Diagnostic) -> ExitStatus {
    var arguments = try ScriptArguments(words, isScriptNamed: program == nil)
    try arguments.add(pairs)
    let name = program == nil ? arguments.script ?? "-" : "-c"
    let text = if let program { program } else { try TextFile.read(name) }
    if parameters {
      print(ScriptHelp.text(of: text, name: name, language: shared.language))
      return .success
    }
    return try run(text, name, arguments)
  }

  private func run(_ text: String, _ name: String, _ arguments: ScriptArguments) throws(Diagnostic)
    -> ExitStatus
  {
    let console = shared.console()
    var settings = shared.settings(console)
    let wanted = format ?? output?.split(separator: ".").last.map(String.init)
    if let wanted {
      guard let found = OutputFormat(rawValue: wanted) else {
        throw Diagnostic(SessionCode.unknownFormat, at: nil, ["name": wanted])
      }
      settings.format = found
    }
    settings.isStrict = strict
    settings.byteOrderMark = bom
    settings.isTimed = timing
    let request = ScriptRequest(
      text: text, name: name, arguments: arguments, settings: settings, isFormatFixed: format != nil,
      output: output)
    return request.run(on: console)
  }
}
