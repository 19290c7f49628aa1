import Foundation

/// What is wrong with the form of a case.
package struct CaseError: Error, CustomStringConvertible {
  package var description: String
}

/// A small script with its exact result, in one file of three parts (the contract's cases/README.md).
package struct Case: Sendable {
  package var file: URL
  /// The first part and the script, as they stand: what a blessing keeps.
  package var head: String
  package var arguments: [String] = []
  package var snapshots = ["data"]
  package var format = "json"
  package var status: Int32 = 0
  package var errorTexts: [String] = []
  package var script: String
  package var expectation: Expectation

  /// The third part.
  package enum Expectation: Sendable {
    /// The whole standard output.
    case output(String)
    /// Lines of which each must occur in standard error.
    case errors([String])
  }

  /// Reads a case.
  package init(_ file: URL) throws {
    self.file = file
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let keys = lines.prefix { $0.hasPrefix("#: ") }
    guard let rule = lines.firstIndex(where: { $0 == "----" || $0 == "---- stderr" }) else {
      throw CaseError(description: "\(file.lastPathComponent) has no line of ----")
    }
    script = lines[keys.count..<rule].map { $0 + "\n" }.joined()
    head = lines[..<rule].map { $0 + "\n" }.joined()
    let rest = Array(lines[(rule + 1)...])
    expectation =
      lines[rule] == "----" ? .output(rest.joined(separator: "\n")) : .errors(rest.filter { !$0.isEmpty })
    for line in keys { try take(String(line.dropFirst(3))) }
    let isOutput = lines[rule] == "----"
    guard isOutput == [0, 3, 5].contains(status) else {
      throw CaseError(description: "\(file.lastPathComponent) has another third part than exit \(status)")
    }
  }

  private mutating func take(_ line: String) throws {
    let key = String(line.prefix { $0 != " " })
    let value = String(line.dropFirst(key.count).drop { $0 == " " })
    switch key {
    case "args": arguments += ShellWords.split(value)
    case "snapshots": snapshots = ShellWords.split(value)
    case "format": format = value
    case "exit":
      guard let number = Int32(value) else { throw CaseError(description: "exit \(value)") }
      status = number
    case "stderr-has": errorTexts.append(value)
    default: throw CaseError(description: "\(file.lastPathComponent) has an unknown key \(key)")
    }
  }

  /// The run that the case describes, in the folder that its snapshots lie in.
  package func run(in folder: URL) throws -> Command.Outcome {
    var command = Command(["run", "-"] + snapshots + ["--format", format] + arguments, input: script)
    command.folder = folder
    return try command.run()
  }
}
