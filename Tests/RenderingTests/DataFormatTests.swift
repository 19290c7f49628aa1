import Columns
import Rendering
import Results
import Schema
import Source
import Testing

@Suite("Formats for programs")
struct DataFormatTests {
  private var mixed: [ResultColumn] {
    [
      Fixture.texts("code", ["H\"1", nil]), Fixture.integers("income", [1_900_000, nil]),
      Fixture.numbers("part", [25.333333333333332, 20]), Fixture.numbers("share", [0.5, nil], .share),
      Fixture.codes("class", [1, -2], ValueType(.enumeration(Fixture.poverty))),
      Fixture.sets("lacks", [0b101, 0]), Fixture.booleans("ok", [false, nil]),
      Fixture.integers("month", [19_509, nil], ValueType(.date, display: .month)),
      Fixture.numbers("change", [-0.0106, nil], ValueType(.points)),
    ]
  }

  @Test("csv writes values in full, missing ones empty")
  func csv() {
    #expect(
      rendered([Fixture.table(mixed)], .csv) == """
        code,income,part,share,class,lacks,ok,month,change
        "H""1",1900000,25.333333333333332,0.5,near_poor,housing;toilet,false,2023-06-01,-0.0106
        ,,20,,,,,,

        """)
  }

  @Test("json writes an object a row, missing values as null")
  func json() {
    #expect(
      rendered([Fixture.table(mixed)], .json) == """
        [{"code": "H\\"1", "income": 1900000, "part": 25.333333333333332, "share": 0.5, "class": "near_poor", \
        "lacks": ["housing", "toilet"], "ok": false, "month": "2023-06-01", "change": -0.0106},
         {"code": null, "income": null, "part": 20, "share": null, "class": null, "lacks": [], "ok": null, \
        "month": null, "change": null}]

        """)
  }

  @Test("json escapes what JSON demands and no more")
  func jsonText() {
    let texts = Fixture.texts("t\n", ["\\ \"\t\r\n\u{1}\u{1F}/é\u{7F}"])
    #expect(
      rendered(texts, as: .jsonl) == "{\"t\\n\": \"\\\\ \\\"\\t\\r\\n\\u0001\\u001f/é\u{7F}\"}\n")
  }

  @Test("one result is bare in json, several are an array")
  func jsonResults() {
    let count = Result(.value(Fixture.integers("count", [12])))
    let missing = Result(.value(Fixture.numbers("x", [nil])))
    let table = Fixture.table([Fixture.integers("n", [1, 2])])
    #expect(rendered([count], .json) == "12\n")
    #expect(rendered([Result(.title("t")), missing, Result(.text("t"))], .json) == "null\n")
    #expect(
      rendered([count, table, missing], .json) == "[12,\n [{\"n\": 1},\n {\"n\": 2}],\n null]\n")
    #expect(rendered([count, table, missing], .jsonl) == "12\n{\"n\": 1}\n{\"n\": 2}\nnull\n")
  }

  @Test("without results nothing is written", arguments: OutputFormat.allCases)
  func nothing(_ format: OutputFormat) {
    #expect(rendered([], format, RenderingOptions(byteOrderMark: true)) == "")
    if format.isForPrograms { #expect(rendered([Result(.title("a")), Result(.text("b"))], format) == "") }
  }

  @Test("tables without rows")
  func empty() {
    let table = [Fixture.table([Fixture.texts("code", []), Fixture.integers("size", [])])]
    #expect(rendered(table, .json) == "[]\n")
    #expect(rendered(table, .jsonl) == "")
    #expect(rendered(table, .csv) == "code,size\n")
    #expect(rendered(table, .tsv) == "code\tsize\n")
  }

  @Test("tables without columns do not stop a run", arguments: OutputFormat.allCases)
  func noColumns(_ format: OutputFormat) {
    let table = ResultTable(columns: [], count: 2, roles: [.data, .total])
    let text = rendered([Result(.table(table))], format)
    if format == .json { #expect(text == "[{},\n {\"_row\": \"total\"}]\n") }
  }

  @Test("total rows say so in a last column or key")
  func totals() {
    var key = Fixture.places("district", [0, -1, -1], names: ["Tam Kỳ"], qualified: nil, isKey: true)
    key.namesMissing = true
    let table = Fixture.table(
      [key, Fixture.integers("n", [5, 2, 7])], roles: [.data, .subtotal, .total], keysKept: [1, 0, 0])
    #expect(rendered([table], .csv) == "district,n,_row\nTam Kỳ,5,\n,2,subtotal\n,7,total\n")
    #expect(
      rendered([table], .jsonl) == """
        {"district": "Tam Kỳ", "n": 5}
        {"district": null, "n": 2, "_row": "subtotal"}
        {"district": null, "n": 7, "_row": "total"}

        """)
  }

  @Test("groups of absent rows and of the empty set are text, those of missing values null")
  func keys() {
    var key = Fixture.codes("class", [-1, -2, 3], ValueType(.enumeration(Fixture.poverty)))
    (key.isKey, key.namesMissing, key.noneCode) = (true, true, 3)
    #expect(
      rendered(key, as: .jsonl)
        == "{\"class\": null}\n{\"class\": \"(not present)\"}\n{\"class\": \"(none)\"}\n")
    #expect(rendered(key, as: .csv) == "class\n\n(not present)\n(none)\n")
  }

  @Test("csv quotes only where needed, as a whole")
  func quotes() {
    let list = ListColumn(
      offsets: [0, 2, 2, 3],
      elements: .code(CodeColumn([0, 1, 2], dictionary: TextDictionary(["a", "b,\"c", "d e"]))))
    let lists = ResultColumn(name: "all", type: ValueType(.list(.text)), column: .list(list))
    let columns = [lists, Fixture.texts("t;", ["x\ty", "", "é\r"])]
    #expect(rendered([Fixture.table(columns)], .csv) == "all,t;\n\"a;b,\"\"c\",x\ty\n,\"\"\nd e,\"é\r\"\n")
    #expect(
      rendered([Fixture.table(columns)], .tsv) == "all\tt;\n\"a;b,\"\"c\"\t\"x\ty\"\n\t\"\"\nd e\t\"é\r\"\n")
    #expect(rendered([Result(.value(lists))], .json) == "[\"a\", \"b,\\\"c\"]\n")
  }

  @Test("csv parts results by an empty line and begins with a mark where asked")
  func several() {
    let results = [
      Result(.title("t")), Fixture.table([Fixture.integers("n", [1])]),
      Result(.value(Fixture.numbers("x", [3.5]))),
    ]
    #expect(rendered(results, .csv) == "n\n1\n\n3.5\n")
    #expect(rendered(results, .csv, RenderingOptions(byteOrderMark: true)) == "\u{FEFF}n\n1\n\n3.5\n")
  }

  @Test("a renderer begins anew after it finished")
  func reuse() {
    for format in OutputFormat.allCases {
      var renderer = format.renderer(RenderingOptions(byteOrderMark: true))
      let result = Fixture.table([Fixture.integers("n", [1])])
      renderer.append(result)
      let first = renderer.finish()
      #expect(renderer.finish().isEmpty)
      renderer.append(result)
      #expect(renderer.finish() == first)
    }
  }

  @Test("columns of codes beyond their texts and odd days print as missing")
  func robust() {
    let odd = Fixture.integers("d", [.max, .min, 0], .date)
    let codes = Fixture.codes("c", [7, 2, -9], ValueType(.enumeration(Fixture.poverty)))
    let places = Fixture.places("p", [4, 0, -1], names: ["x"], qualified: ["y"])
    let unknown = Fixture.integers("m", [1, 2, 3], ValueType(.missing))
    #expect(
      rendered(odd, codes, places, unknown, as: .csv) == "d,c,p,m\n,,,\n,other,x,\n1970-01-01,,,\n")
  }
}
