import Source
import Store

/// What was found wrong with a snapshot's data when it was packed.
enum FindingCoding {
  typealias Malformed = ByteReader.Malformed

  static func bytes(_ findings: [Finding]) -> ContiguousArray<UInt8> {
    var writer = ByteWriter()
    writer.write(list: findings) { writer, finding in
      writer.write(finding.code.id)
      writer.write(finding.severity.rawValue)
      writer.write(finding.entity)
      for text in [finding.field, finding.key, finding.file] {
        writer.write(optional: text) { $0.write($1) }
      }
      for number in [finding.line, finding.column] {
        writer.write(optional: number) { $0.write(Int64($1)) }
      }
      writer.write(Int64(finding.count))
      writer.write(list: finding.arguments.sorted { $0.key < $1.key }) {
        $0.write($1.key)
        $0.write($1.value)
      }
    }
    return writer.bytes
  }

  /// - Parameter code: the code of an id; nil where this version has none of it.
  static func findings(
    _ bytes: ContiguousArray<UInt8>, code: (String) -> (any DiagnosticCode)?
  ) throws(Malformed) -> [Finding] {
    var reader = ByteReader(bytes)
    let count = try reader.readCount()
    var findings: [Finding] = []
    findings.reserveCapacity(count)
    for _ in 0..<count {
      let id = try reader.readText()
      let word = try reader.readText()
      guard let code = code(id) else { throw Malformed("the code \(id) is not known") }
      guard let severity = Severity(rawValue: word) else { throw Malformed("a finding weighs \(word)") }
      var finding = Finding(code, severity: severity, entity: try reader.readText())
      let text = { (reader: inout ByteReader) throws(Malformed) in try reader.readText() }
      let number = { (reader: inout ByteReader) throws(Malformed) in
        Int(truncatingIfNeeded: try reader.read(Int64.self))
      }
      finding.field = try reader.readOptional(text)
      finding.key = try reader.readOptional(text)
      finding.file = try reader.readOptional(text)
      finding.line = try reader.readOptional(number)
      finding.column = try reader.readOptional(number)
      finding.count = try number(&reader)
      let arguments = try reader.readList { (reader) throws(Malformed) in
        (try reader.readText(), try reader.readText())
      }
      finding.arguments = Dictionary(arguments) { _, last in last }
      findings.append(finding)
    }
    guard reader.isAtEnd else { throw Malformed("there is more than findings") }
    return findings
  }
}
