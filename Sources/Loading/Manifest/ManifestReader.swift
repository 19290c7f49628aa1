import Domain
import Foundation
import Schema
import Source
import Yams

/// Reads `snapshot.yaml` into a manifest and extends the model by the snapshot's own entities and fields.
struct ManifestReader {
  let folder: String
  let yaml: YamlReader
  var builder = SchemaBuilder(HouseholdModel.schema)

  static let topKeys = [
    "name", "label", "date", "standard", "covers", "entities", "places", "numbers", "dates", "missing",
    "encoding",
    "delimiter",
  ]
  static let formatKeys: Set<String> = ["numbers", "dates", "missing", "encoding", "delimiter"]

  /// - Parameters:
  ///   - folder: the snapshot's folder.
  ///   - shown: the manifest's path as diagnostics show it.
  init(folder: String, shown: String) {
    self.folder = folder
    yaml = YamlReader(file: shown)
  }

  /// - Parameter fallback: the label and name where the manifest gives none.
  mutating func read(_ contents: String, fallback: String) throws(Diagnostics) -> Manifest {
    let root = try parse(contents)
    var manifest = Manifest(folder: folder, name: fallback, label: fallback, schema: builder.schema)
    let entries = try yaml.entries(root, of: "snapshot.yaml", allowed: ManifestReader.topKeys)
    var format = FileFormat()
    for (key, node) in entries where ManifestReader.formatKeys.contains(key) {
      try read(key, node, into: &format)
    }
    var named = false
    for (key, node) in entries {
      switch key {
      case "name":
        manifest.name = try yaml.text(node, of: key)
        named = true
      case "label":
        manifest.label = try yaml.text(node, of: key)
        guard !manifest.label.isEmpty else { throw yaml.wrong(node, key, expected: "\"2023\"") }
      case "date":
        guard let date = CivilDate(iso: try yaml.text(node, of: key)) else {
          throw yaml.wrong(node, key, expected: "2023-12-15")
        }
        manifest.date = date
      case "standard": manifest.standard = try standard(node)
      case "covers": manifest.coversAll = try yaml.choice(node, of: key, Coverage.self) == .all
      default: break
      }
    }
    manifest.shown = yaml.file
    if !named { manifest.name = manifest.label }
    let units = entries.first { $0.key == "entities" }
    let places = entries.first { $0.key == "places" }
    manifest.entities = try readEntities(units?.node, places: places?.node, format)
    manifest.schema = builder.schema
    let order = manifest.schema.entities.map(\.name)
    manifest.entities.sort { (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0) }
    return manifest
  }

  /// The name of a standard; which there are is known only where they are read.
  private func standard(_ node: Node) throws(Diagnostics) -> String {
    let name = try yaml.text(node, of: "standard")
    let isName =
      name.first?.isLetter == true && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    guard isName else { throw yaml.wrong(node, "standard", expected: "decree_07_2021") }
    return name
  }

  private enum Coverage: String, CaseIterable { case all, reviewed }

  private func parse(_ contents: String) throws(Diagnostics) -> Node {
    do {
      if let node = try Yams.compose(yaml: contents) { return node }
    } catch {
      throw badYaml(error)
    }
    throw Diagnostics(
      Diagnostic(DataCode.badManifest, at: nil, ["file": yaml.file, "line": "1", "problem": "empty"]))
  }

  private func badYaml(_ error: any Error) -> Diagnostics {
    var (line, problem) = (1, "not YAML")
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _)?, .parser(_, let text, let mark, _)?,
      .composer(_, let text, let mark, _)?:
      (line, problem) = (mark.line, text)
    case .duplicatedKeysInMapping(let duplicates, let context)?:
      line = max(1, context.mark.line)
      problem = "repeated key " + duplicates.map { "`\($0)`" }.joined(separator: ", ")
    case .reader(let text, _, _, _)?: problem = text
    default: break
    }
    return Diagnostics(
      Diagnostic(
        DataCode.badManifest, at: nil, ["file": yaml.file, "line": String(line), "problem": problem]))
  }

  /// Reads one of the keys that say how a file is written.
  func read(_ key: String, _ node: Node, into format: inout FileFormat) throws(Diagnostics) {
    switch key {
    case "numbers": format.numbers = try yaml.choice(node, of: key, NumberFormat.self)
    case "dates": format.dates = try yaml.choice(node, of: key, DateFormat.self)
    case "missing": format.missing = try yaml.texts(node, of: key)
    case "encoding":
      guard let encoding = TextEncoding(named: try yaml.text(node, of: key)) else {
        throw yaml.wrong(node, key, expected: TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))
      }
      format.encoding = encoding
    case "delimiter":
      let names = ["comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|"]
      let text = try yaml.text(node, of: key)
      let bytes = Array((names[text] ?? text).utf8)
      guard bytes.count == 1, bytes[0] < 0x80, bytes[0] != 0x22, bytes[0] != 0x0A else {
        throw yaml.wrong(node, key, expected: "`,`, `;`, tab, `|`")
      }
      format.delimiter = bytes[0]
    default: break
    }
  }
}
