import Columns
import Rendering
import Results
import Schema
import Source
import Testing

@Suite("Formats for people")
struct TextFormatTests {
  @Test("plain aligns columns, groups digits and marks the missing")
  func plain() {
    let text = rendered(
      Fixture.texts("code", ["H05", "H06", "H10"]),
      Fixture.places(
        "place", [0, 1, 3], names: ["Tam Thanh", "Thôn 1", "Thôn 2", "thon 1"],
        qualified: ["Tam Thanh, Tam Kỳ", "Thôn 1, Trà Mai", "Thôn 2, Trà Mai", "thon 1, Trà Linh"]),
      Fixture.integers("size", [1, 5, 2]), Fixture.integers("whole", [1_200_000, 7_500_000, nil]), as: .plain)
    #expect(
      text == """
        code  place             size      whole
        H05   Tam Thanh            1  1,200,000
        H06   Thôn 1, Trà Mai      5  7,500,000
        H10   thon 1, Trà Linh     2          –

        """)
  }

  @Test("plain leaves no trailing blanks")
  func trailing() {
    #expect(
      rendered(Fixture.integers("n", [1, 2]), Fixture.texts("text", ["a", "long"]), as: .plain)
        == "n  text\n1  a\n2  long\n")
    #expect(rendered(Fixture.texts("t", ["", "ab"]), as: .plain) == "t\n\nab\n")
  }

  @Test("rates print per cent, their differences in percentage points")
  func shares() {
    let columns = [
      Fixture.numbers("share", [1.0 / 3, 0.25, 0.0759], .share),
      Fixture.numbers("change", [0.0106, -0.5, nil], ValueType(.points)),
    ]
    #expect(
      rendered([Fixture.table(columns)], .plain)
        == " share   change\n33.33%  1.06 pp\n   25%   -50 pp\n 7.59%        –\n")
    #expect(
      rendered([Fixture.table(columns)], .md, RenderingOptions(labels: .vi)) == """
        | share | change |
        | ---: | ---: |
        | 33,33% | 1,06 điểm % |
        | 25% | -50 điểm % |
        | 7,59% | – |

        """)
  }

  @Test("years and codes are not grouped, dates print as their type says")
  func ungrouped() {
    let days: [Int64?] = [19_536, nil]
    let text = rendered(
      Fixture.integers("year", [2023, 12_345], .year), Fixture.integers("day", days, .date),
      Fixture.integers("month", days, ValueType(.date, display: .month)),
      Fixture.integers("quarter", days, ValueType(.date, display: .quarter)),
      Fixture.integers("of", days, ValueType(.date, display: .year)), Fixture.booleans("ok", [true, nil]),
      as: .plain)
    #expect(
      text == """
         year  day         month    quarter  of    ok
         2023  2023-06-28  2023-06  2023-Q2  2023  true
        12345  –           –        –        –     –

        """)
  }

  @Test("sets and lists stand with commas, empty ones as brackets")
  func sets() {
    let list = ListColumn(
      offsets: [0, 2, 2], elements: .number(NumberColumn([1204.5, 2])))
    let lists = ResultColumn(name: "all", type: ValueType(.list(.number)), column: .list(list))
    #expect(
      rendered(Fixture.sets("lacks", [0b110, 0]), lists, as: .md) == """
        | lacks | all |
        | --- | --- |
        | water, toilet | 1,204.5, 2 |
        | () | () |

        """)
    #expect(rendered(Fixture.sets("lacks", [nil, .max]), as: .plain) == "lacks\n–\nhousing, water, toilet\n")
  }

  @Test("keys name their missing values, the empty set and totals")
  func keys() {
    var places = Fixture.places(
      "district", [0, 0, -1, -2, -1], names: ["Tam Kỳ"], qualified: nil, isKey: true)
    places.namesMissing = true
    var lacks = Fixture.codes("lacks", [2, -1, 3, -1, -1], ValueType(.set(Fixture.indicators)))
    (lacks.isKey, lacks.namesMissing, lacks.noneCode) = (true, true, 3)
    let table = Fixture.table(
      [places, lacks, Fixture.integers("count", [1, 2, 3, nil, 7])],
      roles: [.data, .subtotal, .data, .data, .total], keysKept: [2, 1, 2, 2, 0])
    #expect(
      rendered([table], .plain) == """
        district       lacks      count
        Tam Kỳ         toilet         1
        Tam Kỳ         Total          2
        (missing)      (none)         3
        (not present)  (missing)      –
        Total          Total          7

        """)
    #expect(rendered([table], .plain, RenderingOptions(labels: .vi)).contains("\nTổng cộng"))
    #expect(rendered([table], .plain, RenderingOptions(language: .vietnamese)).contains("\nTổng cộng"))
    #expect(!rendered([table], .plain, RenderingOptions(labels: .en, language: .vietnamese)).contains("Tổng"))
  }

  @Test("labels stand for the names of columns and values")
  func labels() {
    let columns = [
      Fixture.codes("class", [0, 1, -1], ValueType(.enumeration(Fixture.poverty))),
      Fixture.integers("households", [1204, 2, 3], label: Localized(en: "Households", vi: "Số hộ")),
    ]
    let table = [Fixture.table(columns)]
    #expect(
      rendered(table, .plain)
        == "class      households\npoor            1,204\nnear_poor           2\n–                   3\n")
    #expect(
      rendered(table, .plain, RenderingOptions(labels: .vi))
        == "class         Số hộ\nHộ nghèo      1.204\nHộ cận nghèo      2\n–                 3\n")
    #expect(rendered(table, .md, RenderingOptions(labels: .en)).hasPrefix("| class | Households |\n"))
    #expect(
      rendered(table, .csv, RenderingOptions(labels: .vi)) == "class,households\npoor,1204\nnear_poor,2\n,3\n"
    )
  }

  @Test("names that fold alike print with the one above only where both occur")
  func collisions() {
    let names = ["Thôn 1", "Thôn 1", "Đông", "dong", "Thôn 2"]
    let qualified = names.enumerated().map { "\($1), \($0)" }
    func printed(_ codes: [Int32]) -> String {
      rendered(Fixture.places("p", codes, names: names, qualified: qualified), as: .plain)
    }
    #expect(printed([0, 0, 4]) == "p\nThôn 1\nThôn 1\nThôn 2\n")
    #expect(printed([0, 1, -1]) == "p\nThôn 1, 0\nThôn 1, 1\n–\n")
    #expect(printed([2, 3, 4]) == "p\nĐông, 2\ndong, 3\nThôn 2\n")
    let column = Fixture.places("p", [0, 1], names: names, qualified: qualified)
    #expect(rendered(column, as: .csv) == "p\nThôn 1\nThôn 1\n")
    #expect(rendered(column, as: .md).hasSuffix("| Thôn 1, 0 |\n| Thôn 1, 1 |\n"))
  }

  @Test("cells keep to their line")
  func escapes() {
    let texts = Fixture.texts("a|b", ["x|y\nz\t\u{1B}[2J\u{85}é\u{202E}–"])
    #expect(rendered(texts, as: .plain) == "a|b\nx|y\\nz\\t\\u{1B}[2J\\u{85}é\\u{202E}–\n")
    #expect(rendered(texts, as: .md) == "| a\\|b |\n| --- |\n| x\\|y<br>z\\t\\u{1B}[2J\\u{85}é\\u{202E}– |\n")
  }

  @Test("results are parted by an empty line, titles and texts stand between them")
  func several() {
    let results = [
      Result(.title("Poor\nhouseholds")), Result(.value(Fixture.numbers("n", [1.005]))),
      Result(.text("\nOne *word*.\n\nTwo.\n\n")), Result(.text("")),
      Fixture.table([Fixture.integers("n", [12])]),
    ]
    let plain = "Poor households\n\n1.01\n\nOne *word*.\n\nTwo.\n\n n\n12\n"
    #expect(rendered(results, .plain) == plain)
    #expect(
      rendered(results, .md)
        == "## Poor households\n\n1.01\n\nOne *word*.\n\nTwo.\n\n| n |\n| ---: |\n| 12 |\n")
    #expect(rendered(results, .table).hasPrefix("Poor households\n\n1.01\n\nOne *word*.\n\nTwo.\n\n┌"))
  }

  @Test("a table without rows prints its header and says so")
  func empty() {
    let columns = [Fixture.texts("code", []), Fixture.integers("size", [])]
    #expect(rendered([Fixture.table(columns)], .plain) == "code  size\n0 rows\n")
    #expect(rendered([Fixture.table(columns)], .md) == "| code | size |\n| --- | ---: |\n0 rows\n")
    #expect(
      rendered([Fixture.table(columns)], .table) == """
        ┌──────┬──────┐
        │ code │ size │
        ├──────┼──────┤
        └──────┴──────┘
        0 rows

        """)
    #expect(
      rendered([Fixture.table(columns)], .plain, RenderingOptions(language: .vietnamese)).hasSuffix(
        "\n0 dòng\n"))
  }

  @Test("more or fewer decimals print where asked")
  func decimals() {
    let column = Fixture.numbers("x", [1234.56789, 0.5])
    #expect(rendered(column, as: .plain, RenderingOptions(decimals: 0)) == "    x\n1,235\n    1\n")
    #expect(
      rendered(column, as: .plain, RenderingOptions(decimals: 4)) == "         x\n1,234.5679\n       0.5\n")
  }
}
