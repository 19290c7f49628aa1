import Execution
import Plan
import Rendering
import Resolve
import Results
import Schema
import Source
import Store
import Syntax

/// A session at the prompt: statements come one by one, each prints at once, and none that fails changes what stood
/// before it.
extension Session {
  /// The snapshot that `households` means now.
  package var currentSnapshot: Snapshot { resolver.catalog[resolver.catalog.current] }

  /// Whether Enter runs the text as it stands, so far as the parser can say.
  package func isComplete(_ text: String) -> Bool {
    !parse(SourceText(id: SourceID(0), name: Session.promptName, text: text)).isIncomplete
  }

  /// The name under which diagnostics speak of typed text.
  private static let promptName = "prompt"

  /// Runs the statements of a typed text and prints their results, each before the next one begins.
  ///
  /// A text that does not parse runs nothing; a statement that fails ends the text, and definitions, `it` and settings
  /// are then as they were before that statement.
  package func enter(_ text: String) -> ExitStatus {
    let parsed = parse(add(source: Session.promptName, text: text))
    var diagnostics = parsed.diagnostics
    let statements = including(parsed.program.statements, ".", [Session.promptName], &diagnostics)
    report(diagnostics)
    if let error = diagnostics.first(where: { $0.severity == .error }) { return error.code.entry.status }
    for (index, statement) in statements.enumerated() {
      let before = resolver.checkpoint
      do throws(Diagnostic) {
        try enter(statement, number: index + 1)
      } catch {
        resolver.restore(before)
        pendingFiles = []
        // The terminal has painted `^C` on the line where the error would begin.
        if console.isTerminal, error.code.entry.status == .interrupted { console.note("") }
        report([error])
        return error.code.entry.status
      }
      if console.isClosed { break }
    }
    return .success
  }

  private func enter(_ statement: Statement, number: Int) throws(Diagnostic) {
    if case .use(let path, let range, _) = statement.kind, !UsedFiles.isTable(path) {
      throw Diagnostic(SessionCode.useAtPrompt, at: range, ["path": path])
    }
    let plan = try resolved(statement)
    report(resolver.takeNotices())
    let start = ContinuousClock.now
    let result = try perform(plan, number: number)
    let duration = ContinuousClock.now - start
    if let result { show(result) }
    if settings.isTimed { note(timing: duration, plan, number, result) }
    _ = putFilesInPlace()
  }

  private func resolved(_ statement: Statement) throws(Diagnostic) -> StatementPlan {
    do throws(Diagnostic) {
      return try resolver.resolve(statement)
    } catch {
      throw completed(error, statement)
    }
  }

  /// Prints a result and, quietly, the account of its rows.
  private func show(_ result: Results.Result) {
    if !result.assumed.isEmpty { console.note(WhatIf.mark(result.assumed, settings.language)) }
    write(result)
    guard !settings.isQuiet else { return }
    for line in ledgerLines(result.ledger, language: settings.language) {
      console.note(console.color ? "\u{1B}[2m\(line)\u{1B}[0m" : line)
    }
  }

  /// Prints a result alone.
  func write(_ result: Results.Result) {
    var renderer = settings.format.renderer(settings.rendering)
    renderer.append(result)
    console.write(renderer.finish())
  }

  /// The result of a pipeline that leaves no trace: `it` stays what it was.
  func peek(_ text: String) throws(Diagnostic) -> Results.Result? {
    let before = resolver.checkpoint
    defer { resolver.restore(before) }
    let parsed = parse(SourceText(id: SourceID(0), name: Session.promptName, text: text))
    if let first = parsed.diagnostics.first { throw first }
    guard let statement = parsed.program.statements.first,
      case .result(let plan, _) = try resolver.resolve(statement).kind
    else { return nil }
    return try executor.run(plan)
  }
}
