import Columns
import Schema
import Source
import Store

/// The rows of one file as read: typed columns in the order of the file, links still as the texts of keys.
struct DecodedTable: Sendable {
  /// With types that were inferred from content.
  var entity: Entity
  var shown: String
  var count = 0
  /// By field; levels of a place by their names.
  var columns: [String: Column] = [:]
  /// The position of each field's column in the file, from 1.
  var positions: [String: Int] = [:]
  /// The line of each row.
  var lines: ContiguousArray<Int32> = []
  var keys = TableKeys()
  var findings = FindingLog()

  /// Findings about rows as such.
  mutating func noteRows(_ log: RowLog, width: Int) {
    for (row, cells) in log.uneven {
      findings.add(
        Finding(
          cells > width ? DataCode.extraCells : .missingCells, entity: entity.name, file: shown,
          line: Int(lines[Int(row)]), arguments: ["cells": String(cells), "width": String(width)]))
    }
    for line in log.headerLines {
      findings.add(Finding(DataCode.repeatedHeader, entity: entity.name, file: shown, line: Int(line)))
    }
    if let first = log.emptyLines.first {
      findings.add(
        Finding(
          DataCode.emptyRows, severity: .note, entity: entity.name, file: shown, line: Int(first),
          count: log.emptyLines.count))
    }
  }

  /// Findings about keys.
  mutating func noteKeys() {
    for row in keys.dropped.sorted() { note(.repeatedRow, row, severity: .warning) }
    for row in keys.unlike { note(.duplicateKey, row, severity: .error) }
    for row in keys.keyless { note(.missingKey, row, severity: .error) }
  }

  /// Gives the findings on cells, made before there were keys, the keys of their rows.
  mutating func giveKeys() {
    guard !keys.codes.isEmpty, !findings.findings.isEmpty else { return }
    let (lines, keys) = (lines, keys)
    findings.giveKeys { line in
      let wanted = Int32(clamping: line)
      var (low, high) = (0, lines.count)
      while low < high {
        let middle = (low + high) / 2
        if lines[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      return low < lines.count && lines[low] == wanted ? keys.shown(Int32(truncatingIfNeeded: low)) : nil
    }
  }

  private mutating func note(_ code: DataCode, _ row: Int32, severity: Severity) {
    let key = keys.shown(row)
    findings.add(
      Finding(
        code, severity: severity, entity: entity.name, field: entity.key.last, key: key, file: shown,
        line: Int(lines[Int(row)]), column: entity.key.last.flatMap { positions[$0] },
        arguments: ["key": key ?? "•••"]))
  }
}
