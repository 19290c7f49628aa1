import Results
import Source

/// Writes table: a box of Unicode lines for a terminal, laid out by displayed width (language.md section 10).
///
/// A table wider than the terminal keeps its key columns and loses others from the right; a line under it names what
/// is hidden. Titles, texts and single values print as in `plain`.
package struct TableRenderer: ResultRenderer {
  private let options: RenderingOptions
  private let syntax: TextSyntax
  private var output = PartedOutput()

  package init(_ options: RenderingOptions) {
    self.options = options
    syntax = TextSyntax(options)
  }

  package mutating func append(_ result: Result) {
    let (options, syntax) = (options, syntax)
    switch result.outcome {
    case .title(let title): output.part { $0 += Paint(options.color).bold(TextBlock.title(title)) }
    case .text(let text):
      let lines = TextBlock.text(text)
      if !lines.isEmpty { output.part { $0 += lines } }
    case .explanation(let explanation):
      var text = ExplanationText(options, syntax)
      text.append(explanation)
      output.part { $0 += text.bytes }
    case .trace(let trace):
      var text = ExplanationText(options, syntax)
      text.append(trace)
      output.part { $0 += text.bytes }
    case .value(let column):
      output.part { bytes in
        bytes += ValueWriter(syntax).cell(of: column)
        bytes.append(UInt8(ascii: "\n"))
      }
    case .table(let table):
      let box = Box(TextGrid(table, syntax), options)
      output.part { box.write(to: &$0) }
    }
  }

  package mutating func finish() -> [UInt8] { output.finish() }
}

/// A table as a box, with the columns that fit.
private struct Box {
  private let grid: TextGrid
  private let shown: [TextGrid.Column]
  private let hidden: [TextGrid.Column]
  private let options: RenderingOptions

  init(_ grid: TextGrid, _ options: RenderingOptions) {
    self.grid = grid
    self.options = options
    var kept = Array(grid.columns.indices)
    // A border on the left, and beside each column two blanks and a border.
    var width = grid.columns.reduce(1) { $0 + $1.width + 3 }
    while let limit = options.width, width > limit, kept.count > 1,
      let last = kept.last(where: { !grid.columns[$0].isKey })
    {
      kept.removeAll { $0 == last }
      width -= grid.columns[last].width + 3
    }
    shown = kept.map { grid.columns[$0] }
    hidden = grid.columns.indices.filter { !kept.contains($0) }.map { grid.columns[$0] }
  }

  func write(to bytes: inout [UInt8]) {
    rule("┌", "┬", "┐", to: &bytes)
    line(nil, to: &bytes)
    rule("├", "┼", "┤", to: &bytes)
    for row in 0..<grid.count { line(row, to: &bytes) }
    rule("└", "┴", "┘", to: &bytes)
    if grid.count == 0 { bytes += TextBlock.noRows(options.language) }
    if !hidden.isEmpty { bytes += hiddenLine.utf8 }
  }

  private var hiddenLine: String {
    let names = hidden.map { String(decoding: $0.heading, as: UTF8.self) }.joined(separator: ", ")
    switch options.language {
    case .english: return "hidden for width (\(hidden.count)): \(names)\n"
    case .vietnamese: return "ẩn vì bảng quá rộng (\(hidden.count)): \(names)\n"
    }
  }

  private func rule(_ left: String, _ middle: String, _ right: String, to bytes: inout [UInt8]) {
    let lines = shown.map { String(repeating: "─", count: $0.width + 2) }
    bytes += (left + lines.joined(separator: middle) + right + "\n").utf8
  }

  /// Appends the line of a row, or of the headings where it is nil.
  private func line(_ row: Int?, to bytes: inout [UInt8]) {
    bytes += "│".utf8
    for column in shown {
      bytes.append(UInt8(ascii: " "))
      if row == nil {
        var heading: [UInt8] = []
        column.append(nil, to: &heading)
        bytes += Paint(options.color).bold(heading)
      } else {
        column.append(row, to: &bytes)
      }
      bytes += " │".utf8
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}
