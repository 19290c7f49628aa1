import Foundation
import Loading
import Source

/// `nep snapshot init`: a `snapshot.yaml` guessed from the headers of an export.
package struct SnapshotBeginning {
  package init() {}

  /// Writes the manifest into the folder, and prints it.
  ///
  /// - Throws: where there is no folder, nothing in it fits the model, or a manifest is there already.
  package func run(in folder: String, quiet isQuiet: Bool, _ console: Console) throws(Diagnostics) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw Diagnostics(Diagnostic(DataCode.snapshotNotFound, at: nil, ["path": folder]))
    }
    let path = folder.hasSuffix("/") ? "\(folder)snapshot.yaml" : "\(folder)/snapshot.yaml"
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Diagnostics(Diagnostic(SessionCode.fileExists, at: nil, ["path": path]))
    }
    let guess = guessManifest(folder: folder)
    guard guess.tables > 0 else { throw Diagnostics(nothingFits(folder, guess.text)) }
    let bytes = Array(guess.text.utf8)
    do throws(Diagnostic) { try TextFile.write(bytes, to: path) } catch { throw Diagnostics(error) }
    console.write(bytes)
    guard !isQuiet else { return }
    let isEnglish = console.language == .english
    console.note(
      isEnglish
        ? "wrote \(path); read it over, then: nep snapshot check \(folder)"
        : "đã ghi \(path); hãy đọc lại, rồi chạy: nep snapshot check \(folder)")
  }

  private func nothingFits(_ folder: String, _ text: String) -> Diagnostic {
    var diagnostic = Diagnostic(DataCode.noTables, at: nil, ["path": folder])
    for line in text.split(separator: "\n") where line.hasPrefix("  # ") {
      diagnostic = diagnostic.note(en: String(line.dropFirst(4)), vi: String(line.dropFirst(4)))
    }
    return diagnostic
  }
}
