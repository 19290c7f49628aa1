import Results

/// Writes json: one result bare, several an array in order (language.md section 10).
///
/// A table is an array of objects, one a line, in column order; total rows, and they alone, end in `"_row"`. A
/// single value is itself. Titles and texts are left out, and a run without results gives nothing.
package struct JSONRenderer: ResultRenderer {
  private var values: [UInt8] = []
  private var count = 0

  package init(_ options: RenderingOptions) {}

  package mutating func append(_ result: Result) {
    switch result.outcome {
    case .title, .text: return
    case .explanation(let explanation):
      beginValue()
      values += ExplanationJSON().bytes(explanation)
    case .trace(let trace):
      beginValue()
      values += ExplanationJSON().bytes(trace)
    case .value(let column):
      beginValue()
      values += ValueWriter(JSONSyntax()).cell(of: column)
    case .table(let table):
      beginValue()
      values.append(UInt8(ascii: "["))
      JSONObjects(table).write(separator: ",\n ", to: &values)
      values.append(UInt8(ascii: "]"))
    }
  }

  package mutating func finish() -> [UInt8] {
    defer { (values, count) = ([], 0) }
    guard count > 0 else { return [] }
    if count > 1 {
      values.insert(UInt8(ascii: "["), at: 0)
      values.append(UInt8(ascii: "]"))
    }
    values.append(UInt8(ascii: "\n"))
    return values
  }

  private mutating func beginValue() {
    if count > 0 { values += ",\n ".utf8 }
    count += 1
  }
}

/// The rows of a table as JSON objects.
struct JSONObjects {
  private let table: ResultTable
  private let roles: RowRoles?
  /// For each column, what stands before its value: `{"code": `, `, "size": `.
  private let keys: [[UInt8]]

  init(_ table: ResultTable) {
    self.table = table
    roles = RowRoles(table)
    keys = table.columns.enumerated().map { index, column in
      Array((index == 0 ? "{" : ", ").utf8) + JSONSyntax().cell(column.name) + Array(": ".utf8)
    }
  }

  func write(separator: String, to bytes: inout [UInt8]) {
    let separator = Array(separator.utf8)
    RowBlocks(table, JSONSyntax()).write(to: &bytes) { cells, rows, bytes in
      for index in 0..<rows.count {
        let row = rows.lowerBound + index
        if row > 0 { bytes += separator }
        for column in cells.indices {
          bytes += keys[column]
          cells[column].append(index, to: &bytes)
        }
        if cells.isEmpty { bytes.append(UInt8(ascii: "{")) }
        if let mark = roles?.role(row).mark {
          if !cells.isEmpty { bytes += ", ".utf8 }
          bytes += "\"\(rowMark)\": \"\(mark)\"".utf8
        }
        bytes.append(UInt8(ascii: "}"))
      }
    }
  }
}
