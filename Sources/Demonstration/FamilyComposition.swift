/// Who lives together: relations, sexes and ages, before anything else is known of them.
struct FamilyComposition {
  /// Kinds of household, by how many generations live in it.
  private enum Kind { case single, couple, nuclear, loneParent, threeGenerations, grandparents }

  private static let kindsOfPoor = Weighted<Kind>(
    (.single, 5), (.couple, 5), (.nuclear, 50), (.loneParent, 10), (.threeGenerations, 26), (.grandparents, 4)
  )
  /// Poor households of the lowlands are more often the old and the alone.
  private static let kindsOfLowlandPoor = Weighted<Kind>(
    (.single, 17), (.couple, 13), (.nuclear, 34), (.loneParent, 13), (.threeGenerations, 17),
    (.grandparents, 6))
  private static let kindsOfOthers = Weighted<Kind>(
    (.single, 8), (.couple, 15), (.nuclear, 50), (.loneParent, 6), (.threeGenerations, 19), (.grandparents, 2)
  )
  private static let childrenOfPoor = Weighted<Int>((1, 11), (2, 27), (3, 33), (4, 19), (5, 10))
  private static let childrenOfOthers = Weighted<Int>((1, 34), (2, 46), (3, 16), (4, 4))

  /// Shortest distance between mother and child, in years.
  private static let generation = 18
  private static let oldestChildAtHome = 32

  private let isListed: Bool
  private(set) var members: [Person] = []

  init(isListed: Bool, isMountain: Bool, _ random: inout SeededRandom) {
    self.isListed = isListed
    let kinds = isListed ? (isMountain ? Self.kindsOfPoor : Self.kindsOfLowlandPoor) : Self.kindsOfOthers
    switch kinds.draw(&random) {
    case .single:
      let age = random.chance(0.65) ? random.within(58...90) : random.within(20...57)
      add(.head, random.chance(0.35) ? .male : .female, age: age, &random)
    case .couple:
      addCouple(age: random.chance(0.25) ? random.within(20...30) : random.within(48...84), &random)
    case .nuclear:
      addCouple(age: random.within(isListed ? 21...50 : 24...58), &random)
      addChildren(&random)
    case .loneParent:
      add(.head, random.chance(0.2) ? .male : .female, age: random.within(24...54), &random)
      addChildren(&random)
    case .threeGenerations:
      addCouple(age: random.within(24...52), &random)
      addChildren(&random)
      addParents(&random)
    case .grandparents:
      addCouple(age: random.within(54...76), alone: 0.5, &random)
      for _ in 1...random.within(1...2) { add(.grandchild, age: random.within(2...17), &random) }
    }
  }

  private mutating func add(_ relation: Relation, age: Int, _ random: inout SeededRandom) {
    add(relation, random.chance(0.51) ? .male : .female, age: age, &random)
  }

  private mutating func add(_ relation: Relation, _ sex: Sex, age: Int, _ random: inout SeededRandom) {
    members.append(Person(relation, sex, age: age, &random))
  }

  /// A head, most often the man, and the spouse, but for a share that lives alone.
  private mutating func addCouple(age: Int, alone: Double = 0, _ random: inout SeededRandom) {
    let sex: Sex = random.chance(0.82) ? .male : .female
    add(.head, sex, age: age, &random)
    guard !random.chance(alone) else { return }
    let distance = random.within(-1...5)
    let spouseAge = max(Self.generation, age + (sex == .male ? -distance : distance))
    add(.spouse, sex == .male ? .female : .male, age: spouseAge, &random)
  }

  /// Children from the youngest up, none older than the parents allow.
  private mutating func addChildren(_ random: inout SeededRandom) {
    let parentAge = members.map(\.age).min() ?? Self.generation
    let oldest = min(parentAge - Self.generation, Self.oldestChildAtHome)
    guard oldest >= 0 else { return }
    var ages = [random.within(0...min(oldest, isListed ? 9 : 20))]
    let count = (isListed ? Self.childrenOfPoor : Self.childrenOfOthers).draw(&random)
    for _ in 1..<max(1, count) {
      let age = (ages.last ?? 0) + random.within(1...4)
      if age <= oldest { ages.append(age) }
    }
    for age in ages.reversed() { add(.child, age: age, &random) }
  }

  /// One or both parents of the head, and now and then a brother or sister.
  private mutating func addParents(_ random: inout SeededRandom) {
    let headAge = members.first?.age ?? Self.generation
    let age = headAge + random.within(20...30)
    add(.parent, .female, age: age, &random)
    if random.chance(0.6) { add(.parent, .male, age: age + random.within(0...4), &random) }
    if random.chance(0.08) { add(.sibling, age: max(16, headAge - random.within(1...8)), &random) }
    if random.chance(0.02) { add(.other, age: random.within(5...70), &random) }
  }
}
