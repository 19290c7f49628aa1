/// The frame of text functions: computed once for each different text (or combination of arguments) of a block, then
/// spread over its rows by code.
struct TextMapping {
  /// The argument lists that occur, each once: a code of `texts` and what stands beside it (a code of `others`, or a
  /// whole number).
  let texts: TextDictionary
  let others: TextDictionary
  let arguments: ContiguousArray<(text: Int, other: Int)>
  /// For each row the place of its arguments, or the negative code of a missing value.
  let places: ContiguousArray<Int32>

  /// One text a row.
  init(_ a: CodeColumn) {
    let used = DistinctKeys(a)
    self.init(a, nil, used.keys.count, used) { (Int(used.keys[$0]), 0) }
  }

  /// Two texts a row.
  init(_ a: CodeColumn, _ b: TextOperand) {
    let used = DistinctKeys(a)
    switch b {
    case .constant(let text):
      self.init(a, TextDictionary([text]), used.keys.count, used) { (Int(used.keys[$0]), 0) }
    case .column(let other):
      let usedOther = DistinctKeys(other)
      let pairs = DistinctKeys(pairs: used, usedOther)
      self.init(a, other.dictionary, pairs.keys.count, pairs) {
        let pair = pairs.keys[$0]
        return (Int(used.keys[Int(pair >> 32)]), Int(usedOther.keys[Int(pair & 0xFFFF_FFFF)]))
      }
    }
  }

  /// A text and a whole number a row.
  init(_ a: CodeColumn, _ n: IntegerOperand) {
    let used = DistinctKeys(a)
    switch n {
    case .constant(let number):
      self.init(a, nil, used.keys.count, used) { (Int(used.keys[$0]), Int(number)) }
    case .column(let other):
      let usedOther = DistinctKeys(other)
      let pairs = DistinctKeys(pairs: used, usedOther)
      self.init(a, nil, pairs.keys.count, pairs) {
        let pair = pairs.keys[$0]
        return (
          Int(used.keys[Int(pair >> 32)]), Int(truncatingIfNeeded: usedOther.keys[Int(pair & 0xFFFF_FFFF)])
        )
      }
    }
  }

  private init(
    _ a: CodeColumn, _ others: TextDictionary?, _ count: Int, _ keys: DistinctKeys,
    _ argument: (Int) -> (text: Int, other: Int)
  ) {
    texts = a.dictionary ?? TextDictionary()
    self.others = others ?? TextDictionary()
    arguments = ContiguousArray((0..<count).map(argument))
    places = keys.places
  }

  /// A text from each list of arguments: `write` appends it to an empty buffer, or returns false where there is none.
  @inline(__always)
  func texts(
    _ write: (_ text: Span<UInt8>, _ other: Int, _ result: inout ContiguousArray<UInt8>) -> Bool
  ) -> CodeColumn {
    var interner = TextInterner()
    var buffer = ContiguousArray<UInt8>()
    let bytes = texts.bytes
    let codes = BlockLoops.map(arguments) { argument in
      buffer.removeAll(keepingCapacity: true)
      guard write(bytes.span.extracting(texts.range(argument.text)), argument.other, &buffer) else {
        return CodeColumn.missing(.notComputable)
      }
      return interner.code(of: buffer.span)
    }
    return CodeColumn(spread(codes), dictionary: interner.dictionary)
  }

  /// A text that is part of the first argument.
  @inline(__always)
  func parts(_ part: (_ text: Span<UInt8>, _ other: Int) -> Range<Int>?) -> CodeColumn {
    texts { text, other, result in
      guard let range = part(text, other) else { return false }
      UTF8Text.append(text.extracting(range), to: &result)
      return true
    }
  }

  /// A truth value from each list of arguments.
  @inline(__always)
  func truths(_ condition: (_ text: Span<UInt8>, _ other: Span<UInt8>) -> Bool) -> BooleanColumn {
    let (bytes, otherBytes) = (texts.bytes, others.bytes)
    let flags = BlockLoops.map(arguments) { argument in
      condition(
        bytes.span.extracting(texts.range(argument.text)),
        otherBytes.span.extracting(others.range(argument.other)))
    }
    let table = flags.span
    let bits = BlockLoops.test(places) { $0 >= 0 && table[Int(truncatingIfNeeded: $0)] }
    return BooleanColumn(bits, Validity(codes: places))
  }

  /// A whole number from each text.
  @inline(__always)
  func integers(_ number: (Span<UInt8>) -> Int) -> IntegerColumn {
    let bytes = texts.bytes
    let numbers = BlockLoops.map(arguments) { argument in
      Int64(number(bytes.span.extracting(texts.range(argument.text))))
    }
    let table = numbers.span
    let values = BlockLoops.map(places) { $0 < 0 ? 0 : table[Int(truncatingIfNeeded: $0)] }
    return IntegerColumn(values, Validity(codes: places))
  }

  @inline(__always)
  private func spread(_ codes: ContiguousArray<Int32>) -> ContiguousArray<Int32> {
    let table = codes.span
    return BlockLoops.map(places) { $0 < 0 ? $0 : table[Int(truncatingIfNeeded: $0)] }
  }
}
