import Source
import Syntax
import Testing

@Suite("Codes and their texts")
struct CatalogueTests {
  @Test(arguments: SyntaxCode.allCases) func exampleRaisesItsCodeAndRemedyMendsIt(code: SyntaxCode) {
    let entry = code.entry
    #expect(codes(entry.example).contains(code.name))
    #expect(codes(entry.remedy) == [])
    #expect(!read(entry.remedy).result.isIncomplete)
    for language in Language.allCases {
      #expect(!entry.message[language].isEmpty)
      #expect(entry.explanation[language].count > 20)
    }
  }

  @Test(arguments: SyntaxCode.allCases) func everyArgumentIsFilled(code: SyntaxCode) {
    let diagnostics = read(code.entry.example).result.diagnostics
    for diagnostic in diagnostics where diagnostic.code.name == code.name {
      #expect(!diagnostic.message.en.contains("{\(#"\w"#)"))
      #expect(!diagnostic.message.en.contains("{found") && !diagnostic.message.vi.contains("{found"))
      #expect(diagnostic.range != nil)
    }
    #expect(code.id.hasPrefix("N01"))
  }

  /// A foreign form, its code, and the statement that the help shows.
  static let helps: [(String, String, String)] = [
    ("h | where a > 3 && b = poor", "foreignAnd", "h | where a > 3 and b = poor"),
    ("h | where a&&b && c", "foreignAnd", "h | where a and b and c"),
    ("h | where a || b", "foreignOr", "h | where a or b"),
    ("h | where !x", "foreignNot", "h | where not x"),
    ("h | where a and !(x = 3)", "foreignNot", "h | where a and not (x = 3)"),
    ("h | where x = null", "foreignNull", "h | where x is missing"),
    ("h | where x != NULL and y", "foreignNull", "h | where x is not missing and y"),
    ("h | where x IS NOT NULL", "upperCaseKeyword", "h | where x is not missing"),
    ("h | where x is null", "foreignNull", "h | where x is missing"),
    ("SELECT code FROM h", "foreignSelect", "h | select code"),
    (
      "select code, size\nfrom h\nwhere size > 3 AND class = 'poor'", "foreignSelect",
      "h | where size > 3 and class = \"poor\" | select code, size"
    ),
    ("SELECT * FROM h LIMIT 5", "foreignSelect", "h | take 5"),
    ("SELECT COUNT(*) FROM h", "foreignSelect", "h | count"),
    ("SELECT a, COUNT(*) FROM h GROUP BY a ORDER BY a DESC", "foreignSelect", "h | count by a | sort a desc"),
    ("SELECT a, AVG(b) AS m FROM h GROUP BY a", "foreignSelect", "h | summarize avg(b) as m by a"),
    ("h | count GROUP BY district", "foreignGroupBy", "h | count by district"),
    ("h | GROUP BY district", "foreignGroupBy", "h | count by district"),
    ("h | group_by(a, b) | summarise(mean(x))", "foreignGroupBy", "h | summarize (mean(x)) by a, b"),
    ("h %>% count", "foreignPipe", "h | count"),
    ("h |> filter(x == 3) |> head(5)", "foreignPipe", "h | where(x == 3) | take(5)"),
    ("h | where class = 'poor'", "foreignQuote", "h | where class = \"poor\""),
    ("h | where class = “poor”", "foreignQuote", "h | where class = \"poor\""),
    ("10 % 3", "foreignModulo", "10 mod 3"),
    ("10%3", "foreignModulo", "10 mod 3"),
    ("h | where x > .5", "foreignFraction", "h | where x > 0.5"),
    ("h | where x > 1.500.000", "foreignGrouping", "h | where x > 1_500_000"),
    ("h | where x > 1,500,000", "foreignGrouping", "h | where x > 1_500_000"),
    ("h | where d > 2023-1-5", "foreignDate", "h | where d > 2023-01-05"),
    ("h | derive double = size * 2", "foreignAssignment", "h | derive size * 2 as double"),
    ("h | derive ok = a and b, c = 3", "foreignAssignment", "h | derive a and b as ok, 3 as c"),
    (
      "h | summarize n = count(), m = mean(x) by a", "foreignAssignment",
      "h | summarize count() as n, mean(x) as m by a"
    ),
    ("h | count by (district, class)", "foreignKeys", "h | count by district, class"),
    ("h | top 1 by x per (a, b)", "foreignKeys", "h | top 1 by x per a, b"),
    ("h | where any(members, age < 6)", "foreignQuantifier", "h | where any(members where age < 6)"),
    (
      "h | where none(members where a, b or c)", "foreignQuantifier",
      "h | where none(members where a and (b or c))"
    ),
    ("h | where age in 60.. | count", "openRange", "h | where age >= 60 | count"),
    ("h | where age in 60..", "openRange", "h | where age >= 60"),
    ("h | where age not in 60..\nmembers", "openRange", "h | where age < 60"),
    ("h | where age in ..15", "openRange", "h | where age <= 15"),
    ("h | count if x > 3", "trailingIf", "h | where x > 3 | count"),
    ("h | summarize mean(x) if a = b by c", "trailingIf", "h | where a = b | summarize mean(x) by c"),
    ("h | drop if x > 3", "trailingIf", "h | where not (x > 3)"),
    ("h | sort -x, y", "foreignDescending", "h | sort x desc, y"),
    ("h | WHERE a AND b", "upperCaseKeyword", "h | where a and b"),
    ("h | count BY a", "upperCaseKeyword", "h | count by a"),
    ("h WHERE a", "missingPipe", "h | where a"),
    ("h if a", "missingPipe", "h | where a"),
    ("h | mutate(a) | arrange a", "foreignStage", ""),
    ("h | filter a", "foreignStage", "h | where a"),
    ("h | keep if a", "foreignStage", "h | where a"),
    ("h | wher a", "unknownStage", "h | where a"),
    ("h | select code,\n    size\n    income", "missingComma", "h | select code, size, income"),
    ("h\n| select code,\n    size\n    income,\n    area\n| take 3", "missingComma", ""),
    ("h | where a in (1\n 2)", "missingComma", "h | where a in (1, 2)"),
    ("h | where lacks has any (a b)", "missingComma", "h | where lacks has any (a, b)"),
    ("h | where a = not b", "needsBrackets", "h | where a = (not b)"),
    ("1 + if a then b else c + 2", "needsBrackets", "1 + (if a then b else c + 2)"),
    ("h | append h | count", "bareAppend", "h | append (h) | count"),
    ("h | count by a as \"Tên xã\"", "textAsName", "h | count by a as `Tên xã`"),
    ("h | count with totls", "unknownOption", "h | count with totals"),
    ("h | where x > 1.5million", "malformedNumber", "h | where x > 1.5 million"),
  ]

  @Test(arguments: helps) func help(text: String, code: String, form: String) {
    let diagnostics = read(text).result.diagnostics
    #expect(diagnostics.first?.code.name == code)
    if form.isEmpty { return }
    #expect(diagnostics.first?.helps.first == form)
    #expect(codes(form) == [])
  }

  @Test func formsThatOnlyLookForeignAreRead() {
    for text in [
      "all(members, insured)", "share(members, a)", "sum(members, x)", "min(a, b)", "h | sort (-x)",
      "h | summarize (a = b)", "h | select a = b", "h | count by ((a, b))", "a | count\nmembers",
      "h | select code,\n  size\nmembers", "members | where null_rate > 3", "2023 - 1 - 5", "5% * 3",
    ] {
      #expect(codes(text) == [], "\(text)")
    }
  }
}
