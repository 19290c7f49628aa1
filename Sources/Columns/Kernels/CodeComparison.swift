/// Comparison of enums, links and texts, all of which are codes.
extension Kernels {
  /// By code: enums in declared order, links by row, texts of one dictionary (where only `=` and `!=` mean something).
  package static func compare(
    _ a: CodeColumn, _ operation: ComparisonOperator, _ b: CodeColumn
  ) -> BooleanColumn {
    BooleanColumn(
      unmasked: bits(a.codes, operation, b.codes), .both(Validity(codes: a.codes), Validity(codes: b.codes)))
  }

  /// By code with one code.
  package static func compare(
    _ a: CodeColumn, _ operation: ComparisonOperator, _ b: Int32
  ) -> BooleanColumn {
    compare(a, in: 0..<a.codes.count, operation, b)
  }

  /// The codes of a range of rows with one code.
  package static func compare(
    _ a: CodeColumn, in rows: Range<Int>, _ operation: ComparisonOperator, _ b: Int32
  ) -> BooleanColumn {
    BooleanColumn(unmasked: bits(a.codes, in: rows, operation, b), Validity(codes: a.codes, in: rows))
  }

  /// By the rank of each code; where both sides have one dictionary, both tables are the same.
  ///
  /// - Parameters:
  ///   - aRanks: the rank of each code of `a`.
  ///   - bRanks: the rank of each code of `b`, on the same scale.
  package static func compare(
    _ a: CodeColumn, ranks aRanks: ContiguousArray<Int32>, _ operation: ComparisonOperator,
    _ b: CodeColumn, ranks bRanks: ContiguousArray<Int32>
  ) -> BooleanColumn {
    BooleanColumn(
      unmasked: bits(ranked(a, aRanks), operation, ranked(b, bRanks)),
      .both(Validity(codes: a.codes), Validity(codes: b.codes)))
  }

  /// By the rank of each code with one rank, of a value that need not occur in the column.
  package static func compare(
    _ a: CodeColumn, ranks: ContiguousArray<Int32>, _ operation: ComparisonOperator, rank: Int32
  ) -> BooleanColumn {
    BooleanColumn(
      unmasked: bits(ranked(a, ranks), in: 0..<a.codes.count, operation, rank), Validity(codes: a.codes))
  }

  /// Whether two texts are the same, byte for byte, whatever their dictionaries.
  package static func areTextsEqual(_ a: CodeColumn, _ b: TextOperand) -> BooleanColumn {
    switch b {
    case .column(let b):
      let unified = unify([a, b])
      return compare(unified[0], .equal, unified[1])
    case .constant(let text):
      let bytes = ContiguousArray(text.utf8)
      let dictionary = a.dictionary ?? TextDictionary()
      if dictionary.count <= a.codes.count {
        return compare(a, .equal, dictionary.code(of: bytes.span) ?? .max)
      }
      // A dictionary longer than the block is dearer to search than the block's own texts.
      let bits = BlockLoops.test(a.codes) {
        $0 >= 0 && dictionary.isEqual(Int(truncatingIfNeeded: $0), bytes.span)
      }
      return BooleanColumn(bits, Validity(codes: a.codes))
    }
  }

  private static func ranked(
    _ a: CodeColumn, _ ranks: ContiguousArray<Int32>
  ) -> ContiguousArray<Int32> {
    let table = ranks.span
    return BlockLoops.map(a.codes) { $0 < 0 ? 0 : table[Int(truncatingIfNeeded: $0)] }
  }
}

extension TextDictionary {
  /// The code of a text; nil where it does not occur.
  package func code(of text: String) -> Int32? {
    let bytes = ContiguousArray(text.utf8)
    return code(of: bytes.span)
  }

  func code(of text: Span<UInt8>) -> Int32? {
    for code in 0..<count where isEqual(code, text) { return Int32(code) }
    return nil
  }

  /// Whether a code's text is this one.
  func isEqual(_ code: Int, _ text: Span<UInt8>) -> Bool {
    let start = offsets[code]
    guard offsets[code + 1] - start == text.count else { return false }
    for index in text.indices where bytes[start + index] != text[index] { return false }
    return true
  }
}
