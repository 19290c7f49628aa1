import Source

/// Writes names, texts and snapshots so that they read back as they are.
enum TextWriting {
  static func name(_ name: Name) -> String { name.isQuoted ? "`\(name.text)`" : name.text }

  static func quoted(_ text: String) -> String { "\"" + escaped(text, inTemplate: false) + "\"" }

  /// The inside of a text between single quotes.
  static func escaped(_ text: String, inTemplate: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result += common(scalar, inTemplate: inTemplate)
      }
    }
    return result
  }

  /// The inside of a text between triple quotes: line ends and lone quotes stay as they are.
  static func escapedBlock(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\"":
        let isRun = index + 1 == scalars.count || scalars[index + 1] == "\""
        result += isRun ? "\\\"" : "\""
      default: result += common(scalar, inTemplate: true)
      }
    }
    return result
  }

  private static func common(_ scalar: Unicode.Scalar, inTemplate: Bool) -> String {
    switch scalar {
    case "\\": return "\\\\"
    case "{" where inTemplate: return "\\{"
    default: break
    }
    if (" "..."~").contains(scalar) { return String(Character(scalar)) }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      return "\\u{" + String(scalar.value, radix: 16) + "}"
    default: return String(Character(scalar))
    }
  }

  static func reference(_ reference: SnapshotReference) -> String {
    switch reference {
    case .label(let text): label(text)
    case .date(_, let text): text
    case .parameter(let name): "$" + name.text
    }
  }

  /// A label, in quotes where it has more than letters, digits and `_`.
  static func label(_ text: String) -> String {
    let isBare = !text.isEmpty && text.unicodeScalars.allSatisfy(\.continuesName)
    return isBare ? text : quoted(text)
  }
}
