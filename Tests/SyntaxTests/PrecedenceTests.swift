import Syntax
import Testing

@Suite("Operators bind as the language says")
struct PrecedenceTests {
  /// A text and its tree.
  static let trees: [(String, String)] = [
    ("-2 ^ 2", "(- (^ (number 2) (number 2)))"),
    ("2 ^ 3 ^ 2", "(^ (number 2) (^ (number 3) (number 2)))"),
    ("2 ^ -1", "(^ (number 2) (- (number 1)))"),
    ("a + b * c", "(+ (name a) (* (name b) (name c)))"),
    ("a - b - c", "(- (- (name a) (name b)) (name c))"),
    ("a / b mod c", "(mod (/ (name a) (name b)) (name c))"),
    ("a ?? b + c", "(?? (name a) (+ (name b) (name c)))"),
    ("a ?? 0 = 0", "(comparison (?? (name a) (number 0)) (= (number 0)))"),
    ("not a = b", "(not (comparison (name a) (= (name b))))"),
    ("not a and b", "(and (not (name a)) (name b))"),
    ("a or b and c", "(or (name a) (and (name b) (name c)))"),
    ("1 < x <= 2", "(comparison (number 1) (< (name x)) (<= (number 2)))"),
    ("a == b", "(comparison (name a) (= (name b)))"),
    ("a <> b", "(comparison (name a) (!= (name b)))"),
    ("x in 1 .. 2 + 3", "(in (name x) (range (number 1) (+ (number 2) (number 3))))"),
    ("x not in (1, 2)", "(not_in (name x) (list (number 1) (number 2)))"),
    ("x in (1)", "(in (name x) (list (number 1)))"),
    ("x in ()", "(in (name x) (list))"),
    ("x in view", "(in (name x) (name view))"),
    ("x in (view | where a)", "(in (name x) (rows (pipeline (name view) (where (name a)))))"),
    ("x in (1 + 2)..4", "(in (name x) (range (+ (number 1) (number 2)) (number 4)))"),
    ("a ~ b and c", "(and (comparison (name a) (~ (name b))) (name c))"),
    ("a is missing or b is not missing", "(or (is_missing (name a)) (is_not_missing (name b)))"),
    ("a within b.c", "(within (name a) (member (name b) c))"),
    ("lacks under X has toilet", "(has (under (name lacks) X) (name toilet))"),
    ("a has any (b, c)", "(has_any (name a) (name b) (name c))"),
    ("a has (b)", "(has (name a) (name b))"),
    ("-a.b@2022", "(- (at (member (name a) b) (label \"2022\")))"),
    ("a@2023-06-1", "(- (at (name a) (day 2023-06-30 2023-06)) (number 1))"),
    ("a@2023-1", "(- (at (name a) (label \"2023\")) (number 1))"),
    ("d on 2024-12-31 = x", "(comparison (on (name d) (date 2024-12-31)) (= (name x)))"),
    ("if a then b else c + 1", "(if (name a) (name b) (+ (name c) (number 1)))"),
    ("match x { -1 -> 2 }", "(match (name x) (arm (- (number 1)) (number 2)))"),
    ("a is missing ?? b", "error comparisonsDoNotChain"),
    ("a has any (b) + 1", "error comparisonsDoNotChain"),
    ("match", "error expectedExpression"),
    ("count", "(name count)"),
    ("title = text", "(comparison (name title) (= (name text)))"),
    ("count(where a)", "(call count (where (name a)))"),
    (
      "f(a where b by c desc, d)",
      "(call f (argument (name a) (where (name b)) (by (desc (name c)))) (name d))"
    ),
    ("rank(x desc per a, b)", "(call rank (argument (name x) desc) (per (name a) (name b)))"),
    ("number(per x)", "(call number (per (name x)))"),
    ("count((a))", "(call count (whole (name a)))"),
    ("(a).b", "(member (name a) b)"),
    (
      "a[b = c].d | count",
      "(pipeline (member (filtered (name a) (comparison (name b) (= (name c)))) d) (count))"
    ),
  ]

  @Test(arguments: trees) func tree(text: String, expected: String) {
    #expect(SyntaxTests.tree(text) == expected)
  }

  static let numbers: [(String, String)] = [
    ("1_500_000", "(number 1_500_000 = 1500000)"),
    ("8.2 million", "(number 8.2 million = 8200000)"),
    ("1.5 triệu", "(number 1.5 triệu = 1500000)"),
    ("1.2345 thousand", "(number 1.2345 thousand = 1234.5)"),
    ("3 tỷ", "(number 3 tỷ = 3000000000)"),
    ("5%", "(number 5% = 0.05)"),
    ("2.5", "(number 2.5)"),
    ("2.0", "(number 2.0)"),
    ("1.5e6", "(number 1.5e6 = 1500000.0)"),
    ("1e2", "(number 1e2 = 100.0)"),
    ("007", "(number 007 = 7)"),
    ("9223372036854775807", "(number 9223372036854775807)"),
    ("9223372036854775808", "error numberTooLarge"),
    ("9.3 billion billion", "error unexpectedToken"),
    ("9223372036854775.808 thousand", "error numberTooLarge"),
    ("1e999", "error numberTooLarge"),
    ("1e-999", "(number 1e-999 = 0.0)"),
    ("2023-02-29", "error noSuchDate"),
    ("12abc", "error malformedNumber"),
    ("1.2.3", "error malformedNumber"),
  ]

  @Test(arguments: numbers) func number(text: String, expected: String) {
    #expect(SyntaxTests.tree(text) == expected)
  }

  static let texts: [(String, String)] = [
    (#""a\"b\\c\n\t\u{110}""#, #""a\"b\\c\n\tĐ""#),
    ("\"two\nlines\"", #""two\nlines""#),
    ("\"\"\"\n    a\n      b\n    \"\"\"", #""a\n  b""#),
    ("\"\"\"a \"b\" c\"\"\"", #""a \"b\" c""#),
    ("\"\"", "\"\""),
    ("\"o\u{302}\u{323}\"", "\"\u{1ED9}\""),
  ]

  @Test(arguments: texts) func text(text: String, expected: String) {
    #expect(SyntaxTests.tree(text) == expected)
  }
}
