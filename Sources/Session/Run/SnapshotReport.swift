import Schema
import Source
import Store

/// `nep snapshot info` and `nep snapshot check`.
package struct SnapshotReport {
  package var isJSON: Bool

  package init(isJSON: Bool) { self.isJSON = isJSON }

  /// How many findings are printed unless all are asked for (snapshots.md).
  private static let limit = 1_000

  package func info(_ path: String, _ console: Console) throws(Diagnostics) {
    for snapshot in try SnapshotArguments.load([path]) {
      console.write(Array((isJSON ? json(snapshot) : plain(snapshot)).utf8))
    }
  }

  private func tables(_ snapshot: Snapshot) -> [EntityTable] {
    snapshot.schema.entities.compactMap { snapshot.tables[$0.name] }
  }

  private func plain(_ snapshot: Snapshot) -> String {
    var lines = ["\(snapshot.label)  \(snapshot.name)"]
    if let date = snapshot.date { lines.append("date      \(date.iso)") }
    if let standard = snapshot.standard { lines.append("standard  \(standard)") }
    lines.append("covers    \(snapshot.coversAll ? "all" : "reviewed")")
    for table in tables(snapshot) {
      let fields = table.entity.fields.filter { table.columns.has($0.name) }.map(\.name)
      lines.append("\(table.entity.name)  \(table.count) rows")
      lines.append("  \(fields.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ snapshot: Snapshot) -> String {
    let text = FindingRecord.text
    let entities = tables(snapshot).map { table in
      let fields = table.entity.fields.filter { table.columns.has($0.name) }.map { text($0.name) }
      return "{\"name\": \(text(table.entity.name)), \"rows\": \(table.count), \"fields\": "
        + "[\(fields.joined(separator: ", "))]}"
    }
    return "{\"label\": \(text(snapshot.label)), \"name\": \(text(snapshot.name)), "
      + "\"date\": \(snapshot.date.map { text($0.iso) } ?? "null"), "
      + "\"standard\": \(snapshot.standard.map(text) ?? "null"), "
      + "\"covers\": \"\(snapshot.coversAll ? "all" : "reviewed")\", "
      + "\"entities\": [\(entities.joined(separator: ", "))]}\n"
  }

  /// Prints the findings; status 1 where a row could not be used.
  package func findings(_ path: String, showsAll: Bool, _ language: Language, _ console: Console)
    throws(Diagnostics) -> ExitStatus
  {
    var status = ExitStatus.success
    for snapshot in try SnapshotArguments.load([path]) {
      let findings = snapshot.findings
      if let damage = snapshot.damage.diagnostic { throw Diagnostics(damage) }
      let shown = showsAll ? findings[...] : findings.prefix(SnapshotReport.limit)
      if findings.contains(where: { $0.severity == .error }) { status = .failure }
      if isJSON {
        console.write(FindingRecord.json(shown.map { FindingRecord($0, language) }))
        continue
      }
      for finding in shown { console.write(Array("\(line(finding, language))\n".utf8)) }
      if shown.count < findings.count {
        console.note("… \(snapshot.findings.count - shown.count) more (--all)")
      }
      let total = snapshot.findings.reduce(0) { $0 + $1.count }
      console.note(
        language == .english
          ? "findings: \(snapshot.findings.count), on cells or rows: \(total)"
          : "phát hiện: \(snapshot.findings.count), số ô hoặc dòng: \(total)")
    }
    return status
  }

  private func line(_ finding: Finding, _ language: Language) -> String {
    var place = finding.file ?? finding.entity
    if let line = finding.line { place += ":\(line)" }
    if let column = finding.column { place += ":\(column)" }
    let count = finding.count > 1 ? " (\(finding.count))" : ""
    return "\(place): \(finding.severity.rawValue)[\(finding.code.id)]: \(finding.message[language])\(count)"
  }
}
