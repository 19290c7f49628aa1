import Foundation

/// Where things lie: the checkout, the built command, the contract beside the checkout.
package enum Repository {
  /// The root of the checkout, found from where this file was compiled.
  package static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let manifest = folder.appendingPathComponent("Package.swift")
      if FileManager.default.fileExists(atPath: manifest.path) { return folder }
    }
    return URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
  }()

  package static func path(_ relative: String) -> URL { root.appendingPathComponent(relative) }

  /// The goldens of the project.
  package static let goldens = path("Tests/Golden")

  /// The contract and its data, which lie beside the checkout.
  package static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")

  /// The command, built into the folder that the running tests were built into.
  package static let nep: URL = products.appendingPathComponent("nep")

  private static let products: URL = {
    let folders = [
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath,
      CommandLine.arguments.first,
    ].compactMap { $0.map { URL(fileURLWithPath: $0).deletingLastPathComponent() } }
    let found = folders.first {
      FileManager.default.isExecutableFile(atPath: $0.appendingPathComponent("nep").path)
    }
    return found ?? path(".build/release")
  }()

  /// The files below a folder whose names end so, in the order of their paths.
  package static func files(below folder: URL, ending: String) -> [URL] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { folder.appendingPathComponent($0) }
  }
}
