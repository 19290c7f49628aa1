import Foundation
import Prompt
import Rendering
import Session
import Source
import TestSupport
import Testing

/// A session at the prompt over the demonstration data, with a list of lines in place of hands.
struct Typing {
  /// What came out: results, and everything else.
  private(set) var results = ""
  private(set) var notes = ""
  private(set) var status: Source.ExitStatus
  private(set) var prompts: [String]
  private(set) var history: [String]

  init(_ keys: ScriptedReader.Key..., history file: HistoryFile? = nil) throws {
    let console = Console(isTerminal: false, width: nil, language: .english, color: false)
    let output = Output()
    console.sink = { isResult, text in isResult ? (output.results += text) : (output.notes += text) }
    let settings = Settings(format: .plain, language: .english)
    let session = Session(snapshots: try Typing.snapshots.get(), settings: settings, console: console)
    let reader = ScriptedReader(keys)
    let history = History(file: file)
    status = PromptLoop(session: session, reader: reader, history: history).run()
    results = output.results
    notes = output.notes
    prompts = reader.prompts
    self.history = history.entries
  }

  private final class Output {
    var results = ""
    var notes = ""
  }

  /// The demonstration data of the checkout.
  static let folder = Repository.path("examples/data/2023").path

  private static let snapshots = Result { try SnapshotArguments.load([folder]) }
}
