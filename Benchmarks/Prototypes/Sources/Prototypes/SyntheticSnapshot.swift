/// A generator of numbers that gives the same ones on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True in `perThousand` of a thousand cases.
  mutating func chance(_ perThousand: UInt64) -> Bool { next() % 1_000 < perThousand }

  /// A number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// Whole numbers with a bitmap of the rows where they are known; a value is zero where it is not.
struct IntegerColumn: Sendable {
  var values: [Int64] = []
  var known = Bitmap()

  mutating func append(_ value: Int64?) {
    values.append(value ?? 0)
    known.append(value != nil)
  }
}

/// Truth in two bitmaps; a bit of `isTrue` is zero where that of `isKnown` is.
struct TruthColumn: Sendable {
  var isTrue = Bitmap()
  var isKnown = Bitmap()

  mutating func append(_ value: Bool?) {
    isTrue.append(value ?? false)
    isKnown.append(value != nil)
  }
}

/// Bits of rows in words of 64, row 0 in the lowest bit of word 0.
struct Bitmap: Sendable {
  var words: [UInt64] = []
  private(set) var count = 0

  mutating func append(_ bit: Bool) {
    if count & 63 == 0 { words.append(0) }
    if bit { words[count >> 6] |= 1 << UInt64(count & 63) }
    count += 1
  }
}

/// A million households and their members, sorted by village, as a loaded snapshot would hold them.
struct SyntheticSnapshot: Sendable {
  static let communeCount = 241
  static let villageCount = 2_000
  static let classCount = 4
  static let indicatorCount = 12

  let count: Int
  /// The commune of each village; villages of one commune lie side by side.
  var communeOfVillage: [Int32] = []
  /// The first household of each village, and after the last one the number of households.
  var villageStart: [Int32] = []
  var village: [Int32] = []
  /// Poor, near poor, average, other as 0 to 3; −1 where missing.
  var classCode: [Int32] = []
  /// The same in a byte; 255 where missing.
  var classByte: [UInt8] = []
  /// Rural as 0, urban as 1.
  var area: [Int32] = []
  var income = IntegerColumn()
  var indicators = [TruthColumn](repeating: TruthColumn(), count: indicatorCount)
  /// The first member of each household, and after the last one the number of members.
  var memberStart: [Int32] = [0]
  /// The way back: the household of each member.
  var household: [Int32] = []
  var age = IntegerColumn()
  var insured = TruthColumn()

  init(households: Int, seed: UInt64) {
    count = households
    var generator = SeededGenerator(seed: seed)
    layOutPlaces(&generator)
    for row in 0..<households {
      let code = generator.chance(10) ? -1 : Self.someClass(&generator)
      classCode.append(code)
      classByte.append(UInt8(truncatingIfNeeded: code))
      area.append(communeOfVillage[Int(village[row])] % 5 == 0 ? 1 : 0)
      income.append(generator.chance(30) ? nil : Int64(600 + generator.below(3_400)) * 1_000)
      for index in indicators.indices {
        indicators[index].append(generator.chance(20) ? nil : generator.chance(150))
      }
      addMembers(of: row, &generator)
    }
  }

  /// Villages of uneven size, and each household's village.
  private mutating func layOutPlaces(_ generator: inout SeededGenerator) {
    let shares = (0..<Self.villageCount).map { _ in 1 + generator.below(5) }
    let whole = shares.reduce(0, +)
    var running = 0
    for index in 0..<Self.villageCount {
      communeOfVillage.append(Int32(index * Self.communeCount / Self.villageCount))
      villageStart.append(Int32(running * count / whole))
      running += shares[index]
      let end = running * count / whole
      village.append(contentsOf: repeatElement(Int32(index), count: end - village.count))
    }
    villageStart.append(Int32(count))
  }

  private static func someClass(_ generator: inout SeededGenerator) -> Int32 {
    switch generator.below(100) {
    case ..<8: 0
    case ..<14: 1
    case ..<34: 2
    default: 3
    }
  }

  /// One to six members, rarely none, very rarely a hostel of 150.
  private mutating func addMembers(of row: Int, _ generator: inout SeededGenerator) {
    var size = 1 + generator.below(6)
    if generator.chance(1) { size = generator.chance(20) ? 150 : 0 }
    for _ in 0..<size {
      household.append(Int32(row))
      age.append(generator.chance(10) ? nil : Int64(generator.below(85)))
      insured.append(generator.chance(30) ? nil : generator.chance(850))
    }
    memberStart.append(Int32(household.count))
  }
}
