import Columns
import Schema
import Source
import Store

/// Loads the snapshot in a folder: its manifest, its files, their links, what follows from them, and what is wrong with them.
///
/// - Parameters:
///   - path: a folder with `snapshot.yaml`, or with CSV files named like entities.
///   - label: what `@LABEL` calls it in this run; nil keeps its own.
///   - effort: how much of the machine it may take.
/// - Throws: what stops a load: a missing file, a header without the key, a file that is not text, a manifest that is wrong.
///   Bad cells stop nothing; they are among the snapshot's findings.
package func loadSnapshot(
  at path: String, label: String?, evaluator: any ColumnExpressionEvaluator,
  effort: LoadingEffort = LoadingEffort()
) throws(Diagnostics) -> Snapshot {
  let manifest = try FolderManifest.read(at: path, label: label)
  var sources: [TableSource] = []
  for entity in manifest.entities {
    sources.append(try TableSource(entity, manifest, evaluator))
  }
  let decoded = try decodeAll(sources, evaluator, effort)
  var assembler = Assembler(manifest, decoded)
  return assembler.snapshot()
}

/// Decodes the files side by side; where several fail, the first in model order is thrown.
private func decodeAll(
  _ sources: [TableSource], _ evaluator: any ColumnExpressionEvaluator, _ effort: LoadingEffort
) throws(Diagnostics) -> [DecodedTable] {
  let files = sources.map { FileReading($0, evaluator, effort) }
  let sizes = sources.map(\.size)
  let order = files.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
  ReadingCrew(order.map { files[$0] }).run(threads: effort.threads)
  var tables: [DecodedTable] = []
  for file in files {
    if let result = file.result { tables.append(try result.get()) }
  }
  return tables
}

/// Decodes one file.
func decode(_ source: TableSource, _ evaluator: any ColumnExpressionEvaluator, _ effort: LoadingEffort)
  throws(Diagnostics) -> DecodedTable
{
  guard let table = try decodeAll([source], evaluator, effort).first else {
    throw Diagnostics(Diagnostic(DataCode.emptyFile, at: nil, ["file": source.shown]))
  }
  return table
}

extension TableSource {
  init(_ entity: EntityManifest, _ manifest: Manifest, _ evaluator: any ColumnExpressionEvaluator)
    throws(Diagnostics)
  {
    guard let declared = manifest.schema.entity(entity.name) else {
      throw Diagnostics(Diagnostic(DataCode.noTables, at: nil, ["path": manifest.folder]))
    }
    let shown = if case .file(_, let shown) = entity.origin { shown } else { BuiltinPlaceTable.name }
    self.init(
      entity: declared, manifest: entity, schema: manifest.schema,
      present: Set(manifest.entities.map(\.name)), expressionColumns: [:],
      inferred: Set(entity.fields.filter(\.infersType).map(\.name)), shown: shown,
      manifestShown: manifest.shown, date: manifest.date)
    for field in entity.fields {
      guard case .expression(let text)? = field.source else { continue }
      do throws(Diagnostics) {
        expressionColumns[text] = try evaluator.columns(of: text)
      } catch { throw failure(of: text, field: field.name, error) }
    }
  }
}
