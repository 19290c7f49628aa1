import Schema
import Source
import Store

/// Findings as they are made, so many of a kind that a broken column cannot fill the memory.
struct FindingLog: Sendable {
  private(set) var findings: [Finding] = []
  private var counts: [Kind: Int] = [:]
  private var overflow: [Kind: Finding] = [:]

  private struct Kind: Hashable {
    var code: String
    var entity: String
    var field: String?
  }

  /// Findings of one code and field that are listed one by one; the rest are one finding with their count.
  static let limit = 100_000

  mutating func add(_ finding: Finding) {
    let kind = Kind(code: finding.code.id, entity: finding.entity, field: finding.field)
    let count = counts[kind, default: 0]
    counts[kind] = count + 1
    if count < FindingLog.limit {
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

  /// Gives findings without a key the one of the row at their line, where there is a row.
  mutating func giveKeys(_ key: (Int) -> String?) {
    for index in findings.indices where findings[index].key == nil {
      findings[index].key = findings[index].line.flatMap(key)
    }
  }

  mutating func add(_ other: FindingLog) {
    for finding in other.findings { add(finding) }
    for (kind, finding) in other.overflow {
      if overflow[kind] == nil { overflow[kind] = finding } else { overflow[kind]?.count += finding.count }
    }
  }

  /// All findings by file, line and column; those without a line stand first in their file.
  var sorted: [Finding] {
    let rest = overflow.sorted {
      ($0.key.code, $0.key.entity, $0.key.field ?? "") < ($1.key.code, $1.key.entity, $1.key.field ?? "")
    }
    let all = findings + rest.map(\.value)
    let files = Set(all.map { $0.file ?? "" }).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: zip(files, files.indices))
    let places = all.enumerated().map { index, finding in
      (ranks[finding.file ?? ""] ?? 0, finding.line ?? 0, finding.column ?? 0, index)
    }
    return places.sorted(by: <).map { all[$0.3] }
  }
}
