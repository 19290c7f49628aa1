import Source
import Syntax
import Testing

@Suite("No input crashes or hangs the reader")
struct StressTests {
  private static func repeated(_ text: String, _ count: Int = 100_000) -> String {
    String(repeating: text, count: count)
  }

  /// Texts that nest or run on, and the code of the refusal, nil where they are read.
  static let bounds: [(String, String, SyntaxCode?)] = [
    ("brackets", repeated("(") + "1" + repeated(")"), .tooDeep),
    ("open brackets", repeated("("), .tooDeep),
    ("terms", "1" + repeated("+1"), .tooDeep),
    ("or", "a" + repeated(" or a"), .tooDeep),
    ("powers", "1" + repeated("^1"), .tooDeep),
    ("not", repeated("not ") + "a", .tooDeep),
    ("minus", repeated("- ") + "1", .tooDeep),
    ("members", "a" + repeated(".a"), .tooDeep),
    ("filters", "a" + repeated("[a"), .tooDeep),
    ("calls", repeated("f("), .tooDeep),
    ("conditions", repeated("if a then b else ") + "c", .tooDeep),
    ("matches", repeated("match a { b -> "), .tooDeep),
    ("pipelines", repeated("(a | append "), .tooDeep),
    ("blocks", repeated("for each c in (a) { "), .tooDeep),
    ("stages", "a" + repeated(" | take 1"), .tooManyStages),
    ("chain", "1" + repeated(" < 1"), nil),
    ("list", "f(1" + repeated(", 1") + ")", nil),
    ("set", "a in (1" + repeated(", 1") + ")", nil),
    ("statements", repeated("a\n"), nil),
    ("comments", repeated("# a\n"), nil),
    ("semicolons", repeated(";"), nil),
    ("values", "title \"" + repeated("{a}") + "\"", nil),
    ("text", "a = \"" + repeated("đường ") + "\"", nil),
    ("blank", repeated(" \n"), nil),
  ]

  @Test(arguments: bounds) func bound(name: String, text: String, code: SyntaxCode?) {
    let result = read(text).result
    #expect(result.diagnostics.first?.code.name == code?.name, "\(name)")
    if code == nil { _ = describe(result.program) }
  }

  @Test func theDeepestTreeCanBeWrittenAndLeft() {
    for text in [
      "1" + Self.repeated(" + 1", 390), Self.repeated("(", 95) + "1" + Self.repeated(")", 95),
      "a" + Self.repeated(".b", 390),
      Self.repeated("not ", 95) + "a", Self.repeated("f(", 45) + "1" + Self.repeated(")", 45),
    ] {
      #expect(codes(text) == [])
      #expect(tree(format(text)) == tree(text))
    }
  }

  @Test func manyErrorsStop() {
    #expect(codes(Self.repeated("*\n")).last == "tooManyErrors")
    #expect(codes(Self.repeated("(\n")).isEmpty == false)
    #expect(codes(Self.repeated("title \"{\n", 1_000)).isEmpty == false)
    #expect(codes(Self.repeated("\"", 100_001)).isEmpty == false)
    #expect(codes(Self.repeated("a b\n", 1_000)).count == 101)
  }

  @Test func everyByteAndEveryCutOfAScriptIsRead() {
    for byte in UInt8.min...UInt8.max {
      _ = read(String(decoding: [byte], as: UTF8.self))
      _ = read("a = " + String(decoding: [byte, byte, 0x61], as: UTF8.self))
    }
    for script in scripts {
      for cut in script.indices { _ = read(String(script[..<cut])) }
      for cut in script.indices { _ = read(String(script[cut...])) }
    }
  }

  /// Random texts from the pieces of the language; the seed is fixed.
  @Test func randomTextsAreRead() {
    var random = Seeded(7)
    let pieces =
      Symbol.allCases.map(\.rawValue) + Keywords.stages + Keywords.statements
      + Keywords.reserved.sorted() + [
        "\n", "\"", "\"\"\"", "`", "#", "1", "2.5", "2023-01-01", "x", "$y", "\\", "{", "}", "\u{301}",
      ]
    for _ in 0..<4_000 {
      let text = (0..<random.below(25)).map { _ in pieces[random.below(pieces.count)] }
        .joined(separator: random.below(2) == 0 ? " " : "")
      let (result, source) = read(text)
      if result.diagnostics.isEmpty {
        let once = Formatter.format(result.program, source: source)
        #expect(tree(once) == tree(text), "\(text)")
        #expect(format(once) == once, "\(text)")
      }
    }
  }

  @Test func aTenMegabyteLineIsRead() {
    let text =
      "households | where code in (\"" + Self.repeated("0123456789", 900_000) + "\", 1"
      + Self.repeated(",22", 200_000) + ")"
    #expect(codes(text) == [])
  }
}

/// A small generator with a fixed seed (SplitMix64), so that a failure can be repeated.
struct Seeded {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
