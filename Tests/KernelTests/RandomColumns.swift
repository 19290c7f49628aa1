import Columns

/// A small generator with a seed, so that every run sees the same columns (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Lengths on both sides of a word's end.
let lengths = [0, 1, 63, 64, 65, 130, 777]

extension SeededGenerator {
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func bitmap(_ count: Int, oneIn: Int = 2) -> Bitmap {
    var bits = Bitmap(count: count)
    for row in 0..<count where below(oneIn) == 0 { bits[row] = true }
    return bits
  }

  /// All known, some missing, or some missing for various reasons.
  mutating func validity(_ count: Int) -> Validity {
    switch below(3) {
    case 0: return .all
    case 1: return Validity(known: ~bitmap(count, oneIn: 5))
    default:
      let reasons = (0..<count).map { _ in UInt8(below(4)) }
      return Validity(known: ~bitmap(count, oneIn: 5), reasons: ContiguousArray(reasons))
    }
  }

  mutating func integers(_ count: Int, _ range: ClosedRange<Int64> = -20...20) -> IntegerColumn {
    IntegerColumn(
      ContiguousArray((0..<count).map { _ in Int64.random(in: range, using: &self) }), validity(count))
  }

  mutating func numbers(_ count: Int, _ range: ClosedRange<Double> = -20...20) -> NumberColumn {
    let values = (0..<count).map { _ in
      let value = Double.random(in: range, using: &self)
      return below(2) == 0 ? value.rounded() + 0 : value
    }
    return NumberColumn(ContiguousArray(values), validity(count))
  }

  mutating func booleans(_ count: Int) -> BooleanColumn {
    let (bits, validity) = (bitmap(count), validity(count))
    return BooleanColumn(validity.known.map { bits & $0 } ?? bits, validity)
  }

  mutating func codes(_ count: Int, below size: Int) -> CodeColumn {
    let missing = below(3) == 0 ? 0 : 5
    return CodeColumn(
      ContiguousArray(
        (0..<count).map { _ in
          missing > 0 && below(missing) == 0 ? Int32(-1 - below(4)) : Int32(below(size))
        }))
  }

  mutating func texts(_ count: Int, from texts: [String]) -> CodeColumn {
    var column = codes(count, below: texts.count)
    column.dictionary = TextDictionary(texts.shuffled(using: &self))
    return column
  }

  mutating func sets(_ count: Int, elements: Int = 5) -> SetColumn {
    let masks = (0..<count).map { _ in UInt64(below(1 << elements)) << (below(4) == 0 ? 59 : 0) }
    return SetColumn(ContiguousArray(masks), validity(count))
  }

  mutating func lists(_ count: Int) -> ListColumn {
    var offsets: ContiguousArray<Int> = [0]
    for _ in 0..<count { offsets.append(offsets[offsets.count - 1] + below(4)) }
    return ListColumn(offsets: offsets, elements: .integer(integers(offsets[count])))
  }

  /// One column of each kind, and of text.
  mutating func columnsOfAllKinds(_ count: Int) -> [Column] {
    [
      .boolean(booleans(count)), .integer(integers(count)), .number(numbers(count)),
      .code(codes(count, below: 7)), .code(texts(count, from: words)), .set(sets(count)), .list(lists(count)),
    ]
  }
}

/// Short texts with Vietnamese letters, spaces of several kinds, and one that holds others.
let words = [
  "", "a", "an", "Trà My", "Nam Trà My", "trà", "Đắk Lắk", "ĐẮK", "  Phước  Hòa ", "\u{3000}xã\u{A0}",
  "Thôn 10",
  "ababa", "Ưu tiên", "ß", "😀 x", "\tA b\n",
]
