import Rendering
import Source
import Testing

@Suite("Numbers")
struct NumberFormatTests {
  private let english = NumberFormat(separators: .english)
  private let vietnamese = NumberFormat(separators: .vietnamese)

  @Test(
    "print with groups and at most two places",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (25, "25"), (1204, "1,204"), (1_234_567.891, "1,234,567.89"), (0.5, "0.5"),
      (-1234.5, "-1,234.5"), (999.999, "1,000"), (0.001, "0"), (-0.001, "0"), (1e15, "1,000,000,000,000,000"),
      (123_456.7, "123,456.7"), (.leastNonzeroMagnitude, "0"), (1e17, "100,000,000,000,000,000"),
      (1e18, "1e18"),
      (1.239e300, "1.24e300"), (9.999e20, "1e21"), (-2.5e22, "-2.5e22"),
    ])
  func grouped(_ value: Double, _ text: String) { #expect(english.text(value) == text) }

  @Test(
    "round halves away from zero, judged on the shortest decimal",
    arguments: [
      (1.005, "1.01"), (2.675, "2.68"), (-1.005, "-1.01"), (1.0049999999999, "1"), (0.125, "0.13"),
      (8.345, "8.35"), (0.005, "0.01"), (0.0049999, "0"), (99.995, "100"), (1.115, "1.12"),
    ])
  func halves(_ value: Double, _ text: String) { #expect(english.text(value) == text) }

  @Test("print with a decimal comma in Vietnamese")
  func comma() {
    #expect(vietnamese.text(1_234_567.891) == "1.234.567,89")
    #expect(vietnamese.text(1204) == "1.204")
  }

  @Test("print with as many places as asked")
  func places() {
    #expect(NumberFormat(separators: .english, decimals: 0).text(2.5) == "3")
    #expect(NumberFormat(separators: .english, decimals: 4).text(2.0 / 3) == "0.6667")
    #expect(NumberFormat(separators: .english, decimals: -3).text(2.4) == "2")
    #expect(NumberFormat(separators: .english, decimals: 1_000).text(0.1) == "0.1")
  }

  @Test(
    "print in full without an exponent below 1e15",
    arguments: [
      (25.333333333333332, "25.333333333333332"), (1e-7, "0.0000001"), (8_200_000, "8200000"),
      (0.1 + 0.2, "0.30000000000000004"), (999_999_999_999_999, "999999999999999"), (-0.0, "0"),
      (123_456_789_012_345.67, "123456789012345.67"), (1.5e300, "1.5e300"), (5e-5, "0.00005"),
    ])
  func full(_ value: Double, _ text: String) { #expect(NumberFormat.full.text(value) == text) }

  @Test("print the ends of 64 bits")
  func ends() {
    #expect(english.text(Int.max) == "9,223,372,036,854,775,807")
    #expect(english.text(Int.min) == "-9,223,372,036,854,775,808")
    #expect(NumberFormat.full.text(Int.min) == "-9223372036854775808")
  }

  @Test("that are not finite are missing")
  func notFinite() {
    #expect(english.text(.nan) == "–")
    #expect(english.text(-.infinity) == "–")
  }

  @Test("in full read back as the same double", arguments: 0..<20)
  func readBack(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      for value in [
        Double(bitPattern: generator.next()), Double.random(in: -1e6...1e6, using: &generator),
        Double(Int.random(in: -1_000_000...1_000_000, using: &generator)) / 100,
      ] where value.isFinite {
        #expect(Double(NumberFormat.full.text(value)) == value)
      }
    }
  }

  @Test("of few digits print these digits", arguments: 0..<20)
  func shortDecimals(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let places = Int.random(in: 1...8, using: &generator)
      let digits = String(Int.random(in: 1...999_999_999, using: &generator))
      let text = String(Int.random(in: 0...99_999, using: &generator)) + "." + digits.prefix(places)
      let value = try #require(Double(text))
      let printed = NumberFormat.full.text(value)
      #expect(printed == trimmed(text))
    }
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
