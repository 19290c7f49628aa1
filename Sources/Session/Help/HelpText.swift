import Execution
import Exporting
import Loading
import Packing
import Plan
import Resolve
import Source
import Syntax

/// What `nep help TOPIC` and `:help` print, from the declarations.
package enum HelpText {
  /// Every family of diagnostic codes.
  package static let codes: [any DiagnosticCode] =
    SyntaxCode.allCases + NameCode.allCases + TypeCode.allCases + ScriptCode.allCases + RuntimeCode.allCases
    + DataCode.allCases + StandardCode.allCases + SessionCode.allCases + MeasureCode.allCases
    + PackedCode.allCases + ExportCode.allCases

  /// The text on a topic: a code, `codes`, `functions`, or a word of the language; nil where there is none.
  package static func on(_ topic: String, _ language: Language) -> String? {
    if let code = codes.first(where: { $0.id == topic.uppercased() }) { return text(of: code, language) }
    if topic == "functions" { return functions(language) }
    if topic == "codes" {
      return codes.map { "\($0.id)  \($0.entry.message[language])" }.joined(separator: "\n")
    }
    let named = (LanguageForms.all + declarations).filter { $0.name == topic }.map {
      "\($0.declaration.signature)\n\n\($0.declaration.summary[language])"
    }
    return named.isEmpty ? nil : named.joined(separator: "\n\n")
  }

  private static func text(of code: any DiagnosticCode, _ language: Language) -> String {
    let entry = code.entry
    var lines = ["\(code.id): \(entry.message[language])", "", entry.explanation[language]]
    if !entry.example.isEmpty {
      lines += ["", language == .english ? "This raises it:" : "Gây ra lỗi:", indented(entry.example)]
    }
    if !entry.remedy.isEmpty {
      lines += ["", language == .english ? "This does not:" : "Viết đúng:", indented(entry.remedy)]
    }
    return lines.joined(separator: "\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }

  /// Every builtin with its name, in the order of declaration.
  package static var declarations: [(name: String, declaration: BuiltinDeclaration)] {
    AggregateFunction.allCases.map { ($0.rawValue, $0.declaration) }
      + ScalarFunction.allCases.map { ($0.rawValue, $0.declaration) }
      + RowFunction.allCases.map { ($0.rawValue, $0.declaration) }
  }

  private static func functions(_ language: Language) -> String {
    let width = declarations.map { $0.declaration.signature.displayWidth }.max() ?? 0
    return declarations.map { _, declaration in
      let gap = String(repeating: " ", count: width - declaration.signature.displayWidth + 2)
      return declaration.signature + gap + declaration.summary[language]
    }.joined(separator: "\n")
  }
}
