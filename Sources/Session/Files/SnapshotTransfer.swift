import Exporting
import Foundation
import Packing
import Source
import Store

/// `nep snapshot pack`, `verify` and `export`: a snapshot from one form into another.
package struct SnapshotTransfer {
  private let isQuiet: Bool
  private let console: Console

  package init(quiet isQuiet: Bool, _ console: Console) {
    self.isQuiet = isQuiet
    self.console = console
  }

  /// Writes a snapshot as one file.
  package func pack(_ word: String, to path: String) throws(Diagnostics) {
    let snapshot = try only(word)
    let size = try Packing.pack(snapshot, to: path)
    say(
      en: "wrote \(path) (\(size.bytes) bytes, \(size.rows) rows)",
      vi: "đã ghi \(path) (\(size.bytes) byte, \(size.rows) dòng)")
  }

  /// Looks at every block of a packed file.
  package func verify(_ path: String) throws(Diagnostics) {
    let found = try verifyPacked(at: path) { SnapshotArguments.findingCode($0) }
    let text =
      console.language == .english
      ? "\(path): sound (\(found.blocks) blocks, \(found.bytes) bytes)\n"
      : "\(path): nguyên vẹn (\(found.blocks) khối, \(found.bytes) byte)\n"
    console.write(Array(text.utf8))
  }

  /// Writes a snapshot as a folder of CSV files, or as a database where the name says so.
  package func export(_ word: String, to path: String) throws(Diagnostics) {
    let snapshot = try only(word)
    if [".sqlite", ".db"].contains(where: path.hasSuffix) {
      try exportDatabase(snapshot, to: path)
    } else {
      try exportFolder(snapshot, to: path)
    }
    let rows = snapshot.tables.values.reduce(0) { $0 + $1.count }
    say(en: "wrote \(path) (\(rows) rows)", vi: "đã ghi \(path) (\(rows) dòng)")
  }

  private func only(_ word: String) throws(Diagnostics) -> Snapshot {
    let snapshots = try SnapshotArguments.load([word])
    guard let snapshot = snapshots.first else {
      throw Diagnostics(Diagnostic(PackedCode.notPacked, at: nil, ["path": word]))
    }
    return snapshot
  }

  private func say(en: String, vi: String) {
    if !isQuiet { console.note(console.language == .english ? en : vi) }
  }
}
