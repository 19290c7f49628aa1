import Schema
import Source
import Yams

/// The fields of an entity in a manifest: mapped columns, own fields, links, recodes.
extension ManifestReader {
  private static let sourceKeys = ["column", "columns", "true", "false", "empty"]

  /// `columns:` — field: column.
  func readColumns(_ node: Node, of name: String, into entity: inout EntityManifest) throws(Diagnostics) {
    guard let declared = builder.schema.entity(name) else { return }
    for (field, value) in try yaml.entries(node, of: "columns") {
      guard declared.field(field) != nil else { throw unknownField(field, of: declared, value) }
      entity.fields.append(try readSource(field, value))
    }
  }

  /// A column's name, several, an expression, or `{ column: …, empty: … }`.
  private func readSource(_ field: String, _ node: Node) throws(Diagnostics) -> FieldManifest {
    var result = FieldManifest(name: field, line: node.mark?.line ?? 1)
    guard node.mapping != nil else {
      result.source = try source(node, of: field)
      return result
    }
    for (key, value) in try yaml.entries(node, of: field, allowed: ManifestReader.sourceKeys) {
      try readOption(key, value, into: &result)
    }
    return result
  }

  private func source(_ node: Node, of field: String) throws(Diagnostics) -> ColumnSource {
    if node.sequence != nil { return .columns(try yaml.texts(node, of: field)) }
    let text = try yaml.text(node, of: field)
    return text.hasPrefix("=") ? .expression(String(text.dropFirst())) : .column(text)
  }

  private func readOption(_ key: String, _ node: Node, into field: inout FieldManifest) throws(Diagnostics) {
    switch key {
    case "column", "columns": field.source = try source(node, of: key)
    case "true": field.trueTexts = try yaml.texts(node, of: key)
    case "false": field.falseTexts = try yaml.texts(node, of: key)
    case "empty":
      let text = try yaml.text(node, of: key)
      field.empty = text == "missing" ? .missing : .value(text)
    default: break
    }
  }

  /// `fields:` — fields of the snapshot's own.
  mutating func readFields(_ node: Node, of name: String, into entity: inout EntityManifest)
    throws(Diagnostics)
  {
    for (field, value) in try yaml.entries(node, of: "fields") {
      var manifest = FieldManifest(name: field, line: value.mark?.line ?? 1)
      var type: OwnType?
      var unit: String?
      var label: Localized?
      var privacy: Privacy?
      if value.mapping == nil {
        manifest.source = try source(value, of: field)
      } else {
        let allowed = ManifestReader.sourceKeys + ["type", "unit", "label", "privacy"]
        for (key, part) in try yaml.entries(value, of: field, allowed: allowed) {
          switch key {
          case "type": type = try readType(part, field: field, entity: name)
          case "unit": unit = try yaml.text(part, of: key)
          case "label": label = try yaml.label(part, of: key)
          case "privacy": privacy = try yaml.choice(part, of: key, PrivacyName.self).privacy
          default: try readOption(key, part, into: &manifest)
          }
        }
      }
      manifest.infersType = type == nil && builder.schema.entity(name)?.field(field) == nil
      let declaration = OwnField(name: field, type: type, unit: unit, label: label, privacy: privacy)
      do {
        try builder.add(declaration, to: name)
      } catch {
        throw Diagnostics(yaml.failure(error.code, value, error.arguments))
      }
      entity.fields.append(manifest)
    }
  }

  private enum PrivacyName: String, CaseIterable {
    case open, personal, sensitive
    var privacy: Privacy { Privacy(rawValue: rawValue) ?? .open }
  }

