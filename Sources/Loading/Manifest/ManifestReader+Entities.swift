import Foundation
import Schema
import Source
import Yams

/// The entities of a manifest: the model's, and the snapshot's own.
extension ManifestReader {
  private static let entityKeys = [
    "file", "sheet", "columns", "fields", "values", "key", "singular", "label", "links", "numbers", "dates",
    "missing", "encoding", "delimiter",
  ]

  /// - Parameters:
  ///   - places: the node of `places: builtin` at the top.
  ///   - format: how files are written unless an entity says otherwise.
  mutating func readEntities(_ node: Node?, places: Node?, _ format: FileFormat) throws(Diagnostics)
    -> [EntityManifest]
  {
    var entries = try node.map { (node) throws(Diagnostics) in try yaml.entries(node, of: "entities") } ?? []
    if let places { entries.insert(("places", places), at: 0) }
    // Entities first: a field may link to one that stands below it.
    for (name, node) in entries where builder.schema.entity(name) == nil { try declareEntity(name, node) }
    var result: [EntityManifest] = []
    for (name, node) in entries {
      guard !result.contains(where: { $0.name == name }) else {
        throw yaml.wrong(node, name, expected: "one declaration")
      }
      result.append(try readEntity(name, node, format))
    }
    return result
  }

  /// Adds an entity that the model does not know, without its fields yet.
  private mutating func declareEntity(_ name: String, _ node: Node) throws(Diagnostics) {
    guard node.mapping != nil else { throw unknownEntity(name, node) }
    var singular = name.hasSuffix("s") ? String(name.dropLast()) : name
    var label = Localized(name)
    var isDeclared = false
    for (key, value) in try yaml.entries(node, of: name, allowed: ManifestReader.entityKeys) {
      switch key {
      case "singular": singular = try yaml.text(value, of: key)
      case "label": label = try yaml.label(value, of: key)
      case "fields", "links", "key": isDeclared = true
      default: break
      }
    }
    guard isDeclared else { throw unknownEntity(name, node) }
    builder.schema.entities.append(Entity(name, singular: singular, label, key: [], fields: []))
  }

  private func unknownEntity(_ name: String, _ node: Node) -> Diagnostics {
    let near = Suggestion.nearest(to: name, among: builder.schema.entities.map(\.name))
    var diagnostic = yaml.failure(.unknownManifestKey, node, ["key": name, "in": "entities"])
    if !near.isEmpty {
      let list = near.map { "`\($0)`" }.joined(separator: ", ")
      diagnostic = diagnostic.note(en: "nearest: \(list)", vi: "gần nhất: \(list)")
    }
    return Diagnostics(
      diagnostic.note(
        en: "an entity of the snapshot's own declares its `key`, `fields` or `links`",
        vi: "thực thể riêng của bộ dữ liệu phải khai báo `key`, `fields` hoặc `links`"))
  }

  private mutating func readEntity(_ name: String, _ node: Node, _ format: FileFormat) throws(Diagnostics)
    -> EntityManifest
  {
    if let word = node.scalar?.string {
      guard word == "builtin", name == builder.schema.roles.places else {
        throw yaml.wrong(node, name, expected: "{ file: … }")
      }
      return EntityManifest(name: name, origin: .builtinPlaces)
    }
    let entries = try yaml.entries(node, of: name, allowed: ManifestReader.entityKeys)
    guard let file = entries.first(where: { $0.key == "file" })?.node else {
      throw yaml.wrong(node, name, expected: "file")
    }
    var entity = EntityManifest(name: name, origin: try origin(file))
    entity.file = format
    for (key, value) in entries {
      switch key {
      case "columns": try readColumns(value, of: name, into: &entity)
      case "fields": try readFields(value, of: name, into: &entity)
      case "links": try readLinks(value, of: name, into: &entity)
      case "key": entity.key = try readKey(value)
      default: try read(key, value, into: &entity.file)
      }
    }
    if let values = entries.first(where: { $0.key == "values" })?.node {
      try readValues(values, of: name, into: &entity)
    }
    try applyKey(&entity, node)
    return entity
  }

  private func origin(_ node: Node) throws(Diagnostics) -> EntityManifest.Origin {
    let path = try yaml.text(node, of: "file")
    guard !path.lowercased().hasSuffix(".xlsx") else {
      throw Diagnostics(yaml.failure(.workbookNotSupported, node, ["file": path]))
    }
    var full = path.hasPrefix("/") ? path : folder + "/" + path
    // Archives from some systems hold file names with decomposed marks.
    let other = full.canonicallyDecomposed
    if !FileManager.default.fileExists(atPath: full), FileManager.default.fileExists(atPath: other) {
      full = other
    }
    return .file(path: full, shown: path)
  }

  private func readKey(_ node: Node) throws(Diagnostics) -> EntityManifest.Key {
    if node.sequence == nil, try yaml.text(node, of: "key") == "row" { return .row }
    return .fields(try yaml.texts(node, of: "key"))
  }

  /// Puts the key that the manifest names into the schema.
  private mutating func applyKey(_ entity: inout EntityManifest, _ node: Node) throws(Diagnostics) {
    guard let index = builder.schema.entities.firstIndex(where: { $0.name == entity.name }) else { return }
    switch entity.key {
    case .row?:
      // A column that the manifest calls `row` is meant before the number of the row.
      if builder.schema.entities[index].field(RowNumber.name) == nil {
        builder.schema.entities[index].fields.insert(RowNumber.field, at: 0)
      } else {
        entity.key = .fields([RowNumber.name])
      }
      builder.schema.entities[index].key = [RowNumber.name]
    case .fields(let fields)?:
      for field in fields where builder.schema.entities[index].field(field) == nil {
        throw unknownField(field, of: builder.schema.entities[index], node)
      }
      builder.schema.entities[index].key = fields
    case .anonymous?, nil: break
    }
  }

  func unknownField(_ name: String, of entity: Entity, _ node: Node) -> Diagnostics {
    let near = Suggestion.nearest(to: name, among: entity.fields.map(\.name))
    var diagnostic = yaml.failure(.unknownManifestField, node, ["field": name, "entity": entity.name])
    if !near.isEmpty {
      let list = near.map { "`\($0)`" }.joined(separator: ", ")
      diagnostic = diagnostic.note(en: "nearest: \(list)", vi: "gần nhất: \(list)")
    }
    return Diagnostics(diagnostic)
  }
}
