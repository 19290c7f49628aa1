import Source

/// What was found wrong with a snapshot's data: a code, what and where; never a personal cell's content.
package struct Finding: Sendable {
  package var code: any DiagnosticCode
  package var severity: Severity
  package var entity: String
  package var field: String?
  /// The key of the row, where there is one.
  package var key: String?
  package var file: String?
  package var line: Int?
  package var column: Int?
  /// How many rows the finding stands for.
  package var count: Int
  package var arguments: [String: String]

  package init(
    _ code: any DiagnosticCode, severity: Severity = .warning, entity: String, field: String? = nil,
    key: String? = nil, file: String? = nil, line: Int? = nil, column: Int? = nil, count: Int = 1,
    arguments: [String: String] = [:]
  ) {
    self.code = code
    self.severity = severity
    self.entity = entity
    self.field = field
    self.key = key
    self.file = file
    self.line = line
    self.column = column
    self.count = count
    self.arguments = arguments
  }

  package var message: Localized { code.entry.message.filled(arguments) }
}
