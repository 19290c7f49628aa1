import Results
import Schema
import Source

/// Writes an explanation as one JSON object, its facts as objects by name.
struct ExplanationJSON {
  private let syntax = JSONSyntax()

  func bytes(_ explanation: Explanation) -> [UInt8] {
    let possible = explanation.possible.map { text($0.name) }
    return object([
      (explanation.entity, text(explanation.key)), ("snapshot", text(explanation.snapshot)),
      ("date", explanation.date.map { text($0.iso) } ?? null), ("standard", text(explanation.standard)),
      ("cites", array(explanation.citations.map(text))),
      ("provisional", explanation.provisional.map(text) ?? null),
      ("definitions", array(explanation.definitions.map(verdict))),
      ("indicators", array(explanation.toldIndicators.map(verdict))),
      ("deprivations_min", number(explanation.lacks.lowerBound)),
      ("deprivations_max", number(explanation.lacks.upperBound)),
      ("classes", array(explanation.toldClasses.map(verdict))),
      ("assessed", possible.count == 1 ? possible[0] : null), ("possible", array(possible)),
      ("recorded", explanation.recorded.map { text($0.name) } ?? null),
      (
        "projects",
        array(
          explanation.toldProjects.map { project in
            object([
              ("project", text(project.verdict.name)), ("holds", truth(project.verdict.holds)),
              ("remedies", array(project.remedies.map(text))),
              ("cites", project.verdict.citation.map(text) ?? null),
            ])
          })
      ), ("ways", array((0..<explanation.ways.count).map { row($0, explanation.ways) })),
    ])
  }

  func bytes(_ trace: Trace) -> [UInt8] {
    let steps = trace.steps.map { step in
      object([
        ("stage", text(step.text)), ("kept", truth(step.isKept)),
        ("holds", step.facts.isEmpty ? null : truth(step.truth)), ("facts", facts(step.facts)),
      ])
    }
    return object([
      (trace.entity, text(trace.key)), ("snapshot", text(trace.snapshot)), ("stages", array(steps)),
      ("kept", truth(trace.steps.last?.isKept)),
    ])
  }

  private func verdict(_ verdict: ExplainedVerdict) -> [UInt8] {
    object([
      ("name", text(verdict.name)), ("holds", truth(verdict.holds)), ("condition", text(verdict.text)),
      ("computed", truth(verdict.isComputed)), ("facts", facts(verdict.facts)),
      ("rows", array(verdict.witnesses.flatMap { table in (0..<table.count).map { row($0, table) } })),
      ("cites", verdict.citation.map(text) ?? null), ("provisional", verdict.provisional.map(text) ?? null),
    ])
  }

  private func row(_ row: Int, _ table: ResultTable) -> [UInt8] { facts(table.columns.map { $0.at(row) }) }

  private func facts(_ columns: [ResultColumn]) -> [UInt8] {
    object(columns.map { ($0.name, ValueWriter(syntax).cell(of: $0)) })
  }

  // MARK: Values

  private var null: [UInt8] { Array("null".utf8) }

  private func text(_ text: String) -> [UInt8] { syntax.cell(text) }

  private func number(_ number: Int) -> [UInt8] { Array(String(number).utf8) }

  private func truth(_ truth: Bool?) -> [UInt8] { truth.map { Array(($0 ? "true" : "false").utf8) } ?? null }

  private func object(_ members: [(name: String, value: [UInt8])]) -> [UInt8] {
    let parts = members.map { text($0.name) + Array(": ".utf8) + $0.value }
    return Array("{".utf8) + Array(parts.joined(separator: Array(", ".utf8))) + Array("}".utf8)
  }

  private func array(_ values: [[UInt8]]) -> [UInt8] {
    Array("[".utf8) + Array(values.joined(separator: Array(", ".utf8))) + Array("]".utf8)
  }
}
