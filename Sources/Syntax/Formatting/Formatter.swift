import Source

/// The canonical form of a program: what `nep fmt` writes, and the text that names a column.
///
/// A pipeline stands on one line where it fits in 100 columns, else one stage a line. Comments stay with the statement
/// or stage they stand by; one inside a stage moves above it. One empty line between statements is kept.
package struct Formatter {
  /// The columns a line may take.
  static let width = 100

  private let source: SourceText
  private let statements: StatementWriter
  private var lines: [String] = []

  private init(_ source: SourceText) {
    self.source = source
    statements = StatementWriter(source)
  }

  /// The program in canonical form, ended by a line end unless it is empty.
  ///
  /// Formatting twice changes nothing, and the text reads back as the same program.
  package static func format(_ program: Program, source: SourceText) -> String {
    var formatter = Formatter(source)
    if let shebang = program.shebang { formatter.lines.append(shebang) }
    formatter.add(program.statements, indentation: "")
    formatter.add(program.trailingComments, before: nil, indentation: "", isFirst: formatter.lines.isEmpty)
    return formatter.lines.isEmpty ? "" : formatter.lines.joined(separator: "\n") + "\n"
  }

  /// The text that names a column: the expression on one line, without needless brackets.
  package static func text(_ expression: Expression) -> String {
    ExpressionWriter(source: nil).text(expression)
  }

  /// A stage on one line.
  package static func text(_ stage: Stage) -> String {
    StageWriter(ExpressionWriter(source: nil)).text(stage)
  }

  /// A program on one line, without its comments.
  static func line(_ program: Program, source: SourceText) -> String {
    let writer = StatementWriter(source)
    return program.statements.map { writer.line($0) }.joined(separator: "; ")
  }

  private mutating func add(_ list: [Statement], indentation: String) {
    for (index, statement) in list.enumerated() {
      if statement.hasBlankLineBefore, index > 0 || indentation.isEmpty, !lines.isEmpty { lines.append("") }
      add(statement.leadingComments, before: statement.range.lower, indentation: indentation, isFirst: true)
      add(statement, indentation: indentation)
      if let comment = statement.trailingComment { trail(comment) }
    }
  }

  private mutating func add(_ statement: Statement, indentation: String) {
    switch statement.kind {
    case .forEach(let name, let rows, let body):
      lines.append(indentation + statements.head(name, rows) + " {")
      add(body, indentation: indentation + "  ")
      lines.append(indentation + "}")
    case .pipeline(let pipeline): add(pipeline, after: "", statement, indentation, stages: indentation)
    case .definition(let definition):
      add(
        definition.body, after: statements.head(definition), statement, indentation,
        stages: indentation + "  ")
    case .continuation(let stages):
      let line = indentation + statements.line(statement)
      if fits(line, stages) { return lines.append(line) }
      add(stages, indentation: indentation)
    case .title(let template), .text(let template), .output(let template):
      let word = statements.word(statement)
      lines.append(indentation + word + statements.template(template, indentation: indentation))
    default: lines.append(indentation + statements.line(statement))
    }
  }

  private mutating func add(
    _ pipeline: Pipeline, after head: String, _ statement: Statement, _ indentation: String, stages: String
  ) {
    let line = indentation + statements.line(statement)
    if fits(line, pipeline.stages) { return lines.append(line) }
    let writer = statements.stages
    var rest = pipeline.stages[...]
    if let rows = writer.source(of: pipeline) {
      lines.append(indentation + head + rows)
    } else if let first = rest.popFirst() {
      lines.append(indentation + head + writer.text(first))
      if let comment = first.trailingComment { trail(comment) }
    }
    add(Array(rest), indentation: stages)
  }

  private func fits(_ line: String, _ stages: [Stage]) -> Bool {
    if stages.isEmpty { return true }
    let hasComments = stages.contains { !$0.leadingComments.isEmpty || $0.trailingComment != nil }
    return !hasComments && !line.contains("\n") && line.displayWidth <= Formatter.width
  }

  private mutating func add(_ stages: [Stage], indentation: String) {
    for stage in stages {
      for comment in stage.leadingComments { lines.append(indentation + comment.text) }
      lines.append(indentation + "| " + statements.stages.text(stage))
      if let comment = stage.trailingComment { trail(comment) }
    }
  }

  // MARK: Comments

  private mutating func trail(_ comment: Comment) {
    if let last = lines.popLast() { lines.append(last + "  " + comment.text) }
  }

  /// Comments on lines of their own, with the empty lines that stood behind them.
  private mutating func add(_ comments: [Comment], before start: Int?, indentation: String, isFirst: Bool) {
    for (index, comment) in comments.enumerated() {
      if index == 0, !isFirst, source.hasBlankLine(before: comment.range.lower) { lines.append("") }
      lines.append(indentation + comment.text)
      let next = index + 1 < comments.count ? comments[index + 1].range.lower : start ?? 0
      if next > comment.range.upper, source.hasBlankLine(before: next) { lines.append("") }
    }
  }
}
