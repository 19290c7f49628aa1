import Results

/// Writes jsonl: one object a row, one value a line; several results follow each other (language.md section 10).
package struct JSONLinesRenderer: ResultRenderer {
  private var output: [UInt8] = []

  package init(_ options: RenderingOptions) {}

  package mutating func append(_ result: Result) {
    switch result.outcome {
    case .title, .text: break
    case .explanation(let explanation): output += ExplanationJSON().bytes(explanation) + [UInt8(ascii: "\n")]
    case .trace(let trace): output += ExplanationJSON().bytes(trace) + [UInt8(ascii: "\n")]
    case .value(let column):
      output += ValueWriter(JSONSyntax()).cell(of: column)
      output.append(UInt8(ascii: "\n"))
    case .table(let table):
      JSONObjects(table).write(separator: "\n", to: &output)
      if table.count > 0 { output.append(UInt8(ascii: "\n")) }
    }
  }

  package mutating func finish() -> [UInt8] {
    defer { output = [] }
    return output
  }
}
