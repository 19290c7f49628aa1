import Source
import Syntax
import Testing

@Suite("The canonical form")
struct FormatterTests {
  @Test(arguments: scripts) func isStableAndReadsBackAsTheSameProgram(script: String) {
    #expect(codes(script) == [])
    let once = format(script)
    #expect(format(once) == once)
    #expect(tree(once) == tree(script))
  }

  @Test(arguments: scripts) func keepsEveryComment(script: String) {
    let comments = Lexer.tokens(of: read(script).source).isEmpty ? [] : commentTexts(script)
    let kept = commentTexts(format(script))
    #expect(kept.sorted() == comments.sorted())
  }

  private func commentTexts(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "#").map { String(line[$0...].reversed().drop { $0 == " " }.reversed()) }
    }
  }

  static let forms: [(String, String)] = [
    ("income/1000", "income / 1000\n"), ("f( a,b )", "f(a, b)\n"), ("((a+b))*c", "(a + b) * c\n"),
    ("(a*b)+c", "a * b + c\n"), ("a-(b-c)", "a - (b - c)\n"), ("a==b", "a = b\n"), ("a<>b", "a != b\n"),
    ("not(a and b)", "not (a and b)\n"), ("not(a=b)", "not a = b\n"), ("(-2)^2", "(-2) ^ 2\n"),
    ("-(2^2)", "-2 ^ 2\n"), ("- - a", "-(-a)\n"), ("2^(3^2)", "2 ^ 3 ^ 2\n"), ("(2^3)^2", "(2 ^ 3) ^ 2\n"),
    ("1 + (if a then b else c)", "1 + (if a then b else c)\n"), ("count((h))", "count((h))\n"),
    ("h|where a|count", "h | where a | count\n"), ("h\n|count", "h | count\n"),
    ("h | sort by a", "h | sort a\n"),
    ("h | count with totals by a", "h | count by a with totals\n"), ("1.5   million", "1.5 million\n"),
    ("a;b;;c", "a\nb\nc\n"), ("a\n\n\n\nb", "a\n\nb\n"), ("\n\na", "a\n"), ("", ""), ("# c", "# c\n"),
    ("#!/x\na", "#!/x\na\n"), ("a   # c", "a  # c\n"), ("h # c\n| count", "h\n# c\n| count\n"),
    ("# head\n\n# a\nb", "# head\n\n# a\nb\n"), ("title   \"a{ b+1 }\"", "title \"a{b + 1}\"\n"),
    ("for each c in (h){members;h}", "for each c in (h) {\n  members\n  h\n}\n"),
    ("let x=h\n# c\n|count", "let x = h\n  # c\n  | count\n"),
    ("movement of a=b from 2022 to 2023", "movement of a = b from 2022 to 2023\n"),
    ("text \"\"\"\n   a\n     b\n   \"\"\"", "text \"\"\"\na\n  b\n\"\"\"\n"),
    ("h | suppose   a=b|count", "h | suppose a = b | count\n"), ("x in(1,2)", "x in (1, 2)\n"),
    ("x in 1 .. 2", "x in 1..2\n"), ("(a).b", "a.b\n"), ("(a+b).c", "(a + b).c\n"),
  ]

  @Test(arguments: forms) func form(text: String, expected: String) { #expect(format(text) == expected) }

  @Test func aLongPipelineTakesALineAStage() {
    let long =
      "households | where " + String(repeating: "a", count: 60) + " | select "
      + String(repeating: "b", count: 30)
    let lines = format(long).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("| where "))
    #expect(format("let x = " + long).split(separator: "\n")[1].hasPrefix("  | where "))
  }

  @Test func anExpressionNamesItsColumn() {
    let (result, _) = read("h | select ((income))/1000, class@2022, f(a,b) ?? 1")
    guard case .pipeline(let pipeline)? = result.program.statements.first?.kind,
      case .select(let items)? = pipeline.stages.first?.kind
    else {
      Issue.record("no select")
      return
    }
    #expect(items.map { Formatter.text($0.expression) } == ["income / 1000", "class@2022", "f(a, b) ?? 1"])
  }
}
