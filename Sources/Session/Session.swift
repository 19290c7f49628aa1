import Columns
import Execution
import Foundation
import Plan
import Rendering
import Resolve
import Results
import Schema
import Standards
import Source
import Store
import Syntax

/// A program at work on snapshots: definitions, settings and `it` live here, at the prompt and in a script alike.
package final class Session {
  package let console: Console
  package var settings: Settings
  package private(set) var sources = SourceMap()
  package let resolver: Resolver
  let executor: Executor
  /// The files that stand as tables in the snapshots, by name (`use "codes.csv" as codes`).
  var usedTables: [String: String] = [:]
  /// Whether a format named on the command line holds against `set format`.
  var isFormatFixed = false
  /// The file that takes the results in place of standard output.
  var outputFile: String?
  /// Files to be put in place at the end, unless the run fails.
  var pendingFiles: [(path: String, bytes: [UInt8], rows: Int)] = []
  var hasFailedExpectation = false
  /// What results in a format for programs suppose.
  private var hasAssumed: [String] = []
  var hasUndetermined = false

  package convenience init(snapshots: [Snapshot], settings: Settings, console: Console) {
    self.init(catalog: Catalog(snapshots), settings: settings, console: console)
  }

  /// A session over what a catalog holds; one of the model alone can check and not run.
  init(catalog: Catalog, settings: Settings, console: Console) {
    self.settings = settings
    self.console = console
    resolver = Resolver(catalog: catalog)
    executor = Executor(snapshots: catalog.snapshots)
    executor.save = { [unowned self] (table, file, _) throws(Diagnostic) in try self.keepFile(table, file) }
    executor.isInterrupted = { Interruption.isAsked }
    resolver.shipped = { [unowned self] in shippedLaw() }
  }

  /// The statements of the law that comes with the program.
  private func shippedLaw() -> [Statement] {
    ShippedLaw.files.flatMap { file in
      parse(sources.add(name: file.name, text: file.text)).program.statements
    }
  }

  /// A session over the snapshots that words name.
  package convenience init(loading words: [String], settings: Settings, console: Console) throws(Diagnostics)
  {
    self.init(snapshots: try SnapshotArguments.load(words), settings: settings, console: console)
  }

  package func add(source name: String, text: String) -> SourceText { sources.add(name: name, text: text) }

  /// The whole way of a script: text → tree → plans → results → bytes.
  ///
  /// Everything is read and checked before anything runs.
  package func run(_ text: String, name: String, folder: String) -> ExitStatus {
    let source = sources.add(name: name, text: text)
    let parsed = parse(source)
    var diagnostics = parsed.diagnostics
    let statements = including(parsed.program.statements, folder, [name], &diagnostics)
    let plans = plan(statements, &diagnostics)
    diagnostics += resolver.unknownGiven()
    // What stands in the wake of damage would mislead.
    if let damage = executor.snapshots.lazy.compactMap(\.damage.diagnostic).first { diagnostics = [damage] }
    guard diagnostics.allSatisfy({ $0.severity != .error }) else { return refuse(diagnostics) }
    report(diagnostics)
    var renderer = settings.format.renderer(settings.rendering)
    renderedFormat = settings.format
    let status = execute(plans, &renderer)
    guard status == .success else { return status }
    keep(renderer.finish())
    let bytes = rendered
    if let outputFile {
      pendingFiles.append((outputFile, bytes, rowCount))
      if !hasAssumed.isEmpty { keepMark(beside: outputFile, hasAssumed) }
    } else {
      console.write(bytes)
      if let failure = console.failure {
        report([
          Diagnostic(SessionCode.cannotWrite, at: nil, ["path": "standard output", "reason": failure])
        ])
        return .failure
      }
    }
    return putFilesInPlace()
  }

  /// Parses, resolves and type-checks without running.
  package func check(_ text: String, name: String, folder: String) -> [Diagnostic] {
    let parsed = parse(sources.add(name: name, text: text))
    var diagnostics = parsed.diagnostics
    let statements = including(parsed.program.statements, folder, [name], &diagnostics)
    _ = plan(statements, &diagnostics)
    return diagnostics + failedTests(statements)
  }

  /// The statements with `include`d ones in the place of their `include`.
  func including(
    _ statements: [Statement], _ folder: String, _ open: [String], _ diagnostics: inout [Diagnostic]
  ) -> [Statement] {
    var result: [Statement] = []
    for statement in statements {
      if case .use(let path, let range, let name) = statement.kind, UsedFiles.isTable(path) {
        let found = use(path, range, as: name, folder)
        diagnostics += found
        // Without its table the rest would only be wrong in its wake.
        if found.contains(where: { $0.severity == .error }) { return [] }
      }
      guard case .include(let path, let range) = statement.kind else {
        result.append(statement)
        continue
      }
      let file = path.hasPrefix("/") ? path : "\(folder)/\(path)"
      guard !open.contains(file), open.count < 64 else {
        diagnostics.append(Diagnostic(ScriptCode.includeCycle, at: range, ["name": path]))
        continue
      }
      do throws(Diagnostic) {
        let parsed = parse(sources.add(name: file, text: try TextFile.read(file)))
        diagnostics += parsed.diagnostics
        let inner = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
          separator: "/")
        result += including(parsed.program.statements, inner, open + [file], &diagnostics)
      } catch {
        let arguments = error.arguments.merging(["name": path]) { $1 }
        diagnostics.append(Diagnostic(ScriptCode.cannotRead, at: range, arguments))
      }
    }
    return result
  }

  /// Resolves statements in order; an error in one does not hide those of the others.
  func plan(_ statements: [Statement], _ diagnostics: inout [Diagnostic]) -> [StatementPlan] {
    var plans: [StatementPlan] = []
    for statement in statements {
      do throws(Diagnostic) {
        plans.append(try resolver.resolve(statement))
      } catch { diagnostics.append(completed(error, statement)) }
      diagnostics += resolver.takeNotices()
    }
    return plans
  }

  /// A diagnostic whose edits are statements that run as they stand: the statement with the part replaced.
  func completed(_ diagnostic: Diagnostic, _ statement: Statement) -> Diagnostic {
    var result = diagnostic
    for edit in diagnostic.edits {
      guard let range = edit.range, range.source == statement.range.source,
        range.lower >= statement.range.lower, range.upper <= statement.range.upper,
        let source = sources[range.source]
      else {
        result.helps.append(edit.text)
        continue
      }
      let before = source.text(SourceRange(range.source, statement.range.lower, range.lower))
      let after = source.text(SourceRange(range.source, range.upper, statement.range.upper))
      let text = SourceText(id: SourceID(0), name: "", text: before + edit.text + after)
      let parsed = parse(text)
      guard parsed.diagnostics.isEmpty else {
        result.helps.append(edit.text)
        continue
      }
      var mended = Syntax.Formatter.format(parsed.program, source: text)
      while mended.hasSuffix("\n") { mended.removeLast() }
      // A help that nobody can take in at a glance helps nobody.
      guard mended.utf8.count <= 2_000 else { continue }
      if !result.helps.contains(mended) { result.helps.append(mended) }
    }
    result.edits = []
    return result
  }

  /// Prints the errors and gives the status of the worst: 2 before 1.
  private func refuse(_ diagnostics: [Diagnostic]) -> ExitStatus {
    report(diagnostics)
    let statuses = diagnostics.filter { $0.severity == .error }.map { $0.code.entry.status }
    return statuses.contains(.usage) ? .usage : (statuses.first ?? .usage)
  }

  package func report(_ diagnostics: [Diagnostic]) {
    let all = inOrder(diagnostics)
    let diagnostics = all.prefix(Session.reportLimit)
    let renderer = DiagnosticRenderer(sources: sources, language: settings.language, color: console.color)
    for diagnostic in diagnostics { console.note(renderer.render(diagnostic)) }
    if all.count > diagnostics.count {
      let more = all.count - diagnostics.count
      console.note(settings.language == .english ? "… \(more) more errors" : "… còn \(more) lỗi")
    }
  }

  /// How many diagnostics are printed: beyond these nobody reads on.
  private static let reportLimit = 120

  /// Diagnostics in the order of the text, each once; those without a place last.
  private func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<String> = []
    let unlike = diagnostics.filter { diagnostic in
      guard let range = diagnostic.range else { return true }
      return seen.insert("\(diagnostic.code.id) \(range.source.number) \(range.lower) \(range.upper)")
        .inserted
    }
    return unlike.enumerated().sorted { a, b in
      let place = { (item: (offset: Int, element: Diagnostic)) in
        (item.element.range?.source.number ?? .max, item.element.range?.lower ?? .max, item.offset)
      }
      return place(a) < place(b)
    }.map(\.element)
  }

  private func execute(_ plans: [StatementPlan], _ renderer: inout any ResultRenderer) -> ExitStatus {
    for (index, plan) in plans.enumerated() {
      do throws(Diagnostic) {
        let start = ContinuousClock.now
        let result = try perform(plan, number: index + 1)
        if settings.isTimed { note(timing: ContinuousClock.now - start, plan, index + 1, result) }
        if let result {
          mark(result, &renderer)
          renderer.append(result)
          rowCount += rowsPrinted(by: result)
          account(result)
        }
        if case .set = plan.kind { renderer = changed(renderer) }
      } catch {
        report([error])
        return error.code.entry.status
      }
      if console.isClosed { return .success }
    }
    return .success
  }

  /// Says that a result supposes something: before it where people read it, beside it where programs do.
  private func mark(_ result: Results.Result, _ renderer: inout any ResultRenderer) {
    guard !result.assumed.isEmpty else { return }
    let mark = WhatIf.mark(result.assumed, settings.language)
    guard settings.format.isForPrograms else { return renderer.append(Result(.text(mark))) }
    console.note(mark)
    hasAssumed = result.assumed
  }

  /// A renderer of the settings that hold from here on, after what was rendered is written.
  private func changed(_ renderer: any ResultRenderer) -> any ResultRenderer {
    if settings.format == renderedFormat, settings.format.isForPrograms { return renderer }
    var old = renderer
    keep(old.finish())
    renderedFormat = settings.format
    return settings.format.renderer(settings.rendering)
  }

  private func rowsPrinted(by result: Results.Result) -> Int {
    switch result.outcome {
    case .table(let table): table.count
    case .value: 1
    case .title, .text: 0
    case .explanation, .trace: 1
    }
  }

  /// The rows of all results, for the word on a file that takes them.
  private var rowCount = 0

  /// Bytes of results before the last change of settings, and the format since.
  private var rendered: [UInt8] = []
  private var renderedFormat = OutputFormat.plain

  /// Adds bytes of results, parted from those before as results are.
  private func keep(_ bytes: [UInt8]) {
    if !rendered.isEmpty, !bytes.isEmpty { rendered.append(UInt8(ascii: "\n")) }
    rendered += bytes
  }

  /// Does what a statement plans; its result where it prints one.
  ///
  /// - Throws: also where part of a packed snapshot was found damaged on the way: no result is made of that.
  func perform(_ plan: StatementPlan, number: Int) throws(Diagnostic) -> Results.Result? {
    let result = try performed(plan)
    try refuseDamage()
    return result
  }

  private func refuseDamage() throws(Diagnostic) {
    for snapshot in executor.snapshots {
      if let damage = snapshot.damage.diagnostic { throw damage }
    }
  }

  private func performed(_ plan: StatementPlan) throws(Diagnostic) -> Results.Result? {
    switch plan.kind {
    case .none: return nil
    case .compute(let value):
      try executor.compute(value)
      return nil
    case .result(let body, let keep):
      let result = try executor.run(body, keep: keep)
      return keep == 0 ? nil : result
    case .explain(let plan): return Result(.explanation(try executor.explain(plan)), assumed: plan.assumed)
    case .trace(let plan): return Result(.trace(try executor.trace(plan)))
    case .title(let parts): return Result(.title(try fill(parts)))
    case .text(let parts): return Result(.text(try fill(parts)))
    case .set(let name, let value):
      settings.apply(name, value, isFormatFixed: isFormatFixed)
      return nil
    case .expect(let expectation):
      try check(expectation, plan.range)
      return nil
    }
  }

  /// The text of a template: values as a terminal prints them.
  private func fill(_ parts: [TemplatePart]) throws(Diagnostic) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let piece): text += piece
      case .value(let plan):
        var renderer = OutputFormat.plain.renderer(settings.rendering)
        let value = try executor.run(plan)
        renderer.append(value)
        let bytes = renderer.finish()
        text += String(
          decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
        if !value.assumed.isEmpty { text += " (\(WhatIf.mark(value.assumed, settings.language)))" }
      }
    }
    return text
  }

  private func check(_ expectation: ExpectPlan, _ range: SourceRange) throws(Diagnostic) {
    let truth = try executor.decide(expectation.condition)
    guard truth != true else { return }
    let message = expectation.message.isEmpty ? expectation.text : try fill(expectation.message)
    let isUndetermined = truth == nil
    var diagnostic = Diagnostic(
      SessionCode.expectationFailed, at: range, ["message": message],
      severity: expectation.isWarning ? .warning : .error)
    if isUndetermined { diagnostic = diagnostic.note(en: "it is undetermined", vi: "chưa xác định được") }
    report([diagnostic])
    if let offenders = expectation.offenders { try show(offenders) }
    if !expectation.isWarning { hasFailedExpectation = true }
  }

  /// At most twenty rows that break an expectation or leave it open.
  private func show(_ offenders: Plan) throws(Diagnostic) {
    let limit = 20
    let all = try executor.run(offenders)
    guard case .table(var table) = all.outcome, table.count > 0 else { return }
    let total = table.count
    if total > limit {
      table.columns = table.columns.map { column in
        var copy = column
        copy.column = Kernels.slice(column.column, 0..<limit)
        return copy
      }
      table.count = limit
    }
    var renderer = OutputFormat.plain.renderer(settings.rendering)
    renderer.append(Result(.table(table)))
    var text = String(decoding: renderer.finish(), as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    console.note(text)
    if total > limit { console.note("… \(total - limit) more") }
  }

  /// Prints the account of rows beside a result.
  private func account(_ result: Results.Result) {
    let isOpen = result.ledger.contains { entry in
      switch entry {
      case .filter(_, _, _, let undetermined, _): undetermined > 0
      case .undeterminedInside: true
      default: false
      }
    }
    if isOpen { hasUndetermined = true }
    guard !settings.isQuiet else { return }
    for line in ledgerLines(result.ledger, language: settings.language) { console.note(line) }
  }

  func note(timing: Duration, _ plan: StatementPlan, _ number: Int, _ result: Results.Result?) {
    let rows = result.map { rowsPrinted(by: $0) } ?? 0
    let line = sources[plan.range.source]?.line(at: plan.range.lower) ?? 0
    let (seconds, attoseconds) = timing.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let milliseconds = "\(microseconds / 1000).\(CivilDate.padded(Int(microseconds % 1000), 3))"
    console.note("{\"statement\":\(number),\"line\":\(line),\"ms\":\(milliseconds),\"rows\":\(rows)}")
  }
}
