import Columns
import Results
import Schema
import Source

/// Writes explanations to be read aloud: one line a condition, with its mark, its facts and the article it follows.
struct ExplanationText {
  private let options: RenderingOptions
  private let syntax: TextSyntax
  private let isMarkdown: Bool
  private(set) var lines: [String] = []
  /// The count of lacks, or its range.
  private var count = ""

  init(_ options: RenderingOptions, _ syntax: TextSyntax, markdown: Bool = false) {
    self.options = options
    self.syntax = syntax
    isMarkdown = markdown
  }

  var bytes: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  private func say(_ en: String, _ vi: String) -> String { options.language == .english ? en : vi }

  /// A word of the model by the labels that are asked for.
  private func name(_ value: EnumValue) -> String { syntax.name(of: value) }

  private func cell(_ column: ResultColumn) -> String {
    String(decoding: ValueWriter(syntax).cell(of: column), as: UTF8.self)
  }

  // MARK: Explanations

  mutating func append(_ explanation: Explanation) {
    let date = explanation.date.map { " (\($0.iso))" } ?? ""
    heading("\(explanation.key) · \(explanation.snapshot)\(date)")
    let title = explanation.title.map { "\($0) — " } ?? ""
    lines.append("\(title)\(explanation.standard) [\(explanation.citations.joined(separator: "; "))]")
    if let provisional = explanation.provisional {
      lines.append(say("provisional: ", "tạm dùng: ") + provisional)
    }
    section(say("Income", "Thu nhập"))
    for definition in explanation.definitions { append(definition, isLack: false) }
    let lacks = explanation.lacks
    count = lacks.count == 1 ? "\(lacks.lowerBound)" : "\(lacks.lowerBound)–\(lacks.upperBound)"
    section(
      say(
        "Lacks: \(count) of \(explanation.indicators.count)",
        "Thiếu hụt: \(count) trên \(explanation.indicators.count) chỉ số"))
    for indicator in explanation.toldIndicators { append(indicator, isLack: true) }
    section(say("Class", "Phân loại"))
    for verdict in explanation.toldClasses { append(verdict, isLack: false) }
    let possible = explanation.possible.map(name).joined(separator: say(" or ", " hoặc "))
    lines.append(say("assessed: ", "kết quả: ") + possible)
    if let recorded = explanation.recorded {
      lines.append(say("recorded: ", "đã ghi: ") + name(recorded))
    } else {
      lines.append(say("recorded: none", "đã ghi: không có"))
    }
    appendWays(explanation)
    let projects = explanation.toldProjects
    guard !projects.isEmpty, explanation.isFull || explanation.ways.count > 0 else { return }
    section(say("Projects that may help", "Dự án có thể hỗ trợ"))
    for project in projects { append(project.verdict, project.remedies, explanation) }
  }

  /// A project: its mark, its name, and what it remedies.
  private mutating func append(_ verdict: ExplainedVerdict, _ remedies: [String], _ explanation: Explanation)
  {
    let names = remedies.map { name in
      let label = explanation.indicators.first { $0.name == name }?.label
      return options.labels == .names ? name : label.map { $0[options.language] } ?? name
    }
    var line = "\(isMarkdown ? "- " : "  ")\(mark(verdict.holds, isLack: false)) \(verdict.name)"
    if let title = verdict.label { line += " \(title[options.language])" }
    if !names.isEmpty { line += ": \(names.joined(separator: ", "))" }
    if let citation = verdict.citation { line += " [\(citation)]" }
    lines.append(line)
    if explanation.isFull, !verdict.facts.isEmpty {
      lines.append((isMarkdown ? "  - " : "      ") + facts(verdict.facts))
    }
    if let provisional = verdict.provisional {
      lines.append((isMarkdown ? "  - " : "      ") + say("provisional: ", "tạm dùng: ") + provisional)
    }
  }

  private mutating func appendWays(_ explanation: Explanation) {
    guard explanation.ways.count > 0 else { return }
    section(say("Ways out", "Lối thoát"))
    let table = explanation.ways
    for row in 0..<table.count {
      lines.append((isMarkdown ? "- " : "  ") + way(table.columns.map { $0.at(row) }))
    }
  }

  /// A way in words: its cells are the way, the income needed, the remedies and the class it leads to.
  private func way(_ columns: [ResultColumn]) -> String {
    var parts: [String] = []
    if columns[1].column.isKnown(0) {
      let amount = cell(columns[1])
      parts.append(say("income + \(amount) đồng/person/month", "thu nhập thêm \(amount) đồng/người/tháng"))
    }
    if case .set(let sets) = columns[2].column, sets.masks.first != 0 {
      let remedies = cell(columns[2])
      parts.append(say("remedy \(remedies)", "khắc phục \(remedies)"))
    }
    return parts.joined(separator: say(" and ", " và ")) + " → " + cell(columns[3])
  }

  private mutating func heading(_ text: String) { lines.append(isMarkdown ? "## \(text)\n" : text) }

  private mutating func section(_ text: String) {
    lines.append("")
    lines.append(isMarkdown ? "### \(text)\n" : text)
  }

  private func mark(_ holds: Bool?, isLack: Bool) -> String {
    guard let holds else { return "?" }
    return holds != isLack ? "✓" : "✗"
  }

  private mutating func append(_ verdict: ExplainedVerdict, isLack: Bool) {
    let label =
      options.labels == .names ? verdict.name : verdict.label.map { $0[options.language] } ?? verdict.name
    var line = "\(isMarkdown ? "- " : "  ")\(mark(verdict.holds, isLack: isLack)) \(label)"
    if !verdict.text.isEmpty { line += ": \(verdict.text)" }
    if let citation = verdict.citation { line += " [\(citation)]" }
    lines.append(line)
    let indentation = isMarkdown ? "  - " : "      "
    if !verdict.isComputed {
      lines.append(indentation + say("recorded, not computed", "theo phiếu đã ghi, không tính lại"))
    }
    if !verdict.facts.isEmpty { lines.append(indentation + facts(verdict.facts)) }
    for table in verdict.witnesses {
      for row in 0..<table.count {
        lines.append(indentation + say("member: ", "thành viên: ") + facts(table.columns.map { $0.at(row) }))
      }
    }
    if let provisional = verdict.provisional {
      lines.append(indentation + say("provisional: ", "tạm dùng: ") + provisional)
    }
  }

  private func facts(_ columns: [ResultColumn]) -> String {
    columns.map { column in
      let value = column.name == "deprivations" && !column.column.isKnown(0) ? count : cell(column)
      return "\(column.heading(syntax.labels)) \(value)"
    }.joined(separator: " · ")
  }

  // MARK: Traces

  mutating func append(_ trace: Trace) {
    heading("\(trace.key) · \(trace.snapshot)")
    for step in trace.steps {
      let mark = step.isKept ? "✓" : (step.truth == nil && !step.facts.isEmpty ? "?" : "✗")
      lines.append("\(isMarkdown ? "- " : "  ")\(mark) \(step.text)")
      if !step.facts.isEmpty { lines.append((isMarkdown ? "  - " : "      ") + facts(step.facts)) }
    }
    lines.append("")
    if let last = trace.steps.last, !last.isKept {
      lines.append(say("dropped at: ", "bị loại ở: ") + last.text)
    } else if let end = trace.end {
      lines.append(say("it is among the rows that go into: ", "nằm trong các dòng đi vào: ") + end)
    } else {
      lines.append(say("it is among the rows", "nằm trong kết quả"))
    }
  }
}
