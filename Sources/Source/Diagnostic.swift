/// The exit statuses of the command (cli.md).
package enum ExitStatus: Int32, Sendable {
  case success = 0
  case failure = 1
  case usage = 2
  case expectationFailed = 3
  case changed = 4
  case undetermined = 5
  case interrupted = 130
}

/// How much a diagnostic weighs; only an error stops a run.
package enum Severity: String, Sendable {
  case error, warning, note
}

/// What the catalogue says of one code: its sentence, and what `nep help CODE` prints.
package struct CatalogueEntry: Sendable {
  /// The status with which a run ends that stops on this error.
  package var status: ExitStatus
  /// One plain sentence, lower case, without a full stop; `{name}` stands for an argument.
  package var message: Localized
  /// A paragraph that explains the rule behind the code.
  package var explanation: Localized
  /// A script that raises the code; empty where it comes from data or the machine.
  package var example: String
  /// The script mended.
  package var remedy: String

  package init(
    _ status: ExitStatus, _ message: Localized, explanation: Localized, example: String = "",
    remedy: String = ""
  ) {
    self.status = status
    self.message = message
    self.explanation = explanation
    self.example = example
    self.remedy = remedy
  }
}

/// A family of diagnostic codes; each stage declares its own, and an exhaustive switch keeps the texts complete.
package protocol DiagnosticCode: Sendable {
  /// The code as printed: `N` and four digits.
  var id: String { get }
  /// The name of the case, by which code and tests speak of it.
  var name: String { get }
  var entry: CatalogueEntry { get }
}

extension DiagnosticCode where Self: RawRepresentable<String> {
  package var id: String { rawValue }
  package var name: String { String(describing: self) }
}

/// A range with a word on what it has to do with the error.
package struct DiagnosticLabel: Sendable {
  package var range: SourceRange
  package var text: Localized

  package init(_ range: SourceRange, _ text: Localized) {
    self.range = range
    self.text = text
  }
}

/// What is wrong, where, and what to do: data, without a rendering.
package struct Diagnostic: Error, Sendable {
  package var code: any DiagnosticCode
  package var severity: Severity
  package var arguments: [String: String]
  /// The smallest range that explains the error; missing where the error is not in a text.
  package var range: SourceRange?
  package var labels: [DiagnosticLabel] = []
  /// Facts that help: the nearest names, the values of a type.
  package var notes: [Localized] = []
  /// Statements that can be run as they stand.
  package var helps: [String] = []
  /// Replacements of a part of the statement; whoever has its text makes a help of each.
  package var edits: [Edit] = []

  /// What to write in the place of a range.
  package struct Edit: Sendable {
    package var range: SourceRange?
    package var text: String
  }

  package init(
    _ code: any DiagnosticCode, at range: SourceRange?, _ arguments: [String: String] = [:],
    severity: Severity = .error
  ) {
    self.code = code
    self.severity = severity
    self.arguments = arguments
    self.range = range
  }

  /// The sentence with its arguments in place.
  package var message: Localized { code.entry.message.filled(arguments.mapValues(Diagnostic.clipped)) }

  /// A name of the user's as a message shows it: a very long one is cut.
  private static func clipped(_ text: String) -> String {
    text.utf8.count <= 200 ? text : text.prefix(120) + "…"
  }

  package func label(_ range: SourceRange?, en: String, vi: String) -> Diagnostic {
    guard let range else { return self }
    var copy = self
    copy.labels.append(DiagnosticLabel(range, Localized(en: en, vi: vi)))
    return copy
  }

  package func note(en: String, vi: String) -> Diagnostic {
    var copy = self
    copy.notes.append(Localized(en: en, vi: vi))
    return copy
  }

  /// Offers a text in the place of a range, or of the range of the diagnostic.
  package func fix(_ text: String, at range: SourceRange? = nil) -> Diagnostic {
    var copy = self
    copy.edits.append(Edit(range: range ?? self.range, text: text))
    return copy
  }

  package func help(_ code: String) -> Diagnostic {
    var copy = self
    copy.helps.append(code)
    return copy
  }
}

/// Several diagnostics thrown as one, in the order of the text.
package struct Diagnostics: Error, Sendable {
  package var list: [Diagnostic]

  package init(_ list: [Diagnostic]) { self.list = list }
  package init(_ one: Diagnostic) { list = [one] }
}
