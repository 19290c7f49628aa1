import Results

/// Writes plain: a table as its header and aligned columns, without borders.
///
/// Language.md section 10: columns are parted by two spaces, text left, numbers right, no trailing blanks, nothing
/// cut. Several results are parted by an empty line.
package struct PlainRenderer: ResultRenderer {
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
    case .title(let title): output.part { $0 += TextBlock.title(title) }
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
      let grid = TextGrid(table, syntax)
      output.part { bytes in
        PlainRenderer.write(nil, of: grid, to: &bytes)
        for row in 0..<grid.count { PlainRenderer.write(row, of: grid, to: &bytes) }
        if grid.count == 0 { bytes += TextBlock.noRows(options.language) }
      }
    }
  }

  package mutating func finish() -> [UInt8] { output.finish() }

  /// Appends the line of a row, or of the headings where it is nil.
  private static func write(_ row: Int?, of grid: TextGrid, to bytes: inout [UInt8]) {
    let start = bytes.count
    for (index, column) in grid.columns.enumerated() {
      if index > 0 { bytes += "  ".utf8 }
      column.append(row, to: &bytes)
    }
    while bytes.count > start, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
  }
}
