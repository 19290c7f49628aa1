import Columns
import Foundation
import Schema
import Source
import Store

/// Writes a snapshot as a folder of CSV files with `snapshot.yaml`, which loads as the same snapshot.
///
/// The folder takes its name when all is written. What a CSV file cannot say is said in docs/packed-format.md.
///
/// - Parameter path: a folder that is not there yet, or an empty one.
package func exportFolder(_ snapshot: Snapshot, to path: String) throws(Diagnostics) {
  do throws(Diagnostic) {
    try FolderExport(path: path).run(snapshot)
  } catch { throw Diagnostics(error) }
}

/// A folder on its way.
private struct FolderExport {
  let path: String

  func run(_ snapshot: Snapshot) throws(Diagnostic) {
    var plain = path
    while plain.count > 1, plain.hasSuffix("/") { plain.removeLast() }
    let content = try? FileManager.default.contentsOfDirectory(atPath: plain)
    guard content?.isEmpty ?? !FileManager.default.fileExists(atPath: plain) else {
      throw Diagnostic(ExportCode.targetExists, at: nil, ["path": plain])
    }
    let temporary = "\(plain).\(ProcessInfo.processInfo.processIdentifier).part"
    guard mkdir(temporary, 0o777) == 0 else { throw failure(errno) }
    do throws(Diagnostic) {
      let tables = snapshot.schema.entities.compactMap { entity in
        snapshot.tables[entity.name].map { ExportedTable($0, of: snapshot) }
      }
      for table in tables { try write(table, to: "\(temporary)/\(table.table.entity.name).csv") }
      try write(ContiguousArray(ManifestText(snapshot, tables).text.utf8), to: "\(temporary)/snapshot.yaml")
      if let damage = snapshot.damage.diagnostic { throw damage }
      // An empty folder may be there already: a rename takes its place.
      guard rename(temporary, plain) == 0 else { throw failure(errno) }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
  }

  private func failure(_ number: Int32) -> Diagnostic {
    Diagnostic(
      ExportCode.cannotExport, at: nil, ["path": path, "reason": String(cString: strerror(number))])
  }

  private func write(_ bytes: ContiguousArray<UInt8>, to file: String) throws(Diagnostic) {
    guard let stream = fopen(file, "wb") else { throw failure(errno) }
    let isWritten = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) } == bytes.count
    guard fclose(stream) == 0, isWritten else { throw failure(errno) }
  }

  /// Bytes that are held before they are written.
  private static let chunk = 1 << 20

  private func write(_ table: ExportedTable, to file: String) throws(Diagnostic) {
    guard let stream = fopen(file, "wb") else { throw failure(errno) }
    defer { fclose(stream) }
    let lines = TableLines(table)
    var bytes = lines.header
    for position in 0..<table.table.count {
      lines.append(position, to: &bytes)
      if bytes.count >= FolderExport.chunk || position == table.table.count - 1 {
        try flush(&bytes, stream)
      }
    }
    try flush(&bytes, stream)
    guard fflush(stream) == 0 else { throw failure(errno) }
  }

  private func flush(_ bytes: inout ContiguousArray<UInt8>, _ stream: UnsafeMutablePointer<FILE>)
    throws(Diagnostic)
  {
    let isWritten = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) } == bytes.count
    guard isWritten else { throw failure(errno) }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// The lines of a table's file.
private struct TableLines {
  private let cells: [CellText]
  private let table: ExportedTable
  /// Whether a column more tells rows apart that are alike in all others: without a key, those alike are taken for one.
  private let numbersLines: Bool

  init(_ table: ExportedTable) {
    self.table = table
    cells = table.columns.map { column in
      let part = table.table.entity.key.firstIndex(of: column.field.name)
      return CellText(column.column, column.field.type.kind, links: table.linkTexts) { row in
        part.flatMap { table.keyPart($0, of: row) }
      }
    }
    numbersLines = table.table.entity.key.isEmpty && TableLines.hasTwins(table, cells)
  }

  private static func hasTwins(_ table: ExportedTable, _ cells: [CellText]) -> Bool {
    var seen: Set<ContiguousArray<UInt8>> = []
    return !(0..<table.table.count).allSatisfy { row in
      var bytes: ContiguousArray<UInt8> = []
      for cell in cells {
        cell.append(row, to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      return seen.insert(bytes).inserted
    }
  }

  var header: ContiguousArray<UInt8> {
    var bytes: ContiguousArray<UInt8> = []
    for (index, column) in table.columns.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      CellText.append(column.field.name, to: &bytes)
    }
    if numbersLines { bytes.append(contentsOf: ",line".utf8) }
    bytes.append(0x0A)
    return bytes
  }

  /// Appends the line at a position of the file.
  func append(_ position: Int, to bytes: inout ContiguousArray<UInt8>) {
    let row = table.order.map { Int($0[position]) } ?? position
    let start = bytes.count
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      cell.append(row, to: &bytes)
    }
    // A line without any content is no row to a load.
    if bytes.count - start == max(0, cells.count - 1), !numbersLines {
      bytes.insert(contentsOf: CellText.missing, at: start)
    }
    if numbersLines { bytes.append(contentsOf: ",\(position + 1)".utf8) }
    bytes.append(0x0A)
  }
}
