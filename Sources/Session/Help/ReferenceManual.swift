import Domain
import Plan
import Schema
import Source

/// The reference manual, docs/reference.md: everything that the declarations say, in one Markdown text.
///
/// It is made by `nep help --reference` and checked fresh by the tests; nothing in it is written by hand.
package struct ReferenceManual {
  let language: Language

  package init(_ language: Language) { self.language = language }

  /// The whole manual, ended by a line end.
  package var text: String {
    let parts =
      [heading] + forms + functions + [entityHeading] + HouseholdModel.schema.entities.map(entity)
      + [valueHeading] + HouseholdModel.schema.enums.map(values) + [codeHeading]
      + HelpText.codes.map(code) + [statuses]
    return parts.joined(separator: "\n\n") + "\n"
  }

  func say(_ en: String, _ vi: String) -> String { language == .english ? en : vi }

  private var heading: String {
    """
    # \(say("Reference", "Tra cứu"))

    \(say(
      "Made from the declarations by `nep help --reference`; do not edit it.",
      "Sinh từ các khai báo bằng `nep help --reference`; không sửa tay."))
    """
  }

  // MARK: The language

  private var forms: [String] {
    [
      declared(say("Statements", "Câu lệnh"), LanguageForms.statements),
      declared(say("Stages", "Các bước"), LanguageForms.stages),
      declared(
        say("Clauses of `summarize` and `count`", "Mệnh đề của `summarize` và `count`"), LanguageForms.clauses
      ),
    ]
  }

  private var functions: [String] {
    [
      declared(
        say("Aggregates", "Phép gộp"), AggregateFunction.allCases.map { ($0.rawValue, $0.declaration) }),
      declared(
        say("Functions of values", "Hàm của giá trị"),
        ScalarFunction.allCases.map { ($0.rawValue, $0.declaration) }),
      declared(
        say("Functions over the rows of a stage", "Hàm trên các dòng của một bước"),
        RowFunction.allCases.map { ($0.rawValue, $0.declaration) }),
    ]
  }

  private func declared(_ title: String, _ forms: [LanguageForms.Form]) -> String {
    let rows = forms.map { form in
      let signatures = form.declaration.signature.split(separator: "  ").map { code(String($0)) }
      return [signatures.joined(separator: "<br>"), form.declaration.summary[language]]
    }
    return "## \(title)\n\n" + table([say("form", "cách viết"), say("meaning", "nghĩa")], rows)
  }

  // MARK: Tables

  func code(_ text: String) -> String { "`\(text)`" }

  func table(_ header: [String], _ rows: [[String]]) -> String {
    let lines = [header, header.map { _ in "---" }] + rows
    return lines.map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }
}
