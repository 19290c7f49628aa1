import Foundation

/// The rules of text, straight from the specification: Vietnamese collation, folding, words.
enum TextOrder {
  private static let letters = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
  /// The tones after letters, as combining marks: à ả ã á ạ.
  private static let tones: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]

  /// What stands in a text: signs, numbers by value, letters; then the tones; then the case.
  private struct Key {
    var marks: [[Int]] = []
    var tones: [Int] = []
    var cases: [Int] = []
  }

  private static func key(_ text: String) -> Key {
    var key = Key()
    var digits: [Int] = []
    var zeros = 0
    var isNumber = false
    func close() {
      guard isNumber else { return }
      key.marks.append([1, digits.count] + digits)
      key.cases.append(zeros)
      (digits, zeros, isNumber) = ([], 0, false)
    }
    for character in text {
      if character.isASCII, let digit = character.wholeNumberValue {
        isNumber = true
        if digit == 0, digits.isEmpty { zeros += 1 } else { digits.append(digit) }
        continue
      }
      close()
      let (letter, tone) = split(character)
      if let place = letters.firstIndex(of: letter) {
        key.marks.append([2, place])
        key.tones.append(tone)
        key.cases.append(character.isUppercase ? 2 : 1)
      } else {
        key.marks.append([character.isASCII ? 0 : 3] + character.unicodeScalars.map { Int($0.value) })
      }
    }
    close()
    return key
  }

  /// A letter without its tone, and the place of the tone, 0 for none.
  private static func split(_ character: Character) -> (letter: Character, tone: Int) {
    var tone = 0
    var rest = String.UnicodeScalarView()
    for scalar in character.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if let place = tones.firstIndex(of: scalar) { tone = place + 1 } else { rest.append(scalar) }
    }
    return (String(rest).precomposedStringWithCanonicalMapping.first ?? character, tone)
  }

  static func comesBefore(_ a: String, _ b: String) -> Bool {
    let (x, y) = (key(a), key(b))
    for (one, other) in zip(x.marks, y.marks) where one != other {
      return one.lexicographicallyPrecedes(other)
    }
    if x.marks.count != y.marks.count { return x.marks.count < y.marks.count }
    if x.tones != y.tones { return x.tones.lexicographicallyPrecedes(y.tones) }
    return x.cases.lexicographicallyPrecedes(y.cases)
  }

  /// Without case and marks, đ as d.
  static func folded(_ text: String) -> String {
    let plain = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    return String(String.UnicodeScalarView(plain)).replacingOccurrences(of: "đ", with: "d")
  }

  /// The nth word, from the end where n is negative; nil where there is none.
  static func word(_ text: String, _ number: Int64) -> String? {
    let words = text.split { $0.isWhitespace }.map(String.init)
    let index = number > 0 ? Int(number) - 1 : words.count + Int(number)
    guard number != 0, words.indices.contains(index) else { return nil }
    return words[index]
  }
}
