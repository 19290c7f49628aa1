import Domain
import Foundation
import Schema
import Source

/// Guesses a `snapshot.yaml` from the headers of the CSV files in a folder (`nep snapshot init`).
///
/// - Parameter folder: holds exports whose file and column names may be Vietnamese.
/// - Returns: the manifest as text, in which what could not be placed stands as a comment, and how many tables it names.
package func guessManifest(folder: String) -> (text: String, tables: Int) {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  let files = names.filter { $0.lowercased().hasSuffix(".csv") }.sorted()
  let tables = files.compactMap { GuessedTable(file: $0, folder: folder) }
  let label = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
  var lines = [
    "name: \(yamlText(label))", "label: \(yamlText(label))", "# date: 2023-12-15", "covers: all",
  ]
  if tables.contains(where: \.usesDecimalCommas) { lines.append("numbers: vi") }
  lines.append("entities:")
  var taken: Set<String> = []
  for table in tables {
    if taken.insert(table.entity.name).inserted {
      lines += table.lines
    } else {
      lines.append("  # \(table.file) looks like \(table.entity.name) too")
    }
  }
  for file in files where !tables.contains(where: { $0.file == file }) {
    lines.append("  # \(file): no entity fits its header")
  }
  return (lines.joined(separator: "\n") + "\n", taken.count)
}

/// A text as YAML takes it.
private func yamlText(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

/// One file, the entity that it most likely holds, and its columns by field.
private struct GuessedTable {
  var file: String
  var entity: Entity
  /// Field and column, in the order of the header.
  var columns: [(field: String, column: String)] = []
  var unknown: [String] = []
  var usesDecimalCommas: Bool

  /// Nil where the file cannot be read or nothing fits.
  init?(file: String, folder: String) {
    guard let contents = try? FileContents.read(path: "\(folder)/\(file)", shown: file, encoding: nil) else {
      return nil
    }
    var tokenizer = CsvTokenizer(contents, CsvDialect(of: contents, declared: nil))
    var bytes = contents.bytes
    let header = tokenizer.readHeader(&bytes)
    guard let entity = GuessedTable.entity(file: file, header: header) else { return nil }
    self.file = file
    self.entity = entity
    usesDecimalCommas = GuessedTable.usesDecimalCommas(&tokenizer, &bytes, width: header.count)
    var taken: Set<String> = []
    for column in header where !column.isEmpty {
      if let field = FieldSynonyms.field(of: entity, for: column), taken.insert(field).inserted {
        columns.append((field, column))
      } else {
        unknown.append(column)
      }
    }
  }

  var lines: [String] {
    var lines = ["  \(entity.name):", "    file: \(yamlText(file))"]
    let mapped = columns.filter { $0.field != $0.column }
    if !mapped.isEmpty { lines.append("    columns:") }
    lines += mapped.map { "      \($0.field): \(yamlText($0.column))" }
    for key in entity.key where !columns.contains(where: { $0.field == key }) {
      lines.append("    # no column for the key \(key); name it under columns, or: key: row")
    }
    if !unknown.isEmpty {
      lines.append("    # columns without a field: " + unknown.joined(separator: ", "))
    }
    return lines
  }

  /// The entity that the file is named after, else the one with the most fields in the header.
  private static func entity(file: String, header: [String]) -> Entity? {
    let entities = HouseholdModel.schema.entities
    let stem = FieldSynonyms.plain(String(file.dropLast(4)))
    if let named = entities.first(where: { FieldSynonyms.names(of: $0).contains(stem) }) { return named }
    let scored = entities.map { entity in
      (entity, header.count { FieldSynonyms.field(of: entity, for: $0) != nil })
    }
    // On a tie the first in model order; a single field in common says nothing.
    guard let best = scored.map(\.1).max(), best >= 2 else { return nil }
    return scored.first { $0.1 == best }?.0
  }

  /// Whether cells like `1.500.000` or `36,5` stand in the first rows.
  private static func usesDecimalCommas(
    _ tokenizer: inout CsvTokenizer, _ bytes: inout ContiguousArray<UInt8>, width: Int
  ) -> Bool {
    var block = CellBlock(width: width)
    var log = RowLog()
    tokenizer.fill(&block, &bytes, &log)
    for cell in block.cells where cell.length > 2 && cell.length < 24 {
      let text = text(of: cell, base: block.base, bytes.span)
      let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
      guard isPlain, DecimalText(text, format: .en) == nil else { continue }
      if DecimalText(text, format: .vi) != nil { return true }
    }
    return false
  }
}
