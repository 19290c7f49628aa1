import Schema
import Source
import Store

/// Findings as they are made, so many of a kind that a broken column cannot fill the memory.
struct FindingLog: Sendable {
  private(set) var findings: [Finding] = []
  private var counts: [String: Int] = [:]
  private var overflow: [String: Finding] = [:]

  /// Findings of one code and field that are listed one by one; the rest are one finding with their count.
  static let limit = 100_000

  mutating func add(_ finding: Finding) {
    let kind = "\(finding.code.id)/\(finding.entity)/\(finding.field ?? "")"
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    if count <= FindingLog.limit {
      findings.append(finding)
    } else if overflow[kind] == nil {
      var rest = finding
      rest.code = DataCode.moreFindings
      (rest.line, rest.column, rest.key) = (nil, nil, nil)
      rest.arguments = ["code": finding.code.id]
      overflow[kind] = rest
    } else {
      overflow[kind]?.count += 1
    }
  }

  mutating func add(_ other: FindingLog) {
    for finding in other.findings { add(finding) }
    for (kind, finding) in other.overflow {
      if overflow[kind] == nil { overflow[kind] = finding } else { overflow[kind]?.count += finding.count }
    }
  }

  /// All findings by file and line, in an order that depends on the data alone.
  var sorted: [Finding] {
    let all = findings + overflow.sorted { $0.key < $1.key }.map(\.value)
    return all.enumerated().sorted { a, b in
      let left = (
        a.element.file ?? "", a.element.line ?? 0, a.element.column ?? 0, a.element.code.id, a.offset
      )
      let right = (
        b.element.file ?? "", b.element.line ?? 0, b.element.column ?? 0, b.element.code.id, b.offset
      )
      return left < right
    }.map(\.element)
  }
}
