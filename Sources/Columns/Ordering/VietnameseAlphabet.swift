/// The Vietnamese alphabet as the collation sees it: where a letter stands, its tone, and its case.
struct VietnameseLetter {
  /// The place in `VietnameseAlphabet.letters`, from 0.
  var place: UInt8
  /// The place in a, à, ả, ã, á, ạ, from 0.
  var tone: UInt8
  var isUpper: Bool
}

/// The letters in order, with f, j, w and z in their Latin places, and the precomposed forms that tones give them.
enum VietnameseAlphabet {
  static let letters = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

  /// The vowels, each without a tone and with the five in their order.
  private static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ",
    "ưừửữứự", "yỳỷỹýỵ",
  ]

  /// The letter that a scalar is; nil for every other scalar.
  @inline(__always)
  static func letter(_ scalar: UInt32) -> VietnameseLetter? {
    let entry = scalar < tableEnd ? Int(table[Int(scalar)]) : 0
    guard entry != 0 else { return nil }
    return VietnameseLetter(
      place: UInt8(truncatingIfNeeded: entry >> 4) - 1, tone: UInt8(truncatingIfNeeded: entry >> 1 & 7),
      isUpper: entry & 1 == 1)
  }

  /// The first scalar after the last precomposed Vietnamese letter, ỹ.
  private static let tableEnd: UInt32 = 0x1EFA

  /// For each scalar `(place + 1) << 4 | tone << 1 | isUpper`, 0 where it is no letter.
  private static let table: ContiguousArray<UInt16> = {
    var table = ContiguousArray<UInt16>(repeating: 0, count: Int(tableEnd))
    func enter(_ character: Character, place: Int, tone: Int) {
      let base = UInt16(truncatingIfNeeded: (place + 1) << 4 | tone << 1)
      for (text, isUpper) in [(character.lowercased(), UInt16(0)), (character.uppercased(), 1)] {
        for scalar in text.unicodeScalars where scalar.value < tableEnd {
          table[Int(scalar.value)] = base | isUpper
        }
      }
    }
    for (place, letter) in letters.enumerated() {
      enter(letter, place: place, tone: 0)
      for vowel in vowels where vowel.first == letter {
        for (tone, form) in vowel.enumerated() { enter(form, place: place, tone: tone) }
      }
    }
    return table
  }()
}
