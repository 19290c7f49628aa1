import Rendering
import Results
import Schema
import Testing

/// The tables of the contract's cases, from results as execution gives them.
@Suite("Cases of the contract")
struct ContractCaseTests {
  @Test("105, across")
  func across() {
    var district = Fixture.places(
      "district", [0, 1], names: ["Tam Kỳ", "Nam Trà My"], qualified: nil, isKey: true)
    district.namesMissing = true
    let counts: [(String, [Int64?])] = [
      ("poor", [1, 3]), ("near_poor", [1, 2]), ("average", [1, 0]), ("other", [2, 1]), ("(missing)", [0, 1]),
    ]
    let columns = [district] + counts.map { Fixture.integers($0.0, $0.1) }
    #expect(
      rendered([Fixture.table(columns)], .plain) == """
        district    poor  near_poor  average  other  (missing)
        Tam Kỳ         1          1        1      2          0
        Nam Trà My     3          2        0      1          1

        """)
  }

  @Test("109, subtotals")
  func subtotals() {
    let district = Fixture.places(
      "district", [0, 0, 0, 1, 1, 1, -1], names: ["Tam Kỳ", "Nam Trà My"], qualified: nil, isKey: true)
    let commune = Fixture.places(
      "commune", [-1, 0, 1, -1, 2, 3, -1], names: ["Tân Thạnh", "Tam Thanh", "Trà Mai", "Trà Linh"],
      qualified: nil, isKey: true)
    let table = Fixture.table(
      [district, commune, Fixture.integers("count", [2, 1, 1, 5, 2, 3, 7])],
      roles: [.subtotal, .data, .data, .subtotal, .data, .data, .total], keysKept: [1, 2, 2, 1, 2, 2, 0])
    #expect(
      rendered([table], .plain) == """
        district    commune    count
        Tam Kỳ      Total          2
        Tam Kỳ      Tân Thạnh      1
        Tam Kỳ      Tam Thanh      1
        Nam Trà My  Total          5
        Nam Trà My  Trà Mai        2
        Nam Trà My  Trà Linh       3
        Total       Total          7

        """)
  }

  @Test("110 and 753, shares and months with the missing named")
  func namedMissing() {
    var poverty = Fixture.codes("class", [0, 1, 2, -1], ValueType(.enumeration(Fixture.poverty)))
    (poverty.isKey, poverty.namesMissing) = (true, true)
    let shares = Fixture.numbers("share", [4.0 / 12, 0.25, 1.0 / 12, 1.0 / 12], .share)
    #expect(
      rendered([Fixture.table([poverty, Fixture.integers("count", [4, 3, 1, 1]), shares])], .plain) == """
        class      count   share
        poor           4  33.33%
        near_poor      3     25%
        other          1   8.33%
        (missing)      1   8.33%

        """)
    var month = Fixture.integers(
      "month", [19_297, 19_601, nil], ValueType(.date, display: .month), isKey: true)
    month.namesMissing = true
    #expect(
      rendered([Fixture.table([month, Fixture.integers("count", [1, 3, 1])])], .plain) == """
        month      count
        2022-11        1
        2023-09        3
        (missing)      1

        """)
  }

  @Test("758, values alone on their lines")
  func values() {
    let results = [1.005, 2.675, 1_234_567.891].map { Result(.value(Fixture.numbers("x", [$0]))) }
    #expect(rendered(results, .plain) == "1.01\n\n2.68\n\n1,234,567.89\n")
  }
}
