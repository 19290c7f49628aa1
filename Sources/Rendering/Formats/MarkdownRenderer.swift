import Results
import Schema

/// Writes md: tables of GitHub-flavoured Markdown whose cells are not padded (language.md section 10).
///
/// A pipe in a cell is `\|`, a newline `<br>`. Titles are headings of the second level, texts stand as they are.
package struct MarkdownRenderer: ResultRenderer {
  private let options: RenderingOptions
  private let syntax: TextSyntax
  private var output = PartedOutput()

  package init(_ options: RenderingOptions) {
    self.options = options
    syntax = TextSyntax(options, markdown: true)
  }

  package mutating func append(_ result: Result) {
    let (options, syntax) = (options, syntax)
    switch result.outcome {
    case .title(let title): output.part { $0 += TextBlock.title("## " + title) }
    case .text(let text):
      let lines = TextBlock.text(text)
      if !lines.isEmpty { output.part { $0 += lines } }
    case .explanation(let explanation):
      var text = ExplanationText(options, syntax, markdown: true)
      text.append(explanation)
      output.part { $0 += text.bytes }
    case .trace(let trace):
      var text = ExplanationText(options, syntax, markdown: true)
      text.append(trace)
      output.part { $0 += text.bytes }
    case .value(let column):
      output.part { bytes in
        bytes += ValueWriter(syntax).cell(of: column)
        bytes.append(UInt8(ascii: "\n"))
      }
    case .table(let table):
      output.part { MarkdownRenderer.write(table, options, syntax, to: &$0) }
    }
  }

  package mutating func finish() -> [UInt8] { output.finish() }

  private static func write(
    _ table: ResultTable, _ options: RenderingOptions, _ syntax: TextSyntax, to bytes: inout [UInt8]
  ) {
    append(table.columns.map { syntax.cell($0.heading(syntax.labels)) }, to: &bytes)
    append(table.columns.map { Array(($0.type.isRightAligned ? "---:" : "---").utf8) }, to: &bytes)
    if table.count == 0 { bytes += TextBlock.noRows(options.language) }
    RowBlocks(table, syntax).write(to: &bytes) { cells, rows, bytes in
      for index in 0..<rows.count {
        bytes.append(UInt8(ascii: "|"))
        for column in cells.indices {
          bytes.append(UInt8(ascii: " "))
          cells[column].append(index, to: &bytes)
          bytes += " |".utf8
        }
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }

  private static func append(_ cells: [[UInt8]], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "|"))
    for cell in cells {
      bytes.append(UInt8(ascii: " "))
      bytes += cell
      bytes += " |".utf8
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}
