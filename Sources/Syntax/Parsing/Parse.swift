import Source

/// Reads a whole source text: every statement that can be read, an error for each that cannot, and whether the text
/// stops in the middle of one.
package func parse(_ source: SourceText) -> ParseResult {
  var parser = Parser(source)
  return parser.program()
}

extension Parser {
  mutating func program() -> ParseResult {
    var statements = statements(inBlock: false)
    if diagnostics.count >= Parser.errorLimit, current.kind != .end {
      diagnostics.append(
        Diagnostic(SyntaxCode.tooManyErrors, at: current.range, ["limit": String(Parser.errorLimit)]))
    }
    var comments = lexer.comments[...]
    let hasShebang = source.utf8.starts(with: Array("#!".utf8))
    let shebang = hasShebang ? comments.popFirst()?.text : nil
    var attachment = CommentAttachment(source, Array(comments))
    attachment.attach(to: &statements)
    let program = Program(statements, shebang: shebang, trailingComments: attachment.rest)
    return ParseResult(program: program, diagnostics: diagnostics, isIncomplete: isIncomplete)
  }
}
