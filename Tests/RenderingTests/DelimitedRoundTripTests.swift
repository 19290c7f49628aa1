import Rendering
import Results
import Testing

/// A parser of csv by RFC 4180, of the tests' own, so that the renderer is not its own judge.
private func parse(_ text: String, delimiter: UInt8) -> [[(text: String, isQuoted: Bool)]] {
  var rows: [[(text: String, isQuoted: Bool)]] = []
  var row: [(text: String, isQuoted: Bool)] = []
  var cell: [UInt8] = []
  var isQuoted = false
  var isInside = false
  let bytes = Array(text.utf8)
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if isInside {
      if byte != UInt8(ascii: "\"") {
        cell.append(byte)
      } else if index < bytes.count, bytes[index] == byte {
        cell.append(byte)
        index += 1
      } else {
        isInside = false
      }
    } else if byte == UInt8(ascii: "\"") {
      (isInside, isQuoted) = (true, true)
    } else if byte == delimiter || byte == UInt8(ascii: "\n") {
      row.append((String(decoding: cell, as: UTF8.self), isQuoted))
      (cell, isQuoted) = ([], false)
      if byte != delimiter {
        rows.append(row)
        row = []
      }
    } else {
      cell.append(byte)
    }
  }
  return rows
}

@Suite("Delimited text")
struct DelimitedRoundTripTests {
  @Test("reads back", arguments: 0..<30, [OutputFormat.csv, .tsv])
  func readsBack(_ seed: UInt64, _ format: OutputFormat) {
    var generator = SeededGenerator(seed: seed)
    let letters: [Character] = ["a", "ộ", "\"", ",", "\t", "\n", "\r", "\r\n", ";", " ", "🏠"]
    let rows = Int.random(in: 0...2500, using: &generator) % 1400
    let values = (0..<2).map { _ in
      (0..<rows).map { _ in
        Int.random(in: 0..<5, using: &generator) == 0
          ? nil
          : String(
            (0..<Int.random(in: 0...6, using: &generator)).map { _ in
              letters.randomElement(using: &generator) ?? "a"
            })
      }
    }
    let numbers = (0..<rows).map { _ in Int64.random(in: -1_000...1_000, using: &generator) }
    let table = Fixture.table([
      Fixture.texts("a", values[0]), Fixture.integers("n", numbers), Fixture.texts("b", values[1]),
    ])
    let delimiter = format == .csv ? UInt8(ascii: ",") : UInt8(ascii: "\t")
    let parsed = parse(rendered([table], format), delimiter: delimiter)
    #expect(parsed.count == rows + 1)
    #expect(parsed.allSatisfy { $0.count == 3 })
    guard parsed.count == rows + 1 else { return }
    for row in 0..<rows {
      let cells = parsed[row + 1].map { $0.text.isEmpty && !$0.isQuoted ? nil : $0.text }
      #expect(cells == [values[0][row], String(numbers[row]), values[1][row]])
      for cell in parsed[row + 1] where cell.isQuoted {
        let isNeeded = cell.text.utf8.contains { $0 == delimiter || [10, 13, 34].contains($0) }
        #expect(isNeeded || cell.text.isEmpty)
      }
    }
  }
}
