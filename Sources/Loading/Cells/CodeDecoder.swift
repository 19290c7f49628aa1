import Columns
import Source

/// Reads texts (with keys and the texts of links) and enum values as codes; each different text is understood once.
struct CodeDecoder: CellDecoder {
  /// Nil reads text, each different one a code of its own.
  private let values: ValueNames?
  private let format: CellFormat
  private let isOpen: Bool
  /// Rewrites a text into the form in which its link's target writes its key.
  private let canonical: (@Sendable (String) -> String)?
  private var table = ByteTable()
  /// The dictionary, where texts are rewritten; else the dictionary is the table's own.
  private var rewritten: ByteTable?
  /// By number in the table, the code that a text stands for.
  private var meanings: ContiguousArray<Int32> = []
  private var codes: ContiguousArray<Int32> = []
  /// Whether every text stands for itself so far.
  private var isIdentity = true
  private var hashes: ContiguousArray<UInt32> = []
  private var warmth = 0
  private let emptyCode: Int32
  private(set) var badCells: [BadCell] = []

  private static let bad = CodeColumn.missing(.badValue)
  private static let absent = CodeColumn.missing(.notRecorded)

  init(
    values: ValueNames? = nil, _ format: CellFormat, isOpen: Bool,
    canonical: (@Sendable (String) -> String)? = nil
  ) {
    self.values = values
    self.format = format
    self.isOpen = isOpen
    self.canonical = canonical
    rewritten = values == nil && (canonical != nil || !format.recode.isEmpty) ? ByteTable() : nil
    if case .value(let text)? = format.empty, let code = values?.code(of: text) {
      emptyCode = code
    } else {
      emptyCode = CodeDecoder.absent
    }
  }

  var badCode: DataCode { .unknownValue }

  mutating func decode(_ block: CellBlock, column: Int, _ bytes: Span<UInt8>) {
    hashCells(block, column, bytes)
    warmth = table.warmed(for: hashes)
    let cells = block.cells.span
    var index = block.first(of: column)
    var hashed = 0
    var last = Cell.absent
    var lastCode = CodeDecoder.absent
    for _ in 0..<block.rows {
      let cell = cells[index]
      index += 1
      if cell.length == 0 {
        codes.append(cell.isAbsent ? CodeDecoder.absent : emptyCode)
        continue
      }
      if !CodeDecoder.isSame(cell, last, block.base, bytes) {
        let start = block.base + Int(cell.start)
        let number = table.number(in: bytes, from: start, length: Int(cell.length), hash: hashes[hashed])
        hashed += 1
        if number >= meanings.count { understand(number) }
        lastCode = isIdentity ? Int32(truncatingIfNeeded: number) : meanings[number]
        last = cell
      }
      if lastCode == CodeDecoder.bad {
        let written = text(of: cell, base: block.base, bytes)
        badCells.append(
          BadCell(row: Int32(truncatingIfNeeded: codes.count), text: shown(written, isOpen: isOpen)))
      }
      codes.append(lastCode)
    }
  }

  /// The hashes of a block's cells, but for empty ones and those like the one above.
  private mutating func hashCells(_ block: CellBlock, _ column: Int, _ bytes: Span<UInt8>) {
    hashes.removeAll(keepingCapacity: true)
    let cells = block.cells.span
    var index = block.first(of: column)
    var last = Cell.absent
    for _ in 0..<block.rows {
      let cell = cells[index]
      index += 1
      if cell.length == 0 || CodeDecoder.isSame(cell, last, block.base, bytes) { continue }
      hashes.append(ByteTable.hash(bytes, block.base + Int(cell.start), Int(cell.length)))
      last = cell
    }
  }

  @inline(__always)
  private static func isSame(_ cell: Cell, _ last: Cell, _ base: Int, _ bytes: Span<UInt8>) -> Bool {
    cell.length == last.length
      && ByteTable.isEqual(bytes, base + Int(cell.start), bytes, base + Int(last.start), Int(cell.length))
  }

  /// Finds out what a text seen for the first time stands for.
  private mutating func understand(_ number: Int) {
    meanings.append(Int32(truncatingIfNeeded: number))
    if values == nil, rewritten == nil, table.isPlain(number), !format.missing.contains(table[number]) {
      return
    }
    isIdentity = false
    guard let content = format.translated(table[number]) else {
      meanings[number] = CodeDecoder.absent
      return
    }
    if let values {
      meanings[number] = values.code(of: content) ?? CodeDecoder.bad
      return
    }
    if rewritten != nil {
      let plain = canonical?(content) ?? content
      meanings[number] = Int32(truncatingIfNeeded: rewritten?.number(of: plain.utf8) ?? 0)
      return
    }
    // Only its normal form differs, which stands for itself.
    let other = table.number(of: content.utf8)
    if other >= meanings.count { meanings.append(Int32(truncatingIfNeeded: other)) }
    meanings[number] = Int32(truncatingIfNeeded: other)
  }

  func finish() -> Column {
    if values != nil { return .code(CodeColumn(codes)) }
    if let rewritten { return .code(CodeColumn(codes, dictionary: rewritten.dictionary)) }
    let isWhole = meanings.indices.allSatisfy { meanings[$0] == Int32(truncatingIfNeeded: $0) }
    if isWhole { return .code(CodeColumn(codes, dictionary: table.dictionary)) }
    // Texts that only led to another one leave the dictionary.
    var compacted = ContiguousArray<Int32>(repeating: -1, count: meanings.count)
    var dictionary = TextDictionary()
    for number in meanings.indices where meanings[number] == Int32(truncatingIfNeeded: number) {
      compacted[number] = Int32(truncatingIfNeeded: dictionary.count)
      dictionary.append(table[number])
    }
    return .code(
      CodeColumn(ContiguousArray(codes.map { $0 < 0 ? $0 : compacted[Int($0)] }), dictionary: dictionary))
  }
}

extension ByteTable {
  /// Whether a text is in NFC for certain, judged by its bytes: letters below U+0300 and the Vietnamese block U+1E00–1EFF
  /// are; of others it is not asked here.
  func isPlain(_ number: Int) -> Bool {
    var position = offsets[number]
    let end = offsets[number + 1]
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        position += 1
      } else if byte < 0xCC {
        position += 2
      } else if byte == 0xE1, position + 1 < end, (0xB8...0xBB).contains(bytes[position + 1]) {
        position += 3
      } else {
        return false
      }
    }
    return true
  }
}
