/// Functions from text to text. Positions and lengths count Unicode scalars, as DuckDB does.
extension Kernels {
  /// `lower(text)`.
  package static func lower(_ a: CodeColumn) -> CodeColumn {
    changeCase(a, .lower) { $0.lowercased() }
  }

  /// `upper(text)`.
  package static func upper(_ a: CodeColumn) -> CodeColumn {
    changeCase(a, .upper) { $0.uppercased() }
  }

  /// `fold(text)`: lower case without marks, đ as d.
  package static func fold(_ a: CodeColumn) -> CodeColumn {
    let folding = Folding.shared
    return TextMapping(a).texts { text, _, result in
      folding.append(text, to: &result)
      return true
    }
  }

  /// `trim(text)`: without spaces (general category Zs) at both ends.
  package static func trim(_ a: CodeColumn) -> CodeColumn {
    TextMapping(a).parts { text, _ in UTF8Text.trimmed(text) }
  }

  /// `left(text, n)`: the first n scalars; for a negative n all but the last −n.
  package static func left(_ a: CodeColumn, _ n: IntegerOperand) -> CodeColumn {
    TextMapping(a, n).parts { text, n in
      let count = n >= 0 ? n : max(0, UTF8Text.length(text) + max(n, -Int(Int32.max)))
      return 0..<UTF8Text.position(text, scalar: count)
    }
  }

  /// `right(text, n)`: the last n scalars; for a negative n all but the first −n.
  package static func right(_ a: CodeColumn, _ n: IntegerOperand) -> CodeColumn {
    TextMapping(a, n).parts { text, n in
      let skipped = n >= 0 ? max(0, UTF8Text.length(text) - n) : -max(n, -Int(Int32.max))
      return UTF8Text.position(text, scalar: skipped)..<text.count
    }
  }

  /// `word(text, n)`: the n-th run without white space, from 1, or from the end for a negative n; not computable where
  /// there is none.
  package static func word(
    _ a: CodeColumn, _ n: IntegerOperand, active: Bitmap? = nil
  ) -> (column: CodeColumn, notComputable: Int) {
    let mapping = TextMapping(a, n)
    let column = mapping.parts { text, n in
      let words = UTF8Text.words(text)
      guard n != 0, n.magnitude <= UInt(words.count) else { return nil }
      return words[n > 0 ? n - 1 : words.count + n]
    }
    let failed = BlockLoops.test(mapping.places, column.codes) { $0 >= 0 && $1 < 0 }
    return (column, failed.population(active: active))
  }

  /// `replace(text, old, new)`: every occurrence of `old` from the left, none overlapping; nothing for an empty `old`.
  package static func replace(
    _ a: CodeColumn, _ old: TextOperand, with new: TextOperand
  ) -> CodeColumn {
    guard case .constant(let old) = old, case .constant(let new) = new else {
      return replace(a, column(old, a.codes.count), column(new, a.codes.count))
    }
    let (oldBytes, newBytes) = (ContiguousArray(old.utf8), ContiguousArray(new.utf8))
    return TextMapping(a).texts { text, _, result in
      replace(text, oldBytes.span, newBytes.span, &result)
      return true
    }
  }

  /// Text joined by `+`.
  package static func join(_ a: CodeColumn, _ b: TextOperand) -> CodeColumn {
    let mapping = TextMapping(a, b)
    let others = mapping.others.bytes
    return mapping.texts { text, other, result in
      UTF8Text.append(text, to: &result)
      UTF8Text.append(others.span.extracting(mapping.others.range(other)), to: &result)
      return true
    }
  }
}

extension Kernels {
  /// Text that the table cannot change goes through the string.
  private static func changeCase(
    _ a: CodeColumn, _ table: LetterTable, _ whole: (String) -> String
  ) -> CodeColumn {
    TextMapping(a).texts { text, _, result in
      if table.append(text, to: &result) { return true }
      var bytes = ContiguousArray<UInt8>()
      UTF8Text.append(text, to: &bytes)
      result.append(contentsOf: whole(String(decoding: bytes, as: UTF8.self)).utf8)
      return true
    }
  }

  private static func replace(
    _ text: Span<UInt8>, _ old: Span<UInt8>, _ new: Span<UInt8>, _ result: inout ContiguousArray<UInt8>
  ) {
    var index = 0
    while old.count > 0, let next = UTF8Text.find(old, in: text, from: index) {
      UTF8Text.append(text.extracting(index..<next), to: &result)
      UTF8Text.append(new, to: &result)
      index = next + old.count
    }
    UTF8Text.append(text.extracting(index..<text.count), to: &result)
  }

  /// Once for each different combination of the three texts.
  private static func replace(_ a: CodeColumn, _ old: CodeColumn, _ new: CodeColumn) -> CodeColumn {
    let (texts, olds, news) = (DistinctKeys(a), DistinctKeys(old), DistinctKeys(new))
    let pairs = DistinctKeys(pairs: texts, olds)
    let triples = DistinctKeys(pairs: pairs, news)
    let empty = TextDictionary()
    let (aTexts, oldTexts, newTexts) = (
      a.dictionary ?? empty, old.dictionary ?? empty, new.dictionary ?? empty
    )
    var interner = TextInterner()
    var buffer = ContiguousArray<UInt8>()
    let codes = BlockLoops.map(triples.keys) { triple in
      let pair = pairs.keys[Int(triple >> 32)]
      buffer.removeAll(keepingCapacity: true)
      replace(
        aTexts.bytes.span.extracting(aTexts.range(Int(texts.keys[Int(pair >> 32)]))),
        oldTexts.bytes.span.extracting(oldTexts.range(Int(olds.keys[Int(pair & 0xFFFF_FFFF)]))),
        newTexts.bytes.span.extracting(newTexts.range(Int(news.keys[Int(triple & 0xFFFF_FFFF)]))),
        &buffer)
      return interner.code(of: buffer.span)
    }
    return CodeColumn(
      BlockLoops.map(triples.places) { $0 < 0 ? $0 : codes[Int($0)] }, dictionary: interner.dictionary)
  }

  private static func column(_ operand: TextOperand, _ count: Int) -> CodeColumn {
    switch operand {
    case .column(let column): column
    case .constant(let text): constant(text: text, count: count)
    }
  }
}
