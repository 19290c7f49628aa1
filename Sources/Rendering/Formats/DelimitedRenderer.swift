import Results

/// Writes csv and tsv: a header, then a line a row (language.md section 10).
///
/// Where totals were asked for, a last column `_row` says which rows are `subtotal` or `total`, and is empty on the
/// others. A single value is a line without a header, as it has no column. Titles and texts are left out; several
/// results are parted by an empty line.
package struct DelimitedRenderer: ResultRenderer {
  private let syntax: DelimitedSyntax
  private var output: PartedOutput

  package init(delimiter: UInt8, _ options: RenderingOptions) {
    syntax = DelimitedSyntax(delimiter: delimiter)
    output = PartedOutput(prefix: options.byteOrderMark ? [0xEF, 0xBB, 0xBF] : [])
  }

  package mutating func append(_ result: Result) {
    switch result.outcome {
    case .title, .text: break
    case .explanation(let explanation): append(Result(.table(explanation.table)))
    case .trace(let trace): append(Result(.table(trace.table)))
    case .value(let column):
      output.part { bytes in
        bytes += ValueWriter(syntax).cell(of: column)
        bytes.append(UInt8(ascii: "\n"))
      }
    case .table(let table):
      let syntax = syntax
      output.part { DelimitedRenderer.write(table, syntax, to: &$0) }
    }
  }

  package mutating func finish() -> [UInt8] { output.finish() }

  private static func write(_ table: ResultTable, _ syntax: DelimitedSyntax, to bytes: inout [UInt8]) {
    var names = table.columns.map { syntax.cell($0.name) }
    let roles = RowRoles(table)
    if roles != nil { names.append(syntax.cell(rowMark)) }
    bytes += names.joined(separator: [syntax.delimiter])
    bytes.append(UInt8(ascii: "\n"))
    RowBlocks(table, syntax).write(to: &bytes) { cells, rows, bytes in
      for index in 0..<rows.count {
        for column in cells.indices {
          if column > 0 { bytes.append(syntax.delimiter) }
          cells[column].append(index, to: &bytes)
        }
        if let roles {
          bytes.append(syntax.delimiter)
          if let mark = roles.role(rows.lowerBound + index).mark { bytes += mark.utf8 }
        }
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }
}

/// The name under which data formats say that a row is a sum.
let rowMark = "_row"
