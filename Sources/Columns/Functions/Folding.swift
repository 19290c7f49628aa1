/// Folding: text without case and without marks, đ as d; the form in which `~` and `fold` compare.
///
/// Letters of the Latin script come from a table; other scripts lose their case and combining marks only.
struct Folding {
  private let table: LetterTable

  /// The one instance; its table is made at first use.
  static let shared = Folding()

  private init() {
    let letters = Array((Folding.latin + Folding.latinAdditional).unicodeScalars)
    table = LetterTable { scalar in
      switch scalar.value {
      case 0xC0..<0x250: letters[Int(scalar.value) - 0xC0]
      case 0x1E00..<0x1F00: letters[Int(scalar.value) - 0x1E00 + (0x250 - 0xC0)]
      case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
      default: scalar
      }
    }
  }

  /// Appends the folded form of a text.
  ///
  /// Bytes that are not UTF-8 are kept as they are.
  func append(_ text: Span<UInt8>, to result: inout ContiguousArray<UInt8>) {
    if table.append(text, to: &result) { return }
    var index = 0
    while index < text.count {
      let (scalar, length) = UTF8Text.scalar(text, at: index)
      if let scalar {
        append(scalar, to: &result)
      } else {
        result.append(text[index])
      }
      index += length
    }
  }

  private func append(_ scalar: Unicode.Scalar, to result: inout ContiguousArray<UInt8>) {
    if isMark(scalar.value) { return }
    if let letter = table.letter(scalar.value) { return UTF8Text.append(letter, to: &result) }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isMark(lower.value) {
      UTF8Text.append(table.letter(lower.value) ?? lower.value, to: &result)
    }
  }

  /// The combining marks of Latin, Greek and Cyrillic, the tones of Vietnamese among them.
  private func isMark(_ value: UInt32) -> Bool { value >= 0x300 && value <= 0x36F }

  /// Lower case, canonically decomposed, without U+0300…036F, đ as d (Unicode Character Database, from U+00C0).
  private static let latin = """
    aaaaaaæceeeeiiiiðnooooo×øuuuuyþßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀ\
    ŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ\
    ƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿ\
    ǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaaææǥǥggkkooooʒʒjǳǳǳggƕƿnnaaææøø\
    aaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿ\
    ɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ
    """

  /// The same from U+1E00; from U+1EA0 the letters are Vietnamese.
  private static let latinAdditional = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyẚſẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ
    """
}
