import Source
import Syntax

/// What `nep run SCRIPT --help` prints: the parameters of the script with their types, defaults and help.
package enum ScriptHelp {
  package static func text(of script: String, name: String, language: Language) -> String {
    var sources = SourceMap()
    let parsed = parse(sources.add(name: name, text: script))
    var lines: [(String, String)] = []
    for statement in parsed.program.statements {
      guard case .parameter(let parameter) = statement.kind else { continue }
      var type = parameter.type.text
      switch parameter.limit {
      case .range(let low, let high)?:
        type += " in \(Formatter.text(low))..\(Formatter.text(high))"
      case .list(let values)?:
        type += " in (\(values.map { Formatter.text($0) }.joined(separator: ", ")))"
      case nil: break
      }
      let standard = parameter.standard.map { " = \(Formatter.text($0))" } ?? ""
      lines.append(("--\(parameter.name.text) \(type)\(standard)", parameter.help ?? ""))
    }
    guard !lines.isEmpty else {
      return language == .english ? "\(name) has no parameters" : "\(name) không có tham số"
    }
    let width = lines.map { $0.0.displayWidth }.max() ?? 0
    return lines.map { form, help in
      help.isEmpty ? form : form + String(repeating: " ", count: width - form.displayWidth + 2) + help
    }.joined(separator: "\n")
  }
}
