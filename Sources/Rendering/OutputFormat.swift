/// The formats in which results are written (language.md section 10).
///
/// `table`, `plain` and `md` are for people: numbers are grouped and rounded, rates printed per cent, titles and
/// texts kept. `csv`, `tsv`, `json` and `jsonl` are for programs: values print in full, names bare, titles and texts
/// are left out.
package enum OutputFormat: String, CaseIterable, Sendable {
  case table, plain, csv, tsv, json, jsonl, md

  /// Whether programs read it: the ledger then goes to standard error, and cells print in full.
  package var isForPrograms: Bool {
    switch self {
    case .table, .plain, .md: false
    case .csv, .tsv, .json, .jsonl: true
    }
  }

  /// A renderer of the results of one run in this format.
  package func renderer(_ options: RenderingOptions) -> any ResultRenderer {
    switch self {
    case .table: TableRenderer(options)
    case .plain: PlainRenderer(options)
    case .csv: DelimitedRenderer(delimiter: UInt8(ascii: ","), options)
    case .tsv: DelimitedRenderer(delimiter: UInt8(ascii: "\t"), options)
    case .json: JSONRenderer(options)
    case .jsonl: JSONLinesRenderer(options)
    case .md: MarkdownRenderer(options)
    }
  }
}