  /// `links:` — `{ to: ENTITY, column: … }`.
  mutating func readLinks(_ node: Node, of name: String, into entity: inout EntityManifest)
    throws(Diagnostics)
  {
    for (field, value) in try yaml.entries(node, of: "links") {
      var manifest = FieldManifest(name: field, line: value.mark?.line ?? 1)
      var target: String?
      var label: Localized?
      for (key, part) in try yaml.entries(value, of: field, allowed: ["to", "column", "columns", "label"]) {
        switch key {
        case "to": target = try yaml.text(part, of: key)
        case "label": label = try yaml.label(part, of: key)
        default: try readOption(key, part, into: &manifest)
        }
      }
      guard let target, builder.schema.entity(target) != nil else {
        let known = builder.schema.entities.map(\.name).joined(separator: ", ")
        throw yaml.wrong(value, "to", expected: known)
      }
      do {
        let type = OwnType(ValueType(.entity(target, level: nil)))
        try builder.add(OwnField(name: field, type: type, unit: nil, label: label, privacy: nil), to: name)
      } catch {
        throw Diagnostics(yaml.failure(error.code, value, error.arguments))
      }
      entity.fields.append(manifest)
    }
  }

  /// `values:` — field: { text: value }.
  func readValues(_ node: Node, of name: String, into entity: inout EntityManifest) throws(Diagnostics) {
    guard let declared = builder.schema.entity(name) else { return }
    for (field, values) in try yaml.entries(node, of: "values") {
      guard let type = declared.field(field)?.type else { throw unknownField(field, of: declared, values) }
      var recode: [String: String] = [:]
      for (text, value) in try yaml.entries(values, of: field) {
        let meant = try yaml.text(value, of: field)
        if let names = type.enumeration.map(ValueNames.init), meant != "missing", !meant.contains(";"),
          names.code(of: meant) == nil
        {
          let known = type.enumeration?.values.map(\.name) ?? []
          let near = Suggestion.nearest(to: meant, among: known)
          let list = (near.isEmpty ? known : near).map { "`\($0)`" }.joined(separator: ", ")
          throw Diagnostics(
            yaml.failure(.unknownRecodeValue, value, ["value": meant, "field": field])
              .note(en: "values: \(list)", vi: "các giá trị: \(list)"))
        }
        recode[text] = meant
      }
      entity.recodes[field] = recode
    }
  }

  /// A type by name, or `{ enum: …, ordered: … }`, `{ set: … }`.
  private mutating func readType(_ node: Node, field: String, entity: String) throws(Diagnostics) -> OwnType {
    guard node.mapping != nil else {
      let name = try yaml.text(node, of: "type")
      guard let type = builder.type(named: name) else {
        let near = Suggestion.nearest(to: name, among: builder.typeNames)
        let list = (near.isEmpty ? builder.typeNames : near).map { "`\($0)`" }.joined(separator: ", ")
        throw Diagnostics(
          yaml.failure(.unknownType, node, ["type": name, "field": field])
            .note(en: "types: \(list)", vi: "các kiểu: \(list)"))
      }
      return type
    }
    var values: [EnumValue] = []
    var isSet = false
    var isOrdered = false
    for (key, part) in try yaml.entries(node, of: "type", allowed: ["enum", "set", "ordered"]) {
      if key == "ordered" {
        isOrdered = try yaml.boolean(part, of: key)
        continue
      }
      isSet = key == "set"
      if let name = part.scalar?.string, let known = builder.schema.enumeration(name) {
        values = known.values
      } else if part.mapping != nil {
        for (name, label) in try yaml.entries(part, of: key) {
          values.append(EnumValue(name, try yaml.label(label, of: name)))
        }
      } else {
        values = try yaml.texts(part, of: key).map { EnumValue($0, Localized($0)) }
      }
    }
    guard !values.isEmpty else { throw yaml.wrong(node, "type", expected: "{ enum: [a, b] }") }
    guard !isSet || values.count <= 64 else {
      throw Diagnostics(yaml.failure(.setTooLarge, node, ["field": field, "count": String(values.count)]))
    }
    let type = builder.enumeration(field, of: entity, ordered: isOrdered, values)
    return OwnType(ValueType(isSet ? .set(type) : .enumeration(type)))
  }
}

extension ValueType {
  /// The enum of an enum's or a set's value.
  var enumeration: EnumType? {
    switch kind {
    case .enumeration(let type), .set(let type): type
    default: nil
    }
  }
}
