import Source
import Yams

/// Reads the nodes of one YAML file and refuses what it does not know, with the file and line.
struct YamlReader {
  /// The file as diagnostics show it.
  let file: String

  /// The entries of a mapping in their order; every key must be one of `allowed`.
  func entries(_ node: Node, of what: String, allowed: [String]) throws(Diagnostics)
    -> [(key: String, node: Node)]
  {
    let all = try entries(node, of: what)
    for (key, value) in all where !allowed.contains(key) {
      var diagnostic = Diagnostic(
        DataCode.unknownManifestKey, at: nil, ["file": file, "line": line(value), "key": key, "in": what])
      let near = Suggestion.nearest(to: key, among: allowed)
      let list = (near.isEmpty ? allowed : near).map { "`\($0)`" }.joined(separator: ", ")
      diagnostic = diagnostic.note(
        en: near.isEmpty ? "known here: \(list)" : "nearest: \(list)",
        vi: near.isEmpty ? "các khóa dùng được ở đây: \(list)" : "gần nhất: \(list)")
      throw Diagnostics(diagnostic)
    }
    return all
  }

  /// The entries of a mapping whose keys are free.
  func entries(_ node: Node, of what: String) throws(Diagnostics) -> [(key: String, node: Node)] {
    guard let mapping = node.mapping else { throw wrong(node, what, expected: "`key: value`") }
    var result: [(key: String, node: Node)] = []
    for (key, value) in mapping {
      guard let name = key.scalar else { throw wrong(key, what, expected: "a plain key") }
      result.append((name.string.composed, value))
    }
    return result
  }

  /// The text of a scalar.
  func text(_ node: Node, of what: String) throws(Diagnostics) -> String {
    guard let scalar = node.scalar else { throw wrong(node, what, expected: "one value") }
    return scalar.string.composed
  }

  /// A scalar, or the scalars of a list.
  func texts(_ node: Node, of what: String) throws(Diagnostics) -> [String] {
    guard let sequence = node.sequence else { return [try text(node, of: what)] }
    var result: [String] = []
    for element in sequence { result.append(try text(element, of: what)) }
    return result
  }

  func boolean(_ node: Node, of what: String) throws(Diagnostics) -> Bool {
    switch try text(node, of: what) {
    case "true": return true
    case "false": return false
    default: throw wrong(node, what, expected: "true, false")
    }
  }

  /// One of a closed list of words.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ node: Node, of what: String, _ type: Choice.Type
  ) throws(Diagnostics) -> Choice {
    guard let choice = Choice(rawValue: try text(node, of: what)) else {
      throw wrong(node, what, expected: Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  /// A label: one text for both languages, or `{ vi: …, en: … }`.
  func label(_ node: Node, of what: String) throws(Diagnostics) -> Localized {
    guard node.mapping != nil else { return Localized(try text(node, of: what)) }
    var vi: String?
    var en: String?
    for (key, value) in try entries(node, of: what, allowed: ["vi", "en"]) {
      if key == "vi" { vi = try text(value, of: what) } else { en = try text(value, of: what) }
    }
    guard let either = vi ?? en else { throw wrong(node, what, expected: "vi, en") }
    return Localized(en: en ?? either, vi: vi ?? either)
  }

  /// The line of a node, from 1.
  func line(_ node: Node) -> String { node.mark.map { String($0.line) } ?? "1" }

  func wrong(_ node: Node, _ what: String, expected: String) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        DataCode.badManifestValue, at: nil,
        ["file": file, "line": line(node), "key": what, "expected": expected]))
  }

  func failure(_ code: DataCode, _ node: Node, _ arguments: [String: String]) -> Diagnostic {
    Diagnostic(code, at: nil, arguments.merging(["file": file, "line": line(node)]) { own, _ in own })
  }
}
