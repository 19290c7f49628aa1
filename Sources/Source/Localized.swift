/// The languages in which Nếp speaks.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case vietnamese = "vi"
}

/// A sentence or label in both languages; `{name}` stands for an argument.
package struct Localized: Hashable, Sendable {
  package var en: String
  package var vi: String

  package init(en: String, vi: String) {
    self.en = en
    self.vi = vi
  }

  /// The same text in both languages: code, names and numbers.
  package init(_ text: String) { self.init(en: text, vi: text) }

  package subscript(language: Language) -> String { language == .english ? en : vi }

  /// This text with each `{name}` replaced by its argument.
  package func filled(_ arguments: [String: String]) -> Localized {
    Localized(en: Localized.fill(en, arguments), vi: Localized.fill(vi, arguments))
  }

  private static func fill(_ template: String, _ arguments: [String: String]) -> String {
    var result = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: "}"), let value = arguments[String(inside[..<close])] else {
        result.append("{")
        rest = inside
        continue
      }
      result += value
      rest = inside[inside.index(after: close)...]
    }
    return result + rest
  }
}
