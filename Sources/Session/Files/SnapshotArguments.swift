import Foundation
import Loading
import Packing
import Source
import Store

/// Finds and loads the snapshots of a run.
package enum SnapshotArguments {
  /// The snapshots that words name, `LABEL=path` with another label; the demonstration data where there are none.
  ///
  /// - Parameter loaded: snapshots at hand already, which stand before them.
  package static func load(_ words: [String], after loaded: [Snapshot] = []) throws(Diagnostics) -> [Snapshot]
  {
    var snapshots = loaded
    for word in words {
      let (label, path) = split(word)
      snapshots.append(try open(path, label: label))
    }
    var labels: Set<String> = []
    for snapshot in snapshots where !labels.insert(snapshot.label).inserted {
      throw Diagnostics(Diagnostic(SessionCode.sameLabel, at: nil, ["label": snapshot.label]))
    }
    return snapshots
  }

  /// A snapshot in a folder, or packed.
  private static func open(_ path: String, label: String?) throws(Diagnostics) -> Snapshot {
    guard isPacked(path) else {
      return try loadSnapshot(at: path, label: label, evaluator: ColumnExpressions())
    }
    return try openPacked(at: path, label: label?.composed) { findingCode($0) }
  }

  /// Whether a path is that of a packed snapshot: by its name, or by what it begins with.
  static func isPacked(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
      return false
    }
    return path.hasSuffix(".neps") || isPackedSnapshot(at: path)
  }

  /// The code of a finding of a packed snapshot.
  static func findingCode(_ id: String) -> (any DiagnosticCode)? { DataCode(rawValue: id) }

  private static func split(_ word: String) -> (label: String?, path: String) {
    guard let equals = word.firstIndex(of: "="), !FileManager.default.fileExists(atPath: word) else {
      return (nil, word)
    }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  /// Whether there is something at the path of a word.
  static func exists(_ word: String) -> Bool { FileManager.default.fileExists(atPath: split(word).path) }

  /// Whether a word names a snapshot: a folder, a packed file, or `LABEL=path`.
  package static func isSnapshot(_ word: String) -> Bool {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: word, isDirectory: &isFolder) {
      return isFolder.boolValue || word.hasSuffix(".neps")
    }
    return word.hasSuffix(".neps") || (word.contains("=") && !word.hasPrefix("-"))
  }

  /// The folder of the demonstration data: installed beside the command, or in the checkout that it was built in.
  package static func demonstration() throws(Diagnostics) -> String {
    var folder = executable().deletingLastPathComponent()
    for _ in 0..<6 {
      for place in ["share/nep/demo", "examples/data/2023"] {
        let candidate = folder.appendingPathComponent(place).path
        if FileManager.default.fileExists(atPath: "\(candidate)/snapshot.yaml") { return candidate }
      }
      folder = folder.deletingLastPathComponent()
    }
    throw Diagnostics(Diagnostic(SessionCode.noDemonstration, at: nil))
  }

  private static func executable() -> URL {
    let path =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? ""
    return URL(fileURLWithPath: path).resolvingSymlinksInPath()
  }
}
