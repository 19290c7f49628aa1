import Source

/// Gives each comment to the statement or stage it stands by, so that the formatter can write it there again: a comment
/// behind the end of one, on its line, trails it; any other leads the one that holds or follows it.
struct CommentAttachment {
  private let source: SourceText
  private let comments: [Comment]
  private var index = 0

  init(_ source: SourceText, _ comments: [Comment]) {
    self.source = source
    self.comments = comments
  }

  /// The comments that no statement took.
  var rest: [Comment] { Array(comments[index...]) }

  mutating func attach(to statements: inout [Statement]) {
    for position in statements.indices { attach(to: &statements[position]) }
  }

  private mutating func attach(to statement: inout Statement) {
    let first = index < comments.count ? comments[index].range.lower : Int.max
    let start = min(first, statement.range.lower)
    statement.hasBlankLineBefore = source.hasBlankLine(before: start)
    statement.leadingComments = take(before: statement.range.lower)
    switch statement.kind {
    case .pipeline(var pipeline):
      statement.leadingComments += attach(to: &pipeline)
      statement.kind = .pipeline(pipeline)
    case .definition(var definition):
      statement.leadingComments += attach(to: &definition.body)
      definition.help = help(statement.leadingComments)
      statement.kind = .definition(definition)
    case .continuation(var stages):
      statement.leadingComments += attach(to: &stages, from: statement.range.lower)
      statement.kind = .continuation(stages)
    case .forEach(let name, let rows, var body):
      statement.leadingComments += take(before: rows.range.upper)
      attach(to: &body)
      statement.leadingComments += take(before: statement.range.upper)
      statement.kind = .forEach(name, rows, body)
    case .standard, .rule: skip(before: statement.range.upper)
    default: break
    }
    statement.leadingComments += take(before: statement.range.upper)
    statement.trailingComment = takeTrailing(after: statement.range.upper)
  }

  /// Comments inside the source of a pipeline, which lead the statement.
  private mutating func attach(to pipeline: inout Pipeline) -> [Comment] {
    let leading = take(before: pipeline.source.range.upper)
    return leading + attach(to: &pipeline.stages, from: pipeline.source.range.upper)
  }

  private mutating func attach(to stages: inout [Stage], from start: Int) -> [Comment] {
    for position in stages.indices {
      stages[position].leadingComments = take(before: stages[position].range.lower)
      if case .notYet = stages[position].kind {
        skip(before: stages[position].range.upper)
      } else {
        stages[position].leadingComments += take(before: stages[position].range.upper)
      }
      if position + 1 < stages.count {
        stages[position].trailingComment = takeTrailing(after: stages[position].range.upper)
      }
    }
    return []
  }

  private func help(_ comments: [Comment]) -> String? {
    let lines = comments.filter { $0.text.hasPrefix("##") }.map { comment in
      let text = comment.text.drop { $0 == "#" }
      return text.hasPrefix(" ") ? String(text.dropFirst()) : String(text)
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private mutating func take(before offset: Int) -> [Comment] {
    let start = index
    skip(before: offset)
    return Array(comments[start..<index])
  }

  private mutating func skip(before offset: Int) {
    while index < comments.count, comments[index].range.lower < offset { index += 1 }
  }

  /// The comment after an offset on the same line.
  private mutating func takeTrailing(after offset: Int) -> Comment? {
    guard index < comments.count else { return nil }
    let comment = comments[index]
    let between = source.utf8[min(offset, comment.range.lower)..<comment.range.lower]
    guard !comment.ownLine, !between.contains(UInt8(ascii: "\n")),
      !between.contains(where: { $0 > 0x20 && $0 != UInt8(ascii: ";") })
    else { return nil }
    index += 1
    return comment
  }
}

extension SourceText {
  /// Whether an empty line stands right before an offset; not at the start of the text.
  func hasBlankLine(before offset: Int) -> Bool {
    var index = offset - 1
    var lines = 0
    while index >= 0, utf8[index] <= 0x20 {
      if utf8[index] == UInt8(ascii: "\n") { lines += 1 }
      index -= 1
    }
    return lines >= 2 && index >= 0
  }
}
