/// The keys of one snapshot's households as text in one array of bytes.
struct KeyColumn: Sendable {
  var bytes: [UInt8] = []
  /// The first byte of each key, and after the last one the number of bytes.
  var start: [Int32] = [0]

  var count: Int { start.count - 1 }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    start.append(Int32(bytes.count))
  }

  func text(_ row: Int) -> String {
    String(decoding: bytes[Int(start[row])..<Int(start[row + 1])], as: UTF8.self)
  }
}

/// Two snapshots of about a million households: a few are gone, a few are new, a few have moved to another village.
struct SyntheticPair: Sendable {
  var earlier = KeyColumn()
  var later = KeyColumn()
  var earlierClass: [Int32] = []
  var laterClass: [Int32] = []
  /// The first row of each village, and after the last one the number of rows.
  var earlierStarts: [Int32] = []
  var laterStarts: [Int32] = [0]

  /// `shuffled` puts the later rows of each village in any order, as a file sorted by name would.
  init(households: Int, shuffled: Bool, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let villages = SyntheticSnapshot.villageCount
    let perVillage = households * 104 / 100 / villages
    var laterIn = [[Int32]](repeating: [], count: villages)
    for identity in 0..<(villages * perVillage) {
      if identity % perVillage == 0 { earlierStarts.append(Int32(earlier.count)) }
      if generator.chance(960) {
        earlier.append(Self.key(identity, perVillage))
        earlierClass.append(Int32(generator.below(5)) - 1)
      }
      if generator.chance(960) {
        let stays = !generator.chance(10)
        laterIn[stays ? identity / perVillage : generator.below(villages)].append(Int32(identity))
      }
    }
    earlierStarts.append(Int32(earlier.count))
    for village in 0..<villages {
      if shuffled { laterIn[village].shuffle(using: &generator) }
      for identity in laterIn[village] {
        later.append(Self.key(Int(identity), perVillage))
        laterClass.append(Int32(generator.below(5)) - 1)
      }
      laterStarts.append(Int32(later.count))
    }
  }

  /// Province, district, commune and number, such as `49-516-20950-0007`.
  private static func key(_ identity: Int, _ perVillage: Int) -> String {
    let commune = identity / perVillage * SyntheticSnapshot.communeCount / SyntheticSnapshot.villageCount
    let number = String(identity % 10_000)
    let zeros = String(repeating: "0", count: 4 - number.count)
    let village = identity / perVillage % 10
    return "49-5\(10 + commune % 18)-\(20_000 + commune)\(village)-\(identity / 10_000)\(zeros)\(number)"
  }
}
