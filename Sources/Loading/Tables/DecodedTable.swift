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

  /// Reads a file.
  static func read(_ source: TableSource, evaluator: any ColumnExpressionEvaluator) throws(Diagnostics)
    -> DecodedTable
  {
    guard case .file(let path, let shown) = source.manifest.origin else {
      return try decode(BuiltinPlaceTable.contents, source, evaluator: evaluator)
    }
    let contents = try FileContents.read(path: path, shown: shown, encoding: source.manifest.file.encoding)
    return try decode(contents, source, evaluator: evaluator)
  }

  /// Reads a text.
  static func decode(
    _ text: consuming FileContents, _ source: TableSource, evaluator: any ColumnExpressionEvaluator
  ) throws(Diagnostics) -> DecodedTable {
    var contents = text
    let dialect = CsvDialect(of: contents, declared: source.manifest.file.delimiter)
    var tokenizer = CsvTokenizer(contents, dialect)
    let header = tokenizer.readHeader(&contents.bytes)
    guard !header.isEmpty else {
      throw Diagnostics(Diagnostic(DataCode.emptyFile, at: nil, ["file": source.shown]))
    }
    let plan = try TablePlan(header: header, source: source)
    var reading = TableReading(plan, source)
    var block = CellBlock(width: header.count)
    var log = RowLog()
    while true {
      tokenizer.fill(&block, &contents.bytes, &log)
      if block.rows == 0 { break }
      reading.append(block, contents.bytes)
    }
    if let line = tokenizer.unclosedLine {
      throw Diagnostics(
        Diagnostic(DataCode.unclosedQuote, at: nil, ["file": source.shown, "line": String(line)]))
    }
    var table = DecodedTable(entity: source.entity, shown: source.shown)
    table.count = log.lines.count
    table.lines = log.lines
    table.findings = plan.findings
    try reading.finish(into: &table, evaluator: evaluator)
    table.noteRows(log, width: header.count)
    table.keys = TableKeys(of: table, key: source.manifest.key, bytes: contents.bytes, log: log)
    table.noteKeys()
    table.giveKeys()
    return table
  }

  /// Findings about rows as such.
  private mutating func noteRows(_ log: RowLog, width: Int) {
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
  private mutating func noteKeys() {
    for row in keys.dropped.sorted() { note(.repeatedRow, row, severity: .warning) }
    for row in keys.unlike { note(.duplicateKey, row, severity: .error) }
    for row in keys.keyless { note(.missingKey, row, severity: .error) }
  }

  /// Gives the findings on cells, made before there were keys, the keys of their rows.
  private mutating func giveKeys() {
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
