import Source
import Store

/// A finding or diagnostic as one object of `--format json` (cli.md).
package struct FindingRecord {
  var fields: [(name: String, value: String?)]

  init(_ diagnostic: Diagnostic, _ sources: SourceMap, _ language: Language) {
    var line: Int?
    var column: Int?
    var file: String?
    if let range = diagnostic.range, let source = sources[range.source] {
      let number = source.line(at: range.lower)
      line = number
      column =
        source.text(SourceRange(range.source, source.lineStarts[number - 1], range.lower)).displayWidth + 1
      file = source.name
    }
    fields = [
      ("code", FindingRecord.text(diagnostic.code.id)),
      ("severity", FindingRecord.text(diagnostic.severity.rawValue)), ("entity", nil), ("field", nil),
      ("key", nil), ("file", file.map(FindingRecord.text)), ("line", line.map(String.init)),
      ("column", column.map(String.init)), ("count", "1"),
      ("message", FindingRecord.text(diagnostic.message[language])),
    ]
  }

  package init(_ finding: Finding, _ language: Language) {
    fields = [
      ("code", FindingRecord.text(finding.code.id)),
      ("severity", FindingRecord.text(finding.severity.rawValue)),
      ("entity", FindingRecord.text(finding.entity)), ("field", finding.field.map(FindingRecord.text)),
      ("key", finding.key.map(FindingRecord.text)), ("file", finding.file.map(FindingRecord.text)),
      ("line", finding.line.map(String.init)), ("column", finding.column.map(String.init)),
      ("count", String(finding.count)), ("message", FindingRecord.text(finding.message[language])),
    ]
  }

  /// The records as one array, an object a line.
  package static func json(_ records: [FindingRecord]) -> [UInt8] {
    let lines = records.map { record in
      "{" + record.fields.map { "\"\($0.name)\": \($0.value ?? "null")" }.joined(separator: ", ") + "}"
    }
    return Array("[\(lines.joined(separator: ",\n "))]\n".utf8)
  }

  /// A text as JSON writes it.
  static func text(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
