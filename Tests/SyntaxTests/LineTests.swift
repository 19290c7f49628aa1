import Syntax
import Testing

@Suite("Line ends, comments and what is complete")
struct LineTests {
  /// A text and the number of its statements.
  static let counts: [(String, Int)] = [
    ("a\nb", 2), ("a; b;; c", 3), ("a\n| count", 1), ("a\n\n# c\n  | count", 1), ("(a\n\nb)", 0),
    ("a\n  and b\n  or c", 1), ("a +\n b", 1), ("a\n+ b", 1), ("f(a,\n b)", 1), ("a\n- b", 2),
    ("h | count\n  by a\n  across b\n  with totals\n  weighted by c", 1), ("h | derive a\n as b", 1),
    ("if a\n then b\n else c", 1), ("let x = h\n| count\nx", 2), ("h | select a,\n b", 1), ("", 0),
    ("# c\n", 0),
    ("h | distinct\nmembers", 2), ("let x =\n 5", 1), ("h |\n count", 1), ("a[\nb\n]", 1),
    ("let f\n (a)\n = 1", 1), ("h | derive a\n + b as c", 1), ("if a\n + b then c\n - d else e\n- f", 2),
    ("movement of a\n = b\n beside c\n from 2022\n to 2023 listed", 1), ("a in (1\n..\n2)", 0),
    ("title \"a\"\ntext \"b\"", 2), ("h\n| mpi k = 3\n| count\nm", 2),
  ]

  @Test(arguments: counts) func count(text: String, expected: Int) {
    #expect(read(text).result.program.statements.count == expected)
  }

  static let incomplete: [String] = [
    "households |", "households | where", "households | where a and", "households | where (a", "(households",
    "let x =", "let x", "households | count by", "households | count by a,", "households | select a,", "a +",
    "a = ",
    "a in", "a in 1..2 and", "if a then b", "if a", "match x {", "match x { a -> 1,", "title \"abc",
    "text \"\"\"abc\nd\n", "f(", "f(a,", "households[", "a is", "a is not", "not", "-", "for each c in (x) {",
    "for each c in (x) {\nmembers\n", "standard x\n parameter a = 1\n", "rule r", "h | compare",
    "h | compare from 2022 to",
    "h | top 5", "h | derive a", "h | derive a as", "h | sort by", "title \"{a", "title \"{a +", "a ??", "x@",
    "movement of class = poor from 2022", "expect -", "param x:", "set x =", "h | count with",
    "# c\na +  # d\n",
    "h | append (", "h | rename a", "\"\"\"a {b", "h | save", "h | take 3..",
  ]

  @Test(arguments: incomplete) func isIncomplete(text: String) {
    #expect(read(text).result.isIncomplete)
    #expect(!read(text).result.diagnostics.isEmpty)
  }

  static let complete: [String] = [
    "households", "households | count", "", "# a (", "\"(\"", "title", "title \"(\"", "let x = 5",
    "a in 60..",
    "h | count by a", "for each c in (x) { }", "standard x\nend", "`(`", "a = '", "h | where a && b", ")",
    "(a))",
    "h | wher", "5 %", "text \"\"\"a\"\"\"", "h | distinct", "h | chart",
  ]

  @Test(arguments: complete) func isComplete(text: String) { #expect(!read(text).result.isIncomplete) }

  @Test func aPipeAtTheStartGoesOnFromTheLastResult() {
    #expect(tree("| count") == "(continuation (count))")
    #expect(tree("\n# c\n| where a\n| count") == "(continuation (where (name a)) (count))")
  }

  @Test func helpIsTheDoubleCommentAboveADefinition() {
    #expect(tree("## One\n# no\n## two\nlet x = 5") == #"(let x (number 5) (help "One\ntwo"))"#)
  }

  @Test func commentsStayWithWhatTheyStandBy() {
    let program = read("# a\nh  # b\n# c\n| count  # d\n# e").result.program
    #expect(program.statements[0].leadingComments.map(\.text) == ["# a"])
    #expect(program.statements[0].trailingComment?.text == "# d")
    #expect(program.trailingComments.map(\.text) == ["# e"])
  }

  @Test func anErrorDoesNotHideThoseOfLaterStatements() {
    #expect(codes("h | whre a\nh | count by\nh | derive a\nmembers") == ["unknownStage", "missingAs"])
    #expect(
      codes("h | where a && b\nh | where 'x'\nh | where (a\nmembers") == [
        "foreignAnd", "foreignQuote", "unclosedBracket",
      ])
    #expect(codes("h | where \"a\nh | where b = \"c\"\nh | wher") == ["unclosedText", "unknownStage"])
    #expect(codes("title \"{a +} b\"\nh | wher") == ["expectedExpression", "unknownStage"])
    #expect(codes("for each c in (x) {\n h | wher\n h | wher\n}\nh | wher").count == 3)
    #expect(codes("h | where a)\n| whre b\nh | whre c") == ["unopenedBracket", "unknownStage"])
  }
}
