import TestSupport

/// Conditions at random over the households of the demonstration data, missing values and children among them.
struct RandomCondition {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// A condition over households, of some depth.
  mutating func household(depth: Int) -> String {
    guard depth > 0, !random.oneIn(5) else { return householdFact() }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "not (\(household(depth: depth - 1)))"
    case 1: return "any(members where \(member(depth: depth - 1)))"
    case 2: return "all(members where \(member(depth: 0)), \(member(depth: depth - 1)))"
    case 3: return "(\(household(depth: depth - 1))) and (\(household(depth: depth - 1)))"
    default: return "(\(household(depth: depth - 1))) or (\(household(depth: depth - 1)))"
    }
  }

  /// A condition over members.
  mutating func member(depth: Int) -> String {
    guard depth > 0, !random.oneIn(3) else { return memberFact() }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return "not (\(member(depth: depth - 1)))"
    case 1: return "(\(member(depth: depth - 1))) and (\(member(depth: depth - 1)))"
    default: return "(\(member(depth: depth - 1))) or (\(member(depth: depth - 1)))"
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func comparison() -> String { random.pick(["<", "<=", ">", ">=", "=", "!="]) }

  private mutating func householdFact() -> String {
    switch number(0...13) {
    case 0: return "income \(comparison()) \(number(5...40) * 100_000)"
    case 1: return "size \(comparison()) \(number(1...8))"
    case 2: return "class \(comparison()) \(random.pick(["poor", "near_poor", "average", "other"]))"
    case 3: return "area = \(random.pick(["urban", "rural"]))"
    case 4: return "recorded_lacks has \(random.pick(["water", "toilet", "telecom"]))"
    case 5: return "recorded_lacks has any (\(random.pick(["water", "employment"])), nutrition)"
    case 6: return "water_source in (\(random.pick(["piped", "rain"])), surface)"
    case 7: return "floor_area / size \(comparison()) \(number(5...30))"
    case 8: return "internet"
    case 9: return "count(members where \(memberFact())) \(comparison()) \(number(0...4))"
    case 10: return "\(number(5...20) * 100_000) < income <= \(number(15...40) * 100_000)"
    case 11: return "head_name ~ \"\(random.pick(["thi", "van", "nguyen"]))\""
    case 12: return "reviewed_on \(comparison()) 2023-\(random.pick(["09-15", "10-01", "11-20"]))"
    default: return "sum(members where \(memberFact()), age) / size > \(number(5...60))"
    }
  }

  private mutating func memberFact() -> String {
    switch number(0...7) {
    case 0: return "age \(comparison()) \(number(0...80))"
    case 1: return "insured"
    case 2: return "sex = \(random.pick(["male", "female"]))"
    case 3: return "attending \(comparison()) \(random.pick(["none", "primary", "university"]))"
    case 4: return "highest_diploma \(comparison()) \(random.pick(["none", "lower_secondary", "college"]))"
    case 5: return "job in (\(random.pick(["employed", "studying"])), unemployed)"
    case 6: return "age > outer.size * \(number(2...12))"
    default: return "uses_internet"
    }
  }
}
