/// One invented household: the facts, and what the review recorded of them.
struct Household {
  let ethnicity: Ethnicity
  var members: [Person]
  let dwelling: Dwelling
  /// What the facts show.
  let lacks: IndicatorSet
  /// Thousand đồng a person and month.
  let income: Int
  var record: ReviewRecord

  /// Facts are made for the recorded class, but for a share that is recorded against its facts.
  init(
    recordedAs recorded: HouseholdClass, in commune: CommuneProfile, escapedShare: Double, year: Int,
    _ random: inout SeededRandom
  ) {
    let factsClass = Self.classOfFacts(recordedAs: recorded, &random)
    let isListed = factsClass.isListed
    let peoples = recorded.isListed ? commune.peoplesOfListed : commune.peoplesOfOthers
    ethnicity = peoples.draw(&random)
    var people =
      FamilyComposition(isListed: isListed, isMountain: commune.isMountain, &random).members
    Self.nameMembers(&people, as: ethnicity, in: commune, &random)
    for index in people.indices { people[index].drawFacts(isListed: isListed, &random) }
    if isListed, people.count == 1, let only = people.first, only.age >= CalibrationAssumptions.elderlyFrom {
      people[0].socialAllowance = people[0].socialAllowance || random.chance(0.5)
    }
    let tendencies = Tendencies(of: factsClass, among: people, factors: commune.lackFactors, &random)
    tendencies.shape(&people, &random)
    members = people
    dwelling = Dwelling(
      size: people.count, isListed: isListed, in: commune, lacks: tendencies.lacks, &random)
    lacks = IndicatorSet(members: people, dwelling: dwelling)
    income = Self.income(of: factsClass, urban: commune.isUrban, &random)
    record = ReviewRecord(
      recorded, in: commune, facts: (members, lacks, income), escapedShare: escapedShare, year: year, &random)
  }

  /// The class that the facts will show: the recorded one, but for a share one class off.
  static func classOfFacts(
    recordedAs recorded: HouseholdClass, _ random: inout SeededRandom
  ) -> HouseholdClass {
    guard random.chance(CalibrationAssumptions.otherFactsShare(of: recorded)) else { return recorded }
    switch recorded {
    case .poor: return random.chance(0.5) ? .nearPoor : .average
    case .nearPoor: return random.chance(0.4) ? .poor : .average
    case .average: return random.chance(0.3) ? .nearPoor : .other
    case .other: return .average
    }
  }

  /// Thousand đồng a person and month: at or below the line for the listed, more of them close to it, and above
  /// the average line with a long tail for the rest.
  static func income(
    of householdClass: HouseholdClass, urban: Bool, _ random: inout SeededRandom
  ) -> Int {
    let line = CalibrationAssumptions.incomeLine(urban: urban)
    let average = CalibrationAssumptions.averageLine(urban: urban)
    let draw = random.fraction()
    if random.chance(0.01) {
      // Now and then a household stands exactly at the upper bound of its class, where comparisons are decided.
      switch householdClass {
      case .poor, .nearPoor: return line
      case .average: return average
      case .other: return average + 1
      }
    }
    switch householdClass {
    case .poor: return Int(Double(line) * (1 - 0.68 * draw * draw))
    case .nearPoor: return Int(Double(line) * (1 - 0.42 * draw * draw))
    case .average: return line + 1 + Int(Double(average - line - 1) * draw)
    case .other: return average + 1 + Int(Double(average) * 0.35 * draw / (1.03 - draw))
    }
  }

  /// The head's name is of the household's people; a spouse now and then is of another; children are called
  /// after the father, and belong to the household's people.
  private static func nameMembers(
    _ people: inout [Person], as ethnicity: Ethnicity, in commune: CommuneProfile,
    _ random: inout SeededRandom
  ) {
    let parts = NameParts.of(ethnicity)
    let familyOfHead = parts.family(&random)
    var familyOfChildren = familyOfHead
    for index in people.indices {
      let person = people[index]
      var family = familyOfHead
      people[index].ethnicity = ethnicity
      switch person.relation {
      case .spouse:
        if random.chance(0.08) { people[index].ethnicity = commune.peoples.draw(&random) }
        family = NameParts.of(people[index].ethnicity).family(&random)
        if person.sex == .male { familyOfChildren = family }
      case .child, .grandchild: family = familyOfChildren
      case .parent where person.sex == .female, .other: family = parts.family(&random)
      case .head, .parent, .sibling: break
      }
      let names = NameParts.of(people[index].ethnicity)
      people[index].name = names.name(family: family, person.sex, &random)
    }
  }
}
