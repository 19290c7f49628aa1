import Source

/// A piece of a file as cells.
struct SplitPiece: Sendable {
  var number: Int
  /// The text, with doubled quotes undone in place.
  var bytes: ContiguousArray<UInt8>
  var blocks: [CellBlock]
}

/// What is known of a piece once it is split, beside its cells.
struct PieceEnd: Sendable {
  var number: Int
  /// Where the piece begins in its file.
  var offset: Int
  /// The rows of the piece; lines are counted from its first one.
  var log: RowLog
  /// The line behind it, counted likewise.
  var line: Int
  /// The line of a quote that the file never closes.
  var unclosedLine: Int?
}

/// A file whose header is read: what its columns are to be, and the decoders at work on them.
struct OpenTable: Sendable {
  let source: TableSource
  let text: TextSource
  let dialect: CsvDialect
  let reading: TableReading
  /// The cells of the header, by which its repetition is told.
  let header: [ContiguousArray<UInt8>]

  /// Opens a file and reads its header.
  ///
  /// - Returns: the table, the pieces that follow, and the rest of the piece in which the header stands.
  static func open(_ source: TableSource, _ effort: LoadingEffort) throws(Diagnostics) -> (
    OpenTable, TextPieces, first: (piece: SplitPiece, end: PieceEnd)
  ) {
    let text = try source.text()
    let dialect = try text.dialect(declared: source.manifest.file.delimiter)
    var pieces = TextPieces(text, dialect, size: effort.pieceSize)
    var line = dialect.headerLine
    while var piece = try pieces.next() {
      guard FileContents.isText(piece.bytes, 0..<piece.count) else {
        throw FileContents.notText(source.shown)
      }
      var tokenizer = CsvTokenizer(dialect, from: 0, to: piece.count, line: line)
      let names = tokenizer.readHeader(&piece.bytes)
      line = tokenizer.line
      guard !names.isEmpty else { continue }
      let plan = try TablePlan(header: names, source: source)
      let table = OpenTable(
        source: source, text: text, dialect: dialect, reading: TableReading(plan, source, width: names.count),
        header: tokenizer.header)
      return (table, pieces, table.split(piece, number: 0, tokenizer))
    }
    throw Diagnostics(Diagnostic(DataCode.emptyFile, at: nil, ["file": source.shown]))
  }

  /// Splits a piece into cells.
  ///
  /// - Parameter number: among the pieces with rows.
  func split(_ piece: TextPiece, number: Int) throws(Diagnostics) -> (piece: SplitPiece, end: PieceEnd) {
    guard FileContents.isText(piece.bytes, 0..<piece.count) else { throw FileContents.notText(source.shown) }
    var tokenizer = CsvTokenizer(dialect, from: 0, to: piece.count, line: 0)
    tokenizer.header = header
    return split(piece, number: number, tokenizer)
  }

  private func split(_ piece: TextPiece, number: Int, _ start: CsvTokenizer) -> (
    piece: SplitPiece, end: PieceEnd
  ) {
    var tokenizer = start
    var bytes = piece.bytes
    var blocks: [CellBlock] = []
    var log = RowLog()
    while true {
      var block = CellBlock(width: header.count)
      tokenizer.fill(&block, &bytes, &log)
      if block.rows == 0 { break }
      blocks.append(block)
    }
    return (
      SplitPiece(number: number, bytes: bytes, blocks: blocks),
      PieceEnd(
        number: number, offset: piece.offset, log: log, line: tokenizer.line,
        unclosedLine: tokenizer.unclosedLine)
    )
  }

  /// The table, once every column has taken every piece.
  ///
  /// - Parameter ends: of all pieces, in the order of the file.
  func finished(_ ends: [PieceEnd], evaluator: any ColumnExpressionEvaluator) throws(Diagnostics)
    -> DecodedTable
  {
    var log = RowLog()
    // Lines of the first piece are counted from the beginning of the file already.
    var line = 0
    for end in ends {
      log.append(end.log, line: line, offset: end.offset)
      if let unclosed = end.unclosedLine {
        throw Diagnostics(
          Diagnostic(
            DataCode.unclosedQuote, at: nil, ["file": source.shown, "line": String(line + unclosed)]))
      }
      line += end.line
    }
    guard log.lines.count < Int(Int32.max) else { throw FileContents.tooLarge(source.shown) }
    return try reading.table(log, text, evaluator: evaluator)
  }
}

extension TableSource {
  /// The text of the file, or of the places that ship with nep.
  func text() throws(Diagnostics) -> TextSource {
    guard case .file(let path, let shown) = manifest.origin else {
      return TextSource(BuiltinPlaceTable.contents(on: date), shown: BuiltinPlaceTable.name)
    }
    return try TextSource.open(path: path, shown: shown, encoding: manifest.file.encoding)
  }

  /// How many bytes there are to read.
  var size: Int {
    guard case .file(let path, let shown) = manifest.origin,
      let source = try? TextSource.open(path: path, shown: shown, encoding: .utf8)
    else { return 0 }
    return source.end
  }
}
