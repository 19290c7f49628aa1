/// One dictionary for texts of several.
extension Kernels {
  /// The columns with codes of one dictionary, so that codes can be compared and mixed.
  ///
  /// Columns that share a dictionary stay as they are; else the new one holds the texts that occur, in the order of
  /// their first row. Codes without dictionary (enums, links, or nothing but missing ones) are left alone.
  package static func unify(_ columns: [CodeColumn]) -> [CodeColumn] {
    guard let shared = columns.lazy.compactMap(\.dictionary).first else { return columns }
    if columns.allSatisfy({ $0.dictionary.map { $0.isSame(as: shared) } ?? true }) {
      return columns.map { CodeColumn($0.codes, dictionary: shared) }
    }
    var interner = TextInterner()
    let recoded = columns.map { column -> ContiguousArray<Int32> in
      guard let dictionary = column.dictionary else { return column.codes }
      let used = DistinctKeys(column)
      let bytes = dictionary.bytes
      let codes = BlockLoops.map(used.keys) { key in
        interner.code(of: bytes.span.extracting(dictionary.range(Int(key))))
      }
      return BlockLoops.map(used.places) { $0 < 0 ? $0 : codes[Int($0)] }
    }
    return recoded.map { CodeColumn($0, dictionary: interner.dictionary) }
  }
}

extension TextDictionary {
  /// Where a text lies in `bytes`.
  func range(_ code: Int) -> Range<Int> { offsets[code]..<offsets[code + 1] }

  /// Whether the codes of both mean the same; at once where they share storage or differ in size.
  func isSame(as other: TextDictionary) -> Bool { offsets == other.offsets && bytes == other.bytes }
}
