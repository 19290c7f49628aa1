import Source
import Syntax

/// What the tests of this target share: reading a text and naming what came of it.
func read(_ text: String) -> (result: ParseResult, source: SourceText) {
  let source = SourceText(id: SourceID(0), name: "test", text: text)
  return (parse(source), source)
}

/// The S-expression of a text without errors; the names of the errors where there are some.
func tree(_ text: String) -> String {
  let result = read(text).result
  if result.diagnostics.isEmpty {
    let whole = describe(result.program)
    return String(whole.dropFirst("(program ".count).dropLast())
  }
  return "error " + codes(text).joined(separator: " ")
}

/// The names of the codes of a text's errors.
func codes(_ text: String) -> [String] { read(text).result.diagnostics.map(\.code.name) }

func format(_ text: String) -> String {
  let (result, source) = read(text)
  return Formatter.format(result.program, source: source)
}

/// Scripts of every form, for the tests that hold for all programs.
let scripts: [String] = [
  "households | count",
  "households\n| where area = rural and any(members where age < 6 and not insured)\n"
    + "| summarize count() as households, mean(deprivations) as mean_lacks by district\n| top 5 by mean_lacks",
  "households[class = poor].members | count by sex",
  "households | where 1_500_000 < income <= 2_250_000 | select code",
  "households | derive income / size as part, part > 900_000 as enough | take 3..4 per district",
  "households | count by district, commune as c across class with subtotals, totals, share per district, empty",
  "households | summarize sum(a) as x, x / count() as rate weighted by size by k with share",
  "households | sort by income desc, code | bottom 2 by income desc per district, class | distinct",
  "households | distinct district, class as c | sample 10 seed 3 | expand members | describe",
  "households | select code | append (households@2022 | where class = near_poor | select code)",
  "households | drop a, `b c` | rename a as b, c as `d e` | save \"x.xlsx\" sheet \"Biểu 1\"",
  "households | summarize count(where class = poor) as poor by commune | compare from 2022 to 2023",
  "movement of class = poor beside near_poor from 2022 to 2023-06 by district with totals listed",
  "households | where x | transition of class from current to \"rà soát 6\" by commune",
  "households | suppose income = income + 200_000 | count by assessed | chart bar x",
  "households | mpi k = 3 weights (a = 2) by district | ways out",
  "households | count by assessed under decree_07_2021 across district on 2024-12-31",
  "explain household \"49-516\" @2022 under x full suppose income = 1.6 million",
  "standard x \"Chuẩn\"\n  cites \"Điều 3\"\n  parameter a by area { rural = 1, urban = 2 }  # c\n  class other otherwise\nend\n\nmembers",
  "rule r \"R\" for project DA5\n  eligible when a\nend",
  "## Help of it\n## goes on\nlet school_age = members | where age in 6..15  # a view",
  "let household.children = count(members where age < 16)\nlet percent(x, n) = round(x * 100, n)",
  "let poor = (households | where class = poor)\nlet none() = ()\nlet both = households\n| where a\n# inside\n| where b",
  "param year: year = 2023 \"Year\"\nparam k: integer in 1..12 = 3\nparam p: class in (poor, other)",
  "param base: snapshot = previous\nparam m: snapshot = 2023-06\nset snapshot = 2023-06-30\nset decimals = 2",
  "use \"data/2023.neps\" as 2023\nuse \"codes.csv\" as my_list\nuse \"a\" as 2023-06\nuse \"b\" as \"rà soát\"\ninclude \"x\"",
  "title \"Poor {$where}, {count(households where name = \"x\")} \\{no\\}\"\ntext \"\"\"Prose {1 + 1} inline.\"\"\"",
  "text \"\"\"\n  First {$x | count}\n\n    indented \"quoted\" \\\"\"\"\n  \"\"\"",
  "expect count(households) = 4_512 \"complete\"\nexpect none(households where a) warn \"{$x} \\n\"\nexpect a",
  "for each c in (places | where level = commune) {\n  title \"{$c.name}\"\n  # own\n  households | where commune = $c"
    + "  # end\n\n  output \"r/{$c.code}.html\"\n}\nmembers",
  "for each c in (places) { members; households | count }",
  "years_between(2000-02-29, 2023-02-28)\n2023-12-15 - 2023-09-20",
  "households | derive match class { poor -> 2, (near_poor, \"x\") -> 1, 6..15 -> 3, missing -> 0, else -> 9 } as p",
  "households | derive if size >= 4 then \"large\" else if a then \"b\" else \"small\" as band",
  "households | where lacks has any (telecom, info) and lacks has all (water, toilet) or lacks has x",
  "households | where a in (1, 2) and b not in 1..2 + 3 and c in school_age and d in (households | where x)",
  "households | where place within \"Trà Linh\" and not (income ?? 0) is missing and x is not missing",
  "households | where head_name ~ \"dinh\" and head_name !~ \"thi\" and a == b == c and a <> b",
  "-2 ^ 2 ^ -3 * (4 + 5) mod 6 - 7 - (8 - 9)",
  "round(-2.5) + 8.2 million + 5% + 1.5e6 + 2 nghìn",
  "first(supports where year(date) = 2023 by date desc, amount)\nrank(income desc per a, b)\nnumber(per x)",
  "count((households))\nsum((commune.households) where a, size)\ncount(((1 + 2)))",
  "households | derive present@2023 as p, class@\"x y\" as q, class@$base as r, household@2022.class as s",
  "households | where class = .poor and () = () and (a, b) = (b, a) and (if a then b else c)",
  "households | summarize (a = b), (x = y) as z by ((a, b)) | sort (-x) | where a = (not b)",
  "#!/usr/bin/env nep\n\n# header\n\n# second\nhouseholds | count; members | count   # two\n\n# last",
  "households # source\n| where a # first\n# lead\n| where b and # mid\n c # second\n| count # end",
  "let `poor households` = households\n`poor households` | count",
  "| where a | count",
]
