import Columns
import Testing

@Suite struct CollationTests {
  /// Texts in the order that they must have.
  private static let ordered = [
    "", " a", "-", "0", "00", "1", "2", "02", "10", "99999999999999999999999999", "a", "A", "à", "À", "ả",
    "ã", "á",
    "ạ", "ab", "Áb", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ", "ba", "c", "d", "dz", "đ",
    "Đ", "đa",
    "e", "è", "ẻ", "ẽ", "é", "ẹ", "ê", "ề", "ể", "ễ", "ế", "ệ", "f", "g", "h", "i", "ì", "ỉ", "ĩ", "í", "ị",
    "j", "k",
    "l", "m", "n", "ng", "o", "ò", "ỏ", "õ", "ó", "ọ", "ô", "ồ", "ổ", "ỗ", "ố", "ộ", "ơ", "ờ", "ở", "ỡ", "ớ",
    "ợ", "p",
    "q", "r", "s", "t", "Thôn", "thôn 1", "Thôn 1", "Thôn 01", "Thôn 2", "Thôn 2a", "Thôn 10", "Thôn a",
    "Thônb", "u",
    "ù", "ủ", "ũ", "ú", "ụ", "ư", "ừ", "ử", "ữ", "ứ", "ự", "v", "w", "x", "y", "ỳ", "ỷ", "ỹ", "ý", "ỵ", "z",
    "ñ", "ж",
    "水", "🏠",
  ]

  @Test func keysFollowTheAlphabet() {
    for (a, b) in zip(Self.ordered, Self.ordered.dropFirst()) {
      let (first, second) = (VietnameseCollation.collationKey(a), VietnameseCollation.collationKey(b))
      #expect(first.lexicographicallyPrecedes(second), "\(a) stands before \(b)")
    }
  }

  @Test func ranksAgreeWithKeys() {
    var generator = SeededGenerator(seed: 5)
    var texts = Self.ordered
    for text in Self.ordered.prefix(90) { texts.append("Hồ Văn Hoàng " + text) }
    texts.shuffle(using: &generator)
    let ranks = TextDictionary(texts).collationRanks()
    let expected = texts.sorted {
      VietnameseCollation.collationKey($0).lexicographicallyPrecedes(VietnameseCollation.collationKey($1))
    }
    for (rank, text) in expected.enumerated() {
      #expect(ranks[texts.firstIndex(of: text) ?? 0] == Int32(rank))
    }
    #expect(TextDictionary(["b", "a", "b"]).collationRanks() == [1, 0, 1])
    #expect(TextDictionary().collationRanks().isEmpty)
  }

  /// Case 404 of the contract.
  @Test func namesOfHeads() {
    let names = [
      "Hồ Văn Ngọc", "Lê Thị Mơ", "Hồ Thị Mai", "Đinh Văn Ai", "Đinh Văn Ái", "Hồ Văn Ngóc", "Phạm Văn Út",
      "Nguyễn Thị Ân", "Nguyễn Thị An", "Trần Văn Ơn", "Đỗ Thị Hoa", "Dương Thị Sen",
    ]
    let dictionary = TextDictionary(names)
    let codes = Column.code(CodeColumn(ContiguousArray(0..<12), dictionary: dictionary))
    let key = SortColumn(codes, ranks: dictionary.collationRanks())
    #expect(Ordering.sortOrder([key], count: 12) == [11, 3, 4, 10, 2, 5, 0, 1, 8, 7, 6, 9])
  }

  @Test func tonesCountOnlyWhereLettersAreAlike() {
    let sorted = ["Hóa An", "Hòa Bình", "Hoa Cương"]
    for (a, b) in zip(sorted, sorted.dropFirst()) {
      let (first, second) = (VietnameseCollation.collationKey(a), VietnameseCollation.collationKey(b))
      #expect(first.lexicographicallyPrecedes(second))
    }
  }
}
