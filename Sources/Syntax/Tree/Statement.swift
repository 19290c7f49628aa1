import Source

/// A piece of a title or text block.
package enum TemplatePiece: Sendable {
  case text(String)
  /// `{…}`: an expression or pipeline that gives one value.
  case value(Pipeline)
}

/// Text with values in it.
package struct Template: Sendable {
  package var pieces: [TemplatePiece]
  package var range: SourceRange
  /// Whether it was written in `"""`.
  package var isBlock: Bool

  package init(_ pieces: [TemplatePiece], _ range: SourceRange, isBlock: Bool) {
    self.pieces = pieces
    self.range = range
    self.isBlock = isBlock
  }
}

/// `let NAME = …`, `let ENTITY.NAME = …`, `let NAME(A, B) = …`.
package struct Definition: Sendable {
  /// The singular of the entity that gets a computed field.
  package var entity: Name?
  package var name: Name
  /// The parameters of a function; nil where it is none.
  package var parameters: [Name]?
  /// An expression is a pipeline without stages.
  package var body: Pipeline
  /// Its `##` lines.
  package var help: String?

  package init(entity: Name?, name: Name, parameters: [Name]?, body: Pipeline, help: String?) {
    self.entity = entity
    self.name = name
    self.parameters = parameters
    self.body = body
    self.help = help
  }
}

/// The limits of a parameter: `in 1..12` or `in (a, b)`.
package enum ParameterLimit: Sendable {
  case range(Expression, Expression)
  case list([Expression])
}

/// `param NAME: TYPE [in …] = DEFAULT "help"`.
package struct Parameter: Sendable {
  package var name: Name
  package var type: Name
  package var limit: ParameterLimit?
  package var standard: Expression?
  package var help: String?

  package init(name: Name, type: Name, limit: ParameterLimit?, default standard: Expression?, help: String?) {
    self.name = name
    self.type = type
    self.limit = limit
    self.standard = standard
    self.help = help
  }
}

/// `expect COND [warn] "message"`.
package struct Expectation: Sendable {
  package var condition: Expression
  package var isWarning: Bool
  package var message: Template?

  package init(condition: Expression, isWarning: Bool, message: Template?) {
    self.condition = condition
    self.isWarning = isWarning
    self.message = message
  }
}

/// A statement, as written.
package struct Statement: Sendable {
  package indirect enum Kind: Sendable {
    /// A pipeline, or an expression where it has no stages.
    case pipeline(Pipeline)
    /// `| …` at the prompt: goes on from the last result.
    case continuation([Stage])
    case definition(Definition)
    case parameter(Parameter)
    case use(path: String, pathRange: SourceRange, label: Name?)
    case include(path: String, pathRange: SourceRange)
    case title(Template)
    case text(Template)
    case expect(Expectation)
    case set(name: Name, value: Expression)
    case forEach(Name, Pipeline, [Statement])
    case output(Template)
    case standard(StandardBlock)
    case rule(RuleBlock)
    case explain(Explanation)
  }

  package var kind: Kind
  package var range: SourceRange
  package var leadingComments: [Comment] = []
  package var trailingComment: Comment?
  /// Whether an empty line stands before it (and before its comments).
  package var hasBlankLineBefore = false

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A script or a typed line: its statements in order.
package struct Program: Sendable {
  package var statements: [Statement]
  /// The first line where it is `#!…`.
  package var shebang: String?
  /// Comments after the last statement.
  package var trailingComments: [Comment]

  package init(_ statements: [Statement], shebang: String? = nil, trailingComments: [Comment] = []) {
    self.statements = statements
    self.shebang = shebang
    self.trailingComments = trailingComments
  }
}

/// What the parser makes of a text.
package struct ParseResult: Sendable {
  /// Every statement that parsed; those in error are left out.
  package var program: Program
  package var diagnostics: [Diagnostic]
  /// Whether the text ends in the middle of a statement, so that the prompt asks for another line: an open bracket or
  /// text, a last line that ends in an operator or `|`, or a keyword whose operand is not there yet.
  package var isIncomplete: Bool

  package init(program: Program, diagnostics: [Diagnostic], isIncomplete: Bool) {
    self.program = program
    self.diagnostics = diagnostics
    self.isIncomplete = isIncomplete
  }
}
