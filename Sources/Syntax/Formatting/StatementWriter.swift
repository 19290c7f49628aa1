import Source

/// Writes statements on one line; only blocks of text and what this version does not run take more.
struct StatementWriter {
  let stages: StageWriter
  private let expressions: ExpressionWriter
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
    expressions = ExpressionWriter(source: source)
    stages = StageWriter(expressions)
  }

  func line(_ statement: Statement) -> String {
    switch statement.kind {
    case .pipeline(let pipeline): stages.line(pipeline)
    case .continuation(let list): list.map { "| " + stages.text($0) }.joined(separator: " ")
    case .definition(let definition): head(definition) + stages.line(definition.body)
    case .parameter(let parameter): self.parameter(parameter)
    case .use(let path, _, let label):
      "use " + TextWriting.quoted(path) + (label.map { " as " + self.label($0) } ?? "")
    case .include(let path, _): "include " + TextWriting.quoted(path)
    case .title(let text), .text(let text), .output(let text):
      word(statement) + template(text, indentation: "")
    case .expect(let expectation): self.expectation(expectation)
    case .set(let name, let value): "set " + TextWriting.name(name) + " = " + expressions.text(value)
    case .forEach(let name, let rows, let body):
      head(name, rows) + " { " + body.map { line($0) }.joined(separator: "; ") + " }"
    case .explain(let explanation): explain(explanation)
    // A block of law keeps the form in which its author set it beside the decree.
    case .standard, .rule: source.text(statement.range)
    }
  }

  func head(_ definition: Definition) -> String {
    var result = "let "
    if let entity = definition.entity { result += TextWriting.name(entity) + "." }
    result += TextWriting.name(definition.name)
    if let names = definition.parameters {
      result += "(" + names.map(TextWriting.name).joined(separator: ", ") + ")"
    }
    return result + " = "
  }

  func head(_ name: Name, _ rows: Pipeline) -> String {
    "for each " + TextWriting.name(name) + " in (" + stages.line(rows) + ")"
  }

  /// The word before a text.
  func word(_ statement: Statement) -> String {
    switch statement.kind {
    case .title: "title "
    case .text: "text "
    default: "output "
    }
  }

  private func label(_ name: Name) -> String {
    if name.isQuoted { return TextWriting.name(name) }
    let isDate = name.text.contains("-") && source.text(name.range) == name.text
    return isDate || name.text.hasPrefix("$") ? name.text : TextWriting.label(name.text)
  }

  private func explain(_ explanation: Explanation) -> String {
    var result = "explain " + TextWriting.name(explanation.entity) + " " + expressions.text(explanation.key)
    if let snapshot = explanation.snapshot { result += " @" + TextWriting.reference(snapshot) }
    if let standard = explanation.standard {
      result += " under " + (standard.text.hasPrefix("$") ? standard.text : TextWriting.name(standard))
    }
    if explanation.isFull { result += " full" }
    if !explanation.suppositions.isEmpty {
      result += " suppose " + stages.suppositions(explanation.suppositions)
    }
    if let pipeline = explanation.pipeline { result += " in (" + stages.line(pipeline) + ")" }
    return result
  }

  private func parameter(_ parameter: Parameter) -> String {
    var result = "param " + TextWriting.name(parameter.name) + ": " + TextWriting.name(parameter.type)
    switch parameter.limit {
    case .range(let first, let last)?: result += " in " + expressions.range(first, last)
    case .list(let items)?: result += " in (" + expressions.list(items) + ")"
    case nil: break
    }
    if let standard = parameter.standard { result += " = " + expressions.text(standard) }
    if let help = parameter.help { result += " " + TextWriting.quoted(help) }
    return result
  }

  private func expectation(_ expectation: Expectation) -> String {
    var result = "expect " + expressions.text(expectation.condition)
    if expectation.isWarning { result += " warn" }
    if let message = expectation.message { result += " " + template(message, indentation: "") }
    return result
  }

  // MARK: Texts with values

  /// A text with its quotes; a block of several lines stands between quotes on lines of their own.
  func template(_ template: Template, indentation: String) -> String {
    guard template.isBlock else { return "\"" + inside(template, isBlock: false) + "\"" }
    let inside = inside(template, isBlock: true)
    guard inside.contains("\n") else { return "\"\"\"" + inside + "\"\"\"" }
    let lines = inside.split(separator: "\n", omittingEmptySubsequences: false)
    let indented = lines.map { $0.isEmpty ? "" : indentation + $0 }
    return "\"\"\"\n" + indented.joined(separator: "\n") + "\n" + indentation + "\"\"\""
  }

  private func inside(_ template: Template, isBlock: Bool) -> String {
    template.pieces.map { piece in
      switch piece {
      case .text(let text):
        isBlock ? TextWriting.escapedBlock(text) : TextWriting.escaped(text, inTemplate: true)
      case .value(let pipeline): "{" + stages.line(pipeline) + "}"
      }
    }.joined()
  }
}
