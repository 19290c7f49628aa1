import Foundation

extension Case {
  /// Everything in which a run departs from the case, one line each; empty where it holds.
  package func departures(of outcome: Command.Outcome) -> [String] {
    var found: [String] = []
    if outcome.signal != nil || outcome.isTimedOut || outcome.status != status {
      found.append("exit \(status) expected, found: \(outcome.ending)")
    }
    let errors = outcome.errorText
    for text in errorTexts where !errors.contains(text) {
      found.append("standard error lacks: \(text)")
    }
    switch expectation {
    case .output(let expected): found += departure(of: outcome.outputText, from: expected)
    case .errors(let lines):
      for line in lines where !errors.contains(line) { found.append("standard error lacks: \(line)") }
      if status == 2, !outcome.output.isEmpty { found.append("standard output is not empty") }
    }
    return found
  }

  private func departure(of actual: String, from expected: String) -> [String] {
    let isBlank = expected.allSatisfy { $0 == "\n" }
    switch format {
    case "json" where !isBlank:
      return attempt {
        try JSONReader.read(actual).difference(from: try JSONReader.read(expected))
      }
    case "jsonl" where !isBlank:
      return attempt {
        JSONValue.array(try JSONReader.readLines(actual)).difference(
          from: .array(try JSONReader.readLines(expected)))
      }
    default:
      let wanted = isBlank ? "" : expected
      return actual == wanted && Array(actual.utf8) == Array(wanted.utf8)
        ? [] : ["standard output differs:\n\(Case.comparison(of: actual, with: wanted))"]
    }
  }

  private func attempt(_ compare: () throws -> String?) -> [String] {
    do {
      return try compare().map { [$0] } ?? []
    } catch {
      return ["\(error)"]
    }
  }

  /// Two texts line by line, with the lines marked that differ.
  package static func comparison(of actual: String, with expected: String) -> String {
    let found = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(found.count, wanted.count)).flatMap { index -> [String] in
      let left = index < wanted.count ? String(wanted[index]) : nil
      let right = index < found.count ? String(found[index]) : nil
      if let left, left == right { return ["    \(left)"] }
      return [left.map { "  - \($0)" }, right.map { "  + \($0)" }].compactMap { $0 }
    }.joined(separator: "\n")
  }

  /// What failed, with all that is needed to see why without running it again.
  package func report(_ departures: [String], _ outcome: Command.Outcome) -> String {
    """
    \(file.lastPathComponent)
    \(departures.joined(separator: "\n"))
    ── script
    \(script)── standard output (\(outcome.ending))
    \(outcome.outputText)── standard error
    \(outcome.errorText)
    """
  }
}
