import Dispatch
import Foundation

/// A command to be run to its end, with all that it sees of the world.
package struct Command: Sendable {
  package var executable = Repository.nep
  package var arguments: [String]
  /// What it finds on standard input.
  package var input: [UInt8] = []
  /// Variables beside the few that every run gets.
  package var environment: [String: String] = [:]
  package var folder = Repository.root
  /// Seconds after which it is killed.
  package var timeout = 120.0

  /// The command of the project.
  package init(_ arguments: [String], input: String = "") {
    self.arguments = arguments
    self.input = Array(input.utf8)
  }

  /// A line of shell, in which `$NEP` is the command of the project.
  package static func shell(_ line: String) -> Command {
    var command = Command(["-c", line])
    command.executable = URL(fileURLWithPath: "/bin/bash")
    command.environment["NEP"] = Repository.nep.path
    return command
  }

  /// How a command ended and what it left.
  package struct Outcome: Sendable {
    package var output: [UInt8]
    package var errors: [UInt8]
    package var status: Int32
    /// The signal that ended it: a crash, whatever the input.
    package var signal: Int32?
    package var isTimedOut: Bool

    package var outputText: String { String(decoding: output, as: UTF8.self) }
    package var errorText: String { String(decoding: errors, as: UTF8.self) }

    /// How it ended, in a word.
    package var ending: String {
      if isTimedOut { return "killed after its time" }
      if let signal { return "crashed by signal \(signal)" }
      return "exit \(status)"
    }
  }

  /// Runs the command.
  ///
  /// The streams are files, so that neither side waits for the other however much is written.
  package func run() throws -> Outcome {
    let streams = try TemporaryFolder()
    try streams.write("in", input)
    try streams.write("out", "")
    try streams.write("err", "")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = surroundings
    let input = try FileHandle(forReadingFrom: streams.url.appendingPathComponent("in"))
    let output = try FileHandle(forWritingTo: streams.url.appendingPathComponent("out"))
    let errors = try FileHandle(forWritingTo: streams.url.appendingPathComponent("err"))
    // A process keeps its handles for ever, and `run` reads past the listing of the open ones when they are very many.
    defer { for handle in [input, output, errors] { try? handle.close() } }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    let hasEnded = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in hasEnded.signal() }
    try process.run()
    var isTimedOut = false
    if hasEnded.wait(timeout: .now() + timeout) == .timedOut {
      isTimedOut = true
      kill(process.processIdentifier, SIGKILL)
      hasEnded.wait()
    }
    let isSignal = process.terminationReason == .uncaughtSignal
    return Outcome(
      output: try streams.bytes("out"), errors: try streams.bytes("err"),
      status: process.terminationStatus, signal: isSignal ? process.terminationStatus : nil,
      isTimedOut: isTimedOut)
  }

  /// Nothing of the machine's locale, terminal or home shows in a run.
  private var surroundings: [String: String] {
    let inherited = ["PATH", "LD_LIBRARY_PATH", "TMPDIR"].compactMap { name in
      ProcessInfo.processInfo.environment[name].map { (name, $0) }
    }
    let fixed = ["HOME": "/nonexistent", "LANG": "C.UTF-8", "TERM": "dumb"]
    return Dictionary(uniqueKeysWithValues: inherited)
      .merging(fixed) { $1 }
      .merging(environment) { $1 }
  }
}
