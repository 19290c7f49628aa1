import Domain
import Foundation
import Schema
import Source

/// Finds what a folder holds: its `snapshot.yaml`, or CSV files named like entities.
enum FolderManifest {
  /// - Parameters:
  ///   - path: the folder as the user gave it.
  ///   - label: the label that this run gives it, before any other.
  static func read(at path: String, label: String?) throws(Diagnostics) -> Manifest {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw Diagnostics(Diagnostic(DataCode.snapshotNotFound, at: nil, ["path": path]))
    }
    let fallback = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent.composed
    let yamlPath = path + "/snapshot.yaml"
    var manifest: Manifest
    if FileManager.default.fileExists(atPath: yamlPath) {
      let contents = try FileContents.read(path: yamlPath, shown: yamlPath, encoding: nil)
      let text = String(decoding: contents.bytes[contents.start..<contents.end], as: UTF8.self)
      var reader = ManifestReader(folder: path, shown: yamlPath)
      manifest = try reader.read(text, fallback: fallback)
    } else {
      manifest = Manifest(folder: path, name: fallback, label: fallback, schema: HouseholdModel.schema)
      for entity in manifest.schema.entities {
        let file = "\(entity.name).csv"
        guard FileManager.default.fileExists(atPath: "\(path)/\(file)") else { continue }
        manifest.entities.append(
          EntityManifest(name: entity.name, origin: .file(path: "\(path)/\(file)", shown: file)))
      }
    }
    guard !manifest.entities.isEmpty else {
      throw Diagnostics(
        Diagnostic(DataCode.noTables, at: nil, ["path": path])
          .note(
            en: "files are named like entities: households.csv, members.csv, places.csv, …",
            vi: "tệp đặt tên theo thực thể: households.csv, members.csv, places.csv, …"))
    }
    if let label { manifest.label = label.composed }
    return manifest
  }
}
