/// A small generator of random numbers (SplitMix64), the same on every machine.
///
/// A stream is named by a seed and by what it is for, so that one part of the data can change without moving
/// the numbers of another: a commune draws the same whatever other communes are written beside it.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64, stream: UInt64) {
    state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) ^ Self.mixed(stream &+ 0xD1B5_4A32_D192_ED03)
  }

  /// The next 64 bits.
  ///
  /// Additions wrap by design: the state walks the whole ring of 64-bit numbers.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// Wrapping is the mixing function of SplitMix64.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// From 0 inclusive to 1 exclusive, in steps of 2⁻⁵³.
  mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  mutating func chance(_ probability: Double) -> Bool {
    fraction() < probability
  }

  /// A whole number of the range, each as likely as the next.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
  }

  /// One of the values; `instead` stands for an empty list.
  mutating func pick<Value>(_ values: [Value], else instead: Value) -> Value {
    values.isEmpty ? instead : values[within(0...values.count - 1)]
  }

  mutating func shuffle<Value>(_ values: inout [Value]) {
    guard values.count > 1 else { return }
    for last in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(last, within(0...last))
    }
  }
}

/// Values with weights, to draw from.
struct Weighted<Value: Sendable>: Sendable {
  private let values: [Value]
  /// Running totals of the weights, one a value.
  private let totals: [Double]
  private let instead: Value

  /// The last value stands for all where no weight is above zero.
  init(_ first: (Value, Double), _ rest: (Value, Double)...) {
    self.init(first, others: rest)
  }

  init(_ first: (Value, Double), others rest: [(Value, Double)]) {
    let all = [first] + rest
    var total = 0.0
    values = all.map(\.0)
    totals = all.map { entry in
      total += entry.1
      return total
    }
    instead = rest.last?.0 ?? first.0
  }

  func draw(_ random: inout SeededRandom) -> Value {
    let point = random.fraction() * (totals.last ?? 0)
    for (value, total) in zip(values, totals) where point < total { return value }
    return instead
  }
}
