import Source
import Syntax

/// What follows the fixed options of `nep run`: a script, snapshots, and the script's own parameters, which are known only
/// when the script has been read.
package struct ScriptArguments: Sendable {
  package var script: String?
  package var snapshots: [String] = []
  package var parameters: [String: String] = [:]

  /// - Parameters:
  ///   - words: the words of the command line that no fixed option took.
  ///   - isScriptNamed: whether the first plain word is a script (it is not after `-c`).
  ///   - declared: the names of the script's parameters, for a script already read; nil while it is not.
  package init(_ words: [String], isScriptNamed: Bool) throws(Diagnostic) {
    var rest = words[...]
    var plain: [String] = []
    while let word = rest.popFirst() {
      guard word.hasPrefix("--"), word.count > 2 else {
        plain.append(word.composed)
        continue
      }
      let body = word.dropFirst(2)
      if let equals = body.firstIndex(of: "=") {
        set(String(body[..<equals]), String(body[body.index(after: equals)...]))
      } else if let value = rest.popFirst() {
        set(String(body), value)
      } else {
        throw Diagnostic(SessionCode.argumentWithoutValue, at: nil, ["argument": word])
      }
    }
    if isScriptNamed, !plain.isEmpty {
      script = plain.remove(at: plain.firstIndex { !SnapshotArguments.isSnapshot($0) } ?? 0)
    }
    snapshots = plain
  }

  private mutating func set(_ name: String, _ value: String) {
    parameters[String(name.map { $0 == "-" ? "_" : $0 }).composed] = value.composed
  }

  /// Takes up `--param NAME=VALUE`.
  package mutating func add(_ pairs: [String]) throws(Diagnostic) {
    for pair in pairs {
      guard let equals = pair.firstIndex(of: "=") else {
        throw Diagnostic(SessionCode.argumentWithoutValue, at: nil, ["argument": "--param \(pair)"])
      }
      set(String(pair[..<equals]), String(pair[pair.index(after: equals)...]))
    }
  }
}
