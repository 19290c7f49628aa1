import Columns
import Foundation
import Testing

@Suite struct TextFunctionTests {
  /// What folding means, by Foundation: lower case, decomposed, without marks, đ as d.
  private func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if (0x300...0x36F).contains(scalar.value) { continue }
      result.append(scalar == "đ" ? "d" : scalar)
    }
    return String(result)
  }

  private func one(_ text: String) -> CodeColumn { Kernels.constant(text: text, count: 1) }

  @Test func foldingAgreesOnEveryLatinLetter() throws {
    for value in Array(0x20...0x24F) + Array(0x300...0x36F) + Array(0x1E00...0x1EFF) + [0x212A, 0x212B]
      as [UInt32]
    {
      let letter = "x" + String(try #require(Unicode.Scalar(value)))
      let mine = Kernels.fold(one(letter)).texts
      #expect(
        mine.map { $0.map { Array($0.unicodeScalars) } } == [.known(Array(folded(letter).unicodeScalars))],
        "U+\(String(value, radix: 16))")
      #expect(Kernels.lower(one(letter)).texts == [.known(letter.lowercased())])
      #expect(Kernels.upper(one(letter)).texts == [.known(letter.uppercased())])
    }
    for text in ["Nam Trà My", "ĐẮK LẮK", "Thừa Thiên Huế", "Ưu tiên 1", "e\u{301}", "Москва", "東京"] {
      #expect(Kernels.fold(one(text)).texts == [.known(folded(text))])
    }
  }

  @Test(arguments: lengths) func textsFromTexts(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 2000)
    let (a, b) = (random.texts(count, from: words), random.texts(count, from: ["a", "", "Trà", "b"]))
    let n = random.integers(count, -4...4)
    func check(_ mine: CodeColumn, _ oracle: (String) -> String) {
      #expect(mine.texts == a.texts.map { $0.map(oracle) })
    }
    check(Kernels.lower(a)) { $0.lowercased() }
    check(Kernels.upper(a)) { $0.uppercased() }
    check(Kernels.fold(a), folded)
    check(Kernels.trim(a)) { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \u{A0}\u{3000}")) }
    check(Kernels.join(a, .constant("é"))) { $0 + "é" }
    #expect(
      Kernels.join(a, .column(b)).texts == zip(a.texts, b.texts).map { .both($0, $1) { .known($0 + $1) } })
    func left(_ text: String, _ n: Int) -> String {
      let scalars = Array(text.unicodeScalars)
      let kept = n >= 0 ? scalars.prefix(n) : scalars.dropLast(-n)
      return kept.reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    func right(_ text: String, _ n: Int) -> String {
      let scalars = Array(text.unicodeScalars)
      let kept = n >= 0 ? scalars.suffix(n) : scalars.dropFirst(-n)
      return kept.reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    for k in -3...3 {
      check(Kernels.left(a, .constant(Int64(k)))) { left($0, k) }
      check(Kernels.right(a, .constant(Int64(k)))) { right($0, k) }
    }
    check(Kernels.left(a, .constant(.max))) { $0 }
    check(Kernels.left(a, .constant(.min))) { _ in "" }
    check(Kernels.right(a, .constant(.max))) { $0 }
    check(Kernels.right(a, .constant(.min))) { _ in "" }
    #expect(
      Kernels.left(a, .column(n)).texts
        == zip(a.texts, n.cells).map { .both($0, $1) { .known(left($0, Int($1))) } })
    #expect(
      Kernels.right(a, .column(n)).texts
        == zip(a.texts, n.cells).map { .both($0, $1) { .known(right($0, Int($1))) } })
  }

  @Test(arguments: lengths) func wordsAndReplacement(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 2100)
    let (a, n) = (random.texts(count, from: words), random.integers(count, -3...3))
    func word(_ text: String, _ n: Int64) -> Cell<String> {
      let parts = text.split { $0.isWhitespace }.map(String.init)
      let index = n > 0 ? Int(n) - 1 : parts.count + Int(n)
      return n != 0 && parts.indices.contains(index) ? .known(parts[index]) : .missing(.notComputable)
    }
    let active = random.bitmap(count)
    let (column, notComputable) = Kernels.word(a, .column(n), active: active)
    let expected = zip(a.texts, n.cells).map { Cell<String>.both($0, $1, word) }
    #expect(column.texts == expected)
    #expect(
      notComputable
        == (0..<count).filter {
          expected[$0] == .missing(.notComputable) && a.cells[$0].isKnown && n.cells[$0].isKnown && active[$0]
        }.count)
    #expect(Kernels.word(a, .constant(2)).column.texts == a.texts.map { $0.flatMap { word($0, 2) } })
    #expect(
      Kernels.word(a, .constant(.min)).column.texts
        == a.texts.map { $0.flatMap { _ in .missing(.notComputable) } })

    func replaced(_ text: String, _ old: String, _ new: String) -> String {
      old.isEmpty ? text : text.replacingOccurrences(of: old, with: new, options: .literal)
    }
    for (old, new) in [("a", "é"), ("", "x"), ("aba", "c"), ("à", ""), ("nothing", "x")] {
      #expect(
        Kernels.replace(a, .constant(old), with: .constant(new)).texts
          == a.texts.map { $0.map { replaced($0, old, new) } })
    }
    let (old, new) = (random.texts(count, from: ["a", "b", "à"]), random.texts(count, from: ["", "đ"]))
    let all = (0..<count).map { row in
      Cell<String>.both(a.texts[row], old.texts[row]) { text, old in
        new.texts[row].map { replaced(text, old, $0) }
      }
    }
    #expect(Kernels.replace(a, .column(old), with: .column(new)).texts == all)
    #expect(
      Kernels.replace(a, .column(old), with: .constant("+")).texts
        == zip(a.texts, old.texts).map { .both($0, $1) { .known(replaced($0, $1, "+")) } })
  }

  @Test(arguments: lengths) func conditions(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 2200)
    let (a, b) = (
      random.texts(count, from: words), random.texts(count, from: ["a", "", "Trà", "TRA", "ba", "dak", " "])
    )
    func contains(_ text: String, _ part: String) -> Bool {
      let (text, part) = (Array(text.utf8), Array(part.utf8))
      return part.isEmpty || text.indices.contains { text[$0...].starts(with: part) }
    }
    let kernels: [(kernel: (CodeColumn, TextOperand) -> BooleanColumn, row: (String, String) -> Bool)] = [
      (Kernels.contains, contains),
      (Kernels.startsWith, { Array($0.utf8).starts(with: Array($1.utf8)) }),
      (Kernels.endsWith, { Array($0.utf8.reversed()).starts(with: Array($1.utf8.reversed())) }),
      (Kernels.containsFolded, { contains(self.folded($0), self.folded($1)) }),
    ]
    for (kernel, row) in kernels {
      #expect(
        kernel(a, .column(b)).cells == zip(a.texts, b.texts).map { .both($0, $1) { .known(row($0, $1)) } })
      for part in ["", "a", "Trà", "tra my", "ababab"] {
        #expect(kernel(a, .constant(part)).cells == a.texts.map { $0.map { row($0, part) } })
      }
    }
    #expect(Kernels.length(a).cells == a.texts.map { $0.map { Int64($0.unicodeScalars.count) } })
  }

  @Test func bytesThatAreNotTextDoNoHarm() {
    var dictionary = TextDictionary()
    for bytes in [
      [0xFF, 0x41], [0xC3], [0xE1, 0xBA], [0xF4, 0x90, 0x80, 0x80], [0xED, 0xA0, 0x80], [0x80, 0x20],
    ] as [[UInt8]] {
      dictionary.append(bytes: bytes)
    }
    let column = CodeColumn(ContiguousArray((0..<Int32(dictionary.count))), dictionary: dictionary)
    #expect(Kernels.fold(column).codes.count == 6 && Kernels.trim(column).codes.count == 6)
    #expect(Kernels.word(column, .constant(1)).notComputable == 0)
    #expect(Kernels.left(column, .constant(1)).codes.count == 6 && Kernels.upper(column).codes.count == 6)
  }
}
